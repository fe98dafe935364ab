"""Baskets and campaigns for the property tests: few products and small figures, so that much collides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from retail_core.money import Money
from retail_core.pricing.model import (
    Basket,
    BasketLine,
    CashierDiscount,
    Context,
    CouponFacts,
    MemberFacts,
    TaxPer,
)

PRODUCTS = ("p1", "p2", "p3", "p4", "p5")
PACK = "k1"
"""A pack of the first product; it stands among products where a campaign names goods."""
CATEGORIES = ("c1", "c2")
Rule = dict[str, Any]


@dataclass(frozen=True)
class Case:
    basket: Basket
    rules: list[Rule]
    context: Context


OPTIONS = (None, None, None, Money(0, "CNY"), Money(350, "CNY"), Money(1_999, "CNY"))


@st.composite
def lines(draw: st.DrawFn, index: int, prices: dict[str, int]) -> BasketLine:
    product = draw(st.sampled_from(PRODUCTS))
    number = PRODUCTS.index(product)
    weighed = number == len(PRODUCTS) - 1
    pack_id = draw(st.sampled_from((None, None, PACK))) if number == 0 else None
    unit = prices[product] * (1 if pack_id is None else 5)
    qty_milli = draw(st.integers(1, 5000)) if weighed else 1000 * draw(st.integers(1, 7))
    return BasketLine(
        line_id=f"l{index}",
        product_id=product,
        name=product,
        category_id=CATEGORIES[number % 2],
        qty_milli=qty_milli,
        sold_by="weight" if weighed else "piece",
        unit_price=Money(unit, "CNY"),
        tax_rate_bp=(1300, 900, 600, 0, 1300)[number],
        tier_prices=(("gold", Money(unit * 9 // 10, "CNY")),) if number % 2 else (),
        brand="b1" if number < 2 else None,
        regulated=number == 3 and unit % 5 == 0,
        options_price=None if weighed else draw(st.sampled_from(OPTIONS)),
        pack_id=pack_id,
    )


SHARES = st.sampled_from(
    (
        None,
        [{"funder": "brand", "share_bp": 10_000}],
        [{"funder": "store", "share_bp": 6_000}, {"funder": "brand", "share_bp": 4_000}],
        [
            {"funder": "store", "share_bp": 3_333},
            {"funder": "headquarters", "share_bp": 3_333},
            {"funder": "platform", "share_bp": 3_334},
        ],
    )
)
SCOPES = st.one_of(
    st.just({}),
    st.builds(
        lambda ids: {"product_ids": ids}, st.lists(st.sampled_from((*PRODUCTS, PACK)), min_size=1, max_size=3)
    ),
    st.builds(lambda each: {"category_ids": [each]}, st.sampled_from(CATEGORIES)),
    st.just({"exclude_brands": ["b1"]}),
)


def _ladder(minimum: int, part: int, cap: int | None, *, repeat: bool) -> Rule:
    off = max(1, minimum * part // 100)
    steps = [{"min_minor": minimum, "off_minor": off}]
    if not repeat:
        steps.append({"min_minor": minimum * 2, "off_minor": off * 2 + 1})
    return {"steps": steps, "repeat": repeat, "cap_minor": cap}


GROUPS = st.fixed_dictionaries({"count": st.integers(1, 2), "scope": SCOPES})
GROUPED = ("buy_get", "bundle", "gift")
UNLIMITED = ("points",)
LIMITS = st.sampled_from(({}, {}, {}, {"per_basket": 1}, {"stock": 3}, {"per_member": 2}))

PARAMS = st.one_of(
    st.tuples(st.just("percent"), st.builds(lambda p: {"percent_bp": p}, st.integers(1, 10_000))),
    st.tuples(st.just("amount"), st.builds(lambda a: {"amount_minor": a}, st.integers(1, 1_500))),
    st.tuples(
        st.just("nth_item"),
        st.builds(
            lambda n, p, m: {"n": n, "percent_bp": p, "max_sets": m},
            st.integers(2, 4),
            st.integers(1, 10_000),
            st.none() | st.integers(1, 3),
        ),
    ),
    st.tuples(
        st.just("threshold"),
        st.builds(
            _ladder,
            st.integers(4, 6_000),
            st.integers(1, 50),
            st.none() | st.integers(1, 800),
            repeat=st.booleans(),
        ),
    ),
    st.tuples(st.just("fixed_price"), st.builds(lambda p: {"price_minor": p}, st.integers(0, 3_000))),
    st.tuples(
        st.just("cheapest"),
        st.builds(lambda n, p: {"n": n, "percent_bp": p}, st.integers(2, 4), st.integers(1, 10_000)),
    ),
    st.tuples(
        st.just("buy_get"),
        st.builds(
            lambda buy, get, p: {"groups": [buy, get], "percent_bp": p},
            GROUPS,
            GROUPS,
            st.integers(1, 10_000),
        ),
    ),
    st.tuples(
        st.just("bundle"),
        st.builds(
            lambda first, others, give: {"groups": [{**first, "count": 2}, *others], **give},
            GROUPS,
            st.lists(GROUPS, max_size=2),
            st.one_of(
                st.builds(lambda v: {"price_minor": v}, st.integers(0, 9_000)),
                st.builds(lambda v: {"off_minor": v}, st.integers(1, 3_000)),
                st.builds(lambda v: {"percent_bp": v}, st.integers(1, 10_000)),
            ),
        ),
    ),
    st.tuples(
        st.just("count_ladder"),
        st.builds(
            lambda least, p: {"steps": [{"min_units": least, "percent_bp": p}]},
            st.integers(1, 6),
            st.integers(1, 10_000),
        ),
    ),
    st.tuples(
        st.just("gift"),
        st.builds(
            lambda minimum, given, count, repeat: {
                "min_minor": minimum,
                "gift": {"product_ids": [given]},
                "count": count,
                "repeat": repeat,
            },
            st.integers(1, 6_000),
            st.sampled_from(PRODUCTS),
            st.integers(1, 3),
            st.booleans(),
        ),
    ),
    st.tuples(st.just("points"), st.builds(lambda p: {"per_minor": p}, st.integers(1, 300))),
)


@st.composite
def promotion_rules(draw: st.DrawFn, rule_id: str) -> Rule:
    kind, params = draw(PARAMS)
    return {
        "id": rule_id,
        "kind": kind,
        "params": params,
        "scope": {} if kind in GROUPED else draw(SCOPES),
        "limits": {} if kind in UNLIMITED else draw(LIMITS),
        "funders": draw(SHARES),
        "priority": draw(st.integers(0, 1)),
        "combine": draw(st.sampled_from(("best", "best", "compound", "exclusive"))),
        "stacks_with_member_price": draw(st.booleans()),
        "tiers": draw(st.sampled_from(([], [], ["gold"]))),
    }


@st.composite
def coupon_rules(draw: st.DrawFn, rule_id: str) -> Rule:
    terms = {
        "min_spend_minor": draw(st.sampled_from((0, 0, 500, 3_000))),
        "min_spend_after": draw(st.sampled_from(("list", "promotions"))),
        "stackable": draw(st.booleans()),
        "exclude_discounted": draw(st.booleans()),
        "per_basket": draw(st.integers(1, 2)),
    }
    kind = draw(st.sampled_from(("coupon_amount", "coupon_percent", "coupon_exchange")))
    if kind == "coupon_amount":
        gives = {"amount_minor": draw(st.none() | st.integers(1, 2_000))}
    elif kind == "coupon_exchange":
        gives = {"units": draw(st.integers(1, 2))}
    else:
        gives = {"percent_bp": draw(st.none() | st.integers(1, 10_000))}
        gives["cap_minor"] = draw(st.none() | st.integers(1, 900))
    return {
        "id": rule_id,
        "kind": kind,
        "params": {**terms, **gives},
        "scope": draw(SCOPES),
        "funders": draw(SHARES),
        "priority": draw(st.integers(0, 1)),
    }


def cashier_discounts(line_ids: list[str]) -> st.SearchStrategy[CashierDiscount]:
    return st.one_of(
        st.builds(
            CashierDiscount,
            st.sampled_from(line_ids),
            st.sampled_from(("price", "percent", "amount")),
            st.integers(0, 3_000),
        ),
        st.builds(
            CashierDiscount,
            st.none(),
            st.sampled_from(("percent", "amount", "drop")),
            st.integers(0, 3_000),
        ),
    )


@st.composite
def cases(draw: st.DrawFn, max_coupons: int = 3, tax_per: Sequence[TaxPer] = ("rate", "line")) -> Case:
    prices = {product: draw(st.integers(0, 4_000)) for product in PRODUCTS}
    basket_lines = tuple(draw(lines(i, prices)) for i in range(draw(st.integers(1, 5))))
    rules = [draw(promotion_rules(f"r{i}")) for i in range(draw(st.integers(0, 5)))]
    campaigns = [draw(coupon_rules(f"c{i}")) for i in range(draw(st.integers(0, 3)))]
    coupons: tuple[CouponFacts, ...] = ()
    if campaigns:
        coupons = tuple(
            CouponFacts(
                f"k{i}", draw(st.sampled_from(campaigns))["id"], draw(st.none() | st.integers(1, 900))
            )
            for i in range(draw(st.integers(0, max_coupons)))
        )
    by_hand = st.lists(cashier_discounts([line.line_id for line in basket_lines]), max_size=2)
    member = draw(st.sampled_from((None, MemberFacts("m", "gold"), MemberFacts(None, "silver"))))
    context = Context(
        store_id="s1",
        channel="till",
        local_date="2026-01-05",
        weekday=1,
        minute_of_day=600,
        prices_include_tax=draw(st.booleans()),
        tax_per=draw(st.sampled_from(tuple(tax_per))),
    )
    return Case(
        Basket("CNY", basket_lines, member, coupons, tuple(draw(st.just([]) | by_hand))),
        [*rules, *campaigns],
        context,
    )
