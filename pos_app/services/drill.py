"""The drill "act as if offline": the counter learns what a day without a network is like, on a day with one.

Nothing goes to head office and no answer of it is taken while it lasts; facts wait in the journal as they do
without a network. It ends by itself, so that nobody forgets it, and with the program.
"""

from collections.abc import Callable
from typing import Final

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.events import CapabilityChanged, EventBus
from pos_app.services.ports import Timers
from pos_app.services.records import Actor

LONGEST_MS: Final = 60 * 60 * 1000
"""A drill that nobody ends, ends after an hour."""


class Drill:
    """One for the till; asked from every lane, switched on the UI thread."""

    def __init__(self, timers: Timers, events: EventBus) -> None:
        """Begin without a drill."""
        self._timers = timers
        self._events = events
        self._cancel: Callable[[], None] | None = None

    @property
    def is_on(self) -> bool:
        """Whether the till acts as if it were offline."""
        return self._cancel is not None

    def network_allowed(self) -> bool:
        """Return whether head office may be asked, and heard."""
        return not self.is_on

    def may(self, actor: Actor | None) -> bool:
        """Return whether a person may begin a drill; anybody may end one."""
        return actor is not None and rights.REPORT_VIEW in actor.rights

    def begin(self, actor: Actor | None) -> None:
        """Act as if offline from now on.

        Raises:
            RuleError: ``right.missing``.
        """
        if not self.may(actor):
            raise RuleError("right.missing", rights.REPORT_VIEW)
        if self._cancel is None:
            self._cancel = self._timers.after(LONGEST_MS, self.end)
            self._events.publish(CapabilityChanged())

    def end(self) -> None:
        """Go back to the network."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
            self._events.publish(CapabilityChanged())
