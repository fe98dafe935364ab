"""A count says what lay there at a moment, whatever was sold around it and whenever anybody hears of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count as numbers
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central_api.kit.clock import FixedClock
from central_api.kit.database import Database, open_database
from central_api.kit.facts import FactContext
from central_api.kit.unit import Unit
from central_api.migrations import runner
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire.stock_facts import CountedLine, GoodsCounted

NOW_MS = 1_764_000_000_000


@dataclass(frozen=True)
class Moved:
    """Goods that came or went at a moment."""

    at_ms: int
    milli: int


@dataclass(frozen=True)
class Counted:
    """What somebody found at a moment."""

    at_ms: int
    milli: int


@st.composite
def histories(draw: Callable[[Any], Any]) -> list[list[Moved | Counted]]:
    """Return what happened, each at a moment of its own, in any order, told in batches."""
    moments = draw(st.lists(st.integers(0, 40), min_size=1, max_size=9, unique=True))
    told: list[Moved | Counted] = [
        Counted(at_ms, 1_000 * draw(st.integers(0, 9)))
        if draw(st.booleans())
        else Moved(at_ms, 1_000 * draw(st.integers(-6, 6).filter(bool)))
        for at_ms in moments
    ]
    batches: list[list[Moved | Counted]] = [[]]
    for each in draw(st.permutations(told)):
        if batches[-1] and draw(st.booleans()):
            batches.append([])
        batches[-1].append(each)
    return batches


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("counts") / "central.db"
    opened = open_database(f"sqlite:///{path}", clock=FixedClock(NOW_MS))
    runner.upgrade(opened.engine)
    yield opened
    opened.close()


_products = numbers(1)


def _tell(unit: Unit, product_id: str, each: Moved | Counted) -> None:
    ref = f"{product_id}-{each.at_ms}"
    if isinstance(each, Moved):
        stock.move(unit, [Movement("S01", product_id, each.milli, 0, "sale", ref, "1", NOW_MS + each.at_ms)])
        return
    line = CountedLine(
        line_id="1",
        product_id=product_id,
        counted_milli=each.milli,
        areas=(),
        at_ms=NOW_MS + each.at_ms,
        level_milli=0,
    )
    where = FactContext(ref, "S01-T01", "S01", 1, 1, NOW_MS + each.at_ms + 500, "st-lin")
    stock.apply_counted(unit, where, fact=GoodsCounted(document_id=ref, lines=(line,)))


@given(histories(), st.booleans())
def test_a_count_holds_whatever_is_told_when(
    database: Database, batches: list[list[Moved | Counted]], again: bool
) -> None:
    product_id = f"p{next(_products)}"
    for batch in (*batches, *(batches[:1] if again else ())):

        def work(unit: Unit, batch: list[Moved | Counted] = batch) -> None:
            for each in batch:
                _tell(unit, product_id, each)
            stock.settle(unit)

        database.run(work)
    everything = sorted((each for batch in batches for each in batch), key=lambda each: each.at_ms)
    expected = 0
    with database.read() as unit:
        for each in everything:
            expected = each.milli if isinstance(each, Counted) else expected + each.milli
            if isinstance(each, Counted):
                summed = unit.conn.exec_driver_sql(
                    "SELECT sum(on_hand_milli) FROM stock_movement WHERE product_id = ? AND moved_ms <= ?",
                    (product_id, NOW_MS + each.at_ms),
                ).scalar()
                assert (summed or 0) == each.milli
        [level] = unit.conn.exec_driver_sql(
            "SELECT l.on_hand_milli, (SELECT coalesce(sum(m.on_hand_milli), 0) FROM stock_movement m "
            "WHERE m.product_id = l.product_id) FROM stock_level l WHERE product_id = ?",
            (product_id,),
        ).fetchall()
    assert tuple(level) == (expected, expected)
