"""When something was or will be, in as few words as are clear."""

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate

_MINUTE_MS = 60_000
_DAY_MS = 24 * 3_600_000


def moment_text(wall_ms: int, now_ms: int, *, formats: Formats) -> str:
    """Return "just now" for the last minute, the time of day within half a day, else the day too."""
    if 0 <= now_ms - wall_ms < _MINUTE_MS:
        return translate("Stock", "just now")
    if abs(now_ms - wall_ms) < _DAY_MS // 2:
        return formats.time(wall_ms)
    return formats.date_time(wall_ms)
