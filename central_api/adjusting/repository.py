"""Rows of corrections."""

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.adjusting.schemas import Adjustment
from central_api.kit.unit import Unit
from central_api.models.members import member_adjustment


def insert(unit: Unit, adjustment: Adjustment) -> bool:
    """Insert a correction; ``False`` if its request is known."""
    build = (sqlite.insert if unit.is_sqlite else postgresql.insert)(member_adjustment)
    statement = build.values({**asdict(adjustment), "at_ms": unit.now_ms}).on_conflict_do_nothing()
    return unit.conn.execute(statement.returning(member_adjustment.c.request_id)).first() is not None


def find(unit: Unit, request_id: str) -> tuple[str, str, int] | None:
    """Return member, bucket and amount of a correction."""
    query = select(member_adjustment).where(member_adjustment.c.request_id == request_id)
    row = unit.conn.execute(query).first()
    return None if row is None else (row.member_id, row.bucket, row.amount)
