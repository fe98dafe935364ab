"""Rows of slots and of the orders that have a place in them."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.orders import shop_order
from central_api.models.slots import order_place, order_slot
from retail_core.orders import AT_WORK, WAITING


def taken(unit: Unit, store_id: str, *, from_ms: int) -> dict[int, int]:
    """Return how many places of a store's slots from ``from_ms`` on are taken, by when they begin."""
    rows = unit.conn.execute(
        select(order_slot.c.starts_ms, order_slot.c.taken).where(
            order_slot.c.store_id == store_id, order_slot.c.starts_ms >= from_ms
        )
    )
    return {int(row.starts_ms): int(row.taken) for row in rows}


def take(unit: Unit, store_id: str, *, starts_ms: int, places: int) -> bool:
    """Take a place of a slot that has so many; return whether one was left. One statement."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(order_slot).values(
        store_id=store_id, starts_ms=starts_ms, taken=1
    )
    one_more = statement.on_conflict_do_update(
        index_elements=["store_id", "starts_ms"],
        set_={"taken": order_slot.c.taken + 1},
        where=order_slot.c.taken < places,
    )
    return unit.conn.execute(one_more.returning(order_slot.c.taken)).first() is not None


def remember(unit: Unit, order_id: str, *, store_id: str, starts_ms: int) -> None:
    """Write down whose place it is."""
    unit.conn.execute(order_place.insert().values(order_id=order_id, store_id=store_id, starts_ms=starts_ms))


def give_back(unit: Unit, order_id: str) -> None:
    """Free the place of an order, once; nothing for an order without one."""
    freed = unit.conn.execute(
        delete(order_place)
        .where(order_place.c.order_id == order_id)
        .returning(order_place.c.store_id, order_place.c.starts_ms)
    ).first()
    if freed is not None:
        unit.conn.execute(
            update(order_slot)
            .where(order_slot.c.store_id == freed.store_id, order_slot.c.starts_ms == freed.starts_ms)
            .values(taken=order_slot.c.taken - 1)
        )


def count_waiting(unit: Unit, store_id: str) -> int:
    """Return how many orders of a store are not ready yet."""
    query = select(func.count()).where(
        shop_order.c.store_id == store_id, shop_order.c.state.in_((*WAITING, *AT_WORK))
    )
    return int(unit.conn.execute(query).scalar_one())
