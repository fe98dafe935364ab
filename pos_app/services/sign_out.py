"""Leave the till; the shift stays open, and nothing has to be sent before."""

from pos_app.services.events import EventBus, FactWritten, StaffSignedOut
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.write_fact import write_fact


class SignOut:
    """Notes that somebody left."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._events = events

    def __call__(self, actor: Actor) -> None:
        """Journal that ``actor`` left."""
        from retail_core.wire import facts

        with self._store.write() as work:
            entry = write_fact(
                work,
                self._clock,
                kind=facts.STAFF_SIGNED_OUT,
                actor=actor.staff_id,
                body=facts.StaffSignedOut(staff_id=actor.staff_id),
            )
        self._events.publish(StaffSignedOut(actor.staff_id))
        self._events.publish(FactWritten(entry.seq))
