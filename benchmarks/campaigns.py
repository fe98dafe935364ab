"""A supermarket chain's campaigns and baskets, always the same ones: believable kinds, scopes, hours, tiers.

A chain that sells more goods has more campaigns: each thousand campaigns stands for another range of 10,000
products in 200 categories and of 300 brands. Baskets are of the first range, so that what concerns a basket
stays as it is while the number of campaigns grows.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from retail_core.money import Money
from retail_core.pricing.model import Basket, BasketLine, Context, CouponFacts, MemberFacts

RANGE_RULES = 1_000
_RANGE_PRODUCTS = 10_000
_RANGE_CATEGORIES = 200
_RANGE_BRANDS = 300
_RATES_BP = (1300, 900, 600, 0)
_SEED = 20_260_105

CONTEXT = Context("S01", "till", "2026-01-05", 1, 10 * 60)
"""A Monday, ten in the morning."""

MEMBER = MemberFacts("m1", "gold")
COUPONS = (CouponFacts("k1", "R00003"), CouponFacts("k2", "R00004"))
"""One for everything, one for fresh goods."""

Rule = dict[str, Any]
_Chance = random.Random

HARD: dict[str, Rule] = {
    "threshold": {
        "id": "HARD",
        "kind": "threshold",
        "params": {"steps": [{"min_minor": 10_000, "off_minor": 1_000}], "repeat": True},
        "priority": 2,
    },
    "ladder": {
        "id": "HARD",
        "kind": "count_ladder",
        "params": {"steps": [{"min_units": 3, "percent_bp": 1_000}]},
        "priority": 2,
    },
    "nth_item": {"id": "HARD", "kind": "nth_item", "params": {"n": 2, "percent_bp": 5_000}, "priority": 2},
}
"""Campaigns over everything, so that no group of goods is independent of the others.

Every 100 gives 10; from three pieces on 10 %; second at half price.
"""


def rules(count: int) -> list[Rule]:
    """Return ``count`` campaigns; the first ones hold in the whole store."""
    chance = random.Random(_SEED)
    found = _whole_store()[:count]
    while len(found) < count:
        number = len(found)
        kind, params = _KINDS[_pick(chance)]
        found.append(_rule(chance, number, kind=kind, params=params(chance, number)))
    return found


def _whole_store() -> list[Rule]:
    """Return what is for everybody and everything: points, a ladder, coupons, a bag as a gift."""
    coupon = {"percent_bp": 1000, "cap_minor": 3000, "min_spend_minor": 5000}
    gift = {"min_minor": 30_000, "gift": {"product_ids": ["p00007"]}}
    return [
        {"id": "R00000", "kind": "points", "params": {"per_minor": 100, "tier_percent": {"gold": 150}}},
        {
            "id": "R00001",
            "kind": "threshold",
            "params": {
                "steps": [
                    {"min_minor": 20_000, "off_minor": 2_000},
                    {"min_minor": 40_000, "off_minor": 5_000},
                ]
            },
            "scope": {"exclude_category_ids": ["c005"]},
            "funders": [{"funder": "headquarters", "share_bp": 10_000}],
        },
        {"id": "R00002", "kind": "gift", "params": gift},
        {"id": "R00003", "kind": "coupon_percent", "params": coupon},
        {
            "id": "R00004",
            "kind": "coupon_amount",
            "params": {"amount_minor": 500, "min_spend_minor": 2_000},
            "scope": {"category_ids": ["c001", "c002"]},
            "funders": [{"funder": "store", "share_bp": 6_000}, {"funder": "brand", "share_bp": 4_000}],
        },
    ]


def _rule(chance: _Chance, number: int, *, kind: str, params: Rule) -> Rule:
    rule: Rule = {
        "id": f"R{number:05}",
        "kind": kind,
        "names": {"zh-Hans": f"活动 {number}", "zh-Hant": f"活動 {number}", "en": f"Offer {number}"},
        "params": params,
        "window": _window(chance),
        "priority": chance.choices((0, 1), (9, 1))[0],
        "combine": chance.choices(("best", "compound", "exclusive"), (87, 10, 3))[0],
        "stacks_with_member_price": chance.random() < 0.2,
        "tiers": ["gold", "silver"] if chance.random() < 0.15 else [],
        "funders": _funders(chance),
    }
    if "groups" not in params and kind != "gift":
        rule["scope"] = _scope(chance, number)
    if kind == "fixed_price" and chance.random() < 0.3:
        rule["limits"] = {"per_basket": 2}
    return rule


def _window(chance: _Chance) -> Rule:
    """Return dates that are open; one in ten has hours, one in twelve has weekdays."""
    window: Rule = {"from_date": "2026-01-01", "to_date": "2026-01-31"}
    if chance.random() < 0.1:
        window["minutes"] = [chance.choice(([7 * 60, 11 * 60], [17 * 60, 19 * 60], [20 * 60, 22 * 60]))]
    if chance.random() < 0.08:
        window["weekdays"] = chance.choice(([1, 2, 3, 4, 5], [6, 7], [3]))
    return window


def _funders(chance: _Chance) -> list[Rule]:
    return chance.choices(
        (
            [{"funder": "store", "share_bp": 10_000}],
            [{"funder": "headquarters", "share_bp": 10_000}],
            [{"funder": "brand", "share_bp": 10_000}],
            [{"funder": "store", "share_bp": 6_000}, {"funder": "brand", "share_bp": 4_000}],
        ),
        (50, 25, 15, 10),
    )[0]


def _scope(chance: _Chance, number: int) -> Rule:
    """Return some named goods, else a category with or without exceptions, else a brand."""
    how = chance.random()
    if how < 0.72:
        return {"product_ids": _products(chance, number, chance.randint(1, 12))}
    if how < 0.88:
        scope: Rule = {"category_ids": [_category(chance, number)]}
        if chance.random() < 0.2:
            scope["exclude_product_ids"] = _products(chance, number, 3)
        return scope
    return {"brands": [_brand(chance, number)]}


def _products(chance: _Chance, number: int, count: int) -> list[str]:
    first = number // RANGE_RULES * _RANGE_PRODUCTS
    return sorted({f"p{first + chance.randrange(_RANGE_PRODUCTS):05}" for _ in range(count)})


def _category(chance: _Chance, number: int) -> str:
    return f"c{number // RANGE_RULES * _RANGE_CATEGORIES + chance.randrange(_RANGE_CATEGORIES):03}"


def _brand(chance: _Chance, number: int) -> str:
    return f"b{number // RANGE_RULES * _RANGE_BRANDS + chance.randrange(_RANGE_BRANDS):03}"


def _groups(chance: _Chance, number: int, most: int) -> list[Rule]:
    """Return two or more groups of a set: mostly of named goods, sometimes a whole category."""
    return [
        {
            "count": 1 if chance.random() < 0.8 else 2,
            "scope": {"category_ids": [_category(chance, number)]}
            if chance.random() < 0.2
            else {"product_ids": _products(chance, number, chance.randint(1, 6))},
        }
        for _ in range(chance.randint(2, most))
    ]


def _percent_bp(chance: _Chance) -> int:
    return chance.choice((300, 500, 800, 1000, 1500, 2000))


def _ladder(chance: _Chance) -> Rule:
    least = chance.choice((3_000, 5_000, 9_900))
    off = least // chance.choice((8, 10, 12))
    if chance.random() < 0.3:
        return {"steps": [{"min_minor": least, "off_minor": off}], "repeat": True, "cap_minor": 10 * off}
    higher = {"min_minor": 2 * least, "off_minor": 2 * off + 100}
    return {"steps": [{"min_minor": least, "off_minor": off}, higher]}


def _coupon(chance: _Chance) -> Rule:
    return {
        "min_spend_minor": chance.choice((0, 3_000, 9_900)),
        "stackable": chance.random() < 0.6,
        "exclude_discounted": chance.random() < 0.2,
    }


_Params = Callable[[_Chance, int], Rule]
_KINDS: Sequence[tuple[str, _Params]] = (
    ("percent", lambda chance, _: {"percent_bp": _percent_bp(chance)}),
    ("amount", lambda chance, _: {"amount_minor": chance.choice((30, 50, 100, 200))}),
    ("fixed_price", lambda chance, _: {"price_minor": chance.choice((990, 1990, 2990, 3990))}),
    (
        "nth_item",
        lambda chance, _: {"n": chance.choice((2, 2, 3)), "percent_bp": chance.choice((2000, 3000, 5000))},
    ),
    ("cheapest", lambda chance, _: {"n": chance.choice((3, 4))}),
    ("count_ladder", lambda chance, _: {"steps": [{"min_units": 3, "percent_bp": _percent_bp(chance)}]}),
    ("buy_get", lambda chance, number: {"groups": _groups(chance, number, 2)}),
    (
        "bundle",
        lambda chance, number: {"groups": _groups(chance, number, 3), "off_minor": chance.choice((200, 500))},
    ),
    ("threshold", lambda chance, _: _ladder(chance)),
    (
        "gift",
        lambda chance, number: {
            "min_minor": 9_900,
            "bought": {"category_ids": [_category(chance, number)]},
            "gift": {"product_ids": _products(chance, number, 1)},
        },
    ),
    ("coupon_amount", lambda chance, _: {"amount_minor": chance.choice((300, 500)), **_coupon(chance)}),
    ("coupon_percent", lambda chance, _: {"percent_bp": _percent_bp(chance), **_coupon(chance)}),
    ("coupon_exchange", lambda chance, _: _coupon(chance)),
    ("points", lambda chance, _: {"per_minor": 100, "points": chance.choice((2, 3))}),
)
_WEIGHTS = (25, 13, 14, 10, 3, 4, 4, 8, 6, 2, 5, 3, 1, 2)


def _pick(chance: _Chance) -> int:
    return chance.choices(range(len(_KINDS)), _WEIGHTS)[0]


def basket(count: int, *, coupons: tuple[CouponFacts, ...] = ()) -> Basket:
    """Return a gold member's basket of ``count`` lines: one in eight weighed, one in fifty with a label."""
    chance = random.Random(_SEED + count)
    numbers = chance.sample(range(_RANGE_PRODUCTS), count)
    return Basket(
        "CNY", tuple(_line(chance, at, number=number) for at, number in enumerate(numbers)), MEMBER, coupons
    )


def _line(chance: _Chance, at: int, *, number: int) -> BasketLine:
    price = 190 + number * 7919 % 5_800
    labelled = at % 50 == 49
    weighed = at % 8 == 7 or labelled
    return BasketLine(
        line_id=f"{at:05}",
        product_id=f"p{number:05}",
        name=f"商品 {number}",
        category_id=f"c{number % _RANGE_CATEGORIES:03}",
        qty_milli=chance.randint(150, 2_500)
        if weighed
        else 1000 * chance.choices((1, 2, 3, 6), (70, 18, 8, 4))[0],
        sold_by="weight" if weighed else "piece",
        unit_price=Money(price, "CNY"),
        tax_rate_bp=_RATES_BP[number % 7 % len(_RATES_BP)],
        tier_prices=(("gold", Money(price * 95 // 100, "CNY")),) if number % 4 == 0 else (),
        brand=f"b{number * 31 % _RANGE_BRANDS:03}",
        label_amount=Money(price, "CNY") if labelled else None,
        regulated=number % 97 == 0,
    )


def acts(whole: Basket, count: int) -> Iterator[tuple[str, Basket]]:
    """Yield ``count`` baskets, each one act of the cashier after the one before, and what was done.

    A quantity is raised, a line comes in, a line goes out: in turn, so that the basket keeps its size.
    """
    chance = random.Random(_SEED)
    now, spare = whole, basket_of_others(whole).lines
    for step in range(count):
        act = ("quantity", "line more", "line less")[step % 3]
        lines = list(now.lines)
        at = chance.randrange(len(lines))
        if act == "quantity":
            more = 1000 if lines[at].sold_by == "piece" else 5
            lines[at] = replace(lines[at], qty_milli=lines[at].qty_milli + more)
        elif act == "line more":
            lines.append(replace(spare[step % len(spare)], line_id=f"n{step:05}"))
        else:
            del lines[at]
        now = replace(now, lines=tuple(lines))
        yield act, now


def basket_of_others(whole: Basket) -> Basket:
    """Return lines of goods that are not in ``whole``."""
    there = {line.product_id for line in whole.lines}
    others = basket(_RANGE_PRODUCTS // 2).lines
    return replace(whole, lines=tuple(line for line in others if line.product_id not in there))
