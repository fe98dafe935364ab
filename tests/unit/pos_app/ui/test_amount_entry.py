import pytest

from pos_app.ui.amount_entry import AmountEntry
from retail_core.money import Money


def keyed(keys: str, currency: str = "CNY") -> AmountEntry:
    entry = AmountEntry(currency)
    for key in keys:
        entry = entry.press(key)
    return entry


@pytest.mark.parametrize(
    ("keys", "minor"),
    [("", 0), ("5", 500), ("12.5", 1250), ("12.50", 1250), (".5", 50), ("007", 700), ("12.509", 1250)],
)
def test_digits_become_fen(keys: str, minor: int) -> None:
    assert keyed(keys).money == Money(minor, "CNY")


def test_a_currency_without_decimals_takes_no_point() -> None:
    assert keyed("12.5", "TWD").money == Money(125, "TWD")


def test_a_second_point_does_nothing() -> None:
    assert keyed("1.2.3").money == Money(123, "CNY")


def test_ten_digits_before_the_point_are_too_many() -> None:
    assert keyed("1234567890").money == Money(12345678900, "CNY")


def test_back_takes_the_last_key_away_and_clear_all_of_them() -> None:
    assert keyed("125").press("back").money == Money(1200, "CNY")
    assert keyed("125").press("clear").is_empty
    assert keyed("").press("back").is_empty


def test_double_zero_is_two_digits() -> None:
    assert keyed("5").press("00").money == Money(50000, "CNY")


@pytest.mark.parametrize("key", ["٣", "５", "-", "e", " "])
def test_other_characters_do_nothing(key: str) -> None:
    assert keyed("1").press(key).money == Money(100, "CNY")


@pytest.mark.parametrize(
    ("amount", "text"),
    [(Money(11200, "CNY"), "112.00"), (Money(5, "CNY"), "0.05"), (Money(120, "TWD"), "120")],
)
def test_an_amount_is_shown_as_if_it_had_been_keyed_in(amount: Money, text: str) -> None:
    assert AmountEntry.of(amount).text == text
    assert AmountEntry.of(amount).money == amount
