"""The pickup board: orders by what to do next, and the search for the one at the counter."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services.ports import Clock, Store
from pos_app.services.records import Order


@dataclass(frozen=True, slots=True)
class OrderBoard:
    """The four columns, each by promised time; ``trouble`` is ten minutes late, or cancelled while ready."""

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
        raise NotImplementedError

    def waiting(self) -> int:
        """Return how many orders nobody has begun to pick."""
        raise NotImplementedError

    def find(self, text: str, *, limit: int = 20) -> Sequence[Order]:
        """Return open orders by the end of number or phone, or by name."""
        raise NotImplementedError

    def get(self, order_id: str) -> Order | None:
        """Return one order."""
        raise NotImplementedError
