"""Which days and shifts a report is about, and which earlier ones it is compared with.

Source: docs/rules/figures.md, "Reports".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pos_app.services.records import Shift, StoreProfile
from pos_app.services.reporting.ports import CellScope
from pos_app.services.repositories import UnitOfWork
from retail_core.business_day import day_begins_ms
from retail_core.reporting.report import Comparison, Scope

_WEEK = timedelta(days=7)


def shift_scope(shift: Shift) -> Scope:
    """Return the scope of a shift."""
    return Scope("shift", shift.business_day, shift.business_day, shift_id=shift.shift_id)


def day_scope(day: str) -> Scope:
    """Return the scope of a business day, ``2026-11-22``."""
    return Scope("day", day, day)


def days_in(scope: Scope) -> int:
    """Return how many days a scope has."""
    return (date.fromisoformat(scope.last_day) - date.fromisoformat(scope.first_day)).days + 1


def cells_in(scope: Scope) -> CellScope:
    """Return which kept cells a scope reads."""
    if scope.kind == "shift":
        return CellScope(shift_id=scope.shift_id)
    return CellScope(scope.first_day, scope.last_day)


def comparisons_of(work: UnitOfWork, scope: Scope) -> tuple[Comparison, ...]:
    """Return what a scope is compared with, the nearest first."""
    first, last = date.fromisoformat(scope.first_day), date.fromisoformat(scope.last_day)
    if scope.kind == "shift":
        return (Comparison("week_before", _shift_before(work, scope, day=(first - _WEEK).isoformat())),)
    if scope.kind == "day":
        return (Comparison("week_before", _days(scope, first - _WEEK, last=last - _WEEK)),)
    length = timedelta(days=(last - first).days + 1)
    return (
        Comparison("period_before", _days(scope, first - length, last=last - length)),
        Comparison("year_before", _days(scope, _year_before(first), last=_year_before(last))),
    )


def window_ms(scope: Scope, shifts: Sequence[Shift], *, profile: StoreProfile) -> tuple[int, int | None]:
    """Return from when to when (UTC milliseconds) a scope reaches; ``None``: it still goes on."""
    if scope.kind == "shift":
        own = next((shift for shift in shifts if shift.shift_id == scope.shift_id), None)
        return (0, 0) if own is None else (own.opened_ms, own.closed_ms)
    after = date.fromisoformat(scope.last_day) + timedelta(days=1)
    return _begin_ms(date.fromisoformat(scope.first_day), profile), _begin_ms(after, profile)


def _begin_ms(day: date, profile: StoreProfile) -> int:
    return day_begins_ms(day.isoformat(), profile.time_zone, day_cutoff_minutes=profile.day_cutoff_minutes)


def _days(scope: Scope, first: date, *, last: date) -> Scope:
    return Scope(scope.kind, first.isoformat(), last.isoformat(), cashier=scope.cashier)


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def _shift_before(work: UnitOfWork, scope: Scope, *, day: str) -> Scope:
    """Return the shift that was as far into its day; the day itself where there was none."""
    today = [shift.shift_id for shift in work.cells.shifts(scope.first_day, scope.first_day)]
    earlier = work.cells.shifts(day, day)
    if not earlier or scope.shift_id not in today:
        return Scope("shift", day, day, cashier=scope.cashier)
    place = min(today.index(scope.shift_id), len(earlier) - 1)
    return Scope("shift", day, day, shift_id=earlier[place].shift_id, cashier=scope.cashier)
