"""A member's PIN, and how wrong tries and message codes are slowed down; the tables of the rule page."""

import pytest

from retail_core.proofs import is_pin, wait_after_ms, wait_for_code_ms

MINUTE = 60_000


@pytest.mark.parametrize("pin", ["304958", "112233", "121212", "890123"])
def test_six_digits_are_a_pin(pin: str) -> None:
    assert is_pin(pin)


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "1234567", "000000", "123456", "987654", "12a456", "\uff11\uff12\uff14\uff18\uff11\uff12"],
)
def test_too_short_too_simple_or_no_digits_are_none(pin: str) -> None:
    assert not is_pin(pin)


@pytest.mark.parametrize(("wrong", "minutes"), [(0, 0), (4, 0), (5, 1), (6, 5), (7, 15), (8, 15), (200, 15)])
def test_waits_grow_after_the_fifth_wrong_pin(wrong: int, minutes: int) -> None:
    assert wait_after_ms(wrong) == minutes * MINUTE


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        ([], 0),
        ([600_000 - 30_000], 30_000),
        ([600_000 - MINUTE], 0),
        # Five within the hour: the next one when the first of them is an hour old.
        ([0, MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE], 50 * MINUTE),
        ([4 * MINUTE, 0, 3 * MINUTE, MINUTE], 0),
    ],
)
def test_message_codes_are_one_a_minute_and_five_an_hour(asked: list[int], wait: int) -> None:
    assert wait_for_code_ms(asked, now_ms=10 * MINUTE) == wait


def test_codes_that_are_an_hour_old_count_no_more() -> None:
    assert wait_for_code_ms([0, 1, 2, 3, 4], now_ms=61 * MINUTE) == 0
