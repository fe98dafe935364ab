"""The journal as the sender sees it, and what the sync adapter remembers."""

from collections.abc import Sequence
from dataclasses import replace

from pos_app.services.records import SyncState, Terminal
from pos_app.storage.unit_of_work import SqlStore
from retail_core.journal import Entry, Head


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

    def state(self) -> SyncState:
        """Return where the till stands."""
        with self._store.read() as work:
            return work.sync_state.get()

    def note_contact(self, *, now_ms: int, server_ms: int) -> None:
        """Note that the server answered, and how far its clock is from ours."""
        with self._store.write() as work:
            state = work.sync_state.get()
            offset_ms = state.clock_offset_ms + server_ms - now_ms
            work.sync_state.put(replace(state, last_contact_ms=now_ms, clock_offset_ms=offset_ms))

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
