"""The engine against an oracle that tries everything, written from the rule page alone."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from retail_core.money import Money
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, BasketLine, Context, CouponFacts
from retail_core.pricing.rules import compile_rules

CONTEXT = Context("s1", "till", "2026-01-05", 1, 600)
PRODUCTS = ("a", "b", "c")


@dataclass(frozen=True)
class Offer:
    """One campaign in the oracle's own words."""

    rule_id: str
    kind: str
    value: int
    products: tuple[str, ...]
    priority: int
    combine: str


def _half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))


def _after(unit: int, offer: Offer, options: int) -> int:
    if offer.kind == "percent":
        return unit - _half_up(Fraction(unit * offer.value, 10_000))
    if offer.kind == "amount":
        return max(0, unit - offer.value)
    return min(unit, offer.value + options)


def _unit_price(unit: int, offers: list[Offer], *, options: int) -> int:
    """Return the price of one piece: exclusive first, then the top priority's best of single and compound.

    ``unit`` contains the price of the piece's ``options``.
    """
    exclusive = [offer for offer in offers if offer.combine == "exclusive"]
    if exclusive:
        top = max(offer.priority for offer in exclusive)
        return min(_after(unit, offer, options) for offer in exclusive if offer.priority == top)
    if not offers:
        return unit
    top = max(offer.priority for offer in offers)
    level = [offer for offer in offers if offer.priority == top]
    prices = [_after(unit, offer, options) for offer in level if offer.combine == "best"]
    compound = [offer for offer in level if offer.combine == "compound"]
    if compound:
        kinds = ("fixed_price", "percent", "amount")
        together = unit
        for offer in sorted(compound, key=lambda offer: (kinds.index(offer.kind), offer.rule_id)):
            together = _after(together, offer, options)
        prices.append(together)
    return min(prices)


OFFERS = st.lists(
    st.tuples(
        st.sampled_from((("percent", 10_000), ("amount", 900), ("fixed_price", 1_500))),
        st.integers(1, 10_000),
        st.lists(st.sampled_from(PRODUCTS), min_size=1, max_size=3),
        st.integers(0, 2),
        st.sampled_from(("best", "best", "compound", "exclusive")),
    ),
    max_size=6,
)
BASKETS = st.dictionaries(st.sampled_from(PRODUCTS), st.tuples(st.integers(0, 2_000), st.integers(1, 3)))


def _basket(goods: dict[str, tuple[int, int]], coupons: tuple[CouponFacts, ...] = ()) -> Basket:
    lines = tuple(
        BasketLine(product, product, product, None, 1000 * count, "piece", Money(unit, "CNY"), 0)
        for product, (unit, count) in goods.items()
    )
    return Basket("CNY", lines, None, coupons)


@given(BASKETS, OFFERS, st.sampled_from((0, 0, 400, 3_000)))
def test_line_promotions_agree_with_the_oracle(
    goods: dict[str, tuple[int, int]],
    drawn: list[tuple[tuple[str, int], int, list[str], int, str]],
    options: int,
) -> None:
    offers = [
        Offer(f"r{at}", kind, 1 + value % most, tuple(products), priority, combine)
        for at, ((kind, most), value, products, priority, combine) in enumerate(drawn)
    ]
    names = {"percent": "percent_bp", "amount": "amount_minor", "fixed_price": "price_minor"}
    rules, refused = compile_rules(
        [
            {
                "id": offer.rule_id,
                "kind": offer.kind,
                "params": {names[offer.kind]: offer.value},
                "scope": {"product_ids": list(offer.products)},
                "priority": offer.priority,
                "combine": offer.combine,
            }
            for offer in offers
        ]
    )
    assert refused == ()
    basket = _basket(goods)
    lines = tuple(replace(line, options_price=Money(options, "CNY")) for line in basket.lines)
    priced = price(replace(basket, lines=lines), rules, context=CONTEXT)
    for line in priced.lines:
        unit, count = goods[line.line_id]
        mine = [offer for offer in offers if line.line_id in offer.products]
        assert line.total.minor == _unit_price(unit + options, mine, options=options) * count


NTH = st.lists(
    st.tuples(st.integers(2, 3), st.integers(1, 10_000), st.lists(st.sampled_from(PRODUCTS), min_size=1)),
    min_size=1,
    max_size=3,
)


@given(BASKETS, NTH)
def test_no_order_of_offers_saves_more_than_the_engine_does(
    goods: dict[str, tuple[int, int]], drawn: list[tuple[int, int, list[str]]]
) -> None:
    rules, _ = compile_rules(
        [
            {
                "id": f"r{at}",
                "kind": "nth_item",
                "params": {"n": n, "percent_bp": percent_bp},
                "scope": {"product_ids": products},
            }
            for at, (n, percent_bp, products) in enumerate(drawn)
        ]
    )
    seen = price(_basket(goods), rules, context=CONTEXT).discount_total.minor
    assert seen == max(_saved(goods, order) for order in permutations(drawn))


def _saved(goods: dict[str, tuple[int, int]], order: tuple[tuple[int, int, list[str]], ...]) -> int:
    free = sorted(
        ((unit, product) for product, (unit, count) in goods.items() for _ in range(count)),
        key=lambda piece: (-piece[0], piece[1]),
    )
    saved = 0
    for n, percent_bp, products in order:
        mine = [piece for piece in free if piece[1] in products]
        whole = mine[: len(mine) // n * n]
        gain = sum(_half_up(Fraction(unit * percent_bp, 10_000)) for unit, _ in whole[n - 1 :: n])
        if gain:
            saved += gain
            for piece in whole:
                free.remove(piece)
    return saved


COUPONS = st.lists(
    st.tuples(st.booleans(), st.integers(1, 3_000), st.booleans(), st.sampled_from((0, 1_000, 4_000))),
    max_size=4,
)


@given(BASKETS, COUPONS)
def test_no_set_of_coupons_saves_more_than_the_engine_does(
    goods: dict[str, tuple[int, int]], drawn: list[tuple[bool, int, bool, int]]
) -> None:
    rules, _ = compile_rules(
        [
            {
                "id": f"c{at}",
                "kind": "coupon_percent" if percent else "coupon_amount",
                "params": {
                    "percent_bp" if percent else "amount_minor": value,
                    "stackable": stackable,
                    "min_spend_minor": least,
                },
            }
            for at, (percent, value, stackable, least) in enumerate(drawn)
        ]
    )
    facts = tuple(CouponFacts(f"k{at}", f"c{at}") for at in range(len(drawn)))
    total = sum(unit * count for unit, count in goods.values())
    best = total
    for chosen in range(1 << len(drawn)):
        mine = [coupon for at, coupon in enumerate(drawn) if chosen >> at & 1 and total >= coupon[3]]
        if len(mine) > 1 and not all(stackable for _, _, stackable, _ in mine):
            continue
        left = total
        for percent, value, _, _ in sorted(mine, key=lambda coupon: not coupon[0]):
            left -= _half_up(Fraction(left * value, 10_000)) if percent else min(left, value)
        best = min(best, left)
    assert price(_basket(goods, facts), rules, context=CONTEXT).total.minor == best
