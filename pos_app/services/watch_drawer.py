"""How long the drawer stands open, by who opened it: asked of the printer, written when it is shut.

On the printer's lane. Where the printer does not tell, nothing is written: the time is not known.
Source: docs/rules/figures.md, "By hand"; docs/decisions/0080-the-drawers-time.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pos_app.services.drawer_pulse import Opening
from pos_app.services.events import EventBus, FactWritten
from pos_app.services.ports import Clock, Store
from pos_app.services.printing_ports import Drawer, DrawerState
from pos_app.services.write_fact import write_fact
from retail_core.wire.shift_facts import DRAWER_CLOSED, MOST_OPEN_S, DrawerClosed

OPENING_MS = 3_000
"""So long a drawer may take to spring open; a locked one never does."""

SILENCE_MS = 15_000
"""After so long without an answer nobody knows any more when it was shut."""


@dataclass(slots=True)
class _Watched:
    """A drawer after its pulse."""

    opening: Opening
    pulsed_ms: int
    heard_ms: int
    is_open: bool = False


class WatchDrawer:
    """Looks at the drawer after a pulse, for as long as somebody asks it to."""

    def __init__(self, drawer: Drawer, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._drawer = drawer
        self._store = store
        self._clock = clock
        self._events = events
        self._watched: _Watched | None = None

    def learn(self) -> None:
        """Ask once while nobody waits, so that no pulse waits for a printer that never answers."""
        self._drawer.state()

    def begin(self, opening: Opening) -> None:
        """Watch from now on: the pulse was sent. One that stood open until now was opened again."""
        now_ms = self._clock.mono_ms()
        before = self._watched
        if before is not None and before.is_open and now_ms - before.heard_ms <= SILENCE_MS:
            self._write(before, now_ms, end="opened_again")
        self._watched = _Watched(opening, now_ms, now_ms)

    def look(self) -> int | None:
        """Look once; return for how many seconds it has stood open, ``None`` when there is no more to see."""
        watched = self._watched
        if watched is None:
            return None
        state, now_ms = self._drawer.state(), self._clock.mono_ms()
        if state is DrawerState.UNKNOWN:
            return self._unheard(watched, now_ms)
        since_heard_ms, watched.heard_ms = now_ms - watched.heard_ms, now_ms
        open_s = (now_ms - watched.pulsed_ms) // 1_000
        if state is DrawerState.OPEN:
            watched.is_open = True
            if open_s < MOST_OPEN_S:
                return open_s
            self._end(watched, now_ms, end="left_open")
        elif watched.is_open and since_heard_ms <= SILENCE_MS:
            self._end(watched, now_ms, end="shut")
        elif not watched.is_open and now_ms - watched.pulsed_ms < OPENING_MS:
            return 0
        else:
            self._watched = None
        return None

    def _unheard(self, watched: _Watched, now_ms: int) -> int | None:
        """Go on for a while where the printer told before; one that never told is asked no more."""
        if not watched.is_open or now_ms - watched.heard_ms > SILENCE_MS:
            self._watched = None
            return None
        return (now_ms - watched.pulsed_ms) // 1_000

    def _end(self, watched: _Watched, now_ms: int, *, end: Literal["shut", "left_open"]) -> None:
        self._watched = None
        self._write(watched, now_ms, end=end)

    def _write(
        self, watched: _Watched, now_ms: int, *, end: Literal["shut", "opened_again", "left_open"]
    ) -> None:
        """Write how long it was; of a shift that is closed by now nothing changes any more."""
        opening = watched.opening
        with self._store.write() as work:
            shift = work.shifts.open()
            if shift is None or shift.shift_id != opening.shift_id:
                return
            body = DrawerClosed(
                shift_id=opening.shift_id,
                cause=opening.cause,
                reference=opening.reference,
                open_s=min(MOST_OPEN_S, (now_ms - watched.pulsed_ms) // 1_000),
                end=end,
            )
            entry = write_fact(work, self._clock, kind=DRAWER_CLOSED, actor=opening.actor, body=body)
        self._events.publish(FactWritten(entry.seq))
