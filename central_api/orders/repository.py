"""Rows of orders, of their steps and of hand-overs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.facts import FactContext
from central_api.kit.unit import Unit
from central_api.models.orders import hand_over, order_event, order_line, shop_order
from central_api.orders.schemas import HandOver, Order, OrderLine
from retail_core.wire.sale_parts import LineOption


def take_number(unit: Unit, store_id: str) -> int:
    """Return the number of a store's next order; a second unit waits until this one ends."""
    if not unit.is_sqlite:
        unit.conn.execute(
            text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": f"order:{store_id}"}
        )
    query = select(func.count()).select_from(shop_order).where(shop_order.c.store_id == store_id)
    return int(unit.conn.execute(query).scalar_one()) + 1


def insert(unit: Unit, order: Order, *, lines: Sequence[OrderLine], request_id: str) -> None:
    """Write a new order."""
    unit.conn.execute(shop_order.insert().values({**asdict(order), "request_id": request_id}))
    unit.conn.execute(
        order_line.insert(),
        [
            {
                **asdict(line),
                "options": json.dumps([option.model_dump() for option in line.options], ensure_ascii=False),
                "deposit": int(line.deposit),
                "order_id": order.order_id,
                "position": position,
            }
            for position, line in enumerate(lines, start=1)
        ],
    )


def by_id(unit: Unit, order_id: str) -> Order | None:
    """Return an order."""
    return _find(unit, shop_order.c.order_id == order_id)


def by_request(unit: Unit, request_id: str) -> Order | None:
    """Return the order that a request made."""
    return _find(unit, shop_order.c.request_id == request_id)


def lines_of(unit: Unit, order_id: str) -> list[OrderLine]:
    """Return an order's lines in their order."""
    rows = unit.conn.execute(
        select(order_line).where(order_line.c.order_id == order_id).order_by(order_line.c.position)
    )
    return [
        OrderLine(
            row.line_id,
            row.product_id,
            row.name,
            row.qty_milli,
            row.total_minor,
            row.min_age,
            options=tuple(LineOption.model_validate(option) for option in json.loads(row.options)),
            pack_id=row.pack_id,
            pack_pieces=row.pack_pieces,
            deposit=bool(row.deposit),
        )
        for row in rows
    ]


def move(unit: Unit, order_id: str, *, among: Sequence[str], values: Mapping[str, object]) -> bool:
    """Change an order that is in one of the states ``among``; return whether it was."""
    moved = unit.conn.execute(
        update(shop_order)
        .where(shop_order.c.order_id == order_id, shop_order.c.state.in_(among))
        .values(dict(values))
        .returning(shop_order.c.order_id)
    ).first()
    return moved is not None


def note(
    unit: Unit, order_id: str, *, step: str, context: FactContext | None, args: Mapping[str, object]
) -> None:
    """Write down what happened; without a context the shop did it, now."""
    unit.conn.execute(
        order_event.insert().values(
            order_id=order_id,
            step=step,
            terminal_id=None if context is None else context.terminal_id,
            actor="shop" if context is None else context.actor,
            happened_ms=unit.now_ms if context is None else context.wall_ms,
            entry_id=None if context is None else context.entry_id,
            args=json.dumps(dict(args), sort_keys=True),
        )
    )


def insert_hand_over(unit: Unit, values: Mapping[str, object]) -> bool:
    """Write a hand-over; return False if it is known."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(hand_over)
    kept = unit.conn.execute(
        statement.values(dict(values)).on_conflict_do_nothing().returning(hand_over.c.hand_over_id)
    ).first()
    return kept is not None


def find_hand_over(unit: Unit, hand_over_id: str) -> HandOver | None:
    """Return a hand-over."""
    return _hand_over(unit, hand_over.c.hand_over_id == hand_over_id)


def accepted_hand_over(unit: Unit, order_id: str) -> HandOver | None:
    """Return the hand-over of an order that counts."""
    return _hand_over(
        unit,
        (hand_over.c.order_id == order_id) & (hand_over.c.accepted == 1) & hand_over.c.undone_ms.is_(None),
    )


def undo_hand_over(unit: Unit, hand_over_id: str, *, undone_ms: int) -> bool:
    """Mark a hand-over as taken back; return False if it was before."""
    undone = unit.conn.execute(
        update(hand_over)
        .where(hand_over.c.hand_over_id == hand_over_id, hand_over.c.undone_ms.is_(None))
        .values(undone_ms=undone_ms)
        .returning(hand_over.c.hand_over_id)
    ).first()
    return undone is not None


def events_of(unit: Unit, order_id: str) -> list[tuple[str, int]]:
    """Return steps and their times, in the order in which they were written."""
    rows = unit.conn.execute(
        select(order_event.c.step, order_event.c.happened_ms)
        .where(order_event.c.order_id == order_id)
        .order_by(order_event.c.id)
    )
    return [(row.step, row.happened_ms) for row in rows]


def _hand_over(unit: Unit, which: ColumnElement[bool]) -> HandOver | None:
    actor = (
        select(order_event.c.actor)
        .where(order_event.c.entry_id == hand_over.c.entry_id)
        .limit(1)
        .scalar_subquery()
    )
    row = unit.conn.execute(select(hand_over, actor.label("actor")).where(which)).first()
    if row is None:
        return None
    return HandOver(
        hand_over_id=row.hand_over_id,
        order_id=row.order_id,
        terminal_id=row.terminal_id,
        actor=row.actor or "",
        handed_ms=row.handed_ms,
        accepted=bool(row.accepted),
        undone=row.undone_ms is not None,
    )


def _find(unit: Unit, which: ColumnElement[bool]) -> Order | None:
    row = unit.conn.execute(select(shop_order).where(which)).mappings().first()
    if row is None:
        return None
    return Order(**{name: row[name] for name in Order.__slots__})
