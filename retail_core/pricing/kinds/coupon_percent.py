"""``coupon_percent``: so much per hundred off, with a cap. Source: docs/rules/coupons.md, "Percent"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import CouponTerms, Stage
from retail_core.pricing.fields import WHOLE_BP, Fields
from retail_core.pricing.kinds.coupon_terms import parse_terms
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class CouponPercent:
    """``percent_bp`` off the sum of the goods in scope, at most ``cap_minor``; rounded once, half up.

    Where the campaign leaves the percentage open, the coupon's own value is read as basis points.
    """

    percent_bp: int | None
    cap_minor: int | None
    terms: CouponTerms
    stage: ClassVar[Stage] = Stage.COUPON
    units: ClassVar[int] = 0
    groups: ClassVar[tuple[Scope, ...]] = ()
    order: ClassVar[int] = 1

    @staticmethod
    def parse(params: Fields) -> CouponPercent:
        """Read ``percent_bp``, ``cap_minor`` and the terms."""
        return CouponPercent(
            percent_bp=params.whole_or_none("percent_bp", 1, high=WHOLE_BP),
            cap_minor=params.whole_or_none("cap_minor", 1),
            terms=parse_terms(params),
        )

    def off(self, amount_minor: int, value_minor: int | None) -> int:
        rate_bp = self.percent_bp if self.percent_bp is not None else value_minor or 0
        found = round_ratio(amount_minor * max(0, min(rate_bp, WHOLE_BP)), WHOLE_BP)
        return found if self.cap_minor is None else min(found, self.cap_minor)
