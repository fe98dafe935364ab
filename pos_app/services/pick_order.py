"""Pick an order and put it on a shelf."""

from pos_app.services.events import EventBus
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor, Order


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
        raise NotImplementedError

    def mark_ready(self, actor: Actor, order_id: str, *, shelf: str) -> Order:
        """All picked and put on ``shelf``; the customer is told.

        Raises:
            RuleError: ``right.missing``, ``order.unknown``, ``order.wrong_state``, ``order.no_shelf``.
        """
        raise NotImplementedError
