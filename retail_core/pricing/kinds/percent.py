"""``percent``: a share off each piece or weighed line. Source: docs/rules/promotions.md, "Percent"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import Stage
from retail_core.pricing.fields import WHOLE_BP, Fields
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class Percent:
    """``percent_bp`` hundredths of a percent off; the discount is rounded half up, for each piece."""

    percent_bp: int
    stage: ClassVar[Stage] = Stage.LINE
    groups: ClassVar[tuple[Scope, ...]] = ()
    order: ClassVar[int] = 1
    by_piece: ClassVar[bool] = False
    spares_options: ClassVar[bool] = False

    @staticmethod
    def parse(params: Fields) -> Percent:
        """Read ``percent_bp``, 1 to 10,000."""
        return Percent(params.whole("percent_bp", 1, high=WHOLE_BP))

    def discounted(self, price_minor: int, qty_milli: int) -> int:  # noqa: ARG002 - the same for any quantity.
        return price_minor - round_ratio(price_minor * self.percent_bp, WHOLE_BP)
