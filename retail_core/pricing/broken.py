"""A campaign that breaks while it prices is found out and set aside; selling goes on without it.

Source: docs/rules/promotions.md, "The record of a campaign".
"""

from __future__ import annotations

from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, Context, PricedBasket
from retail_core.pricing.rules import CompiledRules
from retail_core.pricing.working import BadBasket


def price_without_broken(
    basket: Basket, rules: CompiledRules, *, context: Context
) -> tuple[PricedBasket, tuple[str, ...]]:
    """Return the price without the campaigns that cannot be reckoned, and the ids of those.

    Called after ``price`` has failed. Campaigns come in one after the other, in order of id; the one with
    which pricing begins to fail is left out, and so on until all the others are in. Halving finds it, so that
    this takes a few dozen runs for each broken campaign.

    Raises:
        BadBasket: it is the basket that cannot be priced.
        Exception: whatever pricing raises without any campaign; that is no campaign's fault.
    """
    ids = _concerned(basket, rules)
    price(basket, rules.only(()), context=context)
    broken: list[str] = []
    while True:
        left = [rule_id for rule_id in ids if rule_id not in broken]
        found = _priced(basket, rules.only(left), context=context)
        if found is not None:
            return found, tuple(broken)
        good, bad = 0, len(left)
        while bad - good > 1:
            middle = (good + bad) // 2
            priced_to = _priced(basket, rules.only(left[:middle]), context=context)
            good, bad = (good, middle) if priced_to is None else (middle, bad)
        broken.append(left[bad - 1])


def _priced(basket: Basket, rules: CompiledRules, *, context: Context) -> PricedBasket | None:
    try:
        return price(basket, rules, context=context)
    except BadBasket:
        raise
    except Exception:  # noqa: BLE001 - whatever a campaign's arithmetic may raise, it must not stop the counter.
        return None


def _concerned(basket: Basket, rules: CompiledRules) -> list[str]:
    """Return the ids of all campaigns that can have a say in ``basket``, in order."""
    found = {coupon.campaign_id for coupon in basket.coupons}
    for line in basket.lines:
        named = (*rules.of_product(line.product_id), *rules.of_product(line.pack_id))
        for campaign in (*rules.of_shelf(line.category_id, line.brand), *named):
            found.add(campaign.id)
    return sorted(found & rules.by_id.keys())
