"""What is to pay and how it is settled, with the errors of the counter; ``retail_core.tenders`` reckons."""

from collections.abc import Sequence

from pos_app.services.errors import InsufficientTender, RuleError
from retail_core import tenders as rules
from retail_core.money import Money
from retail_core.tenders import AmountDue, CashBefore, Settlement, TenderError, TenderPart, TenderTerms
from retail_core.wire.facts import Tender

__all__ = ["AmountDue", "Settlement", "TenderInput", "amount_due", "settle", "stated"]

TenderInput = TenderPart
"""What the customer gave, or is given: one tender."""

_INSUFFICIENT = "tender.insufficient"


def amount_due(total: Money, tenders: Sequence[TenderInput], *, terms: TenderTerms) -> AmountDue:
    """Return what is still to pay after ``tenders``, never below zero."""
    return rules.amount_due(total, tenders, terms=terms)


def settle(
    total: Money, tenders: Sequence[TenderInput], *, terms: TenderTerms, before: CashBefore | None = None
) -> Settlement:
    """Return how ``tenders`` pay ``total``, or give it back when it is negative.

    Raises:
        InsufficientTender: They do not reach the total.
        RuleError: Any other code of :func:`retail_core.tenders.settle`.
    """
    try:
        return rules.settle(total, tenders, terms=terms, before=before)
    except TenderError as error:
        if error.code == _INSUFFICIENT:
            raise InsufficientTender(int(str(error.arguments[0]))) from error
        raise RuleError(error.code, *error.arguments) from error


def stated(settlement: Settlement) -> tuple[Tender, ...]:
    """Return the tenders as a sale's fact states them."""
    return tuple(
        Tender(
            kind=part.kind,
            amount_minor=part.amount_minor,
            tendered_minor=part.tendered_minor,
            change_minor=part.change_minor,
            reference=part.reference,
            provider=part.provider,
            points=part.points,
        )
        for part in settlement.tenders
    )
