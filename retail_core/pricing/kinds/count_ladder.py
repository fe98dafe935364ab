"""``count_ladder``: 满件折, many cost less each. Source: docs/rules/promotions.md, "Count ladder"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import NO_PLAN, Missing, Part, Plan, Run, Stage
from retail_core.pricing.fields import WHOLE_BP, Fields
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class CountLadder:
    """``steps`` of (least pieces, basis points off), rising; the highest reached counts for all pieces."""

    steps: tuple[tuple[int, int], ...]
    stage: ClassVar[Stage] = Stage.UNITS
    groups: ClassVar[tuple[Scope, ...]] = ()
    spares_options: ClassVar[bool] = False

    @staticmethod
    def parse(params: Fields) -> CountLadder:
        """Read ``steps`` of ``min_units`` and ``percent_bp``.

        Raises:
            FieldRefused: there is no step, or the ladder does not rise.
        """
        steps = []
        for record in params.records("steps"):
            percent_bp = record.whole("percent_bp", 1, high=WHOLE_BP)
            steps.append((record.whole("min_units", 1), percent_bp))
            record.done()
        if not steps:
            raise params.refuse(Refusal.MISSING_FIELD, "steps")
        if any(not (low[0] < high[0] and low[1] < high[1]) for low, high in pairwise(steps)):
            raise params.refuse(Refusal.LADDER_NOT_RISING, "steps")
        return CountLadder(tuple(steps))

    def plan(self, runs: Sequence[Run], max_sets: int | None) -> Plan:
        units = sum(run.count for run in runs)
        percent_bp = max((percent for least, percent in self.steps if units >= least), default=0)
        if not percent_bp or max_sets == 0:
            return NO_PLAN
        parts = (
            Part(at, run.count, run.count * round_ratio(run.price_minor * percent_bp, WHOLE_BP))
            for at, run in enumerate(runs)
        )
        return Plan(1, tuple(parts))

    def missing(self, runs: Sequence[Run]) -> Missing | None:
        units = sum(run.count for run in runs)
        for least, percent_bp in self.steps:
            if 0 < units < least:
                return Missing(units=least - units, off_bp=percent_bp)
        return None
