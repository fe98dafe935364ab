"""Both sides' books: the server's by plain SQL, the till's by its exported journal."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

import resources
from pos_app.demo.processes import ask

_NAMED = re.compile(r"```sql\n-- name: (\w+)\n(.*?);\n```", re.DOTALL)
_EXCEPTIONS = "SELECT terminal_id, kind FROM entry_exception"
_HEAD = "SELECT terminal_id, expected_seq - 1 AS seq, head_hash FROM terminal"


def queries() -> Mapping[str, str]:
    """Return the five queries of ``docs/protocol.md`` by name, as they stand there."""
    page = Path(resources.__file__).parent.parent / "docs" / "protocol.md"
    return dict(_NAMED.findall(page.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Totals:
    """What one side says of the till's whole day."""

    sales: int
    sales_minor: int
    movements: int
    coupons: int
    handovers: int
    journal_head: str


@dataclass(frozen=True, slots=True)
class ServerBooks:
    """The server's database, opened for reading beside it."""

    database: Path
    terminal: str

    def ask(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of this till of a query of ``docs/protocol.md``."""
        return list(self._rows(queries()[name]))

    def head_seq(self) -> int:
        """Return up to which entry the till's journal has arrived."""
        return int(next(self._rows(_HEAD))["seq"])

    def exceptions(self) -> list[str]:
        """Return what a person has to look at of this till's facts."""
        return [str(row["kind"]) for row in self._rows(_EXCEPTIONS)]

    def totals(self) -> Totals:
        """Return the till's day."""
        sales = self.ask("sales")
        return Totals(
            sales=sum(row["sales"] for row in sales),
            sales_minor=sum(row["paid_minor"] for row in sales),
            movements=sum(row["movements"] for row in self.ask("stock")),
            coupons=len(self.ask("coupons")),
            handovers=sum(row["accepted"] for row in self.ask("hand_overs")),
            journal_head=str(next(self._rows(_HEAD))["head_hash"]),
        )

    def _rows(self, sql: str) -> Iterator[dict[str, Any]]:
        with closing(sqlcipher.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return (row for row in rows if row["terminal_id"] == self.terminal)


@dataclass(frozen=True, slots=True)
class TillBooks:
    """The till's journal; the till may be running."""

    folder: Path

    def entries(self) -> list[dict[str, Any]]:
        """Return the entries, oldest first."""
        lines = ask("pos-app", "journal", "export", "--data-dir", str(self.folder)).splitlines()
        return [line for line in map(json.loads, lines) if "seq" in line]

    def write_double_entries(self, path: Path) -> None:
        """Write the till's books in double entry."""
        where = ("--data-dir", str(self.folder))
        ask("pos-app", "journal", "export", *where, "--format", "beancount", "--out", str(path))

    def totals(self) -> Totals:
        """Return the till's day."""
        entries = self.entries()
        sales = [entry["body"] for entry in entries if entry["type"] == "sale.completed"]
        gone = [entry["body"] for entry in entries if entry["type"] == "order.handed_over"]
        sold = [line for sale in sales for line in sale["lines"] if line["product_id"] is not None]
        return Totals(
            sales=len(sales),
            sales_minor=sum(sale["total_minor"] + sale["rounding_minor"] for sale in sales),
            movements=len(sold) + sum(len(order["lines"]) for order in gone),
            coupons=sum(len(sale["coupons"]) for sale in sales),
            handovers=len(gone),
            journal_head=entries[-1]["hash"],
        )
