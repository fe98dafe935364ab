"""The figures that are no sums: members who are counted once however often they came (K2, K4 to K6, K15).

Source: docs/rules/figures.md, "Figures"; what nothing is known of is said to be so.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from central_api.kit.unit import Unit
from central_api.reporting import repository
from central_api.reporting.schemas import Days
from retail_core.reporting.cells import Cell, Cells

NOT_ASKED: Final = "not_asked"

_DAY_MS: Final = 24 * 3_600_000
TOUCHED_DAYS: Final = 30
"""A member who ordered online came to a store if that was within so many days."""

_COUNTED: Final = frozenset(
    {
        *("members_touched", "members_came", "members_active", "members_two_channels"),
        *("customers", "customers_again", "newcomers", "newcomers_again", "customer_revenue"),
        *("cohort", "cohort_kept", "registered", "registered_bought"),
    }
)


@dataclass(frozen=True, slots=True)
class Window:
    """The days of a report and the moments of their beginning and end, UTC milliseconds."""

    days: Days
    begin_ms: int
    end_ms: int


def add(unit: Unit, cells: Cells, *, store_ids: list[str], window: Window | None) -> dict[str, str]:
    """Add what was counted of members, if somebody asked; else return why each measure is missing."""
    if window is None:
        return dict.fromkeys(_COUNTED, NOT_ASKED)
    found = _counted(unit, store_ids, window=window)
    cells.update({Cell(measure): value for measure, value in found.items()})
    return {}


def _counted(unit: Unit, store_ids: list[str], *, window: Window) -> dict[str, int]:
    days, begin_ms, end_ms = window.days, window.begin_ms, window.end_ms
    some, again, two, minor = repository.customers(unit, store_ids, days=days)
    new, new_again = repository.newcomers(unit, store_ids, days=days, begin_ms=begin_ms, end_ms=end_ms)
    touched, came = repository.touched(unit, store_ids, days=days, within_ms=TOUCHED_DAYS * _DAY_MS)
    month = _month_before(days)
    began_ms = begin_ms - (date.fromisoformat(days.first) - date.fromisoformat(month.first)).days * _DAY_MS
    cohort, kept = repository.cohort(unit, store_ids, days=days, month=month, begin_ms=began_ms)
    joined, bought = repository.registered(unit, store_ids, days=days, begin_ms=begin_ms, end_ms=end_ms)
    return {
        "customers": some,
        "customers_again": again,
        "customer_revenue": minor,
        "members_active": some,
        "members_two_channels": two,
        "newcomers": new,
        "newcomers_again": new_again,
        "members_touched": touched,
        "members_came": came,
        "cohort": cohort,
        "cohort_kept": kept,
        "registered": joined,
        "registered_bought": bought,
    }


def _month_before(days: Days) -> Days:
    """Return the calendar month before that of the first day."""
    last = date.fromisoformat(days.first).replace(day=1) - timedelta(1)
    first = last.replace(day=1)
    return Days(first.isoformat(), last.isoformat())
