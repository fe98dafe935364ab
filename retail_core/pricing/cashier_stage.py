"""What the cashier takes off by hand: a price, a discount on a line or the basket, dropped change (抹零).

Whether somebody may do it is decided before. A cashier's price stands instead of every promotion; the
discounts come after the coupons: lines first, then percentages, amounts and dropped change of the basket.

Source: docs/rules/promotions.md, "By the cashier".
"""

from __future__ import annotations

from collections.abc import Sequence

from retail_core.money import allocate_minor, round_ratio
from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import (
    CASHIER_BASKET_ID,
    CASHIER_DROP_ID,
    CASHIER_LINE_ID,
    Basket,
    CashierDiscount,
)
from retail_core.pricing.working import Stand

_ORDER = ("price", "percent", "amount", "drop")


def discounts_by_hand(basket: Basket) -> list[CashierDiscount]:
    """Return the discounts of the cashier in the order in which they are taken off, without prices."""
    return sorted(
        (discount for discount in basket.cashier if discount.kind != "price"),
        key=lambda each: (each.line_id is None, _ORDER.index(each.kind), each.line_id or "", -each.value),
    )


def take_off_by_hand(discounts: Sequence[CashierDiscount], stands: Sequence[Stand]) -> None:
    """Take the cashier's discounts off what remains after the coupons; protected goods give nothing."""
    for discount in discounts:
        _take_off(discount, stands)


def _take_off(discount: CashierDiscount, all_stands: Sequence[Stand]) -> None:
    line_id = discount.line_id
    stands = [
        stand
        for stand in all_stands
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
