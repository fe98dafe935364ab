"""A business day of the store over its tills, as screens and use cases see it.

Source: docs/rules/shifts.md, "The day of the store".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DayRow:
    """A closed shift of the store's day, as its Z says; minor units, ``closed_ms`` UTC."""

    terminal_id: str
    till: str
    shift_id: str
    shift_number: int
    z_number: int
    closed_ms: int
    sales_count: int
    total_minor: int
    returns_minor: int
    tax_minor: int
    cash_expected_minor: int
    cash_counted_minor: int
    difference_minor: int
    taken_minor: int

    @property
    def net_minor(self) -> int:
        """What was sold, less what came back."""
        return self.total_minor - self.returns_minor


@dataclass(frozen=True, slots=True)
class UnknownTill:
    """A till whose part of the day is not over (``open``), or not known (``silent``)."""

    terminal_id: str
    till: str
    why: Literal["open", "silent"]


@dataclass(frozen=True, slots=True)
class DayBook:
    """What is known of a business day of the store; ``day`` is an ISO date.

    ``asked`` tells whether head office answered for the other tills; ``closed_ms`` (UTC) when the day was
    closed at this till last, 0 for never.
    """

    day: str
    currency: str
    shifts: tuple[DayRow, ...] = ()
    missing: tuple[UnknownTill, ...] = ()
    asked: bool = True
    closed_ms: int = 0

    @property
    def complete(self) -> bool:
        """Whether every till of the store has said all of the day."""
        return self.asked and not self.missing


@dataclass(frozen=True, slots=True)
class OthersDay:
    """What head office knows of a day: shifts of all tills, and what is missing of the other ones."""

    shifts: tuple[DayRow, ...]
    missing: tuple[UnknownTill, ...]
    late_facts: int = 0
    late_minor: int = 0
    """What came from all tills after the day was closed: how many facts, and their net sales."""
