"""Pick an order and put it on a shelf."""

from dataclasses import replace

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, OrderChanged
from pos_app.services.order_model import Order
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import write_fact
from retail_core.orders import OrderState
from retail_core.wire.facts import ORDER_PICKING, ORDER_READY, OrderStep

_MOST_SHELF = 20


class PickOrder:
    """The steps from *placed* to *ready*; on the storage lane, right ``order.pick``."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._events = events

    def start(self, actor: Actor, order_id: str) -> Order:
        """Accept an order and begin to pick it.

        Raises:
            RuleError: ``right.missing``, ``order.unknown``, ``order.wrong_state`` (its state).
        """
        rights.require(actor.rights, rights.ORDER_PICK)
        with self._store.write() as work:
            order = _order_in(work, order_id, states=("placed",))
            body = OrderStep(order_id=order_id)
            entry = write_fact(work, self._clock, kind=ORDER_PICKING, actor=actor.staff_id, body=body)
            order = replace(order, state="picking")
            work.orders.put_own(order, seq=entry.seq)
        self._tell(order, entry.seq)
        return order

    def mark_ready(self, actor: Actor, order_id: str, *, shelf: str) -> Order:
        """All picked and put on ``shelf``; the customer is told.

        Raises:
            RuleError: ``right.missing``, ``order.unknown``, ``order.wrong_state``, ``order.no_shelf``.
        """
        rights.require(actor.rights, rights.ORDER_PICK)
        place = shelf.strip().upper()
        if not place or len(place) > _MOST_SHELF:
            raise RuleError("order.no_shelf")
        with self._store.write() as work:
            order = _order_in(work, order_id, states=("placed", "picking"))
            body = OrderStep(order_id=order_id, shelf=place)
            entry = write_fact(work, self._clock, kind=ORDER_READY, actor=actor.staff_id, body=body)
            order = replace(order, state="ready", shelf=place, ready_ms=entry.wall_ms)
            work.orders.put_own(order, seq=entry.seq)
        self._tell(order, entry.seq)
        return order

    def _tell(self, order: Order, seq: int) -> None:
        self._events.publish(OrderChanged(order.order_id, order.state))
        self._events.publish(FactWritten(seq))


def _order_in(work: UnitOfWork, order_id: str, *, states: tuple[OrderState, ...]) -> Order:
    order = work.orders.get(order_id)
    if order is None:
        raise RuleError("order.unknown")
    if order.state not in states:
        raise RuleError("order.wrong_state", order.state)
    return order
