"""Puts the explanation of a price into rows to read."""

from collections.abc import Iterator

from pos_app.services.explain_price import AppliedOffer, ExplainedLine, Explanation, LostOffer
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.list_picker import PickItem
from retail_core.money import Money

_PIECE = 1000
_COUPON_SET = "coupon_set"
"""The name under which pricing says that it did not try every combination of coupons."""


class WhyWords:
    """Writes what applied, what it took, who pays, what lost to what, and what is within reach."""

    def __init__(self, words: SellWords) -> None:
        self._words = words

    def rows(self, explanation: Explanation, currency: str) -> list[PickItem]:
        """Return the explanation row by row, in the order of the receipt."""
        rows = [row for line in explanation.lines for row in self._line(line)]
        rows += self._lost(explanation)
        rows += self._next(explanation, currency)
        return rows

    def _line(self, line: ExplainedLine) -> Iterator[PickItem]:
        words, item = self._words, line.line
        key = item.line_id
        yield PickItem(key, words.full_name(item), self._basis(line), words.money(line.total), grade="head")
        for place, option in enumerate(option for option in line.options if option.price_minor):
            price = words.money(Money(option.price_minor, line.total.currency))
            yield PickItem(
                f"{key}.option.{place}",
                words.name(option.names),
                translate("Sell", "option, for each piece"),
                f"+{price}",
                grade="detail",
            )
        for place, offer in enumerate(line.offers):
            yield PickItem(
                f"{key}.{place}",
                words.offer(offer.rule_id),
                self._offer_note(offer, line),
                words.money(offer.amount) if offer.amount else "",
                grade="detail",
            )
        protected = self._protected(line)
        if protected:
            yield PickItem(f"{key}.protected", protected, grade="detail")

    def _basis(self, line: ExplainedLine) -> str:
        """Return how the list price comes about: unit price, options, quantity."""
        words, item = self._words, line.line
        if item.label_minor is not None:
            return translate("Sell", "price on the label")
        unit = words.goods.per_piece(line.unit_price, Money(item.options_minor, line.unit_price.currency))
        amount = words.quantity(item.qty_milli)
        if item.sold_by == "weight":
            return f"{unit}/kg × {amount} kg"
        each = f"({unit})" if item.options_minor and item.qty_milli != _PIECE else unit
        listed = words.money(line.list_amount)
        return f"{each} × {amount} = {listed}" if item.qty_milli != _PIECE else each

    def _offer_note(self, offer: AppliedOffer, line: ExplainedLine) -> str:
        words = self._words
        parts = []
        if line.line.sold_by == "piece" and offer.units_milli and line.line.qty_milli > _PIECE:
            parts.append(
                translate("Sell", "on {count} of {all}").format(
                    count=words.quantity(offer.units_milli), all=words.quantity(line.line.qty_milli)
                )
            )
        if not offer.amount:
            parts.append(translate("Sell", "counts for the offer, its saving is on other pieces"))
        alone = len(offer.shares) == 1
        for share in offer.shares:
            payer = text_of(f"funder.{share.funder}")
            parts.append(payer if alone else f"{payer} {words.money(share.amount)}")
        return " · ".join(parts)

    def _protected(self, line: ExplainedLine) -> str:
        if line.line.regulated:
            return translate("Sell", "Regulated price: nothing lowers it")
        if line.line.deposit:
            return translate("Sell", "Deposit: comes back for its price")
        return ""

    def _lost(self, explanation: Explanation) -> Iterator[PickItem]:
        if not explanation.lost:
            return
        yield PickItem("lost", translate("Sell", "Did not apply"), grade="head")
        for place, lost in enumerate(explanation.lost):
            yield PickItem(f"lost.{place}", self._lost_name(lost), self._reason(lost), grade="detail")

    def _lost_name(self, lost: LostOffer) -> str:
        if lost.rule_id == _COUPON_SET:
            return translate("Sell", "Coupons together")
        return self._words.offer(lost.rule_id)

    def _reason(self, lost: LostOffer) -> str:
        reason = text_of(lost.reason)
        if not lost.lost_to:
            return reason
        winner = self._words.offer(lost.lost_to)
        return translate("Sell", "{reason}: {winner}").format(reason=reason, winner=winner)

    def _next(self, explanation: Explanation, currency: str) -> Iterator[PickItem]:
        if not (explanation.next_offers or explanation.points):
            return
        yield PickItem("next", translate("Sell", "Within reach"), grade="head")
        if explanation.points:
            points = self._words.number(explanation.points)
            text = translate("Sell", "This sale brings {points} points.").format(points=points)
            yield PickItem("points", text, grade="detail")
        for place, each in enumerate(explanation.next_offers):
            yield PickItem(f"next.{place}", self._words.hint(each.hint, currency), grade="detail")
