"""Cash is counted by pieces or as one amount; the newest way holds."""

from pos_app.ui.cash_count import MOST_PIECES, CashCount
from retail_core.money import Money

VALUES = (10_000, 500, 10)


def _typed(count: CashCount, keys: str) -> CashCount:
    for key in keys:
        count = count.press(key)
    return count


def test_nothing_is_counted_at_first() -> None:
    count = CashCount.of("CNY", VALUES)
    assert count.is_empty
    assert count.money == Money(0, "CNY")
    assert count.denominations == {}


def test_pieces_make_the_amount() -> None:
    count = _typed(CashCount.of("CNY", VALUES).choose(10_000), "12").step(500, 1).step(500, 1).step(10, 1)
    assert count.money == Money(121_010, "CNY")
    assert count.denominations == {10_000: 12, 500: 2, 10: 1}


def test_a_typed_amount_takes_the_place_of_the_pieces() -> None:
    count = CashCount.of("CNY", VALUES).step(10_000, 3).choose(None)
    count = _typed(count, "12.5")
    assert count.money == Money(1_250, "CNY")
    assert count.denominations == {}


def test_pieces_take_the_place_of_a_typed_amount() -> None:
    count = _typed(CashCount.of("CNY", VALUES), "999").step(10, 1)
    assert count.money == Money(10, "CNY")


def test_a_denomination_that_is_chosen_anew_begins_a_new_number() -> None:
    count = _typed(CashCount.of("CNY", VALUES).choose(500), "12")
    count = _typed(count.choose(10).choose(500), "3")
    assert count.of_value(500) == 3


def test_backspace_takes_the_last_digit_and_then_the_count() -> None:
    count = _typed(CashCount.of("CNY", VALUES).choose(500), "12").press("back")
    assert count.of_value(500) == 1
    assert count.press("back").is_empty


def test_zero_pieces_are_a_count() -> None:
    count = _typed(CashCount.of("CNY", VALUES).choose(500), "0")
    assert not count.is_empty
    assert count.money == Money(0, "CNY")


def test_nobody_takes_a_piece_that_is_not_there() -> None:
    assert CashCount.of("CNY", VALUES).step(500, -1).of_value(500) == 0


def test_more_pieces_than_a_drawer_holds_are_a_slip_of_the_finger() -> None:
    count = _typed(CashCount.of("CNY", VALUES).choose(10), str(MOST_PIECES))
    assert count.press("9").of_value(10) == MOST_PIECES


def test_the_point_means_nothing_among_pieces() -> None:
    count = _typed(CashCount.of("CNY", VALUES).choose(10), "1.2")
    assert count.of_value(10) == 12


def test_behind_the_last_denomination_comes_the_amount() -> None:
    count = CashCount.of("CNY", VALUES).choose(500)
    assert count.following == 10
    assert count.choose(10).following is None
