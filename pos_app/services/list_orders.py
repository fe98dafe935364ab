"""The pickup board: orders by what to do next, and the search for the one at the counter."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services.order_model import Order
from pos_app.services.ports import Clock, Store
from retail_core.orders import AT_WORK, OPEN, WAITING

LATE_MS = 600_000
"""A promise that is missed by this much is trouble."""

_MOST = 500
_AT_THE_DOOR = ("ready", "partly_handed_over")


@dataclass(frozen=True, slots=True)
class OrderBoard:
    """The four columns, each by promised time.

    ``trouble`` is ten minutes late and not ready, or has ended and something has to be put back.
    """

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
        """Return the open orders, and those of which something has to be put back."""
        with self._store.read() as work:
            orders = work.orders.in_states(OPEN, _MOST)
            back = work.orders.to_put_back(_MOST)
        late_ms = self._clock.now_ms() - LATE_MS
        waiting = [order for order in orders if order.state not in _AT_THE_DOOR]
        trouble = [order for order in waiting if order.promised_ms < late_ms]
        in_time = [order for order in waiting if order.promised_ms >= late_ms]
        trouble += [order for order in back if order.state not in OPEN]
        return OrderBoard(
            new=tuple(order for order in in_time if order.state in WAITING),
            picking=tuple(order for order in in_time if order.state in AT_WORK),
            ready=tuple(order for order in orders if order.state in _AT_THE_DOOR),
            trouble=tuple(trouble),
        )

    def waiting(self) -> int:
        """Return how many orders nobody has begun to pick."""
        with self._store.read() as work:
            return len(work.orders.in_states(WAITING, _MOST))

    def find(self, text: str, *, limit: int = 20) -> Sequence[Order]:
        """Return open orders by the end of number or phone, or by name."""
        with self._store.read() as work:
            return work.orders.find(text.strip(), limit)

    def find_handed(self, text: str, *, limit: int = 10) -> Sequence[Order]:
        """Return orders that were handed over and may be brought back, by the same words."""
        with self._store.read() as work:
            found = work.orders.find_handed(text.strip(), limit)
        return [order for order in found if order.with_customer()]

    def get(self, order_id: str) -> Order | None:
        """Return one order."""
        with self._store.read() as work:
            return work.orders.get(order_id)
