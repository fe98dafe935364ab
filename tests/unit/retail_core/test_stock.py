"""What the web may promise: the tables of the rule page, and what holds of every store."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail_core.stock import (
    Buffer,
    distance_m,
    needs_reason,
    silent_ms,
    walk_in_end_ms,
    web_rights_milli,
)

_MINUTE_MS = 60_000
_VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "stock.json").read_text(encoding="utf-8"))[
    "rights"
]
_PIECES = st.integers(-20, 200).map(lambda pieces: pieces * 1_000)
_SOLD = st.integers(0, 50).map(lambda pieces: pieces * 1_000)
_BUFFERS = st.builds(Buffer, st.integers(0, 20_000), st.integers(0, 10_000), st.integers(0, 500))


@pytest.mark.parametrize("vector", _VECTORS, ids=lambda vector: str(vector["name"]))
def test_the_tables_of_the_rule_page(vector: dict[str, Any]) -> None:
    buffer = Buffer(*vector["keeps"]) if "keeps" in vector else Buffer()
    on_hand, walk_in = vector["on_hand"], vector.get("walk_in", 0)
    silent = vector.get("silent_minutes", 0) * _MINUTE_MS
    rights = web_rights_milli(on_hand, buffer, walk_in_milli=walk_in, silent_ms=silent)
    found = {
        "buffer": buffer.kept_milli(on_hand, walk_in),
        "rights": rights,
        "free": max(0, rights - vector.get("committed", 0)),
    }
    assert {name: found[name] for name in vector["expect"]} == vector["expect"]


@given(_PIECES, _SOLD, _BUFFERS, st.integers(0, 10**8))
def test_rights_leave_the_buffer_and_are_never_below_nothing(
    on_hand: int, sold: int, buffer: Buffer, silent: int
) -> None:
    rights = web_rights_milli(on_hand, buffer, walk_in_milli=sold, silent_ms=silent)
    assert 0 <= rights <= max(0, on_hand)
    assert rights == 0 or on_hand - rights >= max(
        buffer.least_milli, -(-sold * buffer.walk_in_percent // 100)
    )


@given(_PIECES, _SOLD, _BUFFERS, st.integers(0, 10**8))
def test_silence_and_faster_sales_give_no_right(on_hand: int, sold: int, buffer: Buffer, silent: int) -> None:
    rights = web_rights_milli(on_hand, buffer, walk_in_milli=sold)
    assert web_rights_milli(on_hand, buffer, walk_in_milli=sold, silent_ms=silent) <= rights
    assert web_rights_milli(on_hand, buffer, walk_in_milli=sold + 1_000) <= rights


def test_the_hours_of_a_silent_store_end_at_its_last_word() -> None:
    now = 100 * _MINUTE_MS
    ends = [walk_in_end_ms(now, heard) for heard in (None, now, now - 10 * _MINUTE_MS, now - 11 * _MINUTE_MS)]
    assert ends == [now, now, now, now - 11 * _MINUTE_MS]
    assert [silent_ms(now, heard) for heard in (None, now - 5, now + 5)] == [0, 5, 0]


@pytest.mark.parametrize(
    ("there", "metres", "within"),
    [
        ((31_230_416, 121_473_701), 0, 0),
        # A minute of latitude is a nautical mile (1,852 m) by the metre's old definition.
        ((31_230_416 + 16_667, 121_473_701), 1_853, 2),
        # Shanghai to Beijing, by the published great-circle distance of the two cities: about 1,067 km.
        ((39_904_200, 116_407_396), 1_067_000, 2_000),
    ],
)
def test_distances(there: tuple[int, int], metres: int, within: int) -> None:
    assert abs(distance_m((31_230_416, 121_473_701), there) - metres) <= within


@pytest.mark.parametrize(
    ("counted", "level", "asks"),
    [
        (9, 10, False),
        (12, 10, False),
        (7, 10, True),
        (3, -1, True),
        (0, 2, False),
        (92, 100, False),
        (90, 100, False),
        (89, 100, True),
        (111, 100, True),
    ],
)
def test_a_count_asks_for_a_reason_behind_two_pieces_or_a_tenth(
    counted: int, level: int, *, asks: bool
) -> None:
    assert needs_reason(1_000 * counted, 1_000 * level) is asks
