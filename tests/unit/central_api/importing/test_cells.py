"""What people write into cells means one exact thing, or nothing."""

from collections.abc import Callable

import pytest

from central_api.importing import cells
from central_api.importing.cells import CellError


@pytest.mark.parametrize(
    ("text", "minor"),
    [("12.50", 1_250), ("¥12.5", 1_250), ("￥1,288.00", 128_800), ("0", 0), ("19.9", 1_990)],
)
def test_an_amount_is_exact_minor_units(text: str, minor: int) -> None:
    assert cells.amount(text, "CNY") == minor


def test_an_amount_follows_the_decimals_of_its_currency() -> None:
    assert cells.amount("129", "TWD") == 129
    assert cells.amount("1.234", "KWD") == 1_234


@pytest.mark.parametrize("text", ["", "abc", "-1", "1.005", "NaN", "1e99", "12,50x"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(CellError, match=r"cell\.amount"):
        cells.amount(text, "CNY")


@pytest.mark.parametrize(
    ("text", "bp"), [("13%", 1_300), ("13", 1_300), ("0.13", 1_300), ("6 %", 600), ("0", 0)]
)
def test_a_tax_rate_is_basis_points_however_it_is_written(text: str, bp: int) -> None:
    assert cells.tax_rate(text) == bp


def test_a_quantity_is_thousandths() -> None:
    assert (cells.quantity("24"), cells.quantity("1.25")) == (24_000, 1_250)


def test_barcodes_are_separated_by_what_people_use() -> None:
    assert cells.barcodes("6901234567892；A-7, 6901234567892") == ("6901234567892", "A-7")


def test_a_wrong_check_digit_is_a_slip() -> None:
    with pytest.raises(CellError, match=r"cell\.check_digit"):
        cells.barcodes("6901234567891")


@pytest.mark.parametrize(
    ("parse", "text", "meaning"),
    [
        (cells.tier, "金卡", "gold"),
        (cells.tier, "", "basic"),
        (cells.role, "收銀員", "cashier"),
        (cells.by_weight, "称重", True),
        (cells.by_weight, "", False),
        (cells.yes_or_no, "是", True),
    ],
)
def test_words_of_the_trade_are_known(parse: Callable[[str], object], text: str, meaning: object) -> None:
    assert parse(text) == meaning
