"""Hand the books to others: the journal as lines that anybody can check, or as double entries."""

from collections.abc import Iterator
from functools import partial

from pos_app.services.identity import terminal_of
from pos_app.services.ports import Store
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_time import business_day
from retail_core.books import Bookkeeper, BooksExport, Form, Period, Posted, Till
from retail_core.journal import Entry, canonical_text, genesis, write_lines

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


class ExportBooks:
    """Writes the journal of the current incarnation as double entries. Source: docs/rules/books.md."""

    def __init__(self, *, store: Store) -> None:
        self._store = store
        self.left_out = 0
        """Entries of the last export that a newer release wrote."""

    def lines(self, form: Form, period: Period) -> Iterator[str]:
        """Yield the lines, each with its newline, of one state of the database.

        Raises:
            RuleError: ``till.not_enrolled``.
        """
        with self._store.read() as work:
            terminal = terminal_of(work)
            store = terminal.store
            till = Till(
                terminal.terminal,
                store.store_id,
                incarnation=terminal.incarnation,
                currency=store.currency,
                day_of=partial(business_day, profile=store),
            )
            export = BooksExport(form, title=f"{store.name} {terminal.label}")
            keeper = Bookkeeper(till, period)
            posted = (_posted(entry, store.store_id) for entry in entries_of(work))
            yield from export.lines([(keeper, posted)])
            self.left_out = export.left_out


def _posted(entry: Entry, store_id: str) -> Posted:
    return Posted(
        entry.terminal,
        store_id,
        entry.incarnation,
        seq=entry.seq,
        type=entry.type,
        version=entry.version,
        wall_ms=entry.wall_ms,
        body=canonical_text(entry.body),
    )


def entries_of(work: UnitOfWork, *, after_seq: int = 0) -> Iterator[Entry]:
    """Yield every entry of the current incarnation behind ``after_seq``, in order."""
    seq = after_seq
    while entries := work.journal.after(seq, _CHUNK):
        yield from entries
        seq = entries[-1].seq
