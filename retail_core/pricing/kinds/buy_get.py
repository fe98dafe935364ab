"""``buy_get``: buy X of these, get Y of those for less. Source: docs/rules/promotions.md, "Buy X get Y"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import Missing, Part, Plan, Run, Stage
from retail_core.pricing.fields import WHOLE_BP, Fields
from retail_core.pricing.kinds.bundle import parse_groups
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.scope import Scope
from retail_core.pricing.sets import count_sets, missing_units

_BUY, _GET = 1, 2
_BOTH = _BUY | _GET


@dataclass(frozen=True, slots=True)
class BuyGet:
    """``counts[0]`` units of the first group make ``counts[1]`` of the second ``percent_bp`` cheaper.

    The cheapest units that can be given are given, the dearest are bought.
    """

    groups: tuple[Scope, ...]
    counts: tuple[int, ...]
    percent_bp: int
    stage: ClassVar[Stage] = Stage.UNITS
    spares_options: ClassVar[bool] = False

    @staticmethod
    def parse(params: Fields) -> BuyGet:
        """Read two ``groups`` (what is bought, what is given) and ``percent_bp`` (default: free).

        Raises:
            FieldRefused: there are not exactly two groups.
        """
        groups, counts = parse_groups(params)
        if len(groups) != 2:
            raise params.refuse(Refusal.OUT_OF_RANGE, "groups")
        return BuyGet(groups, counts, params.whole("percent_bp", 1, high=WHOLE_BP, default=WHOLE_BP))

    def plan(self, runs: Sequence[Run], max_sets: int | None) -> Plan:
        sets = count_sets(runs, self.counts, max_sets=max_sets)
        buy, get = (sets * count for count in self.counts)
        spare = sum(run.count for run in runs if run.groups & _BUY) - buy
        left = [run.count for run in runs]
        parts = []
        for at in _cheapest_first(runs, _GET):
            room = spare if runs[at].groups == _BOTH else get
            count = min(left[at], get, room)
            if count:
                off = round_ratio(runs[at].price_minor * self.percent_bp, WHOLE_BP)
                parts.append(Part(at, count, count * off))
                left[at] -= count
                get -= count
                spare -= count if runs[at].groups == _BOTH else 0
        for at, run in enumerate(runs):
            count = min(left[at], buy) if run.groups & _BUY else 0
            if count:
                parts.append(Part(at, count, 0))
                buy -= count
        return Plan(sets, tuple(sorted(parts, key=lambda part: (part.run, part.off_minor))))

    def missing(self, runs: Sequence[Run]) -> Missing | None:
        units = missing_units(runs, self.counts)
        return None if units is None else Missing(units=units, off_bp=self.percent_bp)


def _cheapest_first(runs: Sequence[Run], group: int) -> Iterable[int]:
    return (at for at in reversed(range(len(runs))) if runs[at].groups & group)
