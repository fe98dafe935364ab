"""What must hold of every basket, whatever the campaigns are."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from retail_core.money import Money, allocate
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, CouponFacts, PricedBasket
from retail_core.pricing.plain import basket_from_json, basket_to_json, priced_from_json, priced_to_json
from retail_core.pricing.rules import compile_rules
from tests.property.baskets import Case, cases, coupon_rules

PARTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=30)


def _priced(case: Case) -> PricedBasket:
    rules, refused = compile_rules(case.rules)
    assert refused == ()
    return price(case.basket, rules, context=case.context)


def _amounts(priced: PricedBasket) -> dict[str, object]:
    return {line.line_id: line for line in priced.lines}


def _minor(total: int) -> Money:
    return Money(total, "CNY")


@given(PARTS, st.integers(-(10**9), 10**9))
def test_an_allocation_sums_exactly(weights: list[int], total: int) -> None:
    weights[0] += 1
    parts = allocate(_minor(total), weights, tie_keys=[("p", str(i)) for i in range(len(weights))])
    assert sum(part.minor for part in parts) == total


@given(PARTS, st.data())
def test_no_part_of_an_allocation_is_above_its_weight(weights: list[int], data: st.DataObject) -> None:
    weights[0] += 1
    total = data.draw(st.integers(0, sum(weights)))
    parts = allocate(_minor(total), weights, tie_keys=[("p", str(i)) for i in range(len(weights))])
    assert all(part.minor <= weight for part, weight in zip(parts, weights, strict=True))


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_lines_and_rules_changes_no_line(case: Case, random: object) -> None:
    lines = list(case.basket.lines)
    rules = list(case.rules)
    random.shuffle(lines)  # type: ignore[attr-defined]
    random.shuffle(rules)  # type: ignore[attr-defined]
    shuffled = replace(case, basket=replace(case.basket, lines=tuple(lines)), rules=rules)
    first, second = _priced(case), _priced(shuffled)
    assert _amounts(first) == _amounts(second)
    assert replace(first, lines=()) == replace(second, lines=())


@given(cases())
def test_nothing_costs_less_than_nothing(case: Case) -> None:
    priced = _priced(case)
    assert priced.total.minor >= 0
    assert all(line.total.minor >= 0 for line in priced.lines)


@given(cases())
def test_no_line_costs_more_than_its_list_price(case: Case) -> None:
    priced = _priced(case)
    assert all(adjustment.amount.minor <= 0 for line in priced.lines for adjustment in line.adjustments)


@given(cases())
def test_the_receipt_adds_up(case: Case) -> None:
    priced = _priced(case)
    net = sum(line.net.minor for line in priced.lines)
    tax = sum(line.tax.minor for line in priced.lines)
    assert net + tax == priced.total.minor
    assert sum(row.tax.minor for row in priced.tax) == tax
    assert sum(row.gross.minor for row in priced.tax) == priced.total.minor + priced.receivable.minor
    taken = -sum(a.amount.minor for line in priced.lines for a in line.adjustments)
    assert taken == priced.discount_total.minor
    if case.context.prices_include_tax:
        assert priced.list_total.minor - taken == priced.total.minor


@given(cases())
def test_what_coupons_say_stands_on_the_lines(case: Case) -> None:
    priced = _priced(case)
    of_coupons = {rule["id"] for rule in case.rules if str(rule["kind"]).startswith("coupon_")}
    on_lines = -sum(a.amount.minor for x in priced.lines for a in x.adjustments if a.rule_id in of_coupons)
    assert on_lines == sum(outcome.amount.minor for outcome in priced.coupons)


@given(cases(max_coupons=7), coupon_rules("further"))
def test_a_further_coupon_never_raises_the_total(case: Case, rule: dict[str, object]) -> None:
    rules = [*case.rules, rule]
    before = _priced(replace(case, rules=rules))
    coupons = (*case.basket.coupons, CouponFacts("k-further", "further", 500))
    after = _priced(replace(case, rules=rules, basket=replace(case.basket, coupons=coupons)))
    assert after.total.minor <= before.total.minor


@given(cases(), st.data())
def test_a_line_removed_lifts_no_other_above_its_list_price(case: Case, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(case.basket.lines)).line_id
    cashier = tuple(discount for discount in case.basket.cashier if discount.line_id != gone)
    lines = tuple(line for line in case.basket.lines if line.line_id != gone)
    listed = {line.line_id: line.list_amount for line in _priced(case).lines}
    rest = _priced(replace(case, basket=replace(case.basket, lines=lines, cashier=cashier)))
    for line in rest.lines:
        assert line.list_amount == listed[line.line_id]
        assert all(adjustment.amount.minor <= 0 for adjustment in line.adjustments)


@given(cases(tax_per=("rate",)), st.data())
def test_a_line_of_pieces_split_in_two_changes_no_total(case: Case, data: st.DataObject) -> None:
    by_hand = {discount.line_id for discount in case.basket.cashier}
    several = [
        line
        for line in case.basket.lines
        if line.sold_by == "piece" and line.qty_milli > 1000 and line.line_id not in by_hand
    ]
    if not several:
        return
    line = data.draw(st.sampled_from(several))
    count = data.draw(st.integers(1, line.qty_milli // 1000 - 1))
    one = replace(line, qty_milli=count * 1000)
    other = replace(line, qty_milli=line.qty_milli - count * 1000, line_id=line.line_id + "-b")
    lines = tuple(each for each in case.basket.lines if each is not line)
    whole = _priced(case)
    split = _priced(replace(case, basket=replace(case.basket, lines=(*lines, one, other))))
    assert (split.total, split.tax, split.points_earned) == (whole.total, whole.tax, whole.points_earned)


@given(cases(tax_per=("rate",)), st.integers(1, 5_000), st.integers(1, 5_000))
def test_a_weighed_line_split_in_two_differs_by_one_unit_at_most(case: Case, one: int, other: int) -> None:
    first = replace(case.basket.lines[0], line_id="w", regulated=False, options_price=None)
    line = replace(first, sold_by="weight", qty_milli=one + other)
    halves = (replace(line, qty_milli=one), replace(line, qty_milli=other, line_id="w-b"))
    whole, split = (
        _priced(Case(Basket("CNY", lines), [], replace(case.context, prices_include_tax=True)))
        for lines in ((line,), halves)
    )
    assert abs(whole.total.minor - split.total.minor) <= 1


@given(cases())
def test_a_round_trip_through_json_changes_nothing(case: Case) -> None:
    back: Basket = basket_from_json(json.loads(json.dumps(basket_to_json(case.basket))))
    rules, _ = compile_rules(json.loads(json.dumps(case.rules)))
    priced = price(back, rules, context=case.context)
    assert back == case.basket
    assert priced == _priced(case)
    assert priced_from_json(json.loads(json.dumps(priced_to_json(priced)))) == priced
