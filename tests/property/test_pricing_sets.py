"""Forming sets out of overlapping groups, against trying every choice of units."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from retail_core.pricing.effects import Run
from retail_core.pricing.sets import choose_units, count_sets, missing_units

UNITS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 7)), max_size=7)
COUNTS = st.lists(st.integers(1, 2), min_size=1, max_size=3)


def _runs(units: list[tuple[int, int]], counts: list[int]) -> list[Run]:
    """Return units of one or more of the groups, dearest first."""
    known = (1 << len(counts)) - 1
    ordered = sorted(units, key=lambda unit: -unit[0])
    return [Run(value, 1, groups & known) for value, groups in ordered if groups & known]


def _fills(masks: tuple[int, ...], places: tuple[int, ...]) -> bool:
    """Tell whether every place (a group number) can get a unit of its own."""
    if not places:
        return True
    return any(
        masks[at] >> places[0] & 1 and _fills(masks[:at] + masks[at + 1 :], places[1:])
        for at in range(len(masks))
    )


def _places(counts: list[int], sets: int) -> tuple[int, ...]:
    return tuple(group for group, count in enumerate(counts) for _ in range(count * sets))


def _most_sets(runs: list[Run], counts: list[int]) -> int:
    masks = tuple(run.groups for run in runs)
    return max(sets for sets in range(len(runs) + 1) if _fits(masks, counts, sets=sets))


def _fits(masks: tuple[int, ...], counts: list[int], *, sets: int) -> bool:
    return sum(counts) * sets <= len(masks) and _fills(masks, _places(counts, sets))


@given(UNITS, COUNTS)
def test_as_many_sets_are_found_as_there_are(units: list[tuple[int, int]], counts: list[int]) -> None:
    runs = _runs(units, counts)
    assert count_sets(runs, counts, max_sets=None) == _most_sets(runs, counts)


@given(UNITS, COUNTS)
def test_the_dearest_complete_choice_is_taken(units: list[tuple[int, int]], counts: list[int]) -> None:
    runs = _runs(units, counts)
    sets = count_sets(runs, counts, max_sets=2)
    chosen = [at for at, _ in choose_units(runs, counts, sets=sets)]
    best = max(
        sum(runs[at].price_minor for at in choice)
        for choice in combinations(range(len(runs)), sum(counts) * sets)
        if _fits(tuple(runs[at].groups for at in choice), counts, sets=sets)
    )
    assert len(chosen) == sum(counts) * sets
    assert _fits(tuple(runs[at].groups for at in chosen), counts, sets=sets)
    assert sum(runs[at].price_minor for at in chosen) == best


@given(UNITS, COUNTS)
def test_what_is_missing_completes_a_set(units: list[tuple[int, int]], counts: list[int]) -> None:
    runs = _runs(units, counts)
    missing = missing_units(runs, counts)
    if missing is None:
        return
    any_group = (1 << len(counts)) - 1
    jokers = [Run(0, 1, any_group)] * missing
    assert count_sets([*runs, *jokers], counts, max_sets=None) >= 1
    assert count_sets([*runs, *jokers[1:]], counts, max_sets=None) == 0
