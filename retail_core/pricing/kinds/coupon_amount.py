"""``coupon_amount``: a coupon worth a sum. Source: docs/rules/coupons.md, "Amount"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retail_core.pricing.effects import CouponTerms, Stage
from retail_core.pricing.fields import Fields
from retail_core.pricing.kinds.coupon_terms import parse_terms
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class CouponAmount:
    """``amount_minor`` off the goods in scope; the coupon's own value where the campaign leaves it open."""

    amount_minor: int | None
    terms: CouponTerms
    stage: ClassVar[Stage] = Stage.COUPON
    units: ClassVar[int] = 0
    groups: ClassVar[tuple[Scope, ...]] = ()
    order: ClassVar[int] = 2

    @staticmethod
    def parse(params: Fields) -> CouponAmount:
        """Read ``amount_minor`` and the terms."""
        return CouponAmount(params.whole_or_none("amount_minor", 1), parse_terms(params))

    def off(self, amount_minor: int, value_minor: int | None) -> int:
        worth_minor = self.amount_minor if self.amount_minor is not None else value_minor
        return max(0, min(worth_minor or 0, amount_minor))
