"""The demo is made for the stores' business day, which the server's seed takes for its present, too."""

from datetime import UTC, datetime

import pytest

from pos_app.demo import chain


@pytest.mark.parametrize(
    ("hour", "day"), [(16, "2026-11-28"), (19, "2026-11-28"), (20, "2026-11-29")], ids=["00", "03", "04"]
)
def test_at_night_it_is_still_the_day_of_the_evening(
    monkeypatch: pytest.MonkeyPatch, hour: int, day: str
) -> None:
    now = datetime(2026, 11, 28, hour, 30, tzinfo=UTC).timestamp()
    monkeypatch.setattr("pos_app.demo.chain.time.time", lambda: now)
    assert chain.today() == day
