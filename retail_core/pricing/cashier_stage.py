"""What the cashier takes off by hand: a price, a discount on a line or the basket, dropped change (抹零).

Whether somebody may do it is decided before. A cashier's price stands instead of every promotion; the
discounts come after the coupons: lines first, then percentages, amounts and dropped change of the basket.

Source: docs/rules/promotions.md, "By the cashier".
"""

from __future__ import annotations

from retail_core.money import allocate_minor, round_ratio
from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import CASHIER_BASKET_ID, CASHIER_DROP_ID, CASHIER_LINE_ID, CashierDiscount
from retail_core.pricing.working import PricingRun

_ORDER = ("price", "percent", "amount", "drop")


def run_cashier_stage(run: PricingRun) -> None:
    """Take the cashier's discounts off what remains after the coupons; protected goods give nothing."""
    ordered = sorted(
        (discount for discount in run.basket.cashier if discount.kind != "price"),
        key=lambda each: (each.line_id is None, _ORDER.index(each.kind), each.line_id or "", -each.value),
    )
    for discount in ordered:
        _take_off(run, discount)


def _take_off(run: PricingRun, discount: CashierDiscount) -> None:
    line_id = discount.line_id
    stands = [
        stand
        for stand in run.stands
        if not stand.goods.protected and line_id in (None, stand.goods.first.line_id)
    ]
    weights = [stand.amount for stand in stands]
    amount = sum(weights)
    off = round_ratio(amount * discount.value, WHOLE_BP) if discount.kind == "percent" else discount.value
    off = min(off, amount)
    if not off:
        return
    rule_id = CASHIER_DROP_ID if discount.kind == "drop" else CASHIER_BASKET_ID
    parts = allocate_minor(off, weights, tie_keys=[stand.goods.tie_key for stand in stands])
    for stand, part in zip(stands, parts, strict=True):
        stand.amount -= part
        if part:
            stand.cashier_offs += ((rule_id if line_id is None else CASHIER_LINE_ID, part),)
