"""``points``: so many points for so much money paid. Source: docs/rules/points.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retail_core.pricing.effects import Stage
from retail_core.pricing.fields import Fields
from retail_core.pricing.scope import Scope

_MAX_FACTOR_PERCENT = 10_000


@dataclass(frozen=True, slots=True)
class Points:
    """``points`` for each ``per_minor`` paid, times the tier's factor in percent; floored once a receipt."""

    per_minor: int
    each: int
    tier_percent: tuple[tuple[str, int], ...]
    stage: ClassVar[Stage] = Stage.POINTS
    groups: ClassVar[tuple[Scope, ...]] = ()

    @staticmethod
    def parse(params: Fields) -> Points:
        """Read ``per_minor``, ``points`` and ``tier_percent``."""
        factors = params.record("tier_percent")
        return Points(
            per_minor=params.whole("per_minor", 1),
            each=params.whole("points", 1, high=1_000_000, default=1),
            tier_percent=tuple(
                (tier, factors.whole(tier, 0, high=_MAX_FACTOR_PERCENT)) for tier in factors.names()
            ),
        )

    def points(self, amount_minor: int, tier: str | None) -> int:
        factor_percent = dict(self.tier_percent).get(tier or "", 100)
        return amount_minor * self.each * factor_percent // (self.per_minor * 100)
