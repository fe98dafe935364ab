from decimal import Decimal

import pytest

from pos_app.services.reporting_files.values import (
    Amount,
    Count,
    Day,
    Duration,
    Moment,
    Quantity,
    Share,
    Tenths,
    Value,
    as_text,
    value_of,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Amount(123_450, "CNY"), "¥1,234.50"),
        (Amount(-360, "CNY"), "-¥3.60"),
        (Amount(1_200, "TWD"), "NT$1,200"),
        (Count(12_345), "12,345"),
        (Quantity(356), "0.356"),
        (Quantity(-400), "-0.400"),
        (Quantity(9_696_000), "9,696"),
        (Quantity(-1_234_567_500), "-1,234,567.500"),
        (Share(1_255), "12.6%"),
        (Share(-50), "-0.5%"),
        (Tenths(123), "12.3"),
        (Day("2026-11-21"), "2026-11-21"),
        (Moment(1_795_265_400_000, "Asia/Shanghai"), "2026-11-21 20:50"),
        ("=1+1", "=1+1"),
        (None, "-"),
    ],
)
def test_a_value_becomes_a_text_only_where_it_is_read(value: Value, text: str) -> None:
    assert as_text(value) == text


def test_amounts_in_columns_have_no_sign_of_their_currency() -> None:
    assert as_text(Amount(-360, "CNY"), with_sign=False) == "-3.60"


def test_numbers_are_exact() -> None:
    assert Amount(10, "CNY").number == Decimal("0.10")
    assert Amount(1_250, "KWD").number == Decimal("1.250")
    assert Quantity(356).number == Decimal("0.356")
    assert Share(1_255).number == Decimal("0.1255")


def test_a_moment_is_that_of_the_stores_clock() -> None:
    assert Moment(1_795_265_400_000, "Europe/Berlin").on_the_wall.isoformat() == "2026-11-21T13:50:00"


def test_a_figure_that_is_not_defined_is_no_value() -> None:
    assert value_of("minor", None, currency="CNY") is None
    assert value_of("minor", 5, currency="CNY") == Amount(5, "CNY")
    assert value_of("bp", 5, currency="CNY") == Share(5)
    assert value_of("milli", 5, currency="CNY") == Quantity(5)
    assert value_of("days", 5, currency="CNY") == Tenths(5)
    assert value_of("minutes", 5, currency="CNY") == Count(5)
    assert value_of("seconds", 5, currency="CNY") == Duration(5)


def test_a_time_that_passed_reads_as_hours_minutes_and_seconds() -> None:
    assert [as_text(Duration(each)) for each in (0, 59, 3_661, 360_000)] == [
        "0:00:00",
        "0:00:59",
        "1:01:01",
        "100:00:00",
    ]
