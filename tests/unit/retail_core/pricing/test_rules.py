from collections.abc import Mapping

import pytest

from retail_core.pricing.rules import Campaign, RuleRefused, compile_rules

PERCENT: Mapping[str, object] = {"id": "p", "kind": "percent", "params": {"percent_bp": 1000}}


def _refusal(**changes: object) -> tuple[str, str, str]:
    with pytest.raises(RuleRefused) as caught:
        Campaign.parse({**PERCENT, **changes})
    return caught.value.rule_id, caught.value.reason, caught.value.field


def test_a_campaign_needs_little() -> None:
    campaign = Campaign.parse(PERCENT)
    assert (campaign.priority, campaign.combine, campaign.coupon_only) == (0, "best", False)
    assert [(s.funder, s.share_bp, s.tax_effect) for s in campaign.funders] == [
        ("store", 10_000, "price_reduction")
    ]


def test_a_name_falls_back_to_english_and_then_to_the_id() -> None:
    named = Campaign.parse({**PERCENT, "names": {"zh-Hans": "九折", "en": "10 % off"}})
    assert [named.name("zh-Hans"), named.name("zh-Hant")] == ["九折", "10 % off"]
    assert Campaign.parse(PERCENT).name("en") == "p"


def test_the_shares_of_the_house_are_reductions_whatever_the_campaign_says() -> None:
    shares = [{"funder": "brand", "share_bp": 4000}, {"funder": "store", "share_bp": 6000}]
    campaign = Campaign.parse({**PERCENT, "funders": shares, "tax_effect": "third_party_payment"})
    assert [(s.funder, s.tax_effect) for s in campaign.funders] == [
        ("store", "price_reduction"),
        ("brand", "third_party_payment"),
    ]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"id": "member_price"}, "rule.reserved_id", "id"),
        ({"id": "x" * 81}, "rule.bad_id", "id"),
        ({"priority": True}, "rule.wrong_type", "priority"),
        ({"priority": 10**7}, "rule.out_of_range", "priority"),
        ({"combine": "sometimes"}, "rule.bad_choice", "combine"),
        ({"params": {"percent_bp": 10.5}}, "rule.wrong_type", "params.percent_bp"),
        ({"params": {}}, "rule.missing_field", "params.percent_bp"),
        ({"params": []}, "rule.not_a_record", "params"),
        ({"stores": "s1"}, "rule.wrong_type", "stores"),
        ({"stores": [1]}, "rule.wrong_type", "stores"),
        ({"stores": [""]}, "rule.too_long", "stores"),
        ({"scope": {"product_ids": [str(i) for i in range(10_001)]}}, "rule.too_long", "scope.product_ids"),
        (
            {"scope": {"product_ids": ["a"], "exclude_product_ids": ["a"]}},
            "rule.contradiction",
            "scope.exclude_product_ids",
        ),
        ({"window": {"from_date": "2026-02-30"}}, "rule.bad_date", "window.from_date"),
        ({"window": {"weekdays": [0]}}, "rule.out_of_range", "window.weekdays"),
        ({"window": {"minutes": [[900, 840]]}}, "rule.out_of_range", "window.minutes"),
        ({"window": {"minutes": [[1, 2, 3]]}}, "rule.wrong_type", "window.minutes"),
        ({"coupon_only": True}, "rule.contradiction", "coupon_only"),
        ({"funders": [{"funder": "moon", "share_bp": 10_000}]}, "rule.bad_choice", "funders[0].funder"),
        ({"kind": "points", "params": {"per_minor": 0}}, "rule.out_of_range", "params.per_minor"),
        ({"kind": "nth_item", "params": {"n": 1, "percent_bp": 1}}, "rule.out_of_range", "params.n"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(
    changes: Mapping[str, object], reason: str, field: str
) -> None:
    assert _refusal(**changes)[1:] == (reason, field)


@pytest.mark.parametrize("data", [{}, {"id": 7}, {"id": ""}, {"id": None}])
def test_a_campaign_without_an_id_is_refused(data: Mapping[str, object]) -> None:
    with pytest.raises(RuleRefused) as caught:
        Campaign.parse(data)
    assert caught.value.rule_id == "?"


def test_a_broken_campaign_is_set_aside_and_the_others_work() -> None:
    rules, refused = compile_rules([{"id": "broken", "kind": "percent"}, PERCENT])
    assert list(rules.by_id) == ["p"]
    assert [each.rule_id for each in refused] == ["broken"]


def test_a_ten_thousand_step_ladder_is_read() -> None:
    steps = [{"min_minor": 100 + i, "off_minor": 1 + i} for i in range(10_000)]
    campaign = Campaign.parse({"id": "t", "kind": "threshold", "params": {"steps": steps}})
    assert campaign.id == "t"
