"""A sale says what its goods cost, and a return what of that came back."""

from tests.returns_counter import ReturnsCounter, stock_menu
from tests.till_shop import Till


def test_a_line_has_its_cost_where_it_is_known_and_a_return_takes_its_share(till: Till) -> None:
    till.open_shift()
    stock_menu(till)
    counter = ReturnsCounter(till)

    sale = counter.sell({"burger": 3, "cola": 1})
    back = counter.take_back(sale.receipt_number, {"burger": 1, "cola": 1})

    assert {line.product_id: line.cost_minor for line in sale.lines} == {"burger": 2_505, "cola": None}
    assert {line.product_id: line.cost_minor for line in back.returned[0].lines} == {
        "burger": 835,
        "cola": None,
    }
