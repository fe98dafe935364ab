"""Leave the till; the shift stays open, and nothing has to be sent before."""

from pos_app.services.events import EventBus
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor


class SignOut:
    """Notes that somebody left."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._events = events

    def __call__(self, actor: Actor) -> None:
        """Journal that ``actor`` left."""
        raise NotImplementedError
