"""Points as a tender: what they are worth, how many pay an amount, and what a sale earns beside them.

Source: docs/rules/points.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

MOST_POINTS: Final = 1_000_000_000
"""More than this is a slip of the finger."""

_WHOLE_PERCENT = 100

PointsKind = Literal["earn", "burn", "reverse", "expire", "transfer", "adjust"]


@dataclass(frozen=True, slots=True)
class PointsTerms:
    """A store's rate: ``points`` are worth ``minor`` units; both > 0.

    ``most_percent`` of what points may pay at all can be paid so; ``offline_points`` is what one member may
    spend at one till without head office.
    """

    points: int
    minor: int
    most_percent: int = _WHOLE_PERCENT
    offline_points: int = 0

    def worth(self, points: int) -> int:
        """Return what points are worth in minor units, rounded down."""
        return max(0, points) * self.minor // self.points

    def points_for(self, minor: int) -> int:
        """Return the fewest points that are worth ``minor`` units."""
        return -(-minor * self.points // self.minor)

    def most_minor(self, payable_minor: int) -> int:
        """Return the most that points may pay of goods that they may pay at all."""
        return max(0, payable_minor) * self.most_percent // _WHOLE_PERCENT

    def payment(self, available: int, *, payable_minor: int, due_minor: int) -> tuple[int, int]:
        """Return the points, of those ``available``, that pay the most of a sale, and what they pay.

        Args:
            available: Points that can be spent.
            payable_minor: What of the sale points may pay at all.
            due_minor: What is to pay.
        """
        minor = min(self.worth(available), self.most_minor(payable_minor), due_minor)
        return (self.points_for(minor), minor) if minor > 0 else (0, 0)


@dataclass(frozen=True, slots=True)
class PointsEntry:
    """An entry of the ledger as expiry looks at it; ``dated_ms`` is when its points were earned."""

    kind: PointsKind
    points: int
    dated_ms: int
    of_burn: bool = False
    """Of a ``reverse``: it gives back what was burned, and does not take what was earned."""


def payable_minor(lines: Iterable[tuple[int, bool]]) -> int:
    """Return what points may pay: the totals of lines that are neither regulated nor deposits.

    Args:
        lines: What is paid for each line, and whether points may pay it.
    """
    return sum(minor for minor, allowed in lines if allowed)


def earned_beside(earned: int, payable: int, *, by_points_minor: int) -> int:
    """Return what a sale earns of which a part was paid with points; the fraction is dropped."""
    if payable <= 0 or by_points_minor <= 0:
        return earned
    return earned * max(0, payable - by_points_minor) // payable


def points_kept(points: int, sold_milli: int, *, back_milli: int) -> int:
    """Return which of a line's points stay when so much of it came back, rounded down."""
    left = max(0, sold_milli - back_milli)
    return points * left // sold_milli if sold_milli > 0 else 0


def points_share(points: int, part_minor: int, *, left_minor: int) -> int:
    """Return which of ``points`` go with ``part_minor`` of ``left_minor`` that they paid, half up."""
    if left_minor <= 0:
        return 0
    return (2 * points * part_minor + left_minor) // (2 * left_minor)


_DAY_MS: Final = 24 * 3_600_000


def next_expiry(
    entries: Iterable[PointsEntry], *, hold_days: int, day_of: Callable[[int], str]
) -> tuple[int, int] | None:
    """Return how many points go next if nothing more is spent, and when the first of them do (UTC ms).

    Args:
        entries: Of one member, in any order.
        hold_days: For how many days points hold; 0 for ever.
        day_of: The day of the store in which a time falls; points of one day are told together. Days must
            sort as times do.
    """
    found = list(entries)
    if not hold_days:
        return None
    hold_ms = hold_days * _DAY_MS
    days: dict[str, list[int]] = {}
    for entry in found:
        if not _is_spent(entry):
            days.setdefault(day_of(entry.dated_ms + hold_ms), []).append(entry.dated_ms)
    for _, dated in sorted(days.items()):
        gone = expired(found, before_ms=max(dated) + 1)
        if gone:
            return gone, min(dated) + hold_ms
    return None


def _is_spent(entry: PointsEntry) -> bool:
    """Return whether an entry takes (or gives back) what was spent, and not what was earned at a time."""
    is_taken = entry.kind in {"adjust", "transfer"} and entry.points < 0
    return entry.kind in {"burn", "expire"} or entry.of_burn or is_taken


def expired(entries: Iterable[PointsEntry], *, before_ms: int) -> int:
    """Return how many points are too old now: the oldest are spent first.

    What was earned before ``before_ms`` (less what returns took of it), less all that was ever spent or has
    expired; >= 0. A return takes from the points that its goods had earned, whatever their age.
    """
    old = spent = 0
    for entry in entries:
        if _is_spent(entry):
            spent -= entry.points
        elif entry.dated_ms < before_ms:
            old += entry.points
    return max(0, old - spent)
