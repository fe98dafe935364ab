"""Whether every sale that was said to be paid is there once, by plain SQL at the till and the server."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from pos_app.storage.bare import connect
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import DATABASE_NAME
from tests.faults.shop import JoinedTill
from tests.simulation.chain import OPENING_MILLI, STORES

Rows = list[tuple[object, ...]]


@dataclass(slots=True)
class Heard:
    """What a till said before its lives ended.

    Attributes:
        paid: Sales (or receipt numbers, as a window shows them) that it said were paid, in that order.
        kills: How often it was killed; each may leave one sale that is durable and was not said.
    """

    paid: list[str] = field(default_factory=list)
    kills: int = 0


class Books:
    """The till's file and the server's, read beside them."""

    def __init__(self, till: JoinedTill, central: Path) -> None:
        keys = FileKeyStore(till.key_file).load()
        assert keys is not None, "the till has joined"
        with closing(connect(till.folder / DATABASE_NAME, keys.database_key, read_only=True)) as file:
            self.till_entries: Rows = file.execute("SELECT seq, hash FROM journal ORDER BY seq").fetchall()
            self.till_sales: Rows = file.execute(
                "SELECT sale_id, receipt_number, receipt_seq, total_minor FROM sale ORDER BY receipt_seq"
            ).fetchall()
            self.sold = Counter[str]()
            for product_id, qty_milli in file.execute("SELECT product_id, qty_milli FROM sale_line"):
                self.sold[str(product_id)] += int(qty_milli)
        with closing(sqlite3.connect(f"{central.as_uri()}?mode=ro", uri=True)) as file:
            place = (till.terminal,)
            self.entries: Rows = file.execute(
                "SELECT seq, hash FROM journal_entry WHERE terminal_id = ? ORDER BY seq", place
            ).fetchall()
            self.facts: Rows = file.execute(
                "SELECT json_extract(body, '$.sale_id') FROM journal_entry"
                " WHERE terminal_id = ? AND type = 'sale.completed' ORDER BY seq",
                place,
            ).fetchall()
            self.sales: Rows = file.execute(
                "SELECT sale_id, receipt_number, total_minor FROM sale WHERE terminal_id = ?", place
            ).fetchall()
            self.troubles: Rows = file.execute(
                "SELECT 'not applied', seq FROM journal_entry WHERE terminal_id = ? AND state <> 'applied'"
                " UNION ALL SELECT kind, args FROM entry_exception WHERE terminal_id = ?",
                (*place, *place),
            ).fetchall()


def wrong_with(till: JoinedTill, central: Path, heard: Heard) -> list[str]:
    """Return what is not as it has to be with one till that has sent everything."""
    books = Books(till, central)
    found = [*_lost_and_doubled(books, heard), *_gaps(books)]
    if books.entries != books.till_entries:
        found.append(f"the server has {len(books.entries)} entries, the till {len(books.till_entries)}")
    on_till = sorted((str(row[0]), row[1], row[3]) for row in books.till_sales)
    if sorted((str(row[0]), row[1], row[2]) for row in books.sales) != on_till:
        found.append(f"the server counts {len(books.sales)} sales, the till {len(books.till_sales)}")
    found += [f"on the server: {what} {more}" for what, more in books.troubles]
    return [f"{till.label}: {text}" for text in found]


def _lost_and_doubled(books: Books, heard: Heard) -> list[str]:
    told = Counter(heard.paid)
    by_number = {str(row[1]): str(row[0]) for row in books.sales}
    there = Counter(str(row[0]) for row in books.facts)
    counted = Counter(str(row[0]) for row in books.sales)
    said = {by_number.get(name, name) for name in told}
    lost = [f"lost {name}" for name in said if not there[name] or not counted[name]]
    doubled = [f"doubled {name}" for name, times in there.items() if times > 1]
    doubled += [f"said twice {name}" for name, times in told.items() if times > 1]
    unsaid = len(there.keys() - said)
    if unsaid > heard.kills:
        lost.append(f"{unsaid} sales that nobody was told of, with {heard.kills} kills")
    return lost + doubled


def _gaps(books: Books) -> list[str]:
    found = []
    for name, rows in (("till's journal", books.till_entries), ("server's journal", books.entries)):
        if [row[0] for row in rows] != list(range(1, len(rows) + 1)):
            found.append(f"the {name} has gaps")
    if [row[2] for row in books.till_sales] != list(range(1, len(books.till_sales) + 1)):
        found.append("the receipt numbers have gaps")
    return found


def wrong_stock(tills: Sequence[JoinedTill], central: Path) -> list[str]:
    """Return which products of the first store were not taken off its stock once for each that was sold."""
    sold = Counter[str]()
    for till in tills:
        sold += Books(till, central).sold
    with closing(sqlite3.connect(f"{central.as_uri()}?mode=ro", uri=True)) as file:
        levels = file.execute(
            "SELECT product_id, on_hand_milli FROM stock_level WHERE store_id = ?", (STORES[0],)
        ).fetchall()
    return [
        f"stock of {product_id}: {on_hand_milli}, sold {sold[product_id]}"
        for product_id, on_hand_milli in levels
        if on_hand_milli != OPENING_MILLI - sold[product_id]
    ]
