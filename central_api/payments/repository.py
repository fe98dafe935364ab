"""Rows of payments in doubt."""

from sqlalchemy import RowMapping, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.payments import payment_doubt


def insert(unit: Unit, values: dict[str, object]) -> None:
    """Write a payment unless it is known."""
    make = (sqlite.insert if unit.is_sqlite else postgresql.insert)(payment_doubt)
    unit.conn.execute(make.values(values).on_conflict_do_nothing())


def resolve(unit: Unit, payment_id: str, *, values: dict[str, object]) -> None:
    """Write how it ended."""
    unit.conn.execute(update(payment_doubt).where(payment_doubt.c.payment_id == payment_id).values(values))


def find(unit: Unit, payment_id: str) -> RowMapping | None:
    """Return what is known of a payment."""
    query = select(payment_doubt).where(payment_doubt.c.payment_id == payment_id)
    return unit.conn.execute(query).mappings().first()
