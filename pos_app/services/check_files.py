"""Look over the till's own file and the newest part of its journal, beside everything else.

After a stop that nobody wanted the till opens after a quick look at the structure; every page, and the chain
of the newest entries, are looked at while it is running.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from pos_app.services.errors import StorageError
from pos_app.services.ports import Clock, Store
from pos_app.services.safety import Concern, Safety
from retail_core.journal import Head, verify

TAIL: Final = 500
"""So many of the newest entries are verified; ``pos-app journal verify`` does all."""


@dataclass(frozen=True, slots=True)
class FilesChecked:
    """What was found: damaged pages of the file, the entry that is wrong (0 for none), and its code."""

    damaged: int
    wrong_seq: int = 0
    wrong_code: str = ""


class CheckFiles:
    """Reads only; on a lane of its own, seconds for a year of sales."""

    def __init__(
        self, *, store: Store, damaged_pages: Callable[[], Sequence[str]], safety: Safety, clock: Clock
    ) -> None:
        """Keep what is read; nothing is read yet."""
        self._store = store
        self._damaged_pages = damaged_pages
        self._safety = safety
        self._clock = clock

    def __call__(self) -> FilesChecked:
        """Look, and note what was found."""
        try:
            damaged = len(self._damaged_pages())
        except StorageError:
            damaged = 1
        seq, code = self._wrong_entry()
        now_ms = self._clock.now_ms()
        self._safety.note(
            "file", Concern("file.damaged_pages", "warn", now_ms, (damaged,)) if damaged else None
        )
        self._safety.note("journal", Concern("journal.broken", "warn", now_ms, (seq,)) if code else None)
        self._safety.checked("file", now_ms)
        return FilesChecked(damaged, seq, code)

    def _wrong_entry(self) -> tuple[int, str]:
        try:
            with self._store.read() as work:
                head = work.journal.head()
                entries = work.journal.after(max(0, head.seq - TAIL), TAIL)
        except StorageError as error:
            return 0, error.code
        if not entries:
            return 0, ""
        first = entries[0]
        start = Head(first.terminal, first.incarnation, first.seq - 1, first.prev_hash)
        report = verify(entries, start)
        if report.problem is None:
            return 0, ""
        return report.problem.seq, report.problem.code
