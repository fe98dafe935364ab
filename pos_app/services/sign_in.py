"""Sign in by PIN or badge. Known cashiers always sign in: nothing here asks the network.

After five wrong PINs there are waits of 1, 5 and then always 15 minutes, which a badge lifts.
"""

from collections.abc import Sequence

from pos_app.services.events import EventBus
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor, StaffTile


class SignIn:
    """Says who is at the till."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus, pin_pepper: bytes) -> None:
        self._store = store
        self._clock = clock
        self._events = events
        self._pin_pepper = pin_pepper

    def tiles(self) -> Sequence[StaffTile]:
        """Return who may sign in, by name."""
        raise NotImplementedError

    def with_pin(self, staff_id: str, pin: str) -> Actor:
        """Sign in by PIN; takes a fraction of a second, so run it on the storage lane.

        Raises:
            RuleError: ``staff.unknown``, ``pin.wrong`` (tries left before a wait), ``pin.locked`` (wait in
                milliseconds).
        """
        raise NotImplementedError

    def with_badge(self, badge: str) -> Actor:
        """Sign in by badge; lifts a wait.

        Raises:
            RuleError: ``badge.unknown``.
        """
        raise NotImplementedError
