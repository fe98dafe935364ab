"""Two hundred random shifts: what the till expects is what its journal says; see ``shift_story``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pos_app.services.export_journal import ExportJournal
from tests.property.shift_story import Story, Tally, tell
from tests.shift_books import Books, books_of, contradictions
from tests.till_shop import open_shop


@pytest.mark.parametrize("seed", [1, 2])
def test_a_hundred_shifts_are_what_their_entries_say(seed: int) -> None:
    tally = tell(100, seed=seed)
    assert tally.wrong == []
    assert tally.zs == 100
    # Every kind of step was in it, or the agreement says nothing.
    assert set(tally.steps) >= {
        *("_open", "_resume", "_suspend", "_sell", "_take_back", "_top_up"),
        *("_move", "_no_sale", "_read", "_close", "killed", "clock"),
    }


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[Books]:
    folder: Path = tmp_path_factory.mktemp("shifts")
    Story(folder, seed=5, tally=Tally()).play(3)
    with open_shop(folder) as till:
        return books_of(ExportJournal(store=till.store).lines())


@pytest.mark.parametrize(
    "changed",
    [
        {"returns_minor": 1},
        {"paid_out_minor": -5},
        {"grand_total_sales_minor": 7},
        {"z_number": 9},
        {"attempts": 0},
        {"tenders": [{"kind": "cash", "expected_minor": 1, "counted_minor": 1, "difference_minor": 0}]},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_z_that_says_something_else_is_noticed(books: list[Books], changed: Mapping[str, Any]) -> None:
    before, last = contradictions(books), books[-1]
    kept, last.z = last.z, {**last.z, **changed}
    try:
        assert contradictions(books) != before
    finally:
        last.z = kept
    assert before == []
