"""Campaigns from hell are refused by name, or priced; nothing else happens."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail_core.money import Money
from retail_core.pricing.engine import price
from retail_core.pricing.kinds.catalogue import KINDS
from retail_core.pricing.model import Basket, BasketLine, Context
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.rules import compile_rules
from tests.property.baskets import Case, cases, promotion_rules

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from((-1, 0, 1, 2, 10_000, 10_001, 10**12, 10**12 + 1, 10**30)),
    st.floats(allow_nan=False),
    st.sampled_from(("", "a", "x" * 300, "2026-01-01", "0000-00-00", "\x00", "9999-99-99")),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
FIELDS = (
    *("names", "params", "scope", "window", "funders", "priority", "combine", "stores", "channels", "tiers"),
    *("currency", "limits", "tax_effect", "coupon_only", "first_purchase", "stacks_with_member_price", "?"),
)


@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=4),
    st.lists(JSON, max_size=2),
)
def test_any_record_is_read_or_refused_by_a_known_code(
    kind: str, fields: dict[str, Any], others: list[Any]
) -> None:
    _, refused = compile_rules([{"id": "r", "kind": kind, **fields}, *others])
    assert all(each.reason in set(Refusal) for each in refused)
    assert {each.rule_id for each in refused} <= {"r", "?"}


@given(cases(), promotion_rules("broken"), st.data())
def test_a_campaign_with_one_field_broken_prices_or_is_set_aside(
    case: Case, rule: dict[str, Any], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(rule["params"])))
    broken = {**rule, "params": {**rule["params"], name: data.draw(JSON)}}
    rules, refused = compile_rules([*case.rules, broken])
    assert {each.rule_id for each in refused} <= {"broken"}
    assert price(case.basket, rules, context=case.context).total.minor >= 0


EXTREMES = st.sampled_from((1, 999, 1_000, 999_999_000))
"""A thousandth of a unit, just below one, one, and 999,999 pieces or kilograms."""


@given(cases(), st.data())
def test_the_smallest_and_the_largest_quantities_are_priced_and_add_up(
    case: Case, data: st.DataObject
) -> None:
    lines = []
    for line in case.basket.lines:
        qty_milli = data.draw(EXTREMES)
        options = line.options_price if qty_milli % 1_000 == 0 else None
        lines.append(replace(line, qty_milli=qty_milli, options_price=options))
    rules, refused = compile_rules(case.rules)
    assert refused == ()
    priced = price(replace(case.basket, lines=tuple(lines)), rules, context=case.context)
    assert all(line.total.minor >= 0 for line in priced.lines)
    assert all(each.amount.minor <= 0 for line in priced.lines for each in line.adjustments)
    assert sum(line.net.minor + line.tax.minor for line in priced.lines) == priced.total.minor
    assert sum(row.gross.minor for row in priced.tax) == priced.total.minor + priced.receivable.minor


CONTEXT = Context("s1", "till", "2026-01-05", 1, 600)


def _basket(*goods: tuple[str, int]) -> Basket:
    lines = tuple(
        BasketLine(f"{at:05}", product, product, "c", 1_000, "piece", Money(minor, "CNY"), 0)
        for at, (product, minor) in enumerate(goods)
    )
    return Basket("CNY", lines)


def _total(basket: Basket, *rules: dict[str, Any]) -> int:
    compiled, refused = compile_rules(rules)
    assert refused == ()
    return price(basket, compiled, context=CONTEXT).total.minor


def _free(rule_id: str, *, bought: str, given_away: str) -> dict[str, Any]:
    groups = [{"scope": {"product_ids": [product]}} for product in (bought, given_away)]
    return {"id": rule_id, "kind": "buy_get", "params": {"groups": groups}}


def test_campaigns_that_give_each_other_away_give_one_of_them_away() -> None:
    circle = (_free("x", bought="a", given_away="b"), _free("y", bought="b", given_away="a"))
    assert _total(_basket(("a", 1_000), ("b", 800)), *circle) == 800
    assert _total(_basket(("a", 1_000), ("b", 800), ("a", 1_000), ("b", 800)), *circle) == 1_600


def test_gifts_that_are_each_others_purchase_are_not_both_free() -> None:
    circle = [
        {
            "id": rule_id,
            "kind": "gift",
            "params": {
                "min_minor": 500,
                "bought": {"product_ids": [bought]},
                "gift": {"product_ids": [given_away]},
            },
        }
        for rule_id, bought, given_away in (("x", "a", "b"), ("y", "b", "a"))
    ]
    assert _total(_basket(("a", 1_000), ("b", 800)), *circle) == 1_000


def test_ten_thousand_lines_are_priced_to_the_cent() -> None:
    percent = {"id": "p", "kind": "percent", "params": {"percent_bp": 1_000}}
    ladder = {"id": "t", "kind": "threshold", "params": {"steps": [{"min_minor": 100_000, "off_minor": 7}]}}
    basket = _basket(*((f"p{at}", 100) for at in range(10_000)))
    assert _total(basket, percent, ladder) == 10_000 * 90 - 7
    half = {"id": "n", "kind": "nth_item", "params": {"n": 2, "percent_bp": 5_000}}
    assert _total(_basket(*(("same", 100) for _ in range(10_000))), half) == 5_000 * 150


def test_ten_thousand_goods_may_be_named_and_no_more() -> None:
    def named(count: int) -> list[dict[str, Any]]:
        ids = [f"p{at}" for at in range(count)]
        return [
            {"id": "p", "kind": "percent", "params": {"percent_bp": 1_000}, "scope": {"product_ids": ids}}
        ]

    assert _total(_basket(("p9999", 100)), *named(10_000)) == 90
    _, refused = compile_rules(named(10_001))
    assert [(each.rule_id, each.reason, each.field) for each in refused] == [
        ("p", "rule.too_long", "scope.product_ids")
    ]


def _percent(**fields: Any) -> dict[str, Any]:
    return {"id": "bad", "kind": "percent", "params": {"percent_bp": 1_000}, **fields}


@pytest.mark.parametrize(
    ("rule", "reason", "field"),
    [
        (_percent(params={"percent_bp": -1}), "rule.out_of_range", "params.percent_bp"),
        (_percent(params={"percent_bp": 0}), "rule.out_of_range", "params.percent_bp"),
        (_percent(params={"percent_bp": True}), "rule.wrong_type", "params.percent_bp"),
        (_percent(limits={"per_basket": 0}), "rule.out_of_range", "limits.per_basket"),
        (
            _percent(scope={"product_ids": ["a"], "exclude_product_ids": ["a"]}),
            "rule.contradiction",
            "scope.exclude_product_ids",
        ),
        (_percent(coupon_only=True), "rule.contradiction", "coupon_only"),
        (_percent(window={"minutes": [[600, 600]]}), "rule.out_of_range", "window.minutes"),
        (_percent(window={"weekdays": [0]}), "rule.out_of_range", "window.weekdays"),
        (_percent(funders=[{"funder": "store", "share_bp": 9_999}]), "rule.shares_not_whole", "funders"),
    ],
)
def test_a_negative_zero_or_contradictory_campaign_is_named_with_its_reason(
    rule: dict[str, Any], reason: str, field: str
) -> None:
    rules, refused = compile_rules([rule])
    assert [(each.rule_id, each.reason, each.field) for each in refused] == [("bad", reason, field)]
    assert price(_basket(("a", 100)), rules, context=CONTEXT).total.minor == 100
