"""A payment by a provider: an intent that is kept before it is sent, and what is known of it since.

Source: docs/rules/payments.md.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from pos_app.services.payment_ports import PaymentAnswer
from retail_core.money import Money

PaymentKind = Literal["charge", "refund"]
PaymentState = Literal["written", "pending", "unknown", "approved", "declined", "cancelled"]
Decision = Literal["", "paid", "not_paid"]

OPEN: Final[frozenset[PaymentState]] = frozenset({"written", "pending", "unknown"})
"""States in which nobody knows yet whether money has moved."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One order to a provider; ``payment_id`` is its order number there and never used again.

    ``state`` is the provider's word, ``decision`` a person's, for want of it. ``used_by`` is the sale that it
    paid (or the return that it gave back for), ``of_payment`` the charge that a refund belongs to, if it was
    this till's. ``aside`` tells that the sale went on without it, ``doubted`` that its doubt is in the
    journal. ``refunded`` tells that its money went back. ``address`` is where it was asked for: only there is
    it known. ``shift_id`` is the shift that was active when it was begun.
    """

    payment_id: str
    kind: PaymentKind
    basket_id: str
    provider: str
    amount: Money
    state: PaymentState
    actor: str
    started_ms: int
    changed_ms: int
    code: str = ""
    reference: str = ""
    decision: Decision = ""
    decided_by: str = ""
    aside: bool = False
    used_by: str = ""
    of_payment: str = ""
    doubted: bool = False
    refunded: bool = False
    address: str = ""
    shift_id: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the provider's last word is still to come."""
        return self.state in OPEN

    @property
    def in_doubt(self) -> bool:
        """Whether nobody, neither provider nor person, has said yet whether money moved."""
        return self.state == "unknown" and not self.decision

    @property
    def is_paid(self) -> bool:
        """Whether the money counts as here."""
        return self.state == "approved" or (self.is_open and self.decision == "paid")

    @property
    def is_free(self) -> bool:
        """Whether the customer's money is here and pays for nothing yet."""
        return self.kind == "charge" and self.is_paid and not self.used_by and not self.refunded

    @property
    def is_closed(self) -> bool:
        """Whether nothing about it is to be asked or done any more."""
        return not self.is_open and not self.is_free and not self.has_failed

    @property
    def needs_somebody(self) -> bool:
        """Whether it belongs onto the list of what a person has to look at."""
        return self.is_free or self.has_failed or (self.is_open and not self.decision)

    @property
    def has_failed(self) -> bool:
        """Whether money that a return promised did not go back, and nobody has settled that yet."""
        refused = self.state in {"declined", "cancelled"}
        return self.kind == "refund" and bool(self.used_by) and refused and not self.decision

    @property
    def may_decide(self) -> bool:
        """Whether a person may say what became of it."""
        return self.in_doubt or self.has_failed

    @property
    def tender_reference(self) -> str:
        """What stands on the receipt: the provider's reference, or the order number where it told none."""
        return self.reference or self.payment_id


def told(payment: Payment, answer: PaymentAnswer, *, now_ms: int) -> Payment:
    """Return a payment after a provider's answer; its last word is never changed by a later one."""
    if not payment.is_open:
        return payment
    state: PaymentState = "unknown" if answer.state == "absent" else answer.state
    return replace(
        payment,
        state=state,
        code=answer.code,
        reference=answer.reference or payment.reference,
        changed_ms=now_ms,
    )
