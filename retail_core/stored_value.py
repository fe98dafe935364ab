"""A member's prepaid balance: principal and bonus, and which of them a payment takes.

A balance is the fold of the ledger's entries in their order; nothing else is kept.

Source: docs/rules/stored-value.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

SpendOrder = Literal["principal_first", "bonus_first", "in_proportion"]
ValueKind = Literal["top_up", "spend", "reverse", "transfer", "adjust"]

SPEND_ORDERS: Final[tuple[SpendOrder, ...]] = ("principal_first", "bonus_first", "in_proportion")


@dataclass(frozen=True, slots=True)
class TopUpOffer:
    """What can be topped up: ``pay_minor`` > 0, and the bonus for it, >= 0."""

    pay_minor: int
    bonus_minor: int = 0


@dataclass(frozen=True, slots=True)
class ValueTerms:
    """A store's terms; ``offline_minor`` is what one member may spend at one till without head office."""

    spend: SpendOrder = "principal_first"
    offers: tuple[TopUpOffer, ...] = ()
    offline_minor: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """What a member has; ``principal_minor`` may be below zero, where more was spent than was there."""

    principal_minor: int = 0
    bonus_minor: int = 0

    @property
    def total_minor(self) -> int:
        """Both together."""
        return self.principal_minor + self.bonus_minor

    def plus(self, other: Balance) -> Balance:
        """Return the sum, bucket by bucket."""
        return Balance(self.principal_minor + other.principal_minor, self.bonus_minor + other.bonus_minor)


@dataclass(frozen=True, slots=True)
class ValueEntry:
    """An entry of the ledger.

    A ``top_up``, ``transfer`` or ``adjust`` states both buckets. A ``spend`` states ``amount_minor`` > 0 and
    the ``spend`` order by which it takes them; a ``reverse`` gives ``amount_minor`` > 0 back of the payment
    ``of_ref``.
    """

    kind: ValueKind
    ref: str
    principal_minor: int = 0
    bonus_minor: int = 0
    amount_minor: int = 0
    spend: SpendOrder = "principal_first"
    of_ref: str = ""


def take(balance: Balance, minor: int, *, order: SpendOrder) -> Balance:
    """Return what a payment of ``minor`` >= 0 takes of each bucket; what is not there is principal owed."""
    principal, bonus = max(0, balance.principal_minor), max(0, balance.bonus_minor)
    if minor >= principal + bonus:
        return Balance(minor - bonus, bonus)
    if order == "bonus_first":
        of_bonus = min(bonus, minor)
    elif order == "in_proportion":
        of_bonus = _half_down(bonus * minor, principal + bonus)
    else:
        of_bonus = max(0, minor - principal)
    return Balance(minor - of_bonus, of_bonus)


@dataclass(slots=True)
class _Payment:
    """A payment, and what came back of it so far."""

    taken: Balance
    back_minor: int = 0
    bonus_back_minor: int = 0

    def give_back(self, minor: int) -> Balance:
        minor = min(minor, self.taken.total_minor - self.back_minor)
        self.back_minor += minor
        bonus = self.bonus_back_minor
        if self.taken.total_minor:
            share = _half_down(self.taken.bonus_minor * self.back_minor, self.taken.total_minor)
            self.bonus_back_minor = min(share, self.taken.bonus_minor)
        bonus = self.bonus_back_minor - bonus
        return Balance(minor - bonus, bonus)


def fold(entries: Iterable[ValueEntry]) -> Balance:
    """Return the balance that a member's entries make, in their order.

    What comes back of a payment that is not among the entries is principal; of one that is, never more than
    it took.
    """
    balance = Balance()
    for _, moved in moves(entries):
        balance = balance.plus(moved)
    return balance


def moves(entries: Iterable[ValueEntry]) -> Iterator[tuple[ValueEntry, Balance]]:
    """Yield each of a member's entries, in their order, with what it adds to the two buckets."""
    balance = Balance()
    payments: dict[str, _Payment] = {}
    for entry in entries:
        if entry.kind == "spend":
            taken = take(balance, entry.amount_minor, order=entry.spend)
            payments[entry.ref] = _Payment(taken)
            moved = Balance(-taken.principal_minor, -taken.bonus_minor)
        elif entry.kind == "reverse":
            payment = payments.setdefault(entry.of_ref, _Payment(Balance(entry.amount_minor)))
            moved = payment.give_back(entry.amount_minor)
        else:
            moved = Balance(entry.principal_minor, entry.bonus_minor)
        balance = balance.plus(moved)
        yield entry, moved


def _half_down(numerator: int, denominator: int) -> int:
    """Return a quotient >= 0, a half rounded down."""
    return (2 * numerator + denominator - 1) // (2 * denominator)
