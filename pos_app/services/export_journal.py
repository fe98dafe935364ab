"""Hand the books to others: the journal as lines that anybody can check."""

from collections.abc import Iterator

from pos_app.services.ports import Store
from pos_app.services.repositories import UnitOfWork
from retail_core.journal import Entry, genesis, write_lines

_CHUNK = 500


class ExportJournal:
    """Writes the whole journal of the current incarnation."""

    def __init__(self, *, store: Store) -> None:
        self._store = store

    def lines(self) -> Iterator[str]:
        """Yield the lines, each with its newline, of one state of the database."""
        with self._store.read() as work:
            head = work.journal.head()
            yield from write_lines(entries_of(work), start=genesis(head.terminal, head.incarnation))


def entries_of(work: UnitOfWork, *, after_seq: int = 0) -> Iterator[Entry]:
    """Yield every entry of the current incarnation behind ``after_seq``, in order."""
    seq = after_seq
    while entries := work.journal.after(seq, _CHUNK):
        yield from entries
        seq = entries[-1].seq
