"""Looks at the drawer every second after a pulse until it is shut, and says so when it stays open."""

from collections.abc import Callable

from pos_app.services.drawer_pulse import Opening
from pos_app.services.errors import PosError
from pos_app.services.events import DrawerLeftOpen, DrawerPulsed, EventBus
from pos_app.services.ports import Lane, Timers
from pos_app.services.watch_drawer import WatchDrawer
from pos_app.ui.tasks import LaneClosed

FIRST_LOOK_MS = 500
"""A drawer has sprung open by then."""

LOOK_MS = 1_000
"""The time that is written is right to this."""

LEFT_OPEN_S = 60
"""After so long, and again after each further such time, who stands there is told."""


class DrawerRunner:
    """Runs on the printer's lane between its jobs; a look takes some milliseconds."""

    def __init__(self, watch: WatchDrawer, *, lane: Lane, timers: Timers, events: EventBus) -> None:
        self._watch = watch
        self._lane = lane
        self._timers = timers
        self._events = events
        self._told_s = 0
        self._cancel: Callable[[], None] = lambda: None
        events.subscribe(DrawerPulsed, lambda event: self._on_pulsed(event.opening))
        lane.run(watch.learn, lambda _: None, _raise_unless_closed)

    def _on_pulsed(self, opening: Opening) -> None:
        self._told_s = 0
        self._lane.run(
            lambda: self._watch.begin(opening), lambda _: self._wait(FIRST_LOOK_MS), self._on_error
        )

    def _wait(self, delay_ms: int) -> None:
        self._cancel()
        self._cancel = self._timers.after(delay_ms, self._look)

    def _look(self) -> None:
        self._lane.run(self._watch.look, self._on_look, self._on_error)

    def _on_look(self, open_s: int | None) -> None:
        if open_s is None:
            return
        if open_s - self._told_s >= LEFT_OPEN_S:
            self._told_s = open_s - open_s % LEFT_OPEN_S
            self._events.publish(DrawerLeftOpen(open_s))
        self._wait(LOOK_MS)

    def _on_error(self, error: BaseException) -> None:
        # A file that cannot be written now is told by whoever sells; the time of this opening is lost.
        if not isinstance(error, PosError):
            _raise_unless_closed(error)


def _raise_unless_closed(error: BaseException) -> None:
    if not isinstance(error, LaneClosed):
        raise error
