"""Every measure and figure of random days, cell by cell, against separate plain code over the raw entries."""

import pytest

from retail_core.reporting.cells import Cell, Cells, KnownHandOver, Lookups, add_cells, keys_of, sum_of
from retail_core.reporting.figures import figure_value
from retail_core.reporting.folding import Folding, OpenShifts, Place, Stated, StoreTime
from retail_core.reporting.measures import MEASURES
from retail_core.wire.facts import BODIES
from tests import raw_figures
from tests.random_days import Days, Raw

CUTOFF_MINUTES = 240
COST = {"p-milk": 401}
STARTS = (
    ("Asia/Shanghai", "2026-11-22 21:00"),
    ("Europe/Berlin", "2026-10-24 20:00"),  # the clock shows 02:00 to 03:00 twice
    ("Europe/Berlin", "2027-03-27 20:00"),  # and leaves it out
    ("America/New_York", "2026-10-31 23:00"),
)
DAYS = [(seed, *STARTS[seed % len(STARTS)]) for seed in range(12)]


def folded(entries: list[Raw], zone: str) -> dict[Place, Cells]:
    """Return what the product makes of the entries, by shift and day."""
    handed = {
        body["hand_over_id"]: KnownHandOver(
            body["value_minor"], at_ms, actor, "delivery" if body["fulfilment"] == "courier" else "pickup"
        )
        for kind, body, actor, at_ms in entries
        if kind == "order.handed_over"
    }
    lookups = Lookups(hand_over=handed.get, unit_cost=COST.get)
    folding = Folding(StoreTime(zone, CUTOFF_MINUTES), lookups=lookups, shifts=OpenShifts())
    found: dict[Place, Cells] = {}
    for kind, body, actor, at_ms in entries:
        fact = BODIES[kind, 1].model_validate(body, strict=False)
        place, cells = folding.take(Stated(kind, fact, actor, at_ms))
        add_cells(found.setdefault(place, {}), cells)
    return found


@pytest.mark.parametrize(("seed", "zone", "starts"), DAYS)
def test_every_cell_of_every_shift_is_what_plain_code_finds(seed: int, zone: str, starts: str) -> None:
    entries = Days(seed, zone, starts).play(120)
    found = folded(entries, zone)
    book = raw_figures.book_of(entries, zone, cutoff_minutes=CUTOFF_MINUTES, unit_cost=COST)
    for place, cells in found.items():
        where = {"shift": place.shift_id, "day": place.business_day}
        for measure in raw_figures.MEASURES:
            total = raw_figures.measured(book, measure, **where)
            assert cells.get(Cell(measure), 0) == total, (place, measure)
    everything = sum_of(found.values())
    for measure in raw_figures.MEASURES:
        for dimension in MEASURES[measure].dimensions:
            parts = {
                key: value
                for key in raw_figures.keys(book, measure, dimension)
                if (value := raw_figures.measured(book, measure, **{dimension: key}))
            }
            ours = {
                key: value
                for key, value in keys_of(everything, measure, dimension=dimension).items()
                if value
            }
            assert ours == parts, (measure, dimension)
    for figure_id, figure in raw_figures.figures(book).items():
        assert figure_value(figure_id, everything) == figure, figure_id


@pytest.mark.parametrize(("seed", "zone", "starts"), DAYS)
def test_the_parts_agree_with_each_other_and_the_money_with_the_goods(
    seed: int, zone: str, starts: str
) -> None:
    for place, cells in folded(Days(seed, zone, starts).play(120), zone).items():
        for measure, spec in MEASURES.items():
            for dimension in spec.dimensions:
                parts = sum(keys_of(cells, measure, dimension=dimension).values())
                assert parts == cells.get(Cell(measure), 0), (place, measure, dimension)
        for own in ("", "li", "wang", "chen"):
            sold, returned, rounding, tendered, revenue, tax = (
                cells.get(Cell(name, "cashier" if own else "", own), 0)
                for name in ("sold", "returned", "rounding", "tendered", "revenue", "tax")
            )
            assert sold - returned + rounding == tendered
            assert revenue + tax == sold - returned


def test_every_measure_of_facts_is_checked() -> None:
    of_facts = {name for name, spec in MEASURES.items() if not spec.is_window}
    assert set(raw_figures.MEASURES) == of_facts


def test_the_days_have_what_has_to_be_checked() -> None:
    kinds: set[str] = set()
    places: set[Place] = set()
    for seed, zone, starts in DAYS:
        entries = Days(seed, zone, starts).play(120)
        kinds |= {kind for kind, _, _, _ in entries}
        places |= set(folded(entries, zone))
    assert {
        "shift.suspended",
        "shift.resumed",
        "order.hand_over_undone",
        "cash.moved",
        "sale.completed",
    } <= kinds
    assert any(not place.shift_id for place in places)
    assert len({place.business_day for place in places}) > 4
