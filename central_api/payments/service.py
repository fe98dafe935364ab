"""What tills state about payments whose outcome they did not hear at once."""

from typing import Final

from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.payments import repository
from retail_core.wire.facts import PaymentDoubted, PaymentResolved
from retail_core.wire.shift_facts import CardsCompared

LISTS_DIFFER: Final = "payment.lists_differ"
"""The exception of a shift whose cards are not what the provider's list says."""

IN_DOUBT: Final = "payment.in_doubt"
"""The exception that stays open until somebody, or the provider, says what became of the money."""


def apply_doubted(unit: Unit, context: FactContext, *, fact: PaymentDoubted) -> list[DoubtfulFact]:
    """Note a payment in doubt; a person has to look at it until it is resolved."""
    repository.insert(unit, _row(context, fact))
    return [DoubtfulFact(IN_DOUBT, _about(fact))]


def apply_resolved(unit: Unit, context: FactContext, *, fact: PaymentResolved) -> list[DoubtfulFact]:
    """Note how it ended; a person's word has to be compared with the provider's list.

    A provider's later word counts, and says so where a person had said something else.
    """
    before = repository.find(unit, fact.payment_id)
    repository.insert(unit, _row(context, fact))
    repository.resolve(
        unit,
        fact.payment_id,
        values={
            "outcome": fact.outcome,
            "means": fact.means,
            "reference": fact.reference,
            "approved_by": fact.approved_by,
            "resolved_ms": context.wall_ms,
        },
    )
    args = {**_about(fact), "outcome": fact.outcome}
    if fact.means == "person":
        return [DoubtfulFact("payment.decided_by_hand", args)]
    said = None if before is None or before["means"] != "person" else before["outcome"]
    return [DoubtfulFact("payment.contradicted", args)] if said not in {None, fact.outcome} else []


def apply_compared(fact: CardsCompared) -> list[DoubtfulFact]:
    """A provider's list that says something else than a till is for a person to look at."""
    if not fact.differing:
        return []
    about: dict[str, str | int] = {
        "shift_id": fact.shift_id,
        "provider": fact.provider,
        "orders": fact.differing,
        "amount_minor": fact.their_minor - fact.own_minor,
    }
    return [DoubtfulFact(LISTS_DIFFER, about)]


def doubted_in(unit: Unit, payment_id: str) -> str | None:
    """Return the entry that noted a payment first."""
    found = repository.find(unit, payment_id)
    return None if found is None else str(found["entry_id"])


def _about(fact: PaymentDoubted | PaymentResolved) -> dict[str, str | int]:
    return {
        "payment_id": fact.payment_id,
        "sale_id": fact.sale_id,
        "provider": fact.provider,
        "amount_minor": fact.amount_minor,
    }


def _row(context: FactContext, fact: PaymentDoubted | PaymentResolved) -> dict[str, object]:
    return {
        "payment_id": fact.payment_id,
        "entry_id": context.entry_id,
        "terminal_id": context.terminal_id,
        "store_id": context.store_id,
        "kind": fact.kind,
        "sale_id": fact.sale_id,
        "provider": fact.provider,
        "amount_minor": fact.amount_minor,
        "currency": fact.currency,
        "noted_ms": context.wall_ms,
        "outcome": "",
        "means": "",
        "reference": "",
    }
