"""Which orders have something to tell, and what was told of them."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.orders import shop_order
from central_api.models.slots import order_late, order_message
from central_api.order_messages.schemas import Due, Kind
from retail_core.orders import AT_WORK, WAITING

_MOST = 200
_TO_COLLECT = ("ready", "partly_handed_over")


def due(unit: Unit, *, since_ms: int, day_ms: int) -> list[Due]:
    """Return what is to be told now, of each order one thing: how it stands, not how it stood.

    Args:
        unit: The unit of work.
        since_ms: What happened before is not told any more.
        day_ms: So long before its deadline, and not in the first half of its time, is somebody reminded.
    """
    order = shop_order.c
    half_ms = (order.deadline_ms - order.ready_ms) / 2
    # Who gets it at the door has nothing to collect.
    comes = order.fulfilment == "pickup"
    reminder = and_(
        comes,
        order.state.in_(_TO_COLLECT),
        order.ready_ms.is_not(None),
        order.deadline_ms > unit.now_ms,
        order.deadline_ms - day_ms <= unit.now_ms,
        order.ready_ms + half_ms <= unit.now_ms,
    )
    ready = and_(comes, order.state == "ready", order.ready_ms >= since_ms)
    is_late = exists().where(order_late.c.order_id == order.order_id, order_late.c.noted_ms >= since_ms)
    late = and_(order.state.in_((*WAITING, *AT_WORK)), is_late)
    moved = and_(order.state.in_(WAITING), order.moved_from != "", order.placed_ms >= since_ms)
    kinds: tuple[tuple[Kind, ColumnElement[bool]], ...] = (
        ("reminder", reminder),
        ("ready", ready),
        ("late", late),
        ("moved", moved),
    )
    found: dict[str, Due] = {}
    for kind, which in kinds:
        for row in unit.conn.execute(_untold(kind, which)):
            # Who is reminded needs not be told that it is ready, too.
            found.setdefault(row.order_id, Due(row.order_id, kind))
    return list(found.values())


def _untold(kind: Kind, which: ColumnElement[bool]) -> Select[Any]:
    told = exists().where(order_message.c.order_id == shop_order.c.order_id, order_message.c.kind == kind)
    return (
        select(shop_order.c.order_id)
        .where(shop_order.c.member_id.is_not(None), which, ~told)
        .order_by(shop_order.c.placed_ms, shop_order.c.order_id)
        .limit(_MOST)
    )


def note(unit: Unit, due: Due) -> bool:
    """Note that something is told of an order; return False if somebody did before."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(order_message)
    values = {"order_id": due.order_id, "kind": due.kind, "told_ms": unit.now_ms, "message_id": ""}
    noted = unit.conn.execute(
        statement.values(values).on_conflict_do_nothing().returning(order_message.c.order_id)
    ).first()
    return noted is not None


def keep_id(unit: Unit, due: Due, *, message_id: str) -> None:
    """Keep which message tells it."""
    unit.conn.execute(
        order_message.update()
        .where(order_message.c.order_id == due.order_id, order_message.c.kind == due.kind)
        .values(message_id=message_id)
    )


def earlier(unit: Unit, order_id: str) -> list[str]:
    """Return the messages that were made of an order so far."""
    query = select(order_message.c.message_id).where(
        order_message.c.order_id == order_id, order_message.c.message_id != ""
    )
    return [str(row.message_id) for row in unit.conn.execute(query)]
