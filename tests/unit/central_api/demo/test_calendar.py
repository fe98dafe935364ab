"""The demo stores' day begins at 04:00 in Shanghai: at night a demo is still in the day of the evening."""

from datetime import UTC, date, datetime

import pytest

from central_api.demo.calendar import Day, day_of, moment_of


def at(hour: int, minute: int, *, day: int = 29) -> int:
    """Return a moment of November 2026 in UTC milliseconds; Shanghai is eight hours ahead."""
    return int(datetime(2026, 11, day, hour, minute, tzinfo=UTC).timestamp()) * 1000


@pytest.mark.parametrize(
    ("wall_ms", "day"),
    [
        (at(16, 30, day=28), "2026-11-28"),  # 00:30 on the 29th
        (at(19, 59, day=28), "2026-11-28"),
        (at(20, 0, day=28), "2026-11-29"),
        (at(15, 59), "2026-11-29"),
    ],
)
def test_a_moment_belongs_to_the_business_day_of_the_stores(wall_ms: int, day: str) -> None:
    assert day_of(wall_ms).text == day


def test_a_chain_of_today_stands_at_now_also_at_night_and_one_of_another_day_at_ten() -> None:
    night = at(18, 7, day=28)
    assert moment_of(date(2026, 11, 28), night) == night
    assert moment_of(date(2026, 11, 29), night) == at(2, 0)
    assert Day(date(2026, 11, 29)).at_ms(10 * 60) == at(2, 0)
