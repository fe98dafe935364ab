"""The sentences of the Pay screen that need figures."""

from dataclasses import dataclass

from pos_app.services.records import TenderKind
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pay.state import CardState, PayState, TakenPart
from pos_app.ui.widgets.labels import Kind
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure that matters now, what it is, and a sentence below it."""

    caption: str
    amount: Money
    tone: Kind
    note: str = ""


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
        else:
            title, note = translate("Pay", "Card or code"), translate("Pay", "Scan the payment code")
        if part and keyed is not None and state.is_open:
            note = translate("Pay", "Take {amount} of it").format(amount=self.money(keyed))
        return title, note

    def part(self, part: TakenPart) -> str:
        """Return what a part was taken by."""
        name = _name(part.kind)
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
        references = " ".join(row.reference for row in rows if row.reference and row.kind != "card")
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
    }[kind]
