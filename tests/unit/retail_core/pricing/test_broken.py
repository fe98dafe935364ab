"""A campaign whose arithmetic is deliberately broken is found, and everything else is priced right."""

from collections.abc import Callable
from typing import Any

import pytest

from retail_core.money import Money
from retail_core.pricing.broken import price_without_broken
from retail_core.pricing.effects import NO_PLAN, Part, Plan
from retail_core.pricing.engine import price
from retail_core.pricing.kinds.coupon_amount import CouponAmount
from retail_core.pricing.kinds.gift import Gift
from retail_core.pricing.kinds.nth_item import NthItem
from retail_core.pricing.kinds.percent import Percent
from retail_core.pricing.kinds.points import Points
from retail_core.pricing.kinds.threshold import Threshold
from retail_core.pricing.model import Basket, BasketLine, Context, CouponFacts, MemberFacts
from retail_core.pricing.rules import CompiledRules, compile_rules
from retail_core.pricing.working import BadBasket

CONTEXT = Context("s1", "till", "2026-01-05", 1, 600)
LINES = (
    BasketLine("1", "a", "a", "c", 2_000, "piece", Money(1_000, "CNY"), 0),
    BasketLine("2", "b", "b", "c", 1_000, "piece", Money(500, "CNY"), 0),
)
BASKET = Basket("CNY", LINES, MemberFacts("m", None), (CouponFacts("k", "coupon"),))
GOOD = {"id": "good", "kind": "amount", "params": {"amount_minor": 100}, "scope": {"product_ids": ["b"]}}
BAD: dict[str, dict[str, Any]] = {
    "percent": {"kind": "percent", "params": {"percent_bp": 1_000}, "scope": {"product_ids": ["a"]}},
    "nth": {"kind": "nth_item", "params": {"n": 2, "percent_bp": 5_000}, "scope": {"product_ids": ["a"]}},
    "threshold": {"kind": "threshold", "params": {"steps": [{"min_minor": 1_000, "off_minor": 100}]}},
    "gift": {"kind": "gift", "params": {"min_minor": 100, "gift": {"product_ids": ["b"]}}},
    "coupon": {"kind": "coupon_amount", "params": {"amount_minor": 100}},
    "points": {"kind": "points", "params": {"per_minor": 100}},
}


def _raise(*_: object) -> Any:
    raise ZeroDivisionError


def _rules(*ids: str) -> CompiledRules:
    rules, refused = compile_rules([GOOD, *({"id": each, **BAD[each]} for each in ids)])
    assert refused == ()
    return rules


@pytest.mark.parametrize(
    ("rule_id", "effect", "function", "broken"),
    [
        ("percent", Percent, "discounted", _raise),
        ("percent", Percent, "discounted", lambda *_: -1),
        ("percent", Percent, "discounted", lambda *_: 0.5),
        ("nth", NthItem, "plan", _raise),
        ("nth", NthItem, "plan", lambda *_: Plan(1, (Part(9, 1, 100),))),
        ("nth", NthItem, "plan", lambda *_: Plan(1, (Part(0, 2, 9_999),))),
        ("nth", NthItem, "missing", _raise),
        ("threshold", Threshold, "off", _raise),
        ("threshold", Threshold, "off", lambda _, amount: amount + 1),
        ("threshold", Threshold, "missing", _raise),
        ("gift", Gift, "units", _raise),
        ("gift", Gift, "units", lambda *_: "many"),
        ("coupon", CouponAmount, "off", _raise),
        ("points", Points, "points", _raise),
    ],
)
def test_a_broken_effect_is_found_and_the_rest_is_priced(
    monkeypatch: pytest.MonkeyPatch, rule_id: str, effect: type, function: str, broken: Callable[..., object]
) -> None:
    right = price(BASKET, _rules(), context=CONTEXT)
    assert right.total.minor == 2_400
    monkeypatch.setattr(effect, function, broken)
    rules = _rules(rule_id)
    with pytest.raises((ArithmeticError, ValueError, TypeError, LookupError)):
        price(BASKET, rules, context=CONTEXT)
    priced, found = price_without_broken(BASKET, rules, context=CONTEXT)
    assert found == (rule_id,)
    assert priced.total.minor == 2_400
    assert priced.lines == right.lines


def test_several_broken_campaigns_are_all_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Percent, "discounted", _raise)
    monkeypatch.setattr(Threshold, "off", _raise)
    monkeypatch.setattr(Points, "points", _raise)
    rules = _rules("percent", "nth", "threshold", "points")
    priced, found = price_without_broken(BASKET, rules, context=CONTEXT)
    assert found == ("percent", "points", "threshold")
    assert priced == price(BASKET, _rules("nth"), context=CONTEXT)
    assert priced.total.minor == 1_900


def test_a_basket_that_cannot_be_priced_is_no_campaigns_fault() -> None:
    nothing = Basket("CNY", (BasketLine("1", "a", "a", "c", 0, "piece", Money(1_000, "CNY"), 0),))
    with pytest.raises(BadBasket):
        price_without_broken(nothing, _rules("percent"), context=CONTEXT)


def test_a_plan_of_nothing_is_not_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NthItem, "plan", lambda *_: NO_PLAN)
    assert price(BASKET, _rules("nth"), context=CONTEXT).total.minor == 2_400
