"""An order that is paid in the store lies in the basket as a whole, at the price that was agreed."""

from dataclasses import replace

import pytest

from pos_app.services import basket_steps as steps
from pos_app.services import parked_steps
from pos_app.services.basket_model import Basket, HandDiscount, Line
from pos_app.services.errors import RuleError
from pos_app.services.records import Names


def goods(line_id: str, *, order: str = "", minor: int = 1_000, qty_milli: int = 1_000) -> Line:
    return Line(
        line_id=line_id,
        product_id="tea",
        code=None,
        names=Names("茶", "茶", "Tea"),
        brand="",
        category_id="tea",
        sold_by="piece",
        qty_milli=qty_milli,
        unit_price_minor=1_900,
        tier_prices={},
        tax_rate_bp=0,
        min_age=0,
        regulated=False,
        tile="茶",
        label_minor=minor if order else None,
        order_id=order,
        order_line_id=line_id if order else "",
    )


ORDER = (goods("o1", order="A", minor=3_000, qty_milli=2_000), goods("o2", order="A", minor=500))
SHELF = goods("s1")


def basket() -> Basket:
    return steps.with_order(Basket("b", "CNY", lines=(SHELF,)), ORDER)


def test_it_lies_beside_what_else_is_bought_and_only_once() -> None:
    assert [line.line_id for line in basket().lines] == ["s1", "o1", "o2"]
    with pytest.raises(RuleError, match=r"order\.in_basket"):
        steps.with_order(basket(), ORDER)


def test_its_quantities_stand() -> None:
    with pytest.raises(RuleError, match=r"order\.line_fixed"):
        steps.with_quantity(basket(), "o1", qty_milli=1_000)


def test_taking_one_line_out_takes_the_order_out_and_counts_as_nothing_taken_off() -> None:
    with_hand = replace(basket(), discounts=(HandDiscount("o2", "amount", 100, "damaged"),))
    left = steps.without_line(with_hand, "o1")
    assert [line.line_id for line in left.lines] == ["s1"]
    assert (left.discounts, left.removed) == ((), ())
    assert [removed.names.en for removed in steps.emptied(with_hand).removed] == ["Tea"]


def test_a_scan_of_the_same_goods_is_another_piece() -> None:
    found, line = steps.with_added(basket(), goods("s2"))
    assert (line.line_id, line.qty_milli) == ("s1", 2_000)
    assert [each.qty_milli for each in found.lines] == [2_000, 2_000, 1_000]


def test_a_split_leaves_an_order_together() -> None:
    ids = iter(("n1", "n2", "n3"))
    with pytest.raises(RuleError, match=r"split\.order_together"):
        parked_steps.split(basket(), {"o1": 2_000}, new_id=lambda: next(ids))
    stays, goes = parked_steps.split(basket(), {"o1": 2_000, "o2": 1_000}, new_id=lambda: next(ids))
    assert [line.line_id for line in stays.lines] == ["s1"]
    assert [line.order_id for line in goes.lines] == ["A", "A"]
