"""What is to pay, what was given, and the change: cash is rounded to coins, and only the part paid in cash.

Source: docs/rules/cash.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services.errors import InsufficientTender, RuleError
from pos_app.services.records import TenderKind
from retail_core.money import Money, round_to_step
from retail_core.wire.facts import Tender

MOST_AMOUNT_MINOR = 10_000_000_000
"""An amount above this is a slip of the finger."""

_REFERENCE_DIGITS = 4


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
class Settlement:
    """How a total was paid; the tenders sum to total plus rounding."""

    tenders: tuple[Tender, ...]
    rounding_minor: int
    tendered_minor: int
    change_minor: int


def amount_due(total: Money, tenders: Sequence[TenderInput], *, cash_step_minor: int) -> AmountDue:
    """Return what is still to pay after ``tenders``, never below zero."""
    external = sum(part.amount_minor for part in tenders if part.kind == "external")
    cash = sum(part.amount_minor for part in tenders if part.kind == "cash")
    rest = total - Money(external, total.currency)
    in_cash = round_to_step(rest, cash_step_minor).minor
    return AmountDue(max(0, rest.minor - cash), max(0, in_cash - cash))


def settle(total: Money, tenders: Sequence[TenderInput], *, cash_step_minor: int) -> Settlement:
    """Return how ``tenders`` pay ``total``; all cash becomes one tender with its change.

    Raises:
        InsufficientTender: They do not reach the total.
        RuleError: ``tender.bad_amount``, ``tender.bad_reference``, ``tender.external_too_large`` (over by) or
            ``tender.not_needed``.
    """
    for part in tenders:
        _check(part)
    external = [part for part in tenders if part.kind == "external"]
    cash_given = sum(part.amount_minor for part in tenders if part.kind == "cash")
    rest = total.minor - sum(part.amount_minor for part in external)
    if rest < 0:
        raise RuleError("tender.external_too_large", -rest)
    settled = [
        Tender(
            kind="external",
            amount_minor=part.amount_minor,
            tendered_minor=part.amount_minor,
            change_minor=0,
            reference=part.reference,
        )
        for part in external
    ]
    if not cash_given:
        return _without_cash(settled, rest)
    if rest == 0:
        raise RuleError("tender.not_needed")
    due = round_to_step(Money(rest, total.currency), cash_step_minor).minor
    if cash_given < due:
        raise InsufficientTender(due - cash_given)
    change = cash_given - due
    settled.append(Tender(kind="cash", amount_minor=due, tendered_minor=cash_given, change_minor=change))
    tendered = sum(part.tendered_minor for part in settled)
    return Settlement(tuple(settled), due - rest, tendered, change)


def _without_cash(settled: list[Tender], rest: int) -> Settlement:
    if rest > 0:
        raise InsufficientTender(rest)
    return Settlement(tuple(settled), 0, sum(part.tendered_minor for part in settled), 0)


def _check(part: TenderInput) -> None:
    if not 0 < part.amount_minor <= MOST_AMOUNT_MINOR:
        raise RuleError("tender.bad_amount")
    digits = part.reference
    if digits is not None and not (
        len(digits) == _REFERENCE_DIGITS and digits.isascii() and digits.isdigit()
    ):
        raise RuleError("tender.bad_reference")
