"""``cheapest``: of n pieces the cheapest cost less. Source: docs/rules/promotions.md, "Cheapest of n"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import Missing, Part, Plan, Run, Stage
from retail_core.pricing.fields import WHOLE_BP, Fields
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.scope import Scope

_MAX_N = 1000


@dataclass(frozen=True, slots=True)
class Cheapest:
    """Of the units in whole sets of ``n``, ``give`` a set cost ``percent_bp`` less: the cheapest of them all.

    Unlike ``nth_item``, which gives the last of each set from the dearest down: of two sets of three units
    the two cheapest of all six are given.
    """

    n: int
    give: int
    percent_bp: int
    stage: ClassVar[Stage] = Stage.UNITS
    groups: ClassVar[tuple[Scope, ...]] = ()
    spares_options: ClassVar[bool] = False

    @staticmethod
    def parse(params: Fields) -> Cheapest:
        """Read ``n``, ``give`` (below ``n``) and ``percent_bp`` (default: free)."""
        found = Cheapest(
            n=params.whole("n", 2, high=_MAX_N),
            give=params.whole("give", 1, high=_MAX_N, default=1),
            percent_bp=params.whole("percent_bp", 1, high=WHOLE_BP, default=WHOLE_BP),
        )
        if found.give >= found.n:
            raise params.refuse(Refusal.CONTRADICTION, "give")
        return found

    def plan(self, runs: Sequence[Run], max_sets: int | None) -> Plan:
        sets = sum(run.count for run in runs) // self.n
        if max_sets is not None:
            sets = min(sets, max_sets)
        full = sets * (self.n - self.give)
        taken = sets * self.n
        parts: list[Part] = []
        start = 0
        for index, run in enumerate(runs):
            end = min(start + run.count, taken)
            paid = max(0, min(end, full) - start)
            given = max(0, end - start - paid)
            if paid:
                parts.append(Part(index, paid, 0))
            if given:
                off = round_ratio(run.price_minor * self.percent_bp, WHOLE_BP)
                parts.append(Part(index, given, given * off))
            start += run.count
        return Plan(sets, tuple(parts))

    def missing(self, runs: Sequence[Run]) -> Missing | None:
        rest = sum(run.count for run in runs) % self.n
        return Missing(units=self.n - rest, off_bp=self.percent_bp) if rest else None
