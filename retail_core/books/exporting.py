"""Books of one till or of many as one text, line by line: nothing but open shifts is held.

Source: docs/user/books.md.
"""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from retail_core.books import table
from retail_core.books.beancount import BeancountWriter
from retail_core.books.bookkeeper import Bookkeeper
from retail_core.books.model import Booked, Posted

Form = Literal["csv", "beancount"]
FORMS: Final[tuple[Form, ...]] = ("csv", "beancount")

Journals = Iterable[tuple[Bookkeeper, Iterable[Posted]]]
"""Who reads each journal, and its entries in their order."""


class BooksExport:
    """Writes books; afterwards ``left_out`` says how many entries a newer release wrote."""

    def __init__(self, form: Form, *, title: str) -> None:
        """Write in a form."""
        self._form = form
        self._title = title
        self.left_out = 0

    def lines(self, journals: Journals, more: Iterable[Booked] = ()) -> Iterator[str]:
        """Yield the lines, each with its newline: the journals, then what else there is."""
        if self._form == "csv":
            yield table.head()
            for keeper, entries in journals:
                yield from table.rows(keeper.read(entries))
                self.left_out += keeper.left_out
            yield from table.rows(more)
            return
        writer = BeancountWriter(self._title)
        yield from writer.head()
        for keeper, entries in journals:
            yield from writer.lines(keeper.read(entries))
            self.left_out += keeper.left_out
        yield from writer.lines(more)
        if self.left_out:
            yield f"\n; {self.left_out} entries of a newer release are left out\n"
