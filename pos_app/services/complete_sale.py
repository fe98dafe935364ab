"""Complete a sale: everything it is becomes durable in one transaction, then the screen says "paid"."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services.basket_model import Basket
from pos_app.services.records import Actor, TenderKind
from retail_core.pricing.model import PricedBasket


@dataclass(frozen=True, slots=True)
class TenderInput:
    """What the customer gave: cash may exceed the total, an external payment may not.

    ``reference`` is the last four digits of an externally confirmed payment, if they were typed.
    """

    kind: TenderKind
    amount_minor: int
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class AmountDue:
    """What is to pay: ``total`` exactly, or ``cash`` after rounding to coins if the rest is paid in cash."""

    total_minor: int
    cash_minor: int


@dataclass(frozen=True, slots=True)
class Paid:
    """The answer to "is it paid": yes, and durable."""

    sale_id: str
    receipt_number: str
    total_minor: int
    rounding_minor: int
    tendered_minor: int
    change_minor: int
    points_earned: int
    document_job_id: int
    drawer_job_id: int | None


class CompleteSale:
    """Takes payment for a priced basket; on the storage lane."""

    def due(self, priced: PricedBasket, tenders: Sequence[TenderInput] = ()) -> AmountDue:
        """Return what is still to pay after ``tenders``."""
        raise NotImplementedError

    def __call__(
        self, actor: Actor, basket: Basket, priced: PricedBasket, tenders: Sequence[TenderInput]
    ) -> Paid:
        """Write the sale; right ``sell``. The basket is cleared in the same transaction.

        Raises:
            InsufficientTender: The tenders do not reach the total.
            RuleError: ``right.missing``, ``shift.none_open``, ``sale.empty``, ``sale.already_completed``,
                ``tender.external_too_large``, ``tender.bad_amount``, ``tender.bad_reference``.
        """
        raise NotImplementedError
