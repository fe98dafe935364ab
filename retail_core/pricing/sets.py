"""Forming whole sets out of units when a set wants so many of each of a few groups, and groups may overlap.

How many sets fit, and whether a choice of units can still be completed, follows from Hall's condition, which
is checked for every subset of groups. The dearest units that keep it are the best choice, because the choices
form a matroid.

Source: docs/rules/promotions.md, "Bundle".
"""

from __future__ import annotations

from collections.abc import Sequence

from retail_core.pricing.effects import Run


def count_sets(runs: Sequence[Run], counts: Sequence[int], *, max_sets: int | None) -> int:
    """Return how many sets of ``counts[g]`` units of each group g the runs hold, at most ``max_sets``."""
    by_mask: dict[int, int] = {}
    for run in runs:
        by_mask[run.groups] = by_mask.get(run.groups, 0) + run.count
    found = min(
        sum(count for mask, count in by_mask.items() if mask & subset) // _wanted(counts, subset)
        for subset in range(1, 1 << len(counts))
    )
    return found if max_sets is None else min(found, max_sets)


def choose_units(runs: Sequence[Run], counts: Sequence[int], *, sets: int) -> list[tuple[int, int]]:
    """Return (run, units) pairs that make up ``sets`` sets, preferring runs that stand first."""
    room = {subset: sets * _wanted(counts, subset) for subset in range(1, 1 << len(counts))}
    chosen = []
    for index, run in enumerate(runs):
        count = min(run.count, *(room[subset] for subset in room if run.groups & ~subset == 0))
        if count <= 0:
            continue
        chosen.append((index, count))
        for subset in room:
            if run.groups & ~subset == 0:
                room[subset] -= count
    return chosen


def missing_units(runs: Sequence[Run], counts: Sequence[int]) -> int | None:
    """Return how many units complete a set; ``None`` where none of its units is there, or all are."""
    missing = 0
    for subset in range(1, 1 << len(counts)):
        there = sum(run.count for run in runs if run.groups & subset)
        missing = max(missing, _wanted(counts, subset) - there)
    whole = _wanted(counts, (1 << len(counts)) - 1)
    return missing if 0 < missing < whole else None


def _wanted(counts: Sequence[int], subset: int) -> int:
    return sum(count for group, count in enumerate(counts) if subset >> group & 1)
