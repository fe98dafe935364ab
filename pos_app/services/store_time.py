"""The store's own time: its business day, its weekday and its minutes.

A business day ends at the store's cut-off: a sale at 01:30 with a cut-off at 04:00 belongs to yesterday.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from pos_app.services.records import StoreProfile
from retail_core.business_day import business_day_of, day_begins_ms


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A moment in the store; ``weekday`` 1 is Monday, ``minute_of_day`` is 0 to 1439."""

    date: str
    weekday: int
    minute_of_day: int


def local_time(at_ms: int, time_zone: str) -> LocalTime:
    """Return a moment (UTC milliseconds) as the clock on the store's wall shows it."""
    moment = datetime.fromtimestamp(at_ms // 1000, tz=UTC).astimezone(ZoneInfo(time_zone))
    return LocalTime(moment.date().isoformat(), moment.isoweekday(), moment.hour * 60 + moment.minute)


def business_day(at_ms: int, profile: StoreProfile) -> str:
    """Return the business day of a moment, ``2026-11-22``."""
    return business_day_of(at_ms, profile.time_zone, day_cutoff_minutes=profile.day_cutoff_minutes)


def end_of_business_day_ms(at_ms: int, profile: StoreProfile) -> int:
    """Return when the business day of a moment ends, in UTC milliseconds."""
    after = days_before(business_day(at_ms, profile), -1)
    return day_begins_ms(after, profile.time_zone, day_cutoff_minutes=profile.day_cutoff_minutes)


def end_of_day_ms(day: str, time_zone: str) -> int:
    """Return when a calendar day ends on the store's clock, in UTC milliseconds."""
    after = date.fromisoformat(day) + timedelta(days=1)
    return int(datetime(after.year, after.month, after.day, tzinfo=ZoneInfo(time_zone)).timestamp() * 1000)


def days_before(day: str, days: int) -> str:
    """Return the day that lies ``days`` before ``day``."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Return how many days lie between two days; below zero if they are the other way round."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
