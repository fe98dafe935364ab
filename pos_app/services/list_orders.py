"""The pickup board: orders by what to do next, and the search for the one at the counter."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services.order_model import Order
from pos_app.services.ports import Clock, Store

LATE_MS = 600_000
"""A promise that is missed by this much is trouble."""

_MOST = 500


@dataclass(frozen=True, slots=True)
class OrderBoard:
    """The four columns, each by promised time; ``trouble`` is ten minutes late and not ready."""

    new: tuple[Order, ...]
    picking: tuple[Order, ...]
    ready: tuple[Order, ...]
    trouble: tuple[Order, ...]


class ListOrders:
    """Reads orders; a millisecond, offline."""

    def __init__(self, *, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def board(self) -> OrderBoard:
        """Return the open orders."""
        with self._store.read() as work:
            orders = work.orders.in_states(("placed", "picking", "ready"), _MOST)
        late_ms = self._clock.now_ms() - LATE_MS
        trouble = [order for order in orders if order.state != "ready" and order.promised_ms < late_ms]
        in_time = [order for order in orders if order not in trouble]
        return OrderBoard(
            new=tuple(order for order in in_time if order.state == "placed"),
            picking=tuple(order for order in in_time if order.state == "picking"),
            ready=tuple(order for order in in_time if order.state == "ready"),
            trouble=tuple(trouble),
        )

    def waiting(self) -> int:
        """Return how many orders nobody has begun to pick."""
        with self._store.read() as work:
            return len(work.orders.in_states(("placed",), _MOST))

    def find(self, text: str, *, limit: int = 20) -> Sequence[Order]:
        """Return open orders by the end of number or phone, or by name."""
        with self._store.read() as work:
            return work.orders.find(text.strip(), limit)

    def get(self, order_id: str) -> Order | None:
        """Return one order."""
        with self._store.read() as work:
            return work.orders.get(order_id)
