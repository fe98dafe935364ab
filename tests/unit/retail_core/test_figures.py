import pytest

from retail_core.figures import amount, local_time, quantity, rate, signed_amount
from retail_core.money import Money


@pytest.mark.parametrize(
    ("money", "plain", "signed"),
    [
        (Money(123_450, "CNY"), "1,234.50", "¥1,234.50"),
        (Money(-360, "CNY"), "-3.60", "-¥3.60"),
        (Money(5, "CNY"), "0.05", "¥0.05"),
        (Money(1_200, "TWD"), "1,200", "NT$1,200"),
        (Money(1_250, "KWD"), "1.250", "KWD 1.250"),
        (Money(0, "EUR"), "0.00", "€0.00"),
    ],
)
def test_amounts_have_the_decimals_of_their_currency(money: Money, plain: str, signed: str) -> None:
    assert amount(money) == plain
    assert signed_amount(money) == signed


@pytest.mark.parametrize(
    ("qty_milli", "text"), [(2000, "2"), (356, "0.356"), (-1000, "-1"), (12_050, "12.050")]
)
def test_pieces_are_whole_and_weights_have_three_decimals(qty_milli: int, text: str) -> None:
    assert quantity(qty_milli) == text


@pytest.mark.parametrize(("basis_points", "text"), [(1300, "13%"), (550, "5.5%"), (0, "0%"), (825, "8.25%")])
def test_rates_are_as_short_as_they_can_be(basis_points: int, text: str) -> None:
    assert rate(basis_points) == text


def test_times_stand_in_the_zone_of_the_store() -> None:
    # 2026-11-21T16:30:59Z is half past midnight of the next day in Shanghai.
    assert local_time(1_795_278_659_999, "Asia/Shanghai") == "2026-11-22 00:30"
