"""Rows of what orders were priced to."""

from collections.abc import Collection

from sqlalchemy import RowMapping, func, select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.settlement import order_price
from central_api.settlement.schemas import FUNDERS, OrderPrice


def insert(unit: Unit, price: OrderPrice) -> None:
    """Write a price; one that is known stays as it is."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(order_price)
    values = {
        "order_id": price.order_id,
        "store_id": price.store_id,
        "channel": price.channel,
        "external_id": price.external_id,
        "business_day": price.business_day,
        "currency": price.currency,
        "list_minor": price.list_minor,
        "tax_minor": price.tax_minor,
        "online_minor": price.online_minor,
        "commission_bp": price.commission_bp,
        **{f"{funder}_minor": price.off.get(funder, 0) for funder in FUNDERS},
    }
    unit.conn.execute(statement.values(values).on_conflict_do_nothing(index_elements=["order_id"]))


def first_day(unit: Unit, store_id: str) -> str:
    """Return the first business day of a store on which an order was placed; empty for none."""
    query = select(func.min(order_price.c.business_day)).where(order_price.c.store_id == store_id)
    return unit.conn.execute(query).scalar_one() or ""


def of_days(unit: Unit, store_id: str, *, first: str, last: str) -> list[OrderPrice]:
    """Return what the orders of a store's business days were priced to, in order of their ids."""
    query = (
        select(order_price)
        .where(order_price.c.store_id == store_id, order_price.c.business_day.between(first, last))
        .order_by(order_price.c.order_id)
    )
    return [_price(row) for row in unit.conn.execute(query).mappings()]


def of_orders(unit: Unit, order_ids: Collection[str]) -> dict[str, OrderPrice]:
    """Return what orders were priced to, as far as it is known."""
    query = select(order_price).where(order_price.c.order_id.in_(sorted(order_ids)))
    return {str(row["order_id"]): _price(row) for row in unit.conn.execute(query).mappings()}


def _price(row: RowMapping) -> OrderPrice:
    return OrderPrice(
        order_id=row["order_id"],
        store_id=row["store_id"],
        channel=row["channel"],
        external_id=row["external_id"],
        business_day=row["business_day"],
        currency=row["currency"],
        list_minor=row["list_minor"],
        tax_minor=row["tax_minor"],
        online_minor=row["online_minor"],
        off={funder: row[f"{funder}_minor"] for funder in FUNDERS},
        commission_bp=row["commission_bp"],
    )
