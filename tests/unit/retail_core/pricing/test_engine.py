from dataclasses import replace

import pytest

from retail_core.money import Money
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, BasketLine, Context
from retail_core.pricing.plain import BadPlain, basket_from_json, context_from_json, context_to_json
from retail_core.pricing.rules import compile_rules
from retail_core.pricing.working import BadBasket

CONTEXT = Context("s1", "till", "2026-01-05", 1, 600)
LINE = BasketLine("1", "a", "a", None, 1000, "piece", Money(500, "CNY"), 1300)
NO_RULES, _ = compile_rules([])


def test_an_empty_basket_costs_nothing() -> None:
    priced = price(Basket("CNY", ()), NO_RULES, context=CONTEXT)
    assert priced.total == Money(0, "CNY")
    assert priced.tax == ()


def test_lines_come_back_in_the_order_of_the_basket() -> None:
    basket = Basket("CNY", (replace(LINE, line_id="9"), replace(LINE, line_id="1")))
    assert [line.line_id for line in price(basket, NO_RULES, context=CONTEXT).lines] == ["9", "1"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (replace(LINE, qty_milli=0), "pricing.bad_quantity"),
        (replace(LINE, qty_milli=-1000), "pricing.bad_quantity"),
        (replace(LINE, unit_price=Money(-1, "CNY")), "pricing.negative_price"),
        (replace(LINE, label_amount=Money(-1, "CNY")), "pricing.negative_price"),
        (replace(LINE, unit_price=Money(1, "TWD")), "pricing.wrong_currency"),
        (replace(LINE, tier_prices=(("gold", Money(1, "TWD")),)), "pricing.wrong_currency"),
        (replace(LINE, tax_rate_bp=-1), "pricing.bad_tax_rate"),
    ],
)
def test_a_line_that_cannot_be_is_named(line: BasketLine, code: str) -> None:
    with pytest.raises(BadBasket) as caught:
        price(Basket("CNY", (line,)), NO_RULES, context=CONTEXT)
    assert (caught.value.code, caught.value.line_id) == (code, "1")


def test_two_lines_of_one_id_are_refused() -> None:
    with pytest.raises(BadBasket) as caught:
        price(Basket("CNY", (LINE, LINE)), NO_RULES, context=CONTEXT)
    assert caught.value.code == "pricing.duplicate_line"


def test_a_thousandth_of_a_kilogram_has_a_price() -> None:
    line = replace(LINE, qty_milli=1, sold_by="weight")
    assert price(Basket("CNY", (line,)), NO_RULES, context=CONTEXT).total == Money(1, "CNY")


def test_a_context_comes_back_from_json() -> None:
    context = replace(CONTEXT, prices_include_tax=False, tax_per="line")
    assert context_from_json(context_to_json(context)) == context


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "currency"),
        ({"currency": "CNY", "lines": 1}, "lines"),
        ({"currency": "CNY", "lines": [1]}, "lines"),
        ({"currency": "CNY", "lines": [{"line_id": 1}]}, "line_id"),
        ({"currency": "CNY", "member": "m"}, "member"),
        ({"currency": "CNY", "coupons": [{"coupon_id": "k"}]}, "campaign_id"),
    ],
)
def test_what_is_no_basket_names_the_field(data: dict[str, object], field: str) -> None:
    with pytest.raises(BadPlain) as caught:
        basket_from_json(data)
    assert caught.value.field == field
