"""What the services know of a payment provider: an order for money, and what is known of it."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

from retail_core.money import Money

AnswerState = Literal["pending", "approved", "declined", "cancelled", "unknown", "absent"]
"""What is known: ``unknown`` if nothing certain was heard, ``absent`` if the provider never had the order."""


@dataclass(frozen=True, slots=True)
class ChargeOrder:
    """An order for money; ``code`` is the customer's payment code, ``None`` for a card at the terminal.

    ``order_no`` counts once for ever: the same order sent again takes nothing again.
    """

    order_no: str
    amount: Money
    code: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RefundOrder:
    """An order to give back ``amount`` of what the provider knows as ``reference``; ``order_no`` as above."""

    order_no: str
    reference: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PaymentAnswer:
    """What became of an order; ``code`` says why it is not approved, ``reference`` is the provider's own."""

    state: AnswerState
    code: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ListedOrder:
    """An order of this till as the provider's list has it; ``moved_minor`` < 0 where money went back."""

    order_no: str
    moved_minor: int


class PaymentProvider(Protocol):
    """A payment provider, or its Null twin. Every call may take eight seconds: only from its own lane.

    No call raises for what a network or a provider can do wrong: what is not certain is ``unknown``.
    """

    @property
    def name(self) -> str:
        """What it is called on tenders; empty for the Null twin, which is never asked for money."""
        ...

    @property
    def address(self) -> str:
        """Where it answers; an order is known there only."""
        ...

    def charge(self, order: ChargeOrder) -> PaymentAnswer:
        """Take money; ``declined`` with ``payment.not_sent`` if the order certainly never left."""
        ...

    def ask(self, order_no: str) -> PaymentAnswer:
        """Return what became of an order."""
        ...

    def cancel(self, order_no: str) -> PaymentAnswer:
        """Close an order that is not paid, also one that never arrived; ``approved`` if it is paid."""
        ...

    def refund(self, order: RefundOrder) -> PaymentAnswer:
        """Give money back; may be repeated until the answer is known."""
        ...

    def listed(self, from_ms: int) -> tuple[ListedOrder, ...] | None:
        """Return this till's orders since a moment (UTC milliseconds); ``None`` if no list was heard."""
        ...

    def probe(self) -> bool:
        """Return whether the provider answers at all."""
        ...
