"""``bundle``: a set of goods from one to three groups at a price, a sum off or a percentage off.

This is bundle and mix-and-match in one: a bundle's groups name one product each, a mix's groups name many.

Source: docs/rules/promotions.md, "Bundle".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from retail_core.money import allocate_minor, round_ratio
from retail_core.pricing.effects import NO_PLAN, Missing, Part, Plan, Run, Stage
from retail_core.pricing.fields import WHOLE_BP, Fields
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.scope import Scope
from retail_core.pricing.sets import choose_units, count_sets, missing_units

_MAX_GROUPS = 3
_MAX_COUNT = 1000
_GIVES = ("price_minor", "off_minor", "percent_bp")


@dataclass(frozen=True, slots=True)
class Bundle:
    """``counts[g]`` units of each group g cost ``price_minor``, or ``off_minor`` or ``percent_bp`` less."""

    groups: tuple[Scope, ...]
    counts: tuple[int, ...]
    price_minor: int | None
    off_minor: int | None
    percent_bp: int | None
    stage: ClassVar[Stage] = Stage.UNITS

    @property
    def spares_options(self) -> bool:
        """Whether a price for the set is named: what the goods have in options comes on top."""
        return self.price_minor is not None

    @staticmethod
    def parse(params: Fields) -> Bundle:
        """Read ``groups`` and one of ``price_minor``, ``off_minor``, ``percent_bp``.

        Raises:
            FieldRefused: no or more than three groups, one unit in all, or not exactly one thing is given.
        """
        groups, counts = parse_groups(params)
        if sum(params.has(name) for name in _GIVES) != 1:
            raise params.refuse(Refusal.CONTRADICTION, "price_minor")
        return Bundle(
            groups=groups,
            counts=counts,
            price_minor=params.whole_or_none("price_minor", 0),
            off_minor=params.whole_or_none("off_minor", 1),
            percent_bp=params.whole_or_none("percent_bp", 1, high=WHOLE_BP),
        )

    def plan(self, runs: Sequence[Run], max_sets: int | None) -> Plan:
        sets = self._best_sets(runs, count_sets(runs, self.counts, max_sets=max_sets))
        chosen = choose_units(runs, self.counts, sets=sets)
        amounts = [runs[at].price_minor * count for at, count in chosen]
        off = self._off(sum(amounts), sets)
        if off <= 0:
            return NO_PLAN
        offs = allocate_minor(off, amounts, tie_keys=[(f"{at:09}",) for at, _ in chosen])
        parts = [Part(at, count, part) for (at, count), part in zip(chosen, offs, strict=True)]
        return Plan(sets, tuple(parts))

    def missing(self, runs: Sequence[Run]) -> Missing | None:
        units = missing_units(runs, self.counts)
        if units is None:
            return None
        return Missing(units=units, off_minor=self.off_minor or 0, off_bp=self.percent_bp or 0)

    def _off(self, amount_minor: int, sets: int) -> int:
        if self.price_minor is not None:
            return max(0, amount_minor - sets * self.price_minor)
        if self.off_minor is not None:
            return min(amount_minor, sets * self.off_minor)
        return round_ratio(amount_minor * (self.percent_bp or 0), WHOLE_BP)

    def _best_sets(self, runs: Sequence[Run], most: int) -> int:
        """Return how many sets save most.

        Each further set takes cheaper units, so what it adds only falls: the last one that adds anything is
        found by halving.
        """
        low, high = 0, most
        while low < high:
            middle = (low + high + 1) // 2
            if self._gain(runs, middle) > self._gain(runs, middle - 1):
                low = middle
            else:
                high = middle - 1
        return low

    def _gain(self, runs: Sequence[Run], sets: int) -> int:
        amount = sum(runs[at].price_minor * count for at, count in choose_units(runs, self.counts, sets=sets))
        return self._off(amount, sets)


def parse_groups(params: Fields) -> tuple[tuple[Scope, ...], tuple[int, ...]]:
    """Read ``groups``: one to three, each with a ``count`` and a ``scope``; at least two units in all.

    Raises:
        FieldRefused: there are too few or too many.
    """
    records = params.records("groups")
    if not 1 <= len(records) <= _MAX_GROUPS:
        raise params.refuse(Refusal.OUT_OF_RANGE, "groups")
    scopes, counts = [], []
    for record in records:
        counts.append(record.whole("count", 1, high=_MAX_COUNT, default=1))
        scopes.append(Scope.parse(record.record("scope")))
        record.done()
    if sum(counts) < 2:
        raise params.refuse(Refusal.OUT_OF_RANGE, "groups")
    return tuple(scopes), tuple(counts)
