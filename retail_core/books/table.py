"""Books as a table: one row for each posting, with columns that stay.

Source: docs/user/books.md, "Columns".
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from retail_core.books.beancount import amount
from retail_core.books.model import Booked, Transaction

COLUMNS: Final = (
    "day",
    "store",
    "till",
    "incarnation",
    "seq",
    "type",
    "kind",
    "number",
    "shift",
    "account",
    "amount",
    "currency",
)
"""The columns, in their order. New ones come behind them."""


def rows(items: Iterable[Booked]) -> Iterator[str]:
    """Yield the lines of the table behind its head; assertions are none."""
    for item in items:
        if isinstance(item, Transaction):
            about = item.about
            for posting in item.postings:
                yield line(
                    item.day,
                    *(str(about.get(key, "")) for key in ("store", "till", "incarnation", "seq", "type")),
                    item.kind,
                    item.number,
                    str(about.get("shift", "")),
                    posting.account,
                    amount(posting.minor, posting.currency),
                    posting.currency,
                )


def line(*cells: str) -> str:
    """Return cells as one line of CSV with its newline; no spreadsheet takes one for a formula."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([_harmless(cell) for cell in cells])
    return buffer.getvalue()


def head() -> str:
    """Return the names of the columns."""
    return line(*COLUMNS)


def _harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula; a negative amount is none."""
    if cell[:1] in {"=", "+", "@", "\t", "\r"} or (cell[:1] == "-" and not _is_number(cell)):
        return "'" + cell
    return cell


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isdigit()
