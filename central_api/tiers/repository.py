"""Rows of what members spent."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.members import member_spend

_CHUNK = 400


def insert(unit: Unit, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert spending; a reference that is known stays as it is."""
    if not rows:
        return
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(member_spend)
    unit.conn.execute(statement.on_conflict_do_nothing(index_elements=["ref"]), [dict(row) for row in rows])


def spender_of(unit: Unit, ref: str) -> str | None:
    """Return the member of a reference."""
    found = unit.conn.execute(select(member_spend.c.member_id).where(member_spend.c.ref == ref)).scalar()
    return None if found is None else str(found)


def spent_since(unit: Unit, member_ids: Sequence[str], *, after_ms: int, currency: str) -> dict[str, int]:
    """Return what members spent in a currency after a time; those who did not are missing."""
    found: dict[str, int] = {}
    for start in range(0, len(member_ids), _CHUNK):
        rows = unit.conn.execute(
            select(member_spend.c.member_id, func.sum(member_spend.c.spent_minor).label("spent"))
            .where(
                member_spend.c.member_id.in_(member_ids[start : start + _CHUNK]),
                member_spend.c.spent_ms > after_ms,
                member_spend.c.currency == currency,
            )
            .group_by(member_spend.c.member_id)
        )
        found |= {str(row.member_id): int(row.spent) for row in rows}
    return found
