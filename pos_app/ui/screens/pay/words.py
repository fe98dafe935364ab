"""The sentences of the Pay screen that need figures."""

from dataclasses import dataclass

from pos_app.services.records import TenderKind
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pay.state import BalanceForm, CardState, PayState, TakenPart
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.labels import Kind
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure that matters now, what it is, and a sentence below it."""

    caption: str
    amount: Money
    tone: Kind
    note: str = ""


@dataclass(frozen=True, slots=True)
class BalanceWords:
    """What the sheet of points or a balance says: what there is, what is apart, and who says so."""

    title: str
    there: str
    pending: str
    source: str


class PayWords:
    """Puts the state into words."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def money(self, amount: Money) -> str:
        """Return an amount as it is written."""
        return self._formats.money(amount)

    def figure(self, state: PayState) -> Figure:
        """Return what stands large in the middle."""
        if state.gives_back:
            return self._given(state)
        if state.paid is not None:
            change = Money(state.paid.change_minor, state.total.currency)
            note = translate("Pay", "Paid. Receipt {number}").format(number=state.paid.receipt_number)
            if state.paid.tier_reached:
                tier = text_of(f"tier.{state.paid.tier_reached}")
                note += " · " + translate("Pay", "the member is {tier} now").format(tier=tier)
            if state.paid.coupons_printed:
                printed = translate("Pay", "Coupons on the receipt: {count}")
                note += " · " + printed.format(count=state.paid.coupons_printed)
            return Figure(translate("Pay", "Change"), change, "ok", note)
        if state.card is not None:
            return self._card(state.card)
        if state.is_covered:
            return self._covered(state)
        if state.tender == "external":
            note = translate(
                "Pay", "Confirm only when it shows on your own device. Last 4 digits: {digits}"
            ).format(digits=state.reference or "····")
            caption = translate("Pay", "To pay on the other device")
            return Figure(caption, state.to_pay, "primary", note)
        return self._cash(state)

    def finish(self, state: PayState) -> str:
        """Return what the one large button does."""
        if state.paid is not None:
            return translate("Pay", "Next customer")
        if state.card is not None and state.card.phase in {"ready", "sending", "pending"}:
            return translate("Pay", "Charge {amount}").format(amount=self.money(state.card.amount))
        if state.card is not None and state.card.phase == "waiting":
            return translate("Pay", "Card at the terminal")
        if state.part is not None:
            return translate("Pay", "Confirm {amount}").format(amount=self.money(state.part))
        return translate("Pay", "Finish and print")

    def card(self, kind: TenderKind, state: PayState) -> tuple[str, str]:
        """Return a tender's title and what it can do now."""
        currency = state.total.currency
        if state.gives_back:
            return self._given_card(kind, state)
        keyed = state.entry.money if state.tender == "cash" and not state.entry.is_empty else None
        part = keyed is not None and 0 < keyed.minor < state.due.total_minor
        if kind == "cash":
            title, note = translate("Pay", "Cash"), self.money(Money(state.due.cash_minor, currency))
        elif kind == "external":
            title, note = translate("Pay", "Other device"), translate("Pay", "Confirmed by hand")
        elif kind == "voucher":
            title, note = translate("Pay", "Voucher"), translate("Pay", "Number and value")
        elif kind == "card":
            title, note = translate("Pay", "Card or code"), translate("Pay", "Scan the payment code")
        else:
            return _name(kind), translate("Pay", "Choose how much")
        if part and keyed is not None and state.is_open:
            note = translate("Pay", "Take {amount} of it").format(amount=self.money(keyed))
        return title, note

    def balance(self, form: BalanceForm) -> BalanceWords:
        """Return what the sheet of points or a balance says."""
        spendable, currency = form.spendable, form.entry.currency
        source = translate("Pay", "As head office says just now.")
        if form.asking:
            source = translate("Pay", "Head office is asked; this till knows this so far.")
        elif not spendable.is_online:
            source = translate("Pay", "As this till knows. Head office does not answer.")
        if form.kind == "points":
            there = translate("Pay", "Points: {points}").format(points=self._formats.number(spendable.left))
            pending = translate("Pay", "Earned here and not settled yet: {points}").format(
                points=self._formats.number(spendable.pending)
            )
            pending = pending if spendable.pending else ""
            title = translate("Pay", "Pay with points")
        else:
            there = translate("Pay", "Balance: {amount}").format(
                amount=self.money(Money(spendable.left, currency))
            )
            bonus = self.money(Money(spendable.bonus_minor, currency))
            pending = translate("Pay", "{amount} of it added by the store").format(amount=bonus)
            pending = pending if spendable.bonus_minor else ""
            title = translate("Pay", "Pay with the balance")
        if not spendable.is_known:
            there = ""
        return BalanceWords(title, there, pending, source)

    def keyed(self, form: BalanceForm, points: int, *, amount: Money) -> str:
        """Return the figure that will be used."""
        if form.kind == "stored_value":
            return self.money(amount)
        return self._formats.number(points)

    def to_use(self, form: BalanceForm, amount: Money) -> str:
        """Return what the figure is, with what the points pay; a balance is money itself."""
        if form.kind == "stored_value":
            return translate("Pay", "To use")
        return translate("Pay", "To use, for {amount}").format(amount=self.money(amount))

    def part(self, part: TakenPart) -> str:
        """Return what a part was taken by."""
        name = _name(part.kind)
        if part.points:
            return f"{name} {self._formats.number(part.points)}"
        if part.kind == "stored_value":
            return name
        # A provider's reference is for the receipt: it is long, and says nothing to the cashier.
        return f"{name} {part.reference}" if part.reference and part.kind != "card" else name

    def _card(self, card: CardState) -> Figure:
        if card.phase == "doubt":
            caption, tone = translate("Pay", "In doubt"), "warn"
        else:
            caption, tone = translate("Pay", "To pay by card or code"), "primary"
        note = {
            "ready": translate("Pay", "The code was scanned. Enter charges it."),
            "waiting": translate("Pay", "Scan the payment code, or take the card at the terminal."),
            "sending": translate("Pay", "The provider is asked…"),
            "pending": translate("Pay", "Waiting for the customer: {seconds} s").format(
                seconds=card.seconds_left
            ),
            "doubt": translate("Pay", "Nobody knows yet whether the money has moved."),
        }[card.phase]
        return Figure(caption, card.amount, "warn" if tone == "warn" else "primary", note)

    def _given(self, state: PayState) -> Figure:
        """Return what the customer gets: the cash that leaves the drawer, or what goes back elsewhere."""
        cash = state.given_cash
        amount = cash if cash.minor else state.given_total
        if state.paid is not None:
            caption = translate("Pay", "Given back")
            note = translate("Pay", "Done. Receipt {number}").format(number=state.paid.receipt_number)
            return Figure(caption, amount, "ok", note)
        caption = translate("Pay", "To give back in cash") if cash.minor else translate("Pay", "To give back")
        note = ""
        if not state.entry.is_empty:
            note = translate("Pay", "Touch the tender in which {amount} goes back.").format(
                amount=self.money(state.entry.money)
            )
        elif any(row.kind == "external" for row in state.given):
            note = translate("Pay", "Give it back on your own device first, then finish.")
        elif any(row.kind == "card" for row in state.given):
            note = translate("Pay", "The provider gives its part back once this is finished.")
        return Figure(caption, amount, "primary", note)

    def _given_card(self, kind: TenderKind, state: PayState) -> tuple[str, str]:
        """Return a tender's title and what goes back in it."""
        rows = [row for row in state.given if row.kind == kind]
        amount = Money(sum(row.amount.minor for row in rows), state.total.currency)
        points = sum(row.points for row in rows)
        references = " ".join(
            row.reference
            for row in rows
            if row.reference and row.kind not in {"card", "points", "stored_value"}
        )
        if points:
            references = self._formats.number(points)
        title = f"{_name(kind)} {references}" if references else _name(kind)
        if not state.entry.is_empty and state.is_open:
            return title, translate("Pay", "Give {amount} back so").format(
                amount=self.money(state.entry.money)
            )
        if amount.minor:
            return title, translate("Pay", "{amount} back").format(amount=self.money(amount))
        if kind == "cash":
            return title, translate("Pay", "All in cash instead")
        return title, translate("Pay", "As it was paid")

    def _covered(self, state: PayState) -> Figure:
        currency = state.total.currency
        over = Money(state.due.over_minor, currency)
        if not state.total.minor and not state.parts:
            return Figure(translate("Pay", "To pay"), over, "ok", translate("Pay", "Nothing is to pay."))
        if not over.minor:
            return Figure(
                translate("Pay", "Still to pay"), over, "ok", translate("Pay", "Everything is there.")
            )
        note = translate("Pay", "{amount} of the voucher are not given back.").format(amount=self.money(over))
        if state.voucher_change:
            note = translate("Pay", "The voucher is worth {amount} more: given back in coins.").format(
                amount=self.money(over)
            )
        return Figure(translate("Pay", "Still to pay"), Money(0, currency), "ok", note)

    def _cash(self, state: PayState) -> Figure:
        caption = translate("Pay", "Still to pay") if state.parts else translate("Pay", "To pay")
        if state.entry.is_empty:
            return Figure(caption, state.to_pay, "primary", self._untouched(state))
        if state.change.minor < 0:
            note = translate("Pay", "Received {received}, still {missing}").format(
                received=self.money(state.tendered), missing=self.money(-state.change)
            )
            return Figure(caption, state.to_pay, "primary", note)
        note = translate("Pay", "Received {received} in cash").format(received=self.money(state.tendered))
        return Figure(translate("Pay", "Change"), state.change, "ok", note)

    def _untouched(self, state: PayState) -> str:
        exact = Money(state.due.total_minor, state.total.currency)
        if state.exact and exact != state.to_pay:
            return translate("Pay", "Or exactly {amount} in small coins").format(amount=self.money(exact))
        if state.parts:
            return translate("Pay", "Taken so far: {amount}").format(amount=self.money(state.taken))
        return ""


def _name(kind: TenderKind) -> str:
    return {
        "cash": translate("Pay", "Cash"),
        "external": translate("Pay", "Other device"),
        "voucher": translate("Pay", "Voucher"),
        "card": translate("Pay", "Card or code"),
        "points": translate("Pay", "Points"),
        "stored_value": translate("Pay", "Balance"),
    }[kind]
