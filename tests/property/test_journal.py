import json

import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from retail_core.journal import Draft, append, canonical_bytes, genesis, verify, verify_lines, write_lines

EXACT = st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1)
SCALARS = st.none() | st.booleans() | EXACT | st.text(st.characters(exclude_categories=["Cs"]))
ASCII_KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
ANY_KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def _json(keys: st.SearchStrategy[str]) -> st.SearchStrategy[object]:
    return st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
        max_leaves=20,
    )


BODIES = st.dictionaries(ANY_KEYS, _json(ANY_KEYS), max_size=4)


@given(_json(ASCII_KEYS))
def test_the_fast_path_writes_the_bytes_of_rfc_8785(value: object) -> None:
    assert canonical_bytes(value) == rfc8785.dumps(value)  # type: ignore[arg-type]  # the strategy makes JSON


@given(_json(ANY_KEYS))
def test_any_keys_give_the_bytes_of_rfc_8785(value: object) -> None:
    assert canonical_bytes(value) == rfc8785.dumps(value)  # type: ignore[arg-type]  # the strategy makes JSON


@given(_json(ANY_KEYS))
def test_reading_canonical_bytes_gives_the_value_back(value: object) -> None:
    assert json.loads(canonical_bytes(value)) == value


@given(st.lists(st.tuples(BODIES, st.none() | BODIES), max_size=6))
def test_whatever_is_appended_verifies_and_survives_export(
    facts: list[tuple[dict[str, object], dict[str, object] | None]],
) -> None:
    start = genesis("S01-T01", 1)
    head = start
    entries = []
    for body, personal in facts:
        fact = Draft("thing.happened", 1, 1, 1, "staff-1", body, personal)
        entries.append(append(head, fact, entry_id=f"{head.seq:032x}", salt="0f" * 16))
        head = entries[-1].head
    assert verify(entries, start).problem is None
    assert verify_lines(write_lines(entries, start=start)).code is None
