"""Why a price: what applied to which units at whose cost, what lost to what, what is within reach."""

from collections.abc import Mapping, Sequence

from pos_app.services.basket_model import AttachedCoupon, AttachedMember, Basket, ChosenOption, Line
from pos_app.services.explain_price import Explanation, explain
from pos_app.services.price_basket import pricing_line
from pos_app.services.records import Names
from retail_core.money import Money
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket as PricingBasket
from retail_core.pricing.model import Context, CouponFacts, MemberFacts
from retail_core.pricing.rules import compile_rules

LI = AttachedMember("M1", "a1", "李**", "8823", "gold", 10, 0, "code", present=True)
LARGE = ChosenOption("cup", "large", Names("大杯", "大杯", "Large"), 300)
CONTEXT = Context("S01", "till", "2026-01-05", 1, 600)
Rule = Mapping[str, object]


def line(line_id: str, minor: int, *, category: str = "tea", pieces: int = 1, **others: object) -> Line:
    values: dict[str, object] = {
        "line_id": line_id,
        "product_id": f"p-{line_id}",
        "code": None,
        "names": Names(line_id, line_id, line_id),
        "brand": "",
        "category_id": category,
        "sold_by": "piece",
        "qty_milli": pieces * 1_000,
        "unit_price_minor": minor,
        "tier_prices": {},
        "tax_rate_bp": 0,
        "min_age": 0,
        "regulated": False,
        "tile": "",
        **others,
    }
    return Line(**values)  # type: ignore[arg-type]  # fields of a line by their names


def explained(lines: Sequence[Line], rules: Sequence[Rule], *, coupons: Sequence[str] = ()) -> Explanation:
    compiled, refused = compile_rules(list(rules))
    assert refused == ()
    basket = Basket(
        "b1",
        "CNY",
        tuple(lines),
        member=LI,
        coupons=tuple(AttachedCoupon(each, each, None, "online", None, "valid") for each in coupons),
    )
    priced = price(
        PricingBasket(
            "CNY",
            tuple(pricing_line(each, "CNY") for each in lines),
            MemberFacts("M1", "gold"),
            tuple(CouponFacts(each, each) for each in coupons),
        ),
        compiled,
        context=CONTEXT,
    )
    return explain(basket, priced, campaign=compiled.by_id.get)


def yuan(minor: int) -> Money:
    return Money(minor, "CNY")


HALF: Rule = {
    "id": "HALF",
    "kind": "nth_item",
    "params": {"n": 2, "percent_bp": 5000},
    "scope": {"category_ids": ["tea"]},
    "funders": [{"funder": "store", "share_bp": 6000}, {"funder": "brand", "share_bp": 4000}],
}
FIVE: Rule = {
    "id": "FIVE",
    "kind": "percent",
    "params": {"percent_bp": 500},
    "scope": {"category_ids": ["coffee"]},
}


def test_an_offer_says_what_it_took_from_which_units_and_who_pays() -> None:
    [only] = explained([line("t", 2_000, pieces=3)], [HALF]).lines
    [offer] = only.offers
    assert (offer.rule_id, offer.amount, offer.units_milli) == ("HALF", yuan(-1_000), 2_000)
    assert [(share.funder, share.amount, share.tax_effect) for share in offer.shares] == [
        ("store", yuan(-600), "price_reduction"),
        ("brand", yuan(-400), "third_party_payment"),
    ]
    assert (only.list_amount, only.total) == (yuan(6_000), yuan(5_000))


def test_units_that_an_offer_used_without_a_saving_are_told(  # the first of "second at half price"
) -> None:
    dear, cheap = explained([line("a", 3_000), line("b", 2_000)], [HALF]).lines
    assert [(offer.amount, offer.units_milli, offer.shares) for offer in dear.offers] == [
        (yuan(0), 1_000, ())
    ]
    assert [offer.amount for offer in cheap.offers] == [yuan(-1_000)]


def test_what_lost_says_to_what_and_which_lines_it_is_about() -> None:
    latte = line("l", 2_800, category="coffee", tier_prices={"gold": 2_500}, options=(LARGE,))
    found = explained([latte, line("t", 2_000)], [FIVE, HALF])
    assert [(each.rule_id, each.reason, each.lost_to, each.line_ids) for each in found.lost] == [
        ("FIVE", "pricing.better_offer", "member_price", frozenset({"l"})),
        ("HALF", "pricing.too_few_units", "", frozenset({"t"})),
    ]
    assert [(each.hint.rule_id, each.line_ids) for each in found.next_offers] == [("HALF", frozenset({"t"}))]


def test_of_a_line_only_what_is_about_it() -> None:
    latte = line("l", 2_800, category="coffee", tier_prices={"gold": 2_500})
    whole = explained([latte, line("t", 2_000)], [FIVE, HALF])
    tea = whole.of_line("t")
    assert [each.line.line_id for each in tea.lines] == ["t"]
    assert [each.rule_id for each in tea.lost] == ["HALF"]
    assert len(tea.next_offers) == 1


def test_a_coupon_that_did_not_apply_is_among_what_lost() -> None:
    coupon: Rule = {
        "id": "TEN",
        "kind": "coupon_amount",
        "params": {"amount_minor": 1_000, "min_spend_minor": 10_000},
    }
    found = explained([line("t", 2_000)], [coupon], coupons=["TEN"])
    assert [(each.rule_id, each.reason) for each in found.lost] == [("TEN", "pricing.below_minimum")]


def test_regulated_goods_and_deposits_are_about_no_rule() -> None:
    everything: Rule = {
        "id": "ALL",
        "kind": "threshold",
        "params": {"steps": [{"min_minor": 9_000, "off_minor": 1}]},
    }
    found = explained([line("r", 2_000, regulated=True), line("t", 2_000)], [everything])
    assert [each.line_ids for each in found.lost] == [frozenset({"t"})]


def test_a_pack_is_about_no_rule_by_the_piece() -> None:
    case = line("c", 4_000, pack_id="c-24", pack_pieces=24)
    found = explained([case, line("t", 2_000)], [HALF])
    assert [each.line_ids for each in found.lost] == [frozenset({"t"})]


def test_the_price_of_options_stands_beside_that_of_the_goods() -> None:
    [only] = explained([line("l", 2_800, options=(LARGE,), pieces=2)], []).lines
    assert (only.unit_price, only.options, only.list_amount) == (yuan(2_800), (LARGE,), yuan(6_200))
