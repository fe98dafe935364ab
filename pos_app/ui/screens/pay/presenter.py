"""Turns tenders and keyed-in amounts into a paid sale."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pos_app.services.balance_model import BalanceKind
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.events import CouponLost
from pos_app.services.ports import Lane
from pos_app.services.read_scan import PaymentScanned
from pos_app.services.records import TenderKind
from pos_app.services.session import Session
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.proving.part import ProofPart
from pos_app.ui.said import Campaign, Said
from pos_app.ui.screens.pay.balance_part import BalancePart
from pos_app.ui.screens.pay.card_part import CardPart
from pos_app.ui.screens.pay.desk import PayDesk
from pos_app.ui.screens.pay.needs import PayTools, PayView
from pos_app.ui.screens.pay.proof_desk import PayProofDesk
from pos_app.ui.screens.pay.state import PayState
from pos_app.ui.screens.pay.voucher_part import VoucherPart
from retail_core.money import Money
from retail_core.tenders import BALANCES

__all__ = ["PayPresenter", "PayTools", "PayView"]

REFERENCE_DIGITS = 4
SCAN_NOT_HERE = "scan.not_here"


class PayPresenter:
    """Owns what keys, taps and scans mean on the Pay screen.

    An amount that is keyed in before a tender is touched is a part: it is taken by that tender, and the rest
    is still to pay. Enter never takes a part that leaves something open by a slip of the finger: in cash it
    says that it is not enough, and what stands there can be completed.
    """

    def __init__(
        self, tools: PayTools, *, session: Session, storage: Lane, navigate: Callable[[str], None]
    ) -> None:
        """Keep the tools and where to go afterwards."""
        self._tools = tools
        self._navigate = navigate
        self._desk = PayDesk(tools, session=session, storage=storage)
        self.voucher = VoucherPart(self._desk)
        self.balance = BalancePart(self._desk)
        self.proof = ProofPart(PayProofDesk(self._desk))
        self.card = CardPart(self._desk, tools.card)
        self._is_shown = False
        tools.card.events.subscribe(CouponLost, self._on_coupon_lost)

    @property
    def state(self) -> PayState:
        """What is shown."""
        return self._desk.state

    def bind(self, view: PayView) -> None:
        """Show everything in ``view`` from now on."""
        self._desk.bind(view)

    def follow(self, follower: Callable[[PayState], None]) -> None:
        """Tell ``follower`` what is shown, from now on."""
        self._desk.follower = follower

    def enter(self) -> None:
        """Price the basket once more and ask for the money; what providers took for it is there already."""
        self._is_shown = True
        self._tools.tell_total()
        self._desk.enter()
        self.card.enter()
        self._take_planned_points()

    def leave(self) -> None:
        """Nobody looks any more: a code that was scanned is forgotten."""
        self._is_shown = False
        self.card.leave()

    def choose(self, tender: TenderKind) -> None:
        """Pay with another tender: what was keyed in before as a part, otherwise the rest."""
        state = self.state
        if not state.is_open:
            return
        if state.gives_back:
            if tender in state.own:
                self._desk.give_back_in(tender)
            return
        if tender not in state.offered:
            return
        if state.is_covered:
            self._desk.say(RuleError("tender.not_needed", tender))
        elif tender == "cash":
            self._choose_cash()
        elif tender == "voucher":
            self._leave_card()
            self.voucher.open()
        elif tender in BALANCES:
            self._leave_card()
            self._open_balance("points" if tender == "points" else "stored_value")
        else:
            self._choose_exact(tender)

    def press(self, key: str) -> None:
        """Take a key of the pad: cash handed over, or the last digits of an external payment."""
        state = self.state
        if not state.is_open:
            return
        if state.tender == "card":
            # An amount that is keyed in now is meant for cash, or for the part of another tender.
            self._to_cash()
            state = self.state
        if state.tender == "external":
            self._desk.change(reference=_reference(state.reference, key), said=Said())
            return
        self._desk.change(entry=state.entry.press(key), said=Said())

    def give(self, amount: Money) -> None:
        """Take a round amount in cash."""
        if self.state.is_open:
            self._leave_card()
            self._desk.change(
                tender="cash", part=None, reference="", entry=AmountEntry.of(amount), said=Said()
            )

    def exact(self) -> None:
        """Take exactly what is to pay, in cash, and finish."""
        if self.state.is_open:
            self._to_cash()
            self.finish()

    def clear(self) -> None:
        """Forget what was keyed in; a part that is asked for goes back to the whole rest."""
        if self.state.is_open:
            self._desk.change(entry=self.state.entry.press("clear"), reference="", part=None, said=Said())

    def remove(self, number: int) -> None:
        """Give a part back that was taken; what a provider took is given back by the provider."""
        part = next((each for each in self.state.parts if each.number == number), None)
        if part is None or not self.state.is_open:
            return
        if part.payment_id:
            self.card.give_back(part)
        else:
            self._desk.drop(number)

    def undo(self) -> None:
        """Give the last part back that was taken by hand."""
        removable = [part.number for part in self.state.parts if not part.payment_id]
        if removable:
            self.remove(removable[-1])

    def finish(self) -> None:
        """Complete the sale, or take the part that is asked for; once it is paid, the next customer."""
        state = self.state
        if state.paid is not None:
            self.next_customer()
        elif state.busy:
            return
        elif state.card is not None:
            self.card.confirm()
        elif state.gives_back and not state.entry.is_empty:
            self._desk.change(said=Said("refund.choose_tender", (state.entry.money,)))
        elif state.is_covered:
            self._desk.complete()
        elif state.tender == "cash":
            self._desk.complete(*_cash(state))
        elif state.part is not None:
            self._take(state.tender, state.part.minor, reference=state.reference or None)
        else:
            self._desk.complete(TenderInput(state.tender, state.to_pay.minor, state.reference or None))

    def next_customer(self) -> None:
        """Start with an empty basket."""
        if self.state.paid is not None:
            self._tools.start_new()
            self._navigate("sell")

    def take_back(self, before: PayState) -> None:
        """Go back to what was keyed in, and asked for, before the first character of a scan."""
        if not self.state.is_open or before.parts != self.state.parts:
            return
        card = before.card
        if card is not None and card.phase == "ready":
            # The key that began the scan let go of the code that lay ready.
            card = replace(card, phase="waiting")
        self._desk.change(
            entry=before.entry,
            reference=before.reference,
            tender=before.tender,
            part=before.part,
            card=card,
        )

    def take_scan(self, text: str) -> bool:
        """Charge a payment code at once; once it is paid, goods of the next customer go into a new basket.

        Any other code before that sells nothing: it is said in place, and ``False`` lets it sound so.
        """
        if self.state.paid is not None:
            self.next_customer()
            self._tools.sell_scan(text)
            return True
        if not self.state.is_open:
            return False
        action = self._tools.read_scan(text)
        if isinstance(action, PaymentScanned):
            self.card.scan(action.code)
            return True
        self._desk.change(said=Said(SCAN_NOT_HERE))
        return False

    def go_back(self) -> None:
        """Return to the basket; after the sale there is only the next customer."""
        if self.state.paid is not None:
            self.next_customer()
        elif self.may_leave():
            self._navigate("sell")

    def may_leave(self) -> bool:
        """Whether the basket can be looked at: not while something is written or sent."""
        card = self.state.card
        on_its_way = card is not None and card.phase in {"sending", "pending"}
        return not self.state.busy and not on_its_way

    def _on_coupon_lost(self, event: CouponLost) -> None:
        """Show the new total with the reason; what is paid, or on its way to a provider, stays as it is."""
        is_ours = self._is_shown and event.basket_id == self._desk.basket_id
        if not is_ours or self.state.paid is not None or not self.may_leave():
            return
        self.enter()
        self._desk.change(said=Said("coupon.lost", (Campaign(event.campaign_id), Said(event.reason))))

    def _open_balance(self, kind: BalanceKind) -> None:
        if self._desk.needs_proof(kind):
            self.proof.open(kind, then=partial(self.balance.open, kind))
        else:
            self.balance.open(kind)

    def _take_planned_points(self) -> None:
        """Take the points that the best use had planned for this basket, once; after a proof if need be."""
        if not self._desk.wants_points or self.state.is_covered:
            return
        self._desk.forget_planned_points()
        if self._desk.needs_proof("points"):
            self.proof.open("points", then=partial(self.balance.take_most, "points"))
        else:
            self.balance.take_most("points")

    def _leave_card(self) -> None:
        self.card.forget()
        if self.state.card is not None:
            self._desk.change(card=None, tender="cash")

    def _take(self, tender: TenderKind, minor: int, *, reference: str | None = None) -> None:
        try:
            self._desk.take(tender, minor, reference=reference)
        except RuleError as error:
            self._desk.say(error)

    def _choose_cash(self) -> None:
        state = self.state
        keyed = state.entry.money.minor if state.tender == "cash" else 0
        if 0 < keyed < state.due.cash_minor and not state.is_exact:
            self._take("cash", keyed)
        elif state.tender != "cash":
            self._to_cash()

    def _choose_exact(self, tender: TenderKind) -> None:
        """Ask for the rest by a tender that gives no change, or for what was keyed in as a part."""
        state = self.state
        keyed = state.entry.money if state.tender == "cash" else Money(0, state.total.currency)
        if keyed.minor > state.due.total_minor:
            self._desk.say(RuleError("tender.too_large", tender, keyed.minor - state.due.total_minor))
            return
        part = keyed if 0 < keyed.minor < state.due.total_minor else None
        if tender == "card":
            self.card.choose(part or Money(state.due.total_minor, state.total.currency))
            return
        self._leave_card()
        state = self.state
        self._desk.show(
            replace(
                state, tender=tender, part=part, entry=state.entry.press("clear"), reference="", said=Said()
            )
        )

    def _to_cash(self) -> None:
        self._leave_card()
        entry = self.state.entry.press("clear")
        self._desk.change(tender="cash", part=None, entry=entry, reference="", said=Said())


def _cash(state: PayState) -> list[TenderInput]:
    """Return the cash that lies there; none when what is left rounds to nothing."""
    if state.entry.is_empty and state.due.cash_minor == 0:
        return []
    return [TenderInput("cash", state.tendered.minor)]


def _reference(reference: str, key: str) -> str:
    if key == "back":
        return reference[:-1]
    digits = "".join(character for character in key if character.isascii() and character.isdigit())
    return (reference + digits)[:REFERENCE_DIGITS]
