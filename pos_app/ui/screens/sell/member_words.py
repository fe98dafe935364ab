"""Puts members into words: those who may be meant, and the one on the basket."""

from pos_app.services.records import Member
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.member_state import MemberSheetState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.list_picker import PickItem
from retail_core.money import Money


class MemberWords:
    """Writes members; masked, as they are known."""

    def __init__(self, words: SellWords, formats: Formats) -> None:
        self.words = words
        self._formats = formats

    def name(self, member: Member) -> str:
        """Return name and last digits, masked."""
        return f"{member.masked_name} · {member.phone_last4}" if member.phone_last4 else member.masked_name

    def found(self, member: Member) -> PickItem:
        """Return somebody who may be meant."""
        points = translate("Sell", "{points} points").format(points=self.words.number(member.points))
        return PickItem(member.member_id, self.name(member), note=points, value=self.words.tier(member.tier))

    def standing(self, form: MemberSheetState, member: Member, *, currency: str) -> str:
        """Return settled points, balance, coupons and the last visit of a member."""
        points = member.points if form.points_left is None else form.points_left
        parts = [translate("Sell", "{points} points").format(points=self.words.number(points))]
        value_minor = member.principal_minor + member.bonus_minor
        if value_minor:
            balance = self.words.money(Money(value_minor, currency))
            parts.append(translate("Sell", "Balance {amount}").format(amount=balance))
        if member.coupons:
            count = self.words.number(member.coupons)
            parts.append(translate("Sell", "Coupons: {count}").format(count=count))
        if member.visited_ms:
            day = self._formats.date(member.visited_ms)
            parts.append(translate("Sell", "last visit {date}").format(date=day))
        return " · ".join(parts)

    def points(self, form: MemberSheetState) -> str:
        """Return what of the points stands apart: those that are not settled yet, and those that go next."""
        parts = []
        if form.points_pending:
            parts.append(
                translate("Sell", "{points} more earned here, not settled yet").format(
                    points=self.words.number(form.points_pending)
                )
            )
        if form.expiring is not None:
            points, at_ms = form.expiring
            parts.append(
                translate("Sell", "{points} points go on {date}").format(
                    points=self.words.number(points), date=self._formats.date(at_ms)
                )
            )
        return " · ".join(parts)

    def way(self, member: Member, step: tuple[str, int], *, currency: str) -> str:
        """Return what is missing for the next tier."""
        tier, least_minor = step
        missing = Money(max(0, least_minor - member.spent_minor), currency)
        return translate("Sell", "{amount} more to {tier}").format(
            amount=self.words.money(missing), tier=self.words.tier(tier)
        )
