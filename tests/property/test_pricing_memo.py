"""A counter that remembers prices every basket as one that never saw another."""

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from retail_core.pricing.engine import Pricer, price
from retail_core.pricing.model import (
    Basket,
    BasketLine,
    CashierDiscount,
    Context,
    CouponFacts,
    MemberFacts,
    Used,
)
from retail_core.pricing.rules import compile_rules
from tests.property.baskets import (
    PRODUCTS,
    Rule,
    cashier_discounts,
    coupon_rules,
    lines,
    promotion_rules,
)

HAPPY_HOUR = [[600, 660]]
EDITS = (
    "add",
    "add",
    "quantity",
    "quantity",
    "remove",
    "undo",
    "member",
    "coupon",
    "cashier",
    "away",
    "same",
)
MOVES = ("minute", "minute", "day", "used", "rules", "tax")


@dataclass
class Counter:
    """What the cashier has before them, and what was there before."""

    basket: Basket
    rules: list[Rule]
    context: Context
    prices: dict[str, int]
    before: list[Basket]

    def edit(self, draw: Any, step: int) -> None:
        """Change one thing."""
        act = draw(st.sampled_from((*EDITS, *MOVES)))
        if act in MOVES:
            _MOVES[act](self, draw)
            return
        self.before.append(self.basket)
        _EDITS[act](self, draw, step)


def _lines(counter: Counter, found: tuple[BasketLine, ...]) -> None:
    ids = {line.line_id for line in found}
    by_hand = tuple(each for each in counter.basket.cashier if each.line_id is None or each.line_id in ids)
    counter.basket = replace(counter.basket, lines=found, cashier=by_hand)


def _add(counter: Counter, draw: Any, step: int) -> None:
    line = draw(lines(step + 100, counter.prices))
    away = draw(st.sampled_from((None, None, 300)))
    _lines(counter, (*counter.basket.lines, replace(line, away_tax_rate_bp=away)))


def _quantity(counter: Counter, draw: Any, _step: int) -> None:
    if not counter.basket.lines:
        return
    at = draw(st.integers(0, len(counter.basket.lines) - 1))
    line = counter.basket.lines[at]
    qty_milli = (
        draw(st.sampled_from((1, 2, 5))) * 1000 if line.sold_by == "piece" else draw(st.integers(1, 3000))
    )
    changed = replace(line, qty_milli=qty_milli)
    _lines(counter, (*counter.basket.lines[:at], changed, *counter.basket.lines[at + 1 :]))


def _remove(counter: Counter, draw: Any, _step: int) -> None:
    if counter.basket.lines:
        at = draw(st.integers(0, len(counter.basket.lines) - 1))
        _lines(counter, counter.basket.lines[:at] + counter.basket.lines[at + 1 :])


def _undo(counter: Counter, draw: Any, _step: int) -> None:
    counter.basket = draw(st.sampled_from(counter.before))


def _member(counter: Counter, draw: Any, _step: int) -> None:
    members = (
        None,
        MemberFacts("m", "gold"),
        MemberFacts("m", "gold", first_purchase=True),
        MemberFacts(None, "x"),
    )
    counter.basket = replace(counter.basket, member=draw(st.sampled_from(members)))


def _coupon(counter: Counter, draw: Any, _step: int) -> None:
    facts = st.builds(
        CouponFacts, st.sampled_from(("k0", "k1", "k2")), st.sampled_from(("c0", "c1", "?")), st.just(300)
    )
    counter.basket = replace(counter.basket, coupons=tuple(draw(st.lists(facts, max_size=3))))


def _cashier(counter: Counter, draw: Any, _step: int) -> None:
    ids = [line.line_id for line in counter.basket.lines]
    found: list[CashierDiscount] = draw(st.lists(cashier_discounts(ids), max_size=2)) if ids else []
    counter.basket = replace(counter.basket, cashier=tuple(found))


def _away(counter: Counter, _draw: Any, _step: int) -> None:
    counter.basket = replace(counter.basket, takes_away=not counter.basket.takes_away)


def _same(counter: Counter, _draw: Any, _step: int) -> None:
    """Give equal lines that are other objects, in another order."""
    counter.basket = replace(
        counter.basket, lines=tuple(replace(line) for line in counter.basket.lines[::-1])
    )


def _minute(counter: Counter, draw: Any) -> None:
    counter.context = replace(counter.context, minute_of_day=draw(st.sampled_from((599, 600, 601, 659, 660))))


def _day(counter: Counter, draw: Any) -> None:
    counter.context = replace(counter.context, weekday=draw(st.integers(1, 7)))


def _used(counter: Counter, draw: Any) -> None:
    used = st.builds(
        Used, st.sampled_from(("r0", "r1")), st.integers(0, 2), st.integers(0, 2), st.integers(0, 3)
    )
    counter.context = replace(counter.context, used=tuple(draw(st.lists(used, max_size=2))))


def _rules(counter: Counter, draw: Any) -> None:
    kept = [rule for rule in counter.rules if rule["id"] != "r9"]
    counter.rules = [*kept, *draw(st.just([]) | promotion_rules("r9").map(lambda rule: [rule]))]


def _tax(counter: Counter, draw: Any) -> None:
    counter.context = replace(
        counter.context,
        prices_include_tax=draw(st.booleans()),
        tax_per=draw(st.sampled_from(("rate", "line"))),
    )


_EDITS = {
    "add": _add,
    "quantity": _quantity,
    "remove": _remove,
    "undo": _undo,
    "member": _member,
    "coupon": _coupon,
    "cashier": _cashier,
    "away": _away,
    "same": _same,
}
_MOVES = {"minute": _minute, "day": _day, "used": _used, "rules": _rules, "tax": _tax}


@st.composite
def counters(draw: st.DrawFn) -> Counter:
    """Draw a counter with an empty basket and campaigns, some of which have hours or weekdays."""
    prices = {product: draw(st.integers(0, 4_000)) for product in PRODUCTS}
    windows = st.sampled_from(({}, {}, {"minutes": HAPPY_HOUR}, {"weekdays": [1, 2]}))
    rules = [
        {**draw(promotion_rules(f"r{at}")), "window": draw(windows)} for at in range(draw(st.integers(0, 6)))
    ]
    coupons = [{**draw(coupon_rules(f"c{at}")), "window": draw(windows)} for at in range(2)]
    context = Context("s1", "till", "2026-01-05", 1, 600)
    return Counter(Basket("CNY", ()), [*rules, *coupons], context, prices, [Basket("CNY", ())])


@given(counters(), st.data())
def test_whatever_happens_at_a_counter_the_memo_changes_no_price(
    counter: Counter, data: st.DataObject
) -> None:
    pricer = Pricer()
    compiled, _ = compile_rules(counter.rules)
    for step in range(data.draw(st.integers(1, 12))):
        rules = counter.rules
        counter.edit(data.draw, step)
        if counter.rules is not rules:
            compiled, _ = compile_rules(counter.rules)
        seen = pricer.price(counter.basket, compiled, context=counter.context)
        assert seen == price(counter.basket, compiled, context=counter.context)
