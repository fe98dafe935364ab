import pytest

from retail_core.money import (
    CurrencyMismatch,
    Money,
    MoneyError,
    Rounding,
    allocate,
    exponent,
    round_ratio,
    round_to_step,
    weigh,
)


@pytest.mark.parametrize(
    ("currency", "decimals"),
    [("CNY", 2), ("HKD", 2), ("EUR", 2), ("USD", 2), ("TWD", 0), ("JPY", 0), ("KRW", 0), ("KWD", 3)],
)
def test_a_currency_has_the_decimals_of_its_counter(currency: str, decimals: int) -> None:
    assert exponent(currency) == decimals


@pytest.mark.parametrize("code", ["", "cny", "CN", "CNYY", "C1Y", "元元元"])
def test_what_is_no_currency_code_has_no_decimals(code: str) -> None:
    with pytest.raises(MoneyError) as caught:
        exponent(code)
    assert caught.value.code == "money.bad_currency"


def test_sums_and_differences_keep_the_currency() -> None:
    assert Money(150, "CNY") + Money(-20, "CNY") == Money(130, "CNY")
    assert Money(150, "CNY") - Money(200, "CNY") == Money(-50, "CNY")
    assert 3 * Money(33, "CNY") == Money(99, "CNY")
    assert abs(-Money(5, "CNY")) == Money(5, "CNY")


def test_currencies_do_not_mix() -> None:
    with pytest.raises(CurrencyMismatch):
        Money(1, "CNY") + Money(1, "TWD")
    with pytest.raises(CurrencyMismatch):
        sorted([Money(1, "CNY"), Money(1, "TWD")])


def test_amounts_compare_and_only_zero_is_false() -> None:
    assert Money(1, "CNY") < Money(2, "CNY") <= Money(2, "CNY")
    assert not Money.zero("CNY")
    assert Money(-1, "CNY")


def test_a_fraction_is_no_money() -> None:
    with pytest.raises(MoneyError) as caught:
        Money(1.5, "CNY")  # type: ignore[arg-type]
    assert caught.value.code == "money.not_an_integer"


def test_truth_is_no_money() -> None:
    with pytest.raises(MoneyError):
        Money(True, "CNY")


def test_figures_far_beyond_floats_stay_exact() -> None:
    assert round_ratio(10**30 + 1, 2, mode=Rounding.HALF_UP) == 5 * 10**29 + 1
    assert round_ratio(10**30 + 1, 2, mode=Rounding.HALF_EVEN) == 5 * 10**29


@pytest.mark.parametrize("denominator", [0, -1])
def test_nothing_is_divided_by_less_than_one(denominator: int) -> None:
    with pytest.raises(MoneyError) as caught:
        round_ratio(1, denominator)
    assert caught.value.code == "money.bad_denominator"


def test_a_refund_in_cash_rounds_like_a_sale() -> None:
    assert round_to_step(Money(-1992, "CNY"), 5) == Money(-1990, "CNY")


def test_weight_times_price_is_rounded_once() -> None:
    assert weigh(Money(1990, "CNY"), 755) == Money(1502, "CNY")


def test_lists_of_different_lengths_are_refused() -> None:
    with pytest.raises(MoneyError) as caught:
        allocate(Money(1, "CNY"), [1, 2], tie_keys=[("a",)])
    assert caught.value.code == "money.allocate_lengths"


def test_a_negative_weight_is_refused() -> None:
    with pytest.raises(MoneyError) as caught:
        allocate(Money(1, "CNY"), [1, -1], tie_keys=[("a",), ("b",)])
    assert caught.value.code == "money.negative_weight"


def test_something_cannot_be_split_over_nothing() -> None:
    with pytest.raises(MoneyError) as caught:
        allocate(Money(1, "CNY"), [0, 0], tie_keys=[("a",), ("b",)])
    assert caught.value.code == "money.nothing_to_allocate_to"


def test_nothing_is_split_over_nothing() -> None:
    assert allocate(Money(0, "CNY"), [0], tie_keys=[("a",)]) == [Money(0, "CNY")]
