"""Campaigns from hell are refused by name, or priced; nothing else happens."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from retail_core.pricing.engine import price
from retail_core.pricing.kinds.catalogue import KINDS
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
