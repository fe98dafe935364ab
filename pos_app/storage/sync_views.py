"""The journal as the sender sees it, and what the sync adapter remembers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from pos_app.services.records import SyncState, Terminal
from pos_app.storage.unit_of_work import SqlStore
from retail_core.journal import Entry, Head

CLOCK_TOLERANCE_MS = 2_000
"""How far the two clocks may lie apart before ours is corrected."""


class SqlOutbox:
    """What the server does not have yet: the entries behind one number."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def head(self) -> Head:
        """Return the last entry's place."""
        with self._store.read() as work:
            return work.journal.head()

    def acked_through(self) -> int:
        """Return the last ``seq`` that the server has acknowledged."""
        with self._store.read() as work:
            return work.sync_state.get().acked_through

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        """Return up to ``limit`` entries behind ``seq``, in order."""
        with self._store.read() as work:
            return work.journal.after(seq, limit)

    def acknowledge(self, through: int) -> None:
        """Note that the server has everything up to ``through``; never lowers."""
        with self._store.write() as work:
            state = work.sync_state.get()
            if through > state.acked_through:
                work.sync_state.put(replace(state, acked_through=through, expected=through + 1))

    def lower(self, expected: int) -> None:
        """Send everything from ``expected`` on again."""
        with self._store.write() as work:
            state = work.sync_state.get()
            if expected <= state.acked_through:
                work.sync_state.put(
                    replace(
                        state,
                        acked_through=max(0, expected - 1),
                        expected=max(1, expected),
                        applied_through=min(state.applied_through, max(0, expected - 1)),
                    )
                )


class CorrectedClock(Protocol):
    """A clock that takes the server's word."""

    def offset_ms(self) -> int:
        """Return its time minus this machine's own, in milliseconds."""

    def correct(self, offset_ms: int) -> None:
        """Take server time minus this machine's own, in milliseconds."""


class SqlSyncNotes:
    """What the sync adapter remembers besides cursors."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._offset_ms = self.state().clock_offset_ms
        self._clock: CorrectedClock | None = None

    def follow(self, clock: CorrectedClock) -> None:
        """Correct the clock at once; without one an offset counts from the next start."""
        self._clock = clock

    def state(self) -> SyncState:
        """Return where the till stands."""
        with self._store.read() as work:
            return work.sync_state.get()

    def note_contact(self, *, now_ms: int, server_ms: int) -> None:
        """Note that the server answered, and how far its clock is from ours.

        ``now_ms`` comes from the clock as it is corrected now; a difference that could be the way's own
        changes nothing, so that time does not tremble.
        """
        away_ms = server_ms - now_ms
        is_away = abs(away_ms) > CLOCK_TOLERANCE_MS
        # The machine's clock may have been moved since: how far it is off now counts, not how far it was.
        held_ms = self._offset_ms if self._clock is None else self._clock.offset_ms()
        offset_ms = held_ms + away_ms if is_away else held_ms
        if abs(offset_ms - self._offset_ms) <= CLOCK_TOLERANCE_MS:
            offset_ms = self._offset_ms
        contact_ms = server_ms if is_away else now_ms
        with self._store.write() as work:
            work.sync_state.put_columns({"last_contact_ms": contact_ms, "clock_offset_ms": offset_ms})
        if self._clock is not None:
            self._offset_ms = offset_ms
            if is_away:
                self._clock.correct(held_ms + away_ms)

    def note_store_current(self, *, now_ms: int) -> None:
        """Note that what is here of the feed ``store`` is as fresh as now."""
        with self._store.write() as work:
            work.sync_state.put_columns({"store_page_ms": now_ms, "keys_ms": now_ms})

    def note_catalog_page(self, *, now_ms: int) -> None:
        """Note that the feed ``catalog`` was read to its end."""
        with self._store.write() as work:
            work.sync_state.put_columns({"catalog_page_ms": now_ms})

    def terminal(self) -> Terminal | None:
        """Return the till's identity."""
        with self._store.read() as work:
            return work.terminal.get()

    def device_seed(self) -> bytes:
        """Return the device key's secret bytes."""
        with self._store.read() as work:
            return work.terminal.device_seed()
