"""What every coupon campaign may ask for. Source: docs/rules/coupons.md, "Terms"."""

from __future__ import annotations

from retail_core.pricing.effects import CouponTerms
from retail_core.pricing.fields import Fields


def parse_terms(params: Fields) -> CouponTerms:
    """Read minimum spend, what was taken off before it, stacking, and how many a basket may use."""
    return CouponTerms(
        min_spend_minor=params.whole("min_spend_minor", 0, default=0),
        min_spend_after=params.choice("min_spend_after", ("list", "promotions"), default="promotions"),
        stackable=params.flag("stackable", default=True),
        exclude_discounted=params.flag("exclude_discounted"),
        per_basket=params.whole("per_basket", 1, high=1000, default=1),
    )
