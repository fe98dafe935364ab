"""When something was, in as few words as are clear."""

from datetime import UTC

import pytest

from pos_app.ui.format import Formats
from pos_app.ui.moments import moment_text

NOON_MS = 1_795_867_200_000  # 28 November 2026, 12:00 UTC
MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS


@pytest.mark.parametrize(
    ("ago_ms", "has_time", "has_day"),
    [
        (0, False, False),
        (MINUTE_MS - 1, False, False),
        (MINUTE_MS, True, False),
        (12 * HOUR_MS - 1, True, False),
        (12 * HOUR_MS, True, True),
        (-1, True, False),
        (-12 * HOUR_MS, True, True),
    ],
)
def test_the_nearer_it_is_the_less_is_said(ago_ms: int, has_time: bool, has_day: bool) -> None:
    formats = Formats(lambda: "en", UTC)
    text = moment_text(NOON_MS - ago_ms, NOON_MS, formats=formats)
    assert (formats.time(NOON_MS - ago_ms) in text) == has_time
    assert ("2026" in text) == has_day
