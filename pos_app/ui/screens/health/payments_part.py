"""What somebody does about payments that wait: asks again, gives money back, decides by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.errors import PosError
from pos_app.services.payment_model import Payment
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Said, said_of


class PaymentsUseCase(Protocol):
    """Runs payments."""

    def ask(self, payment_id: str) -> None:
        """Ask what became of it."""

    def give_back(self, actor: Actor, payment: Payment, *, on_error: Callable[[PosError], None]) -> None:
        """Give money back."""

    def decide(
        self,
        actor: Actor,
        payment_id: str,
        *,
        paid: bool,
        approval: Approval | None,
        on_error: Callable[[PosError], None],
    ) -> None:
        """Let a person say what became of it."""


class Approvals(Protocol):
    """Asks another person."""

    def ask(self, request: Request, on_approved: Callable[[Approval], None]) -> None:
        """Ask for an approval."""


@dataclass(frozen=True, slots=True)
class PaymentTools:
    """What acts on payments, and who else is asked."""

    payments: PaymentsUseCase
    approval: Approvals


class PaymentsPart:
    """What the buttons beside a payment do; giving back is asked for twice."""

    def __init__(self, tools: PaymentTools, *, session: Session, say: Callable[[Said], None]) -> None:
        self._tools = tools
        self._session = session
        self._say = say
        self._confirming = ""

    def leave(self) -> None:
        """Nobody looks any more: what was asked once is forgotten."""
        self._confirming = ""

    def ask_again(self, payment: Payment) -> None:
        """Ask the provider now."""
        if self._session.actor is not None:
            self._say(Said("payment.asking"))
            self._tools.payments.ask(payment.payment_id)

    def give_back(self, payment: Payment) -> None:
        """Give the money back; the first time it only says what the second one does."""
        if self._session.actor is None:
            return
        if self._confirming != payment.payment_id:
            self._confirming = payment.payment_id
            self._say(Said("payment.give_back_confirm", (payment.amount,)))
            return
        self._confirming = ""
        self._say(Said("payment.giving_back"))
        self._tools.payments.give_back(
            self._session.actor, payment, on_error=lambda error: self._say(_said_of(error, payment))
        )

    def decide(self, payment: Payment, *, paid: bool, approval: Approval | None = None) -> None:
        """Let a person say whether the money moved; another one allows it where the right is missing."""
        if self._session.actor is None:
            return
        self._tools.payments.decide(
            self._session.actor,
            payment.payment_id,
            paid=paid,
            approval=approval,
            on_error=lambda error: self._on_refused(error, payment, paid=paid),
        )

    def heard(self, payment: Payment) -> None:
        """Say how a payment ended that somebody may be looking at."""
        if payment.kind == "refund" and payment.state == "approved":
            self._say(Said("payment.given_back"))
        elif payment.is_open and payment.code:
            self._say(Said(payment.code))
        else:
            self._say(Said())

    def _on_refused(self, error: PosError, payment: Payment, *, paid: bool) -> None:
        if not isinstance(error, NeedsApproval):
            self._say(_said_of(error, payment))
            return
        about = "payment.about_paid" if paid else "payment.about_not_paid"
        if payment.has_failed:
            about = "payment.about_given_otherwise"
        request = Request(error.act, Said(about, (payment.amount,)), Said("payment.why_approval"))
        self._tools.approval.ask(request, lambda approval: self.decide(payment, paid=paid, approval=approval))


def _said_of(error: PosError, payment: Payment) -> Said:
    return said_of(error, payment.amount.currency)
