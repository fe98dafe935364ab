"""A card or a payment code: asked for, waited for, known, or in doubt with what can be done about it."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.errors import PosError, RuleError
from pos_app.services.events import PaymentChanged, PaymentLinkChanged
from pos_app.services.payment_model import Payment
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Said
from pos_app.ui.screens.pay.desk import PayDesk
from pos_app.ui.screens.pay.needs import CardTools
from pos_app.ui.screens.pay.state import CardPhase, CardState, TakenPart
from retail_core.codes.payment import PaymentCode
from retail_core.money import Money

CODE_MS = 50_000
"""So long a code that was scanned on Sell is kept, in memory only; phones show one for a minute."""

TICK_MS = 1_000


class CardPart:
    """What the card tender does; nothing here knows a card number, and a code's digits only on their way."""

    def __init__(self, desk: PayDesk, tools: CardTools) -> None:
        self._desk = desk
        self._tools = tools
        self._brought: PaymentCode | None = None
        self._payment: Payment | None = None
        self._confirming = ""
        self._stop_ticking: Callable[[], None] = _nothing
        self._forget_code: Callable[[], None] = _nothing
        tools.events.subscribe(PaymentChanged, lambda event: self._on_changed(event.payment))
        tools.events.subscribe(PaymentLinkChanged, lambda _event: desk.offer_again())

    def bring(self, code: PaymentCode) -> bool:
        """Keep a code that was scanned on Sell: it charges after one confirmation, or is forgotten.

        Returns:
            Whether there is a provider to charge it.
        """
        if not self._tools.payments.is_offered:
            return False
        self._forget_code()
        self._brought = code
        self._forget_code = self._tools.timers.after(CODE_MS, self._on_code_old)
        return True

    def enter(self) -> None:
        """Show what is known of this basket's payments, and the code that was brought along."""
        self._confirming = ""
        self._show_known()
        state = self._desk.state
        if self._brought is None:
            return
        if state.card is None and not state.is_covered and "card" in state.offered:
            self._show("ready", self._amount())
        else:
            self._drop_code()

    def leave(self) -> None:
        """Forget the code; what was asked for goes on by itself."""
        self._drop_code()
        self._stop_ticking()
        self._stop_ticking = _nothing

    def choose(self, amount: Money) -> None:
        """Wait for a code, or for Enter: then the terminal asks for the card."""
        self._show("waiting", amount)

    def forget(self) -> None:
        """Another tender was chosen."""
        self._drop_code()

    def scan(self, code: PaymentCode) -> None:
        """Charge at once: what was keyed in as a part, or the rest."""
        state = self._desk.state
        if "card" not in state.offered:
            self._desk.say(RuleError("payment.none"))
        elif state.is_covered:
            self._desk.say(RuleError("tender.not_needed", "card"))
        else:
            self._charge(self._amount(), code)

    def confirm(self) -> None:
        """Charge with the code that was brought along, or at the terminal; in doubt, ask again."""
        card = self._desk.state.card
        if card is None:
            return
        if card.phase == "doubt":
            self.ask_again()
        elif card.phase in {"ready", "waiting"}:
            code = self._brought if card.phase == "ready" else None
            self._drop_code()
            self._charge(card.amount, code)

    def ask_again(self) -> None:
        """Ask the provider now."""
        if self._payment is not None:
            self._desk.change(said=Said("payment.asking"))
            self._tools.payments.ask(self._payment.payment_id)

    def cancel(self) -> None:
        """Call back what the customer has not confirmed."""
        if self._payment is not None:
            self._desk.change(said=Said("payment.calling_back"))
            self._tools.payments.cancel(self._payment.payment_id)

    def set_aside(self) -> None:
        """Go on without a payment that is in doubt."""
        if self._payment is not None:
            self._tools.payments.set_aside(self._payment.payment_id, _ignore)

    def decide(self, *, paid: bool, approval: Approval | None = None) -> None:
        """Let a person say whether the money moved; another one allows it where the right is missing."""
        payment = self._payment
        if payment is None:
            return
        self._tools.payments.decide(
            self._desk.session.require_actor(),
            payment.payment_id,
            paid=paid,
            approval=approval,
            on_error=lambda error: self._on_refused(error, payment, paid=paid),
        )

    def give_back(self, part: TakenPart) -> None:
        """Give the money of a part back; the first time it only says what the second one does."""
        if self._confirming != part.payment_id:
            self._confirming = part.payment_id
            self._desk.change(said=Said("payment.give_back_confirm", (part.value,)))
            return
        self._confirming = ""
        payment = self._find(part.payment_id)
        if payment is not None:
            self._desk.change(busy=True, said=Said("payment.giving_back"))
            self._tools.payments.give_back(
                self._desk.session.require_actor(), payment, on_error=self._desk.say
            )

    def _amount(self) -> Money:
        """Return what is to be charged: a part that was asked for or keyed in, otherwise the rest."""
        state = self._desk.state
        rest = Money(state.due.total_minor, state.total.currency)
        if state.card is not None:
            return state.card.amount
        keyed = state.entry.money if state.tender == "cash" else rest
        return keyed if 0 < keyed.minor < rest.minor else rest

    def _charge(self, amount: Money, code: PaymentCode | None) -> None:
        basket_id = self._desk.basket_id
        if not basket_id:
            return
        try:
            self._desk.check("card", amount.minor)
        except RuleError as error:
            self._desk.say(error)
            return
        self._show("sending", amount)
        self._tools.payments.charge(
            self._desk.session.require_actor(),
            basket_id,
            amount=amount,
            code=None if code is None else code.digits,
            on_error=self._on_not_begun,
        )

    def _on_not_begun(self, error: PosError) -> None:
        self._show_known()
        self._desk.say(error)

    def _on_changed(self, payment: Payment) -> None:
        """Follow what becomes of this basket's payments; the money of other ones is shown elsewhere."""
        if payment.basket_id != self._desk.basket_id:
            return
        if self._desk.state.paid is not None:
            self._say_promised(payment)
            return
        if payment.kind == "refund":
            self._on_refund(payment)
            return
        self._show_known()
        state = self._desk.state
        if payment.state in {"declined", "cancelled"}:
            self._desk.say(RuleError(payment.code or "payment.declined"))
        elif payment.is_free and state.is_covered and state.card is None and not state.busy:
            # The money is here and it is all: the sale is durable before anything else can happen.
            self._desk.complete()

    def _say_promised(self, payment: Payment) -> None:
        """Say of a return that is written already whether its money is back on the card."""
        if payment.kind == "refund" and payment.used_by:
            waits = Said(payment.code or "payment.giving_back")
            self._desk.change(said=Said("payment.given_back") if payment.state == "approved" else waits)

    def _on_refund(self, refund: Payment) -> None:
        if refund.is_open:
            self._desk.change(busy=False, said=Said(refund.code) if refund.code else Said())
            return
        self._show_known()
        done = refund.state == "approved"
        self._desk.change(busy=False, said=Said("payment.given_back" if done else refund.code))

    def _on_refused(self, error: PosError, payment: Payment, *, paid: bool) -> None:
        if not isinstance(error, NeedsApproval):
            self._desk.say(error)
            return
        about = "payment.about_paid" if paid else "payment.about_not_paid"
        request = Request(error.act, Said(about, (payment.amount,)), Said("payment.why_approval"))
        self._tools.approval.ask(request, lambda approval: self.decide(paid=paid, approval=approval))

    def _show_known(self) -> None:
        """Show the parts that providers took, and the one payment that is not known yet."""
        payments = self._tools.payments.of_basket(self._desk.basket_id) if self._desk.basket_id else ()
        refunding = {each.of_payment for each in payments if each.kind == "refund" and each.is_open}
        self._desk.set_card_parts(
            [each for each in payments if each.is_free and each.payment_id not in refunding]
        )
        held = [each for each in payments if each.kind == "charge" and _holds_up(each)]
        self._payment = held[-1] if held else None
        self._stop_ticking()
        self._stop_ticking = _nothing
        if self._payment is None:
            tender = "cash" if self._desk.state.tender == "card" else self._desk.state.tender
            self._desk.change(card=None, tender=tender)
            return
        self._show(_PHASES[self._payment.state], self._payment.amount, payment=self._payment)
        if self._payment.state == "pending":
            self._stop_ticking = self._tools.timers.every(TICK_MS, self._on_tick)

    def _on_tick(self) -> None:
        card = self._desk.state.card
        if card is not None and self._payment is not None and card.phase == "pending":
            left = self._tools.payments.seconds_left(self._payment)
            self._desk.change(card=replace(card, seconds_left=left))

    def _show(self, phase: CardPhase, amount: Money, *, payment: Payment | None = None) -> None:
        left = 0 if payment is None else self._tools.payments.seconds_left(payment)
        code = "" if payment is None or phase != "doubt" else payment.code
        self._desk.change(
            tender="card",
            card=CardState(phase, amount, left, code),
            entry=self._desk.state.entry.press("clear"),
            said=Said(),
        )

    def _on_code_old(self) -> None:
        """Forget a code that is no good any more, and say so where it was shown as ready."""
        self._brought = None
        self._forget_code = _nothing
        card = self._desk.state.card
        if card is not None and card.phase == "ready":
            self._desk.change(card=replace(card, phase="waiting"), said=Said("payment.code_old"))

    def _drop_code(self) -> None:
        self._forget_code()
        self._forget_code = _nothing
        self._brought = None

    def _find(self, payment_id: str) -> Payment | None:
        found = self._tools.payments.of_basket(self._desk.basket_id)
        return next((each for each in found if each.payment_id == payment_id), None)


_PHASES: dict[str, CardPhase] = {"written": "sending", "pending": "pending", "unknown": "doubt"}


def _holds_up(payment: Payment) -> bool:
    return payment.is_open and not payment.aside and not payment.decision


def _nothing() -> None:
    """Cancel nothing."""


def _ignore(_payment: Payment) -> None:
    """What became of it is told to everybody."""
