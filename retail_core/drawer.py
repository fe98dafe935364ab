"""The drawer: which notes and coins there are, what they come to, and what movements do to the expected cash.

Source: docs/rules/shifts.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from retail_core.money import exponent

DENOMINATIONS: Final[Mapping[str, tuple[int, ...]]] = {
    "CNY": (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10),
    "TWD": (2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 1),
    "HKD": (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10),
    "USD": (10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1),
    "EUR": (50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "JPY": (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1),
}
"""Notes and coins in minor units, the largest first, as they are legal tender."""

COUNT_LIMIT: Final = 5
COUNT_ATTEMPTS: Final = 2
MOST_ATTEMPTS: Final = 9
DIFFERENCE_PERSONS: Final = 2
"""So many people a difference above the limit takes: who closes, and another who allows it."""

FLOAT_UNITS: Final[Mapping[str, int]] = {"CNY": 500, "TWD": 5_000, "HKD": 1_000, "JPY": 30_000}
"""What usually lies in a drawer in the morning, in whole units of the currency."""

_OTHER_FLOAT = 200


def denominations(currency: str) -> tuple[int, ...]:
    """Return the notes and coins of a currency, the largest first; none where they are not known."""
    return DENOMINATIONS.get(currency, ())


def usual_limit_minor(currency: str) -> int:
    """Return the difference that a store lets pass if it has set none.

    It is 5 units of the currency, 50 where there are no cents.
    """
    return COUNT_LIMIT * (_power(currency) if exponent(currency) else 10)


def usual_float_minor(currency: str) -> int:
    """Return what usually lies in a drawer in the morning."""
    return FLOAT_UNITS.get(currency, _OTHER_FLOAT) * _power(currency)


def _power(currency: str) -> int:
    """Return how many minor units a whole one has."""
    return int(10 ** exponent(currency))


def worth_minor(pieces: Mapping[int, int]) -> int:
    """Return what some notes and coins come to: value in minor units to how many."""
    return sum(value * count for value, count in pieces.items())


@dataclass(frozen=True, slots=True)
class MoveSums:
    """How many movements of each kind a drawer had, and what they came to (minor units >= 0)."""

    paid_in: int = 0
    paid_in_minor: int = 0
    paid_out: int = 0
    paid_out_minor: int = 0
    safe_drops: int = 0
    safe_drops_minor: int = 0
    floats_added: int = 0
    floats_added_minor: int = 0

    @property
    def net_minor(self) -> int:
        """What they add to the expected cash."""
        came = self.paid_in_minor + self.floats_added_minor
        return came - self.paid_out_minor - self.safe_drops_minor


def move_sums(moves: Iterable[tuple[str, int]]) -> MoveSums:
    """Return the sums of movements: (kind, minor units > 0)."""
    counts = dict.fromkeys(("paid_in", "paid_out", "safe_drop", "float_added"), 0)
    minors = dict(counts)
    for kind, minor in moves:
        counts[kind] += 1
        minors[kind] += minor
    return MoveSums(
        paid_in=counts["paid_in"],
        paid_in_minor=minors["paid_in"],
        paid_out=counts["paid_out"],
        paid_out_minor=minors["paid_out"],
        safe_drops=counts["safe_drop"],
        safe_drops_minor=minors["safe_drop"],
        floats_added=counts["float_added"],
        floats_added_minor=minors["float_added"],
    )


@dataclass(frozen=True, slots=True)
class CountStep:
    """A count that was submitted: its largest difference (minor units >= 0), and what came before it.

    ``moved`` tells that cash was moved by hand, or given back, between the count before and this one.
    """

    largest_minor: int
    moved: bool = False


def in_question_minor(steps: Iterable[CountStep], *, limit_minor: int, attempts: int) -> int:
    """Return the difference that somebody has to allow before the last count closes a shift; 0 for none.

    A difference above the limit stays in question until a count comes within it, in one of the attempts and
    with no cash moved by hand since. Source: docs/rules/shifts.md, "Count and close".

    Args:
        steps: The counts of the shift, in order.
        limit_minor: The difference that asks nobody, >= 0.
        attempts: How often the store lets it be counted, >= 1.
    """
    seen, moved = 0, False
    for number, step in enumerate(steps, 1):
        moved = bool(seen) and (moved or step.moved)
        if step.largest_minor > limit_minor:
            seen = max(seen, step.largest_minor) if moved or number > attempts else step.largest_minor
        elif not moved and number <= attempts:
            seen = 0
    return seen
