"""Mirror the journal to the second place, and notice there if this folder is an old copy."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from pos_app.services.errors import StorageError
from pos_app.services.ports import Clock, Store
from pos_app.services.safety import Concern, Safety
from retail_core.journal import Entry, Head

PLACE: Final = "mirror"
KEPT_MS: Final = 35 * 24 * 60 * 60 * 1000
"""What head office has is kept for so long; people have a right to be forgotten."""

_CHUNK = 500
_LOOK_MS = 24 * 60 * 60 * 1000


class Mirror(Protocol):
    """The journal once more, elsewhere."""

    def head(self, incarnation: int) -> Head | None:
        """Return where it ends."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries durably."""

    def forget(self, incarnation: int, *, through: int, before_ms: int) -> int:
        """Let go of files whose entries are all acknowledged and old."""


class MirrorJournal:
    """Brings the mirror up to the journal; on a lane of its own."""

    def __init__(self, mirror: Mirror, *, store: Store, safety: Safety, clock: Clock) -> None:
        """Keep both ends; nothing is read yet."""
        self._mirror = mirror
        self._store = store
        self._safety = safety
        self._clock = clock
        self._looked_ms = 0

    def __call__(self) -> None:
        """Add what is missing; what goes wrong is noted and tried again, selling goes on."""
        try:
            if self._catch_up():
                self._safety.note(PLACE, None)
                self._safety.checked(PLACE, self._clock.now_ms())
        except StorageError as error:
            self._safety.note(PLACE, Concern(error.code, "warn", self._clock.now_ms(), error.arguments))

    def _catch_up(self) -> bool:
        with self._store.read() as work:
            here = work.journal.head()
        there = self._mirror.head(here.incarnation)
        done = 0 if there is None else there.seq
        if there is not None and not self._is_ours(there):
            # Somebody put an old copy of this folder back, or sells with another copy of it.
            concern = Concern("till.rolled_back", "stop", self._clock.now_ms(), (there.seq,))
            self._safety.note("identity", concern)
            return False
        for entries in self._behind(done):
            self._mirror.append(entries)
            done = entries[-1].seq
            self._safety.progress(PLACE, have=done, of=max(done, here.seq))
        self._safety.progress(PLACE, have=done, of=max(done, here.seq))
        self._forget_old(here.incarnation)
        return True

    def _forget_old(self, incarnation: int) -> None:
        """Once a day let go of what head office has had for long."""
        now_ms = self._clock.now_ms()
        if now_ms - self._looked_ms < _LOOK_MS:
            return
        self._looked_ms = now_ms
        with self._store.read() as work:
            acked = work.sync_state.get().acked_through
        self._mirror.forget(incarnation, through=acked, before_ms=now_ms - KEPT_MS)

    def _behind(self, seq: int) -> Iterator[Sequence[Entry]]:
        while True:
            with self._store.read() as work:
                entries = work.journal.after(seq, _CHUNK)
            if not entries:
                return
            yield entries
            seq = entries[-1].seq

    def _is_ours(self, there: Head) -> bool:
        with self._store.read() as work:
            entry = work.journal.get(there.seq)
        return entry is not None and entry.hash == there.hash
