"""Which kinds exist; a new one is a module and a line here (docs/rules/adding-a-promotion.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from retail_core.pricing.effects import Effect
from retail_core.pricing.fields import Fields
from retail_core.pricing.kinds.amount import Amount
from retail_core.pricing.kinds.coupon_amount import CouponAmount
from retail_core.pricing.kinds.coupon_percent import CouponPercent
from retail_core.pricing.kinds.nth_item import NthItem
from retail_core.pricing.kinds.percent import Percent
from retail_core.pricing.kinds.points import Points
from retail_core.pricing.kinds.threshold import Threshold

KINDS: Mapping[str, Callable[[Fields], Effect]] = MappingProxyType(
    {
        "amount": Amount.parse,
        "coupon_amount": CouponAmount.parse,
        "coupon_percent": CouponPercent.parse,
        "nth_item": NthItem.parse,
        "percent": Percent.parse,
        "points": Points.parse,
        "threshold": Threshold.parse,
    }
)
