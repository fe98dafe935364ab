"""Notices that the machine's clock was moved, and writes it down; the till's own time goes on as it was."""

from dataclasses import replace
from typing import Final, Protocol

from pos_app.services.events import EventBus, FactWritten
from pos_app.services.ports import Clock, Store
from pos_app.services.write_fact import TILL_ACTOR, write_fact

TOLERANCE_MS: Final = 2_000
"""Two clocks of one machine part by less than this between two looks."""


class JumpingClock(Clock, Protocol):
    """A clock that knows when the machine's was moved."""

    def offset_ms(self) -> int:
        """Return how far the till's time is from the machine's."""

    def take_jump(self, *, tolerance_ms: int) -> int:
        """Return by how much the machine's clock was moved since the last look."""


class WatchClock:
    """Looks at the machine's clock; on the storage lane."""

    def __init__(self, *, store: Store, clock: JumpingClock, events: EventBus) -> None:
        """Keep what is watched; nothing is looked at yet."""
        self._store = store
        self._clock = clock
        self._events = events

    def __call__(self) -> None:
        """Write down a jump, and how to correct the machine's clock at the next start."""
        by_ms = self._clock.take_jump(tolerance_ms=TOLERANCE_MS)
        if not by_ms:
            return
        from retail_core.wire import facts

        with self._store.write() as work:
            body = facts.ClockJumped(by_ms=by_ms)
            entry = write_fact(work, self._clock, kind=facts.CLOCK_JUMPED, actor=TILL_ACTOR, body=body)
            work.sync_state.put(replace(work.sync_state.get(), clock_offset_ms=self._clock.offset_ms()))
        self._events.publish(FactWritten(entry.seq))
