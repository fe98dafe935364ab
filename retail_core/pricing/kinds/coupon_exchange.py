"""``coupon_exchange``: a coupon for goods, which it makes free. Source: docs/rules/coupons.md, "Exchange"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retail_core.pricing.effects import CouponTerms, Stage
from retail_core.pricing.fields import Fields
from retail_core.pricing.kinds.coupon_terms import parse_terms
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class CouponExchange:
    """``units`` of the goods in scope are free, the dearest ones first."""

    units: int
    terms: CouponTerms
    stage: ClassVar[Stage] = Stage.COUPON
    groups: ClassVar[tuple[Scope, ...]] = ()
    order: ClassVar[int] = 0

    @staticmethod
    def parse(params: Fields) -> CouponExchange:
        """Read ``units`` (default 1) and the terms."""
        return CouponExchange(params.whole("units", 1, high=1000, default=1), parse_terms(params))

    def off(self, amount_minor: int, value_minor: int | None) -> int:  # noqa: ARG002 - goods, no value.
        return amount_minor
