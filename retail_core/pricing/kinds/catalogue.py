"""Which kinds exist; a new one is a module and a line here (docs/rules/adding-a-promotion.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from retail_core.pricing.effects import Effect
from retail_core.pricing.fields import Fields
from retail_core.pricing.kinds.amount import Amount
from retail_core.pricing.kinds.bundle import Bundle
from retail_core.pricing.kinds.buy_get import BuyGet
from retail_core.pricing.kinds.cheapest import Cheapest
from retail_core.pricing.kinds.count_ladder import CountLadder
from retail_core.pricing.kinds.coupon_amount import CouponAmount
from retail_core.pricing.kinds.coupon_exchange import CouponExchange
from retail_core.pricing.kinds.coupon_percent import CouponPercent
from retail_core.pricing.kinds.fixed_price import FixedPrice
from retail_core.pricing.kinds.gift import Gift
from retail_core.pricing.kinds.nth_item import NthItem
from retail_core.pricing.kinds.percent import Percent
from retail_core.pricing.kinds.points import Points
from retail_core.pricing.kinds.threshold import Threshold

KINDS: Mapping[str, Callable[[Fields], Effect]] = MappingProxyType(
    {
        "amount": Amount.parse,
        "bundle": Bundle.parse,
        "buy_get": BuyGet.parse,
        "cheapest": Cheapest.parse,
        "coupon_amount": CouponAmount.parse,
        "coupon_exchange": CouponExchange.parse,
        "coupon_percent": CouponPercent.parse,
        "count_ladder": CountLadder.parse,
        "fixed_price": FixedPrice.parse,
        "gift": Gift.parse,
        "nth_item": NthItem.parse,
        "percent": Percent.parse,
        "points": Points.parse,
        "threshold": Threshold.parse,
    }
)
