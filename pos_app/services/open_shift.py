"""Open a shift with a float in the drawer."""

from pos_app.services.events import EventBus
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.records import Actor, Shift


class OpenShift:
    """Begins a shift; there is one at a time."""

    def __init__(self, *, store: Store, clock: Clock, ids: Ids, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events

    def current(self) -> Shift | None:
        """Return the shift that is open, if one is."""
        raise NotImplementedError

    def __call__(self, actor: Actor, *, float_minor: int) -> Shift:
        """Open a shift; right ``shift.open``.

        Raises:
            RuleError: ``right.missing``, ``shift.already_open`` (shift number), ``shift.bad_float``.
        """
        raise NotImplementedError
