"""Rows of the stored journals, as books are made of them."""

from collections.abc import Collection, Iterator

from sqlalchemy import or_, select

from central_api.kit.unit import Unit
from central_api.models.enrolment import terminal
from central_api.models.journal import journal_entry
from retail_core.books import Posted


def chains(unit: Unit, store_id: str) -> list[tuple[str, str, int]]:
    """Return store, till and incarnation of each journal in that order; an empty id means all stores."""
    columns = (terminal.c.store_id, journal_entry.c.terminal_id, journal_entry.c.incarnation)
    query = (
        select(*columns)
        .join(terminal, terminal.c.terminal_id == journal_entry.c.terminal_id)
        .distinct()
        .order_by(*columns)
    )
    if store_id:
        query = query.where(terminal.c.store_id == store_id)
    return [(str(row[0]), str(row[1]), int(row[2])) for row in unit.conn.execute(query)]


def entries(
    unit: Unit, terminal_id: str, *, incarnation: int, store_id: str, types: Collection[str]
) -> Iterator[Posted]:
    """Yield entries of some types, and those that are parked; a thousand at a time in memory."""
    wanted = or_(journal_entry.c.type.in_(sorted(types)), journal_entry.c.state == "parked")
    query = (
        select(
            journal_entry.c.seq,
            journal_entry.c.type,
            journal_entry.c.version,
            journal_entry.c.wall_ms,
            journal_entry.c.body,
        )
        .where(journal_entry.c.terminal_id == terminal_id, journal_entry.c.incarnation == incarnation, wanted)
        .order_by(journal_entry.c.seq)
        .execution_options(yield_per=1_000)
    )
    with unit.conn.execute(query) as found:
        for row in found:
            yield Posted(
                terminal_id,
                store_id,
                incarnation,
                seq=int(row.seq),
                type=str(row.type),
                version=int(row.version),
                wall_ms=int(row.wall_ms),
                body=str(row.body),
            )
