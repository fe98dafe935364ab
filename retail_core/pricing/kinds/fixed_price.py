"""``fixed_price``: a special or flash price. Source: docs/rules/promotions.md, "Line promotions"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import Stage
from retail_core.pricing.fields import Fields
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class FixedPrice:
    """``price_minor`` for each piece or kilogram; it never raises a price."""

    price_minor: int
    stage: ClassVar[Stage] = Stage.LINE
    groups: ClassVar[tuple[Scope, ...]] = ()
    order: ClassVar[int] = 0
    by_piece: ClassVar[bool] = True
    spares_options: ClassVar[bool] = True

    @staticmethod
    def parse(params: Fields) -> FixedPrice:
        """Read ``price_minor``, at least 0."""
        return FixedPrice(params.whole("price_minor", 0))

    def discounted(self, price_minor: int, qty_milli: int) -> int:
        return min(price_minor, round_ratio(self.price_minor * qty_milli, 1000))
