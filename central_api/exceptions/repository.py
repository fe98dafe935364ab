"""Rows of exceptions, with the facts that they are about."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, update

from central_api.kit.unit import Unit
from central_api.models.journal import entry_exception, journal_entry


def rows(unit: Unit, store_id: str, *, state: str, after_id: int, limit: int) -> list[Mapping[str, Any]]:
    """Return at most ``limit`` exceptions of a store behind a number, oldest first."""
    query = _joined(
        entry_exception.c.store_id == store_id,
        entry_exception.c.state == state,
        entry_exception.c.id > after_id,
    )
    return [
        dict(row) for row in unit.conn.execute(query.order_by(entry_exception.c.id).limit(limit)).mappings()
    ]


def count_open(unit: Unit, store_id: str) -> int:
    """Return how many exceptions of a store are open."""
    query = select(func.count()).where(
        entry_exception.c.store_id == store_id, entry_exception.c.state == "open"
    )
    return int(unit.conn.execute(query).scalar_one())


def count_open_by_kind(unit: Unit) -> dict[str, int]:
    """Return how many exceptions are open of each kind, over all stores."""
    query = select(entry_exception.c.kind, func.count().label("number")).where(
        entry_exception.c.state == "open"
    )
    found = unit.conn.execute(query.group_by(entry_exception.c.kind).order_by(entry_exception.c.kind))
    return {str(row.kind): int(row.number) for row in found}


def find(unit: Unit, store_id: str, *, exception_id: int) -> Mapping[str, Any] | None:
    """Return an exception of a store that nobody else settles before this unit ends."""
    query = _joined(entry_exception.c.store_id == store_id, entry_exception.c.id == exception_id)
    row = unit.conn.execute(query.with_for_update(of=entry_exception)).mappings().first()
    return None if row is None else dict(row)


def settle(unit: Unit, exception_id: int, *, values: Mapping[str, object]) -> None:
    """Note what somebody did about an exception."""
    unit.conn.execute(
        update(entry_exception)
        .where(entry_exception.c.id == exception_id)
        .values(state="done", done_ms=unit.now_ms, **values)
    )


def _joined(*which: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    return (
        select(
            *entry_exception.c,
            journal_entry.c.seq,
            journal_entry.c.type,
            journal_entry.c.actor,
            journal_entry.c.wall_ms,
            journal_entry.c.body,
        )
        .join(journal_entry, journal_entry.c.entry_id == entry_exception.c.entry_id)
        .where(*which)
    )
