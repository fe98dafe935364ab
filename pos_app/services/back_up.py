"""Make the nightly backup of the till's file, as soon after three in the morning as the till is running."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from pos_app.services.errors import StorageError
from pos_app.services.ports import Clock
from pos_app.services.safety import Concern, Safety

PLACE: Final = "backup"
HOUR: Final = 3
"""Of the store's clock; a till that was off then makes it when it is started."""


class BackupPlace(Protocol):
    """Where backups lie."""

    def newest_day(self) -> str:
        """Return the day of the newest backup; empty for none."""

    def newest_ms(self) -> int:
        """Return when it was written; 0 for none."""


class BackUp:
    """Asked every few minutes, makes at most one backup a day; on a lane that nobody waits for."""

    def __init__(
        self,
        place: BackupPlace,
        *,
        make: Callable[[str, str], object],
        time_zone: str,
        safety: Safety,
        clock: Clock,
    ) -> None:
        """Keep what is asked; ``make`` takes the day and the week, and copies and verifies."""
        self._place = place
        self._make = make
        self._zone = ZoneInfo(time_zone)
        self._safety = safety
        self._clock = clock

    def __call__(self) -> None:
        """Make today's backup if it is due; what goes wrong is noted and tried again."""
        now_ms = self._clock.now_ms()
        now = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(self._zone)
        try:
            newest = self._place.newest_day()
            if not newest or (newest < now.date().isoformat() and now.hour >= HOUR):
                self._make(now.date().isoformat(), week_of(now))
            self._safety.note(PLACE, None)
            self._safety.checked(PLACE, self._place.newest_ms())
        except StorageError as error:
            self._safety.note(PLACE, Concern(error.code, "warn", now_ms, error.arguments))


def week_of(moment: datetime) -> str:
    """Return the ISO week of a moment, ``202648``."""
    year, week, _ = moment.isocalendar()
    return f"{year:04d}{week:02d}"
