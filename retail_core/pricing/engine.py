"""The one pricing function of till and server.

Source: docs/rules/promotions.md, "The pipeline".
"""

from __future__ import annotations

from retail_core.pricing.cashier_stage import run_cashier_prices, run_cashier_stage
from retail_core.pricing.coupon_stage import run_coupon_stage
from retail_core.pricing.gift_stage import run_gift_stage
from retail_core.pricing.line_stage import run_line_stage
from retail_core.pricing.model import Basket, Context, PricedBasket
from retail_core.pricing.receipt import write_receipt
from retail_core.pricing.rules import CompiledRules
from retail_core.pricing.threshold_stage import run_threshold_stage
from retail_core.pricing.units_stage import run_units_stage
from retail_core.pricing.working import PricingRun


def price(basket: Basket, rules: CompiledRules, *, context: Context) -> PricedBasket:
    """Price ``basket`` and explain every amount.

    Pure: the same input gives the same output everywhere; the order of lines and rules changes nothing.

    Raises:
        BadBasket: a line has no quantity, a negative price, a foreign currency, or another line's id.
    """
    run = PricingRun(basket, rules, context=context)
    run_cashier_prices(run)
    run_line_stage(run)
    run_units_stage(run)
    for goods in run.goods:
        goods.settle_units()
    run_threshold_stage(run)
    run_gift_stage(run)
    coupons = run_coupon_stage(run)
    run_cashier_stage(run)
    return write_receipt(run, coupons)
