"""``amount``: a sum off each piece or kilogram. Source: docs/rules/promotions.md, "Amount"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import Stage
from retail_core.pricing.fields import Fields
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class Amount:
    """``amount_minor`` off each piece, or off each kilogram of a weighed line; never below zero."""

    amount_minor: int
    stage: ClassVar[Stage] = Stage.LINE
    groups: ClassVar[tuple[Scope, ...]] = ()
    order: ClassVar[int] = 2
    by_piece: ClassVar[bool] = True
    spares_options: ClassVar[bool] = False

    @staticmethod
    def parse(params: Fields) -> Amount:
        """Read ``amount_minor``, at least 1."""
        return Amount(params.whole("amount_minor", 1))

    def discounted(self, price_minor: int, qty_milli: int) -> int:
        return max(0, price_minor - round_ratio(self.amount_minor * qty_milli, 1000))
