"""Click-and-collect orders: a cache of the server's documents, and this till's own steps and hand-overs."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from pos_app.services.order_model import HandedLine, HandOver, Order, StockMove
from pos_app.storage.order_json import order_from_json, order_to_json
from pos_app.storage.repositories.rows import AnyRow, compact, first, place_of
from pos_app.storage.tables import customer_order, hand_over, hand_over_undo, staff, stock_movement
from retail_core.journal import Entry
from retail_core.orders import OPEN, OrderState
from retail_core.wire.facts import OrderHandedOver

_ONE = select(customer_order.c.doc).where(customer_order.c.order_id == bindparam("order_id"))
_HAND_OVERS: Select[Any] = select(
    hand_over,
    func.coalesce(staff.c.name, hand_over.c.actor).label("actor_name"),
    hand_over_undo.c.hand_over_id.is_not(None).label("undone"),
).select_from(
    hand_over.outerjoin(staff, staff.c.staff_id == hand_over.c.actor).outerjoin(
        hand_over_undo, hand_over_undo.c.hand_over_id == hand_over.c.hand_over_id
    )
)


@lru_cache(maxsize=2_000)
def _order_of(doc: str) -> Order:
    """Return the order of a row; most rows of a board are as they were when it was read last."""
    return order_from_json(json.loads(doc))


class SqlOrders:
    """Orders that this store knows."""

    def __init__(self, connection: Connection, *, incarnation: int, epoch: int) -> None:
        self._connection = connection
        self._incarnation = incarnation
        self._epoch = epoch

    def get(self, order_id: str) -> Order | None:
        row = first(self._connection, _ONE, order_id=order_id)
        return None if row is None else _order_of(row.doc)

    def in_states(self, states: Sequence[OrderState], limit: int) -> Sequence[Order]:
        return self._orders(select(customer_order.c.doc).where(customer_order.c.state.in_(states)), limit)

    def to_put_back(self, limit: int) -> Sequence[Order]:
        return self._orders(select(customer_order.c.doc).where(customer_order.c.to_put_back == 1), limit)

    def find(self, text: str, limit: int) -> Sequence[Order]:
        if not text:
            return []
        found = select(customer_order.c.doc).where(customer_order.c.state.in_(OPEN), _matches(text))
        return self._orders(found, limit)

    def find_handed(self, text: str, limit: int) -> Sequence[Order]:
        if not text:
            return []
        c = customer_order.c
        query = select(c.doc).where(c.state.in_(("handed_over", "closed")), _matches(text))
        newest = query.order_by(c.promised_ms.desc(), c.order_id).limit(limit)
        return [_order_of(row.doc) for row in self._connection.execute(newest)]

    def by_platform_code(self, codes: Sequence[str], limit: int) -> Sequence[Order]:
        c = customer_order.c
        query = select(c.doc).where(c.platform_code.in_([code for code in codes if code]))
        newest = query.order_by(c.promised_ms.desc(), c.order_id).limit(limit)
        return [_order_of(row.doc) for row in self._connection.execute(newest)]

    def by_number(self, number: str) -> Order | None:
        c = customer_order.c
        row = first(self._connection, select(c.doc).where(c.number == number).order_by(c.promised_ms.desc()))
        return None if row is None else _order_of(row.doc)

    def put_own(self, order: Order, *, seq: int) -> None:
        row = order_row(order) | {
            "touched_incarnation": self._incarnation,
            "touched_seq": seq,
            "epoch": self._epoch,
        }
        self._connection.execute(
            upsert(customer_order).values(row).on_conflict_do_update(index_elements=["order_id"], set_=row)
        )

    def add_hand_over(self, body: OrderHandedOver, entry: Entry, *, lines: Sequence[HandedLine]) -> None:
        self._connection.execute(
            insert(hand_over),
            {
                "hand_over_id": body.hand_over_id,
                **place_of(entry),
                "order_id": body.order_id,
                "shift_id": body.shift_id,
                "handed_ms": entry.wall_ms,
                "handed_mono_ms": entry.mono_ms,
                "actor": entry.actor,
                "means": body.means,
                "evidence": body.evidence,
                "value_minor": body.value_minor,
                "currency": body.currency,
                "lines": compact([asdict(line) for line in lines]),
            },
        )
        self.add_moves(_moves(lines, sign=-1), entry, cause="hand_over", ref=body.hand_over_id)

    def add_undo(self, hand_over_: HandOver, *, entry: Entry) -> None:
        self._connection.execute(
            insert(hand_over_undo), {"hand_over_id": hand_over_.hand_over_id, **place_of(entry)}
        )
        moves = _moves(hand_over_.lines, sign=1)
        self.add_moves(moves, entry, cause="hand_over_undone", ref=hand_over_.hand_over_id)

    def hand_over_of(self, order_id: str) -> HandOver | None:
        query = (
            _HAND_OVERS.where(hand_over.c.order_id == order_id)
            .order_by(hand_over.c.incarnation.desc(), hand_over.c.seq.desc())
            .limit(1)
        )
        row = first(self._connection, query)
        return None if row is None else _hand_over(row)

    def hand_overs_of_shift(self, shift_id: str) -> Sequence[tuple[HandOver, int]]:
        query = _HAND_OVERS.where(
            hand_over.c.shift_id == shift_id, hand_over_undo.c.hand_over_id.is_(None)
        ).order_by(hand_over.c.incarnation, hand_over.c.seq)
        return [(_hand_over(row), row.value_minor) for row in self._connection.execute(query)]

    def _orders(self, query: Select[Any], limit: int) -> Sequence[Order]:
        ordered = query.order_by(customer_order.c.promised_ms, customer_order.c.order_id).limit(limit)
        return [_order_of(row.doc) for row in self._connection.execute(ordered)]

    def add_moves(self, moves: Sequence[StockMove], entry: Entry, *, cause: str, ref: str) -> None:
        movements = [{**place_of(entry), **asdict(move), "cause": cause, "ref": ref} for move in moves]
        if movements:
            self._connection.execute(insert(stock_movement), movements)


def order_row(order: Order) -> dict[str, object]:
    """Return the columns that are made of an order alone."""
    return {
        "order_id": order.order_id,
        "number": order.number,
        "state": order.state,
        "masked_name": order.masked_name,
        "phone_last4": order.phone_last4,
        "promised_ms": order.promised_ms,
        "to_put_back": int(any(line.to_put_back_milli for line in order.progress.goods)),
        "platform_code": order.platform_code,
        "doc": compact(order_to_json(order)),
    }


def _matches(text: str) -> ColumnElement[bool]:
    c = customer_order.c
    return or_(
        c.number.endswith(text, autoescape=True),
        c.phone_last4.endswith(text, autoescape=True),
        c.masked_name.startswith(text, autoescape=True),
        c.platform_code.endswith(text.upper(), autoescape=True),
        func.json_extract(c.doc, "$.platform_number") == text,
    )


def _moves(lines: Sequence[HandedLine], *, sign: int) -> list[StockMove]:
    return [
        StockMove(line.product_id, sign * line.pieces_milli, sign * line.pieces_milli)
        for line in lines
        if line.pieces_milli
    ]


def _hand_over(row: AnyRow) -> HandOver:
    return HandOver(
        hand_over_id=row.hand_over_id,
        order_id=row.order_id,
        at_ms=row.handed_ms,
        mono_ms=row.handed_mono_ms,
        actor=row.actor,
        actor_name=row.actor_name,
        means=row.means,
        undone=bool(row.undone),
        lines=tuple(HandedLine(**line) for line in json.loads(row.lines)),
    )
