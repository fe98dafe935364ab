"""Rows of orders, of their steps and of hand-overs."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.facts import FactContext
from central_api.kit.unit import Unit
from central_api.models.orders import (
    hand_over,
    hand_over_line,
    held_order,
    order_event,
    order_line,
    order_refund,
    shop_order,
)
from central_api.orders.schemas import (
    HandOver,
    HeldOrder,
    HeldState,
    Order,
    OrderLine,
    PlacedRefund,
    Refund,
    Standing,
)
from retail_core.orders import LateNote, LineDone, Share
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
    _insert_lines(unit, order.order_id, lines=lines, first_position=1)


def by_id(unit: Unit, order_id: str) -> Order | None:
    """Return an order."""
    return _find(unit, shop_order.c.order_id == order_id)


def hold(unit: Unit, order_id: str) -> Standing | None:
    """Return an order with its lines; another unit that wants to change it waits until this one ends."""
    order = _find(unit, shop_order.c.order_id == order_id, hold=True)
    return None if order is None else Standing(order, tuple(lines_of(unit, order_id)))


def family(unit: Unit, root_id: str) -> list[Standing]:
    """Return an order and those that parts of it became in other stores, in order of their ids."""
    of = (shop_order.c.order_id == root_id) | (shop_order.c.moved_from == root_id)
    ids = unit.conn.execute(select(shop_order.c.order_id).where(of).order_by(shop_order.c.order_id))
    found = [(order_id, by_id(unit, order_id)) for (order_id,) in ids.all()]
    return [
        Standing(order, tuple(lines_of(unit, order_id))) for order_id, order in found if order is not None
    ]


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
            deposit_of=row.deposit_of,
            substitutes=row.substitutes,
            preference=row.preference,
            cap_minor=row.cap_minor,
            done=LineDone(*(getattr(row, each.name) for each in fields(LineDone))),
            category_id=row.category_id,
            cost_minor=row.cost_minor,
        )
        for row in rows
    ]


def change(unit: Unit, before: Standing, *, lines: Sequence[OrderLine], values: Mapping[str, object]) -> None:
    """Change an order that is held: ``values`` of its own, what became of its lines, and new lines."""
    order_id = before.order.order_id
    if values:
        unit.conn.execute(update(shop_order).where(shop_order.c.order_id == order_id).values(dict(values)))
    known = {line.line_id: line for line in before.lines}
    for line in lines:
        if line.line_id in known and line.done != known[line.line_id].done:
            unit.conn.execute(
                update(order_line)
                .where(order_line.c.order_id == order_id, order_line.c.line_id == line.line_id)
                .values(asdict(line.done))
            )
    added = [line for line in lines if line.line_id not in known]
    _insert_lines(unit, order_id, lines=added, first_position=len(known) + 1)


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


def insert_hand_over_lines(unit: Unit, hand_over_id: str, *, shares: Sequence[Share]) -> None:
    """Write what a hand-over that counts took."""
    rows = [{"hand_over_id": hand_over_id, **_share_row(share)} for share in shares]
    if rows:
        unit.conn.execute(hand_over_line.insert(), rows)


def hand_over_lines(unit: Unit, hand_over_id: str) -> list[Share]:
    """Return what a hand-over took, in order of the line."""
    rows = unit.conn.execute(
        select(hand_over_line)
        .where(hand_over_line.c.hand_over_id == hand_over_id)
        .order_by(hand_over_line.c.line_id)
    )
    return [Share(row.line_id, row.qty_milli, row.amount_minor) for row in rows]


def insert_refunds(unit: Unit, refunds: Sequence[Refund]) -> None:
    """Write refunds; those that are known stay as they are."""
    if refunds:
        statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(order_refund)
        unit.conn.execute(statement.on_conflict_do_nothing(), [asdict(refund) for refund in refunds])


def refunds(
    unit: Unit, *, order_id: str | None = None, unpaid: bool = False, after: str = "", most: int = 500
) -> list[Refund]:
    """Return refunds in order of their ids, of one order or of all."""
    query = select(order_refund).where(order_refund.c.refund_id > after).order_by(order_refund.c.refund_id)
    if order_id is not None:
        query = query.where(order_refund.c.order_id == order_id)
    if unpaid:
        query = query.where(order_refund.c.paid_ms.is_(None))
    rows = unit.conn.execute(query.limit(most)).mappings()
    return [Refund(**row) for row in rows]


def overdue(unit: Unit, *, most: int = 200) -> list[str]:
    """Return orders whose deadline is over while they wait, the oldest first."""
    order = shop_order.c
    query = (
        select(order.order_id)
        .where(
            order.state.in_(("ready", "partly_handed_over")),
            order.deadline_ms > 0,
            order.deadline_ms < unit.now_ms,
        )
        .order_by(order.deadline_ms, order.order_id)
        .limit(most)
    )
    return [str(row.order_id) for row in unit.conn.execute(query)]


def no_shows(unit: Unit, member_id: str, *, since_ms: int) -> int:
    """Return how many orders a member did not collect of which the time ended since a time."""
    order = shop_order.c
    query = (
        select(func.count())
        .select_from(shop_order)
        .where(order.member_id == member_id, order.state == "no_show", order.deadline_ms >= since_ms)
    )
    return int(unit.conn.execute(query).scalar_one())


def numbers_of(unit: Unit, order_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Return the number and the platform's number of orders."""
    columns = (shop_order.c.order_id, shop_order.c.number, shop_order.c.platform_number)
    query = select(*columns).where(shop_order.c.order_id.in_(sorted(order_ids)))
    return {str(row[0]): (str(row[1]), str(row[2])) for row in unit.conn.execute(query)}


def refunds_behind(unit: Unit, store_id: str, *, since_ms: int, until_ms: int) -> list[PlacedRefund]:
    """Return all refunds of the orders of which a store gave something back in a time, in their order."""
    root = case((shop_order.c.moved_from != "", shop_order.c.moved_from), else_=shop_order.c.order_id)
    joined = order_refund.join(shop_order, shop_order.c.order_id == order_refund.c.order_id)
    roots = (
        select(root)
        .select_from(joined)
        .where(
            shop_order.c.store_id == store_id,
            order_refund.c.created_ms >= since_ms,
            order_refund.c.created_ms < until_ms,
        )
    )
    query = (
        select(
            order_refund.c.refund_id,
            root.label("root_id"),
            shop_order.c.store_id,
            shop_order.c.channel,
            shop_order.c.number,
            shop_order.c.platform_number,
            order_refund.c.amount_minor,
            order_refund.c.currency,
            order_refund.c.created_ms,
        )
        .select_from(joined)
        .where(root.in_(roots))
        .order_by(root, order_refund.c.created_ms, order_refund.c.refund_id)
    )
    return [PlacedRefund(**row) for row in unit.conn.execute(query).mappings()]


def set_late(unit: Unit, order_id: str, *, late: LateNote) -> None:
    """Note of an order that it was late, and whether that earned a coupon."""
    unit.conn.execute(update(shop_order).where(shop_order.c.order_id == order_id).values(late=late))


def given_back_minor(unit: Unit, order_id: str) -> int:
    """Return what went back of an order so far, or is about to."""
    query = select(func.coalesce(func.sum(order_refund.c.amount_minor), 0)).where(
        order_refund.c.order_id == order_id
    )
    return int(unit.conn.execute(query).scalar_one())


def take_held_number(unit: Unit, store_id: str) -> int:
    """Return the number of the next order that tills take for a store; a second unit waits for this one."""
    if not unit.is_sqlite:
        unit.conn.execute(
            text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": f"held_order:{store_id}"}
        )
    query = select(func.count()).select_from(held_order).where(held_order.c.store_id == store_id)
    return int(unit.conn.execute(query).scalar_one()) + 1


def insert_held(unit: Unit, held: HeldOrder) -> None:
    """Write an order that a till takes."""
    body = {
        "order": asdict(held.order),
        "lines": [_line_row(line) for line in held.lines],
        "by_slots": held.by_slots,
        "minutes": held.minutes,
    }
    unit.conn.execute(
        held_order.insert().values(
            order_id=held.order.order_id,
            request_id=held.request_id,
            store_id=held.order.store_id,
            till_store=held.till_store,
            member_id=held.order.member_id,
            state=held.state,
            held_ms=held.held_ms,
            until_ms=held.until_ms,
            body=json.dumps(body, ensure_ascii=False, default=_plain),
        )
    )


def held_by_request(unit: Unit, request_id: str) -> HeldOrder | None:
    """Return the held order that a request made; the same request elsewhere waits until this unit ends."""
    if not unit.is_sqlite:
        # The same request a second time, meanwhile, waits for the answer of the first.
        unit.conn.execute(
            text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": f"hold:{request_id}"}
        )
    return _find_held(unit, held_order.c.request_id == request_id)


def hold_held(unit: Unit, order_id: str) -> HeldOrder | None:
    """Return a held order; another unit that wants to change it waits until this one ends."""
    return _find_held(unit, held_order.c.order_id == order_id, hold=True)


def change_held(unit: Unit, order_id: str, *, state: HeldState, forget: bool = False) -> None:
    """Write how a held order stands; with ``forget`` nothing of it is kept but that it was."""
    values: dict[str, object] = {"state": state}
    if forget:
        values |= {"body": "", "member_id": None}
    unit.conn.execute(update(held_order).where(held_order.c.order_id == order_id).values(values))


def held_too_long(unit: Unit, *, most: int = 200) -> list[str]:
    """Return held orders whose time is over, the oldest first."""
    held = held_order.c
    query = (
        select(held.order_id)
        .where(held.state == "held", held.until_ms <= unit.now_ms)
        .order_by(held.until_ms, held.order_id)
        .limit(most)
    )
    return [str(row.order_id) for row in unit.conn.execute(query)]


def held_of(unit: Unit, *, member_id: str | None, held_before_ms: int | None) -> list[str]:
    """Return orders of a member, or held before a time, that were not placed and are not forgotten yet."""
    held = held_order.c
    query = select(held.order_id).where(held.state != "placed", held.body != "").order_by(held.order_id)
    if member_id is not None:
        query = query.where(held.member_id == member_id)
    if held_before_ms is not None:
        query = query.where(held.held_ms < held_before_ms)
    return [str(row.order_id) for row in unit.conn.execute(query)]


def mark_refund_paid(unit: Unit, refund_id: str) -> Refund | None:
    """Note that a refund is paid out, the first time; return it, or nothing if there is none."""
    unit.conn.execute(
        update(order_refund)
        .where(order_refund.c.refund_id == refund_id, order_refund.c.paid_ms.is_(None))
        .values(paid_ms=unit.now_ms)
    )
    row = (
        unit.conn.execute(select(order_refund).where(order_refund.c.refund_id == refund_id))
        .mappings()
        .first()
    )
    return None if row is None else Refund(**row)


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


def _line_row(line: OrderLine) -> dict[str, object]:
    row = asdict(line)
    return {**row, **row.pop("done"), "deposit": int(line.deposit)}


def _share_row(share: Share) -> dict[str, object]:
    return {"line_id": share.line_id, "qty_milli": share.qty_milli, "amount_minor": share.amount_minor}


def _insert_lines(unit: Unit, order_id: str, *, lines: Sequence[OrderLine], first_position: int) -> None:
    rows = [
        {
            **_line_row(line),
            "options": json.dumps([option.model_dump() for option in line.options], ensure_ascii=False),
            "order_id": order_id,
            "position": position,
        }
        for position, line in enumerate(lines, start=first_position)
    ]
    if rows:
        unit.conn.execute(order_line.insert(), rows)


def _find_held(unit: Unit, which: ColumnElement[bool], *, hold: bool = False) -> HeldOrder | None:
    query = select(held_order).where(which, held_order.c.body != "")
    row = unit.conn.execute(query.with_for_update() if hold else query).first()
    if row is None:
        return None
    body = json.loads(row.body)
    return HeldOrder(
        order=Order(**body["order"]),
        lines=tuple(_line_of(line) for line in body["lines"]),
        request_id=row.request_id,
        till_store=row.till_store,
        state=row.state,
        held_ms=row.held_ms,
        until_ms=row.until_ms,
        by_slots=body["by_slots"],
        minutes=body["minutes"],
    )


def _line_of(row: Mapping[str, Any]) -> OrderLine:
    """Return a line of a held order: of what became of it there is nothing yet."""
    own = {name: row[name] for name in OrderLine.__slots__ if name not in {"done", "options", "deposit"}}
    options = tuple(LineOption.model_validate(option) for option in row["options"])
    return OrderLine(**own, options=options, deposit=bool(row["deposit"]))


def _plain(value: object) -> object:
    """Return what JSON has no word for: the options of a line."""
    if isinstance(value, LineOption):
        return value.model_dump()
    raise TypeError(type(value).__name__)


def _find(unit: Unit, which: ColumnElement[bool], *, hold: bool = False) -> Order | None:
    query = select(shop_order).where(which)
    row = unit.conn.execute(query.with_for_update() if hold else query).mappings().first()
    if row is None:
        return None
    return Order(**{name: row[name] for name in Order.__slots__})
