"""Batches with a date: which of them a store still has, which date may be sold, what is marked down.

Source: docs/rules/stock.md, "Batches with a date".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

DateKind = Literal["", "best_before", "use_by"]
"""What the date of a batch says: nothing is kept, advice to the buyer, or the last day of sale."""

SELL_PAST_DATE: Final = "sell.past_date"
"""The right to sell goods whose best-before date is over, where the law of the store lets it."""
SOON_DAYS: Final = 7
"""So many days ahead goods stand on the list of what expires soon."""
ENDED_DAYS: Final = 30
"""So long after its date a batch of which nothing is left is kept, because tills may tell later."""

_NO_DATE: Final = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Batch:
    """What there is of one batch: ``expires`` is an ISO date or empty, ``qty_milli`` are thousandths."""

    number: str
    expires: str
    qty_milli: int


@dataclass(frozen=True, slots=True)
class BatchFigures:
    """What a store has of a product: by batch in the order of their dates, and what is of no known batch.

    Both together are the product's level; the batches are an estimate, the level is not.
    """

    batches: tuple[Batch, ...]
    unknown_milli: int

    def expired_milli(self, today: str) -> int:
        """Return how much may not be sold any more."""
        return sum(each.qty_milli for each in self.batches if is_over(each.expires, today))


def figures(level_milli: int, named: Iterable[Batch]) -> BatchFigures:
    """Return what there is of each batch, where ``named`` is the sum of the movements that named it.

    A batch of which more left than came takes it from what is of no known batch. What left without a batch
    came first from what has none, then from the batch with the earliest date. So the order in which
    movements become known does not matter.
    """
    ordered = sorted(named, key=lambda each: (each.expires or _NO_DATE, each.number))
    there = [replace(each, qty_milli=max(0, each.qty_milli)) for each in ordered]
    lacking = max(0, sum(each.qty_milli for each in there) - max(0, level_milli))
    left: list[Batch] = []
    for each in there:
        taken = min(lacking, each.qty_milli)
        lacking -= taken
        left.append(replace(each, qty_milli=each.qty_milli - taken))
    return BatchFigures(tuple(left), level_milli - sum(each.qty_milli for each in left))


def is_over(expires: str, today: str) -> bool:
    """Return whether a date is over; its own day is the last one. Both are ISO dates, ``""`` never ends."""
    return bool(expires) and expires < today


def days_left(expires: str, today: str) -> int:
    """Return how many days a date is ahead: 0 on the day itself, below 0 when it is over."""
    return (date.fromisoformat(expires) - date.fromisoformat(today)).days


def markdown_bp(steps: Mapping[int, int], left_days: int) -> int:
    """Return what may be taken off goods with so many days left, in hundredths of a per cent; 0 for nothing.

    Args:
        steps: Days to hundredths of a per cent: the step with the fewest days that still reaches counts.
        left_days: Days until the date; below 0 nothing is marked down, because it is not sold.
    """
    reaching = [days for days in steps if days >= left_days]
    return steps[min(reaching)] if reaching and left_days >= 0 else 0


def as_date(text: str) -> str:
    """Return a typed date as ISO: ``2026-12-31``, ``20261231`` or ``261231``; empty where it is none."""
    digits = "".join(character for character in text if character.isascii() and character.isdigit())
    if len(digits) == len("261231"):
        digits = f"20{digits}"
    try:
        return (
            date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat() if len(digits) == 8 else ""
        )
    except ValueError:
        return ""
