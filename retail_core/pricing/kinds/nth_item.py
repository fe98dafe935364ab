"""``nth_item``: 第二件半价, every n-th piece cheaper. Source: docs/rules/promotions.md, "N-th item"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import Missing, Part, Plan, Run, Stage
from retail_core.pricing.fields import WHOLE_BP, Fields
from retail_core.pricing.scope import Scope

_MAX_N = 1000


@dataclass(frozen=True, slots=True)
class NthItem:
    """The cheapest of each ``n`` pieces, dearest grouped first, costs ``percent_bp`` less."""

    n: int
    percent_bp: int
    max_sets: int | None
    stage: ClassVar[Stage] = Stage.UNITS
    groups: ClassVar[tuple[Scope, ...]] = ()
    spares_options: ClassVar[bool] = False

    @staticmethod
    def parse(params: Fields) -> NthItem:
        """Read ``n`` (2 to 1000), ``percent_bp`` and ``max_sets``."""
        return NthItem(
            n=params.whole("n", 2, high=_MAX_N),
            percent_bp=params.whole("percent_bp", 1, high=WHOLE_BP),
            max_sets=params.whole_or_none("max_sets", 1),
        )

    def plan(self, runs: Sequence[Run], max_sets: int | None) -> Plan:
        sets = sum(run.count for run in runs) // self.n
        sets = min(sets, *(limit for limit in (sets, max_sets, self.max_sets) if limit is not None))
        parts = []
        start = 0
        for index, run in enumerate(runs):
            end = min(start + run.count, sets * self.n)
            if end <= start:
                break
            cheaper = end // self.n - start // self.n
            off_minor = round_ratio(run.price_minor * self.percent_bp, WHOLE_BP)
            if end - start > cheaper:
                parts.append(Part(index, end - start - cheaper, 0))
            if cheaper:
                parts.append(Part(index, cheaper, cheaper * off_minor))
            start = end
        return Plan(sets, tuple(parts))

    def missing(self, runs: Sequence[Run]) -> Missing | None:
        count = sum(run.count for run in runs)
        at_limit = self.max_sets is not None and count // self.n >= self.max_sets
        if at_limit or count % self.n == 0:
            return None
        return Missing(units=self.n - count % self.n, off_bp=self.percent_bp)
