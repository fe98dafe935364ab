"""Hand the books to others: the journal as lines that anybody can check."""

from collections.abc import Iterator

from pos_app.services.ports import Store


class ExportJournal:
    """Writes the whole journal of the current incarnation."""

    def __init__(self, *, store: Store) -> None:
        self._store = store

    def lines(self) -> Iterator[str]:
        """Yield the lines, each with its newline, of one state of the database."""
        raise NotImplementedError
