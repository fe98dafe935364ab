"""Rows that carry the number of the transaction that wrote them."""

from sqlalchemy import update

from central_api.kit.unit import Unit
from central_api.models import metadata


def forget_transactions(unit: Unit) -> None:
    """Give everything that is stored the number 0, which lies before all transactions to come."""
    for table in metadata.sorted_tables:
        if "txid" in table.c:
            unit.conn.execute(update(table).values(txid=0))
