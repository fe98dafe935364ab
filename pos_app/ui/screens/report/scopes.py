"""Which shifts, days and periods can be chosen, and which lie beside each other; free of Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from pos_app.services.records import Shift
from pos_app.ui.screens.report.state import BesideKind
from retail_core.reporting.report import Report, Scope

Step = Literal[-1, 1]
PeriodName = Literal[
    "last_7_days",
    "last_30_days",
    "this_week",
    "week_before",
    "this_month",
    "month_before",
    "this_year",
    "year_before",
]
PERIODS: tuple[PeriodName, ...] = (
    "last_7_days",
    "last_30_days",
    "this_week",
    "week_before",
    "this_month",
    "month_before",
    "this_year",
    "year_before",
)
MOST_BESIDE = 5
"""More columns than this cannot be read on the smallest screen."""


def scope_of_shift(shift: Shift) -> Scope:
    """Return the scope of a shift."""
    return Scope("shift", shift.business_day, shift.business_day, shift_id=shift.shift_id)


def scope_of_day(day: str) -> Scope:
    """Return the scope of a business day."""
    return Scope("day", day, day)


def scope_of_days(first: str, last: str) -> Scope:
    """Return the scope of a period, whichever of its ends was named first."""
    return Scope("period", min(first, last), max(first, last))


def period(name: PeriodName, today: str) -> Scope:
    """Return a period by its name; ``today`` is the newest business day."""
    now = date.fromisoformat(today)
    week = now - timedelta(days=now.weekday())
    month, year = now.replace(day=1), now.replace(month=1, day=1)
    last_month = month - timedelta(days=1)
    ends = {
        "last_7_days": (now - timedelta(days=6), now),
        "last_30_days": (now - timedelta(days=29), now),
        "this_week": (week, now),
        "week_before": (week - timedelta(days=7), week - timedelta(days=1)),
        "this_month": (month, now),
        "month_before": (last_month.replace(day=1), last_month),
        "this_year": (year, now),
        "year_before": (year.replace(year=year.year - 1), year - timedelta(days=1)),
    }
    first, last = ends[name]
    return scope_of_days(first.isoformat(), last.isoformat())


def step_of(scope: Scope, step: Step, *, shifts: Sequence[Shift]) -> Scope | None:
    """Return the shift, day or period before (-1) or after (1) a scope; ``None`` at an end."""
    if scope.kind == "shift":
        ids = [shift.shift_id for shift in shifts]
        place = ids.index(scope.shift_id) - step if scope.shift_id in ids else -1
        return scope_of_shift(shifts[place]) if 0 <= place < len(shifts) else None
    newest = max((shift.business_day for shift in shifts), default=scope.last_day)
    days = step_days(scope.first_day, scope.last_day, step=step, newest=newest)
    return None if days is None else replace(scope, first_day=days[0], last_day=days[1], shift_id="")


def step_days(first_day: str, last_day: str, *, step: Step, newest: str) -> tuple[str, str] | None:
    """Return as many days before or after; ``None`` where all of them would lie behind the newest."""
    first, last = date.fromisoformat(first_day), date.fromisoformat(last_day)
    length = timedelta(days=(last - first).days + 1) * step
    if (first + length).isoformat() > newest:
        return None
    return (first + length).isoformat(), (last + length).isoformat()


def days_of(shifts: Sequence[Shift]) -> list[str]:
    """Return the business days of shifts, the newest first."""
    return sorted({shift.business_day for shift in shifts}, reverse=True)


def beside(kind: BesideKind, report: Report, *, shifts: Sequence[Shift]) -> tuple[Scope, ...]:
    """Return what stands beside each other: a report's shift or day with earlier ones, or its cashiers."""
    scope = report.scope
    if kind == "cashiers":
        table = report.table_of("cashiers")
        keys = [row.key for row in table.rows if row.key] if table is not None else []
        return tuple(replace(scope, cashier=key) for key in keys[:MOST_BESIDE])
    if kind == "shifts":
        until = [shift for shift in shifts if shift.business_day <= scope.last_day]
        if scope.shift_id:
            ids = [shift.shift_id for shift in until]
            until = until[ids.index(scope.shift_id) :] if scope.shift_id in ids else until
        return tuple(scope_of_shift(shift) for shift in until[:MOST_BESIDE])
    last = date.fromisoformat(scope.last_day)
    return tuple(
        scope_of_day((last - timedelta(days=days)).isoformat()) for days in (0, 1, 2, 3, 7)[:MOST_BESIDE]
    )
