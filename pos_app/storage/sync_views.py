"""The journal as the sender sees it, and what the sync adapter remembers."""

from collections.abc import Callable, Sequence
from dataclasses import replace

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


class SqlSyncNotes:
    """What the sync adapter remembers besides cursors."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._offset_ms = self.state().clock_offset_ms
        self._correct: Callable[[int], None] | None = None

    def follow(self, correct: Callable[[int], None]) -> None:
        """Hand every new offset to the clock, at once; without it an offset counts from the next start.

        Args:
            correct: Takes server time minus this machine's own, in milliseconds.
        """
        self._correct = correct

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
        offset_ms = self._offset_ms + away_ms if abs(away_ms) > CLOCK_TOLERANCE_MS else self._offset_ms
        with self._store.write() as work:
            work.sync_state.put_columns({"last_contact_ms": now_ms, "clock_offset_ms": offset_ms})
        if self._correct is not None and offset_ms != self._offset_ms:
            self._offset_ms = offset_ms
            self._correct(offset_ms)

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
