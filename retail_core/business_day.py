"""The business day of a store: it begins when the clock on the wall shows the cut-off.

Where the clock is set back over the cut-off, the day begins at the first of the two moments; where it is set
forward over it, as much behind the jump as the cut-off lies in what was left out. So each day begins once,
and a later moment never belongs to an earlier day. Source: docs/rules/shifts.md, "The business day".
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_HOUR_MINUTES = 60


def business_day_of(at_ms: int, time_zone: str, *, day_cutoff_minutes: int) -> str:
    """Return the business day of a moment (UTC milliseconds), ``2026-11-22``."""
    today = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(_zone(time_zone)).date()
    begins_ms = day_begins_ms(today.isoformat(), time_zone, day_cutoff_minutes=day_cutoff_minutes)
    return (today if at_ms >= begins_ms else today - timedelta(days=1)).isoformat()


def day_begins_ms(day: str, time_zone: str, *, day_cutoff_minutes: int) -> int:
    """Return when a store's business day begins (UTC milliseconds): the day before ends there."""
    at = date.fromisoformat(day)
    hours, minutes = divmod(day_cutoff_minutes, _HOUR_MINUTES)
    begins = datetime(at.year, at.month, at.day, hours, minutes, tzinfo=_zone(time_zone))
    return round(begins.timestamp()) * 1000


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
