"""Which shifts, days and periods can be chosen."""

import pytest

from pos_app.ui.screens.report.scopes import PeriodName, beside, days_of, period, scope_of_days, step_of
from retail_core.reporting.report import Scope
from tests.unit.pos_app.ui.screens.report.fakes import FULL, MONTH, SHIFTS


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("last_7_days", "2024-02-26", "2024-03-03"),
        ("last_30_days", "2024-02-03", "2024-03-03"),
        ("this_week", "2024-02-26", "2024-03-03"),
        ("week_before", "2024-02-19", "2024-02-25"),
        ("this_month", "2024-03-01", "2024-03-03"),
        ("month_before", "2024-02-01", "2024-02-29"),
        ("this_year", "2024-01-01", "2024-03-03"),
        ("year_before", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_period_ends_where_its_name_says(name: PeriodName, first: str, last: str) -> None:
    # 3 March 2024 is a Sunday, four days after a leap day.
    assert period(name, "2024-03-03") == Scope("period", first, last)


def test_whichever_end_of_a_period_is_named_first() -> None:
    assert scope_of_days("2026-11-09", "2026-11-02") == Scope("period", "2026-11-02", "2026-11-09")


def test_a_period_steps_by_its_own_length_and_not_into_the_future() -> None:
    week = Scope("period", "2026-11-09", "2026-11-15")
    assert step_of(week, -1, shifts=SHIFTS) == Scope("period", "2026-11-02", "2026-11-08")
    assert step_of(week, 1, shifts=SHIFTS) == Scope("period", "2026-11-16", "2026-11-22")
    assert step_of(Scope("period", "2026-11-17", "2026-11-23"), 1, shifts=SHIFTS) is None


def test_a_day_steps_by_a_day() -> None:
    assert step_of(Scope("day", "2026-11-01", "2026-11-01"), -1, shifts=SHIFTS) == Scope(
        "day", "2026-10-31", "2026-10-31"
    )


def test_a_shift_that_is_no_longer_listed_has_no_neighbour() -> None:
    old = Scope("shift", "2020-01-01", "2020-01-01", shift_id="old")
    assert step_of(old, -1, shifts=SHIFTS) is None


def test_days_are_named_once_the_newest_first() -> None:
    assert days_of((*SHIFTS, SHIFTS[1])) == ["2026-11-23", "2026-11-22", "2026-11-15"]


def test_days_stand_beside_the_three_before_and_the_same_of_the_week_before() -> None:
    days = [scope.first_day for scope in beside("days", FULL, shifts=SHIFTS)]
    assert days == ["2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-15"]


def test_beside_a_period_stand_the_shifts_until_its_end() -> None:
    assert [scope.shift_id for scope in beside("shifts", MONTH, shifts=SHIFTS)] == ["h2", "h1", "h0"]
