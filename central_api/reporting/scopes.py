"""The days of a report: which sums cover them, and what they are compared with."""

import calendar
from datetime import date, timedelta
from typing import Final

from central_api.kit.errors import ApiError
from central_api.reporting.schemas import Days
from retail_core.reporting.report import ComparisonKind
from retail_core.wire.reports import MAX_DAYS

_LEAP_DAY: Final = (2, 29)


def read_days(first: str, last: str) -> Days:
    """Return the days from one to another.

    Raises:
        ApiError: 422 ``report.bad_days``: no dates, in the wrong order, or too many.
    """
    try:
        count = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    except ValueError as error:
        raise ApiError(422, "report.bad_days", detail=f"{first} {last}") from error
    if not 1 <= count <= MAX_DAYS:
        raise ApiError(422, "report.bad_days", detail=f"{first} {last}")
    return Days(first, last)


def count(days: Days) -> int:
    """Return how many days that is."""
    return (date.fromisoformat(days.last) - date.fromisoformat(days.first)).days + 1


def each_day(days: Days) -> list[str]:
    """Return the days one by one."""
    first = date.fromisoformat(days.first)
    return [(first + timedelta(number)).isoformat() for number in range(count(days))]


def periods(days: Days) -> list[str]:
    """Return whole months, and the days that are left, which together are the days."""
    day, last = date.fromisoformat(days.first), date.fromisoformat(days.last)
    found = []
    while day <= last:
        end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        if day.day == 1 and end <= last:
            found.append(f"{day:%Y-%m}")
            day = end
        else:
            found.append(day.isoformat())
        if day == date.max:
            break
        day += timedelta(1)
    return found


def earlier(days: Days, kind: ComparisonKind, *, chosen: str | None = None) -> Days | None:
    """Return the days that a report is compared with; None where the calendar has none.

    The same weekdays a week before; as many days before the first one; the same dates of the year before,
    29 February with the 28th; as many days from a chosen one on.
    """
    first, last = date.fromisoformat(days.first), date.fromisoformat(days.last)
    length = last - first
    try:
        if kind == "year_before":
            return Days(_year_before(first).isoformat(), _year_before(last).isoformat())
        begin = {
            "week_before": lambda: first - timedelta(7),
            "period_before": lambda: first - length - timedelta(1),
            "chosen": lambda: date.fromisoformat(chosen or ""),
        }[kind]()
        return Days(begin.isoformat(), (begin + length).isoformat())
    except (ValueError, OverflowError):
        return None


def _year_before(day: date) -> date:
    is_leap_day = (day.month, day.day) == _LEAP_DAY
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)
