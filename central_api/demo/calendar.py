"""Days and hours of the demo stores."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from retail_core.business_day import business_day_of

ZONE_NAME = "Asia/Shanghai"
DAY_CUTOFF_MINUTES = 240
"""The demo stores' days begin at 04:00."""
MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS

_ZONE = ZoneInfo(ZONE_NAME)
_MORNING_HOUR = 10


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the stores."""

    date: date

    @property
    def text(self) -> str:
        """The day as ``2026-11-22``."""
        return self.date.isoformat()

    @property
    def weekday(self) -> int:
        """1 for Monday to 7."""
        return self.date.isoweekday()

    def at_ms(self, minute_of_day: int) -> int:
        """Return a minute of the day as UTC milliseconds."""
        midnight = datetime(self.date.year, self.date.month, self.date.day, tzinfo=_ZONE)
        return int(midnight.timestamp()) * 1000 + minute_of_day * MINUTE_MS

    def before(self, days: int) -> "Day":
        """Return the day so many days earlier."""
        return Day(self.date - timedelta(days=days))


def day_of(wall_ms: int) -> Day:
    """Return the stores' business day at a time: at night it is still that of the evening."""
    day = business_day_of(wall_ms, ZONE_NAME, day_cutoff_minutes=DAY_CUTOFF_MINUTES)
    return Day(date.fromisoformat(day))


def moment_of(as_of: date, now_ms: int) -> int:
    """Return the moment at which a chain made for ``as_of`` stands: now, or that day's ten o'clock."""
    if day_of(now_ms).date == as_of:
        return now_ms // MINUTE_MS * MINUTE_MS
    return Day(as_of).at_ms(_MORNING_HOUR * 60)
