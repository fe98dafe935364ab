"""Rows of stored value."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import cast

from sqlalchemy import RowMapping, select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.balances.schemas import Entry, Spent
from central_api.kit.unit import Unit
from central_api.models.members import value_entry
from retail_core.stored_value import SpendOrder, ValueKind


def insert(unit: Unit, entries: Sequence[Entry], *, txid: int) -> None:
    """Insert entries; those whose reference and rule are known stay as they are."""
    if not entries:
        return
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(value_entry)
    unit.conn.execute(
        statement.on_conflict_do_nothing(index_elements=["ref", "rule"]),
        [{**asdict(entry), "txid": txid} for entry in entries],
    )


def payer_of(unit: Unit, ref: str, *, rule: str) -> str | None:
    """Return whose balance paid a sale."""
    query = select(value_entry.c.member_id).where(value_entry.c.ref == ref, value_entry.c.rule == rule)
    found = unit.conn.execute(query).scalar()
    return None if found is None else str(found)


def changed_in(unit: Unit, *, txid: int, after_id: int) -> tuple[list[str], list[Spent], int]:
    """Return who has new entries of this transaction, the payments among them, and the last row."""
    rows = unit.conn.execute(
        select(value_entry)
        .where(value_entry.c.txid == txid, value_entry.c.id > after_id)
        .order_by(value_entry.c.id)
    ).all()
    spent = [Spent(row.member_id, row.ref, row.entry_id) for row in rows if row.kind == "spend"]
    return sorted({row.member_id for row in rows}), spent, rows[-1].id if rows else after_id


def of_member(unit: Unit, member_id: str) -> list[Entry]:
    """Return a member's entries in their order."""
    rows = unit.conn.execute(
        select(value_entry).where(value_entry.c.member_id == member_id).order_by(value_entry.c.id)
    ).mappings()
    return [_entry(row) for row in rows]


def everything(unit: Unit) -> Iterator[Entry]:
    """Yield all entries, member by member, each one's in their order; a thousand at a time in memory."""
    query = select(value_entry).order_by(value_entry.c.member_id, value_entry.c.id)
    with unit.conn.execute(query.execution_options(yield_per=1_000)) as found:
        for row in found.mappings():
            yield _entry(row)


def _entry(row: RowMapping) -> Entry:
    return Entry(
        member_id=row["member_id"],
        ref=row["ref"],
        rule=row["rule"],
        kind=cast("ValueKind", row["kind"]),
        store_id=row["store_id"],
        made_ms=row["made_ms"],
        entry_id=row["entry_id"],
        principal_minor=row["principal_minor"],
        bonus_minor=row["bonus_minor"],
        amount_minor=row["amount_minor"],
        spend=cast("SpendOrder", row["spend"]),
        of_ref=row["of_ref"],
    )
