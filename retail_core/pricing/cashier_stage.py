"""What the cashier takes off by hand: a price, a discount on a line or the basket, dropped change (抹零).

Whether somebody may do it is decided before. A cashier's price stands instead of every promotion; the
discounts come after the coupons: lines first, then percentages, amounts and dropped change of the basket.

Source: docs/rules/promotions.md, "By the cashier".
"""

from __future__ import annotations

from retail_core.money import allocate_minor, round_ratio
from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import CASHIER_BASKET_ID, CASHIER_DROP_ID, CASHIER_LINE_ID, CashierDiscount
from retail_core.pricing.working import BadBasket, Goods, PricingRun

_ORDER = ("price", "percent", "amount", "drop")


def run_cashier_prices(run: PricingRun) -> None:
    """Let the cashier's prices stand before any promotion is looked at.

    Raises:
        BadBasket: a discount is below zero, above 100 %, not for such a target, or on no line of the basket.
    """
    for discount in run.basket.cashier:
        goods = _check(run, discount)
        if discount.kind == "price" and goods is not None and not goods.protected:
            goods.set_cashier_price(discount.value)


def run_cashier_stage(run: PricingRun) -> None:
    """Take the cashier's discounts off what remains after the coupons; protected goods give nothing."""
    ordered = sorted(
        (discount for discount in run.basket.cashier if discount.kind != "price"),
        key=lambda each: (each.line_id is None, _ORDER.index(each.kind), each.line_id or "", -each.value),
    )
    for discount in ordered:
        _take_off(run, discount)


def _take_off(run: PricingRun, discount: CashierDiscount) -> None:
    own = None if discount.line_id is None else _goods_of(run, discount.line_id)
    goods_list = [goods for goods in run.goods if not goods.protected and own in (None, goods)]
    weights = [goods.amount for goods in goods_list]
    amount = sum(weights)
    off = round_ratio(amount * discount.value, WHOLE_BP) if discount.kind == "percent" else discount.value
    off = min(off, amount)
    if not off:
        return
    rule_id = CASHIER_DROP_ID if discount.kind == "drop" else CASHIER_BASKET_ID
    parts = allocate_minor(off, weights, tie_keys=[goods.tie_key for goods in goods_list])
    for goods, part in zip(goods_list, parts, strict=True):
        goods.amount -= part
        if part:
            goods.cashier_offs.append((rule_id if own is None else CASHIER_LINE_ID, part))


def _goods_of(run: PricingRun, line_id: str) -> Goods | None:
    return next((goods for goods in run.goods if goods.first.line_id == line_id), None)


def _check(run: PricingRun, discount: CashierDiscount) -> Goods | None:
    line_id = discount.line_id
    goods = None if line_id is None else _goods_of(run, line_id)
    if line_id is not None and goods is None:
        raise BadBasket("pricing.discount_without_line", line_id)
    whole_only = discount.kind == "drop"
    line_only = discount.kind == "price"
    fits = (line_id is None and not line_only) or (line_id is not None and not whole_only)
    if not fits or discount.value < 0 or (discount.kind == "percent" and discount.value > WHOLE_BP):
        raise BadBasket("pricing.bad_discount", line_id or "")
    return goods
