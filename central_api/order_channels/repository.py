"""Rows of orders' numbers in the channels that they came from."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.slots import order_external


def claim(unit: Unit, channel: str, *, external_id: str, order_id: str) -> str:
    """Let an order be the one of a number, unless another is; return the one that is.

    A unit that claims the same number at the same time waits until this one ends.
    """
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(order_external)
    values = {"channel": channel, "external_id": external_id, "order_id": order_id}
    unit.conn.execute(statement.values(values).on_conflict_do_nothing())
    which = (order_external.c.channel == channel, order_external.c.external_id == external_id)
    return str(unit.conn.execute(select(order_external.c.order_id).where(*which)).scalar_one())
