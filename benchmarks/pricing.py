"""Pricing beside the raw limit: bare loops over the same lines, and the campaigns' JSON read again.

Processor time is measured: pricing waits for nothing, and what other programs take at the same time is not
its cost. Run as a process of its own; prints one JSON document (``benchmarks/__main__.py`` reads it).
"""

import gc
import json
import time
from collections.abc import Callable
from functools import partial

from benchmarks import campaigns
from retail_core.pricing.engine import Pricer, price
from retail_core.pricing.model import Basket, PricedBasket
from retail_core.pricing.rules import CompiledRules, compile_rules

RULES = 1_000
BY_RULES = (10, 100, 1_000, 10_000)
SMALL, LARGE = 30, 500
_SMALL_TIMES = 500
_COLD_TIMES = 60
_ACTS = 300
_COMPILED = 10_000
_COMPILE_TIMES = 5
_WARM = 5

Times = list[float]


def main() -> None:
    """Measure everything."""
    # As in the till, where garbage is collected between two acts (pos_app/ui/tasks.py).
    gc.disable()
    print(json.dumps({"times": _times(), "by_rules": _by_rules()}))


def _times() -> dict[str, Times]:
    rules = _compiled(RULES)
    small = campaigns.basket(SMALL, coupons=campaigns.COUPONS)
    large = campaigns.basket(LARGE)
    compiling, reading = _compile_times()
    return {
        "small": _repeat(_SMALL_TIMES, lambda: price(small, rules, context=campaigns.CONTEXT)),
        "small_raw": _repeat(_SMALL_TIMES, lambda: bare_loop(small)),
        "cold": _repeat(_COLD_TIMES, lambda: price(large, rules, context=campaigns.CONTEXT)),
        "cold_raw": _repeat(_COLD_TIMES, lambda: bare_loop(large)),
        "changed": _changed_times(large, rules),
        **{
            f"changed_{name}": _changed_times(large, _compiled(RULES - 1, campaigns.HARD[name]))
            for name in campaigns.HARD
        },
        "compile": compiling,
        "compile_raw": reading,
    }


def _repeat(count: int, work: Callable[[], object]) -> Times:
    times = []
    for _ in range(count + _WARM):
        began = time.thread_time()
        work()
        times.append(time.thread_time() - began)
        _tidy()
    return times[_WARM:]


def _tidy() -> None:
    """Collect the young garbage, unmeasured, as the till does between two acts."""
    gc.collect(0)


def _changed_times(basket: Basket, rules: CompiledRules) -> Times:
    """Return the seconds of one act after the other on the same counter, each checked against a cold run."""
    pricer = Pricer()
    pricer.price(basket, rules, context=campaigns.CONTEXT)
    times = []
    for number, (_, now) in enumerate(campaigns.acts(basket, _ACTS)):
        began = time.thread_time()
        priced = pricer.price(now, rules, context=campaigns.CONTEXT)
        times.append(time.thread_time() - began)
        if number % 50 == 0 and priced != price(now, rules, context=campaigns.CONTEXT):
            raise AssertionError("the memo changed a price")
        _tidy()
    return times


def _compile_times() -> tuple[Times, Times]:
    """Return the seconds of compiling, and of reading the same campaigns from JSON."""
    raw = campaigns.rules(_COMPILED)
    text = json.dumps(raw)
    return (
        _repeat(_COMPILE_TIMES, lambda: compile_rules(raw)),
        _repeat(_COMPILE_TIMES, lambda: json.loads(text)),
    )


def bare_loop(basket: Basket) -> list[tuple[str, int, int]]:
    """Do the least that any till does: price times quantity, tax by line, a total; no campaigns."""
    found = []
    total = 0
    for line in basket.lines:
        amount = (line.unit_price.minor * line.qty_milli + 500) // 1000
        tax = (2 * amount * line.tax_rate_bp + 10_000 + line.tax_rate_bp) // (2 * (10_000 + line.tax_rate_bp))
        total += amount
        found.append((line.line_id, amount, tax))
    found.append(("total", total, sum(tax for _, _, tax in found)))
    return found


def _by_rules() -> list[dict[str, object]]:
    """Return the cost of the same basket among more and more campaigns, and how many concern it."""
    basket = campaigns.basket(SMALL, coupons=campaigns.COUPONS)
    found: list[dict[str, object]] = []
    for count in BY_RULES:
        rules = _compiled(count)
        priced = price(basket, rules, context=campaigns.CONTEXT)
        times = _repeat(_SMALL_TIMES, partial(price, basket, rules, context=campaigns.CONTEXT))
        found.append({"rules": count, "concerned": _concerned(priced), "times": times})
    return found


def _concerned(priced: PricedBasket) -> int:
    applied = {adjustment.rule_id for line in priced.lines for adjustment in line.adjustments}
    others = {each.rule_id for each in priced.rejected} | {each.rule_id for each in priced.hints}
    return len(applied | others)


def _compiled(count: int, *more: campaigns.Rule) -> CompiledRules:
    rules, refused = compile_rules([*campaigns.rules(count), *more])
    if refused:
        raise AssertionError(refused)
    return rules


if __name__ == "__main__":
    main()
