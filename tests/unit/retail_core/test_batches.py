"""Batches with a date, by the tables of docs/rules/stock.md."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail_core.batches import Batch, as_date, days_left, figures, is_over, markdown_bp

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "batches.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["figures"])
def test_what_left_without_a_batch_is_of_the_earliest_date(case: dict[str, object]) -> None:
    named = [Batch(number, expires, 1_000 * pieces) for number, expires, pieces in case["named"]]  # type: ignore[attr-defined]
    found = figures(1_000 * int(str(case["level"])), named)
    assert [each.qty_milli // 1_000 for each in found.batches] == case["left"]
    assert found.unknown_milli // 1_000 == case["unknown"]


@pytest.mark.parametrize("case", VECTORS["markdowns"])
def test_the_step_with_the_fewest_days_that_reaches_counts(case: dict[str, object]) -> None:
    steps = {int(days): bp for days, bp in case["steps"].items()}  # type: ignore[attr-defined]
    assert markdown_bp(steps, int(str(case["days"]))) == case["bp"]


NAMED = st.lists(
    st.builds(
        Batch,
        st.sampled_from(["A", "B", ""]),
        st.sampled_from(["2026-12-01", "2026-12-05", ""]),
        st.integers(-9_000, 9_000),
    ),
    max_size=6,
    unique_by=lambda each: (each.number, each.expires),
)


@given(level=st.integers(-9_000, 30_000), named=NAMED)
def test_batches_and_what_is_of_none_are_the_level(level: int, named: list[Batch]) -> None:
    found = figures(level, named)
    assert sum(each.qty_milli for each in found.batches) + found.unknown_milli == level
    came = {(each.number, each.expires): max(0, each.qty_milli) for each in named}
    assert all(0 <= each.qty_milli <= came[each.number, each.expires] for each in found.batches)
    assert figures(level, reversed(named)) == found


def test_the_day_of_a_date_is_its_last_one() -> None:
    assert not is_over("2026-11-27", "2026-11-27")
    assert is_over("2026-11-26", "2026-11-27")
    assert not is_over("", "2026-11-27")
    assert days_left("2026-12-01", "2026-11-27") == 4


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2026-12-31", "2026-12-31"),
        ("20261231", "2026-12-31"),
        ("261231", "2026-12-31"),
        ("2026/12/31", "2026-12-31"),
        ("31", ""),
        ("20261331", ""),
        ("", ""),
    ],
)
def test_a_typed_date_is_read(typed: str, date: str) -> None:
    assert as_date(typed) == date
