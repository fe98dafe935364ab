"""Rows of the tills' journals."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import RowMapping, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.journal.schemas import StoredEntry
from central_api.kit.unit import Unit
from central_api.models.enrolment import terminal
from central_api.models.journal import entry_exception, journal_aside, journal_entry


def stored_hashes(unit: Unit, terminal_id: str, *, incarnation: int, first: int, last: int) -> dict[int, str]:
    """Return the hashes of stored entries by ``seq``, both ends included."""
    found = unit.conn.execute(
        select(journal_entry.c.seq, journal_entry.c.hash).where(
            journal_entry.c.terminal_id == terminal_id,
            journal_entry.c.incarnation == incarnation,
            journal_entry.c.seq.between(first, last),
        )
    )
    return {int(row.seq): str(row.hash) for row in found}


def taken_ids(unit: Unit, entry_ids: Sequence[str]) -> list[str]:
    """Return which of ``entry_ids`` are stored already."""
    query = select(journal_entry.c.entry_id).where(journal_entry.c.entry_id.in_(entry_ids))
    return [str(row.entry_id) for row in unit.conn.execute(query)]


def insert_entries(unit: Unit, rows: Sequence[dict[str, object]]) -> None:
    """Store entries."""
    if rows:
        unit.conn.execute(journal_entry.insert(), list(rows))


def park(unit: Unit, entry_id: str, *, code: str) -> None:
    """Note that an entry has no effect yet, and why."""
    _set_state(unit, entry_id, state="parked", park_code=code)


def unpark(unit: Unit, entry_id: str) -> None:
    """Note that a parked entry took effect."""
    _set_state(unit, entry_id, state="applied", park_code="")


def parked(unit: Unit) -> list[RowMapping]:
    """Return all parked entries with their store, each till's in its order, kept from other workers."""
    query = (
        select(journal_entry, terminal.c.store_id)
        .join(terminal, terminal.c.terminal_id == journal_entry.c.terminal_id)
        .where(journal_entry.c.state == "parked")
        .order_by(journal_entry.c.terminal_id, journal_entry.c.incarnation, journal_entry.c.seq)
        .with_for_update(of=journal_entry)
    )
    return list(unit.conn.execute(query).mappings())


def count_parked(unit: Unit) -> dict[str, int]:
    """Return how many entries are parked, by their code."""
    query = select(journal_entry.c.park_code, func.count().label("number")).where(
        journal_entry.c.state == "parked"
    )
    found = unit.conn.execute(query.group_by(journal_entry.c.park_code).order_by(journal_entry.c.park_code))
    return {str(row.park_code): int(row.number) for row in found}


def count_aside(unit: Unit, terminal_id: str) -> int:
    """Return how many entries of a till were kept aside."""
    query = select(func.count()).where(journal_aside.c.terminal_id == terminal_id)
    return int(unit.conn.execute(query).scalar_one())


def body_of(unit: Unit, entry_id: str) -> str | None:
    """Return the body of an entry as it was stored."""
    found = unit.conn.execute(
        select(journal_entry.c.body).where(journal_entry.c.entry_id == entry_id)
    ).scalar()
    return None if found is None else str(found)


def stored(unit: Unit, entry_id: str) -> StoredEntry | None:
    """Return an entry's hash, body and personal part."""
    query = select(journal_entry.c.hash, journal_entry.c.body, journal_entry.c.personal)
    row = unit.conn.execute(query.where(journal_entry.c.entry_id == entry_id)).first()
    return None if row is None else StoredEntry(row.hash, row.body, row.personal)


def insert_exceptions(unit: Unit, rows: Sequence[dict[str, object]]) -> None:
    """Write what a person has to look at."""
    if rows:
        unit.conn.execute(entry_exception.insert(), list(rows))


def end_exceptions(unit: Unit, entry_id: str, *, kind: str) -> None:
    """Note that what a person had to look at has ended by itself."""
    unit.conn.execute(
        update(entry_exception)
        .where(
            entry_exception.c.entry_id == entry_id,
            entry_exception.c.kind == kind,
            entry_exception.c.state == "open",
        )
        .values(state="done", done_ms=unit.now_ms)
    )


def insert_aside(unit: Unit, rows: Sequence[dict[str, object]]) -> None:
    """Keep entries of a forked chain; the same entry once."""
    if not rows:
        return
    insert: Any = sqlite.insert if unit.is_sqlite else postgresql.insert
    unit.conn.execute(insert(journal_aside).on_conflict_do_nothing(), list(rows))


def applied_through(unit: Unit, terminal_id: str, *, incarnation: int, below: int | None) -> int:
    """Return the last ``seq`` that a transaction below ``below`` stored; 0 for none."""
    query = select(func.max(journal_entry.c.seq)).where(
        journal_entry.c.terminal_id == terminal_id, journal_entry.c.incarnation == incarnation
    )
    if below is not None:
        query = query.where(journal_entry.c.txid < below)
    return int(unit.conn.execute(query).scalar() or 0)


def _set_state(unit: Unit, entry_id: str, *, state: str, park_code: str) -> None:
    unit.conn.execute(
        update(journal_entry)
        .where(journal_entry.c.entry_id == entry_id)
        .values(state=state, park_code=park_code)
    )


def chains(unit: Unit) -> list[tuple[str, int, tuple[int, str] | None]]:
    """Return till, incarnation and, of its present one, the acknowledged head of every chain."""
    stored = unit.conn.execute(
        select(journal_entry.c.terminal_id, journal_entry.c.incarnation)
        .distinct()
        .order_by(journal_entry.c.terminal_id, journal_entry.c.incarnation)
    ).all()
    heads = {
        (str(row.terminal_id), int(row.incarnation)): (int(row.expected_seq) - 1, str(row.head_hash))
        for row in unit.conn.execute(select(terminal))
    }
    keys = [(str(row.terminal_id), int(row.incarnation)) for row in stored]
    return [(*key, heads.get(key)) for key in keys]


def chain(unit: Unit, terminal_id: str, *, incarnation: int) -> Iterator[dict[str, Any]]:
    """Yield the entries of a chain in order, a thousand at a time in memory."""
    query = (
        select(journal_entry)
        .where(journal_entry.c.terminal_id == terminal_id, journal_entry.c.incarnation == incarnation)
        .order_by(journal_entry.c.seq)
        .execution_options(yield_per=1_000)
    )
    with unit.conn.execute(query) as found:
        for row in found.mappings():
            yield dict(row)


def count_erased(unit: Unit, terminal_id: str, *, incarnation: int) -> int:
    """Return how many entries of a chain had a personal part that is gone."""
    query = select(func.count()).where(
        journal_entry.c.terminal_id == terminal_id,
        journal_entry.c.incarnation == incarnation,
        journal_entry.c.personal_hash.is_not(None),
        journal_entry.c.personal.is_(None),
    )
    return int(unit.conn.execute(query).scalar_one())
