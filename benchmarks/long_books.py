"""A till with the books of a busy store: 500,000 sales of 13 months, and the kept sums of two years.

Written as the product writes them (journal, sales, lines, tenders, kept cells), but by the driver and many
at a time: a few shifts are made in full, added up by the product's own rules, and repeated with other numbers
on other days. The chain's hashes are made up.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.shop import key_file
from pos_app.storage.bare import connect
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import DATABASE_NAME
from retail_core.journal import canonical_text
from retail_core.reporting.cells import Cells, FactContext, add_cells
from retail_core.reporting.fact_cells import cells_of
from retail_core.wire.facts import BODIES, SaleCompleted
from tests.fakes import NOON_MS
from tests.small_shift import line, off, sale

ZONE = "Asia/Shanghai"
DAYS = 395
"""Days with sales; 13 months."""
KEPT_DAYS = 730
SHIFTS_A_DAY = 2
LAST_DAY = date(2026, 11, 21)
"""The day before the one on the clock of these measurements."""
RARE = "p1999"
"""A product that is sold once a day or less."""

_PATTERNS = 8
_PEOPLE = ("li", "wu", "chen", "zhao", "sun", "zhou")
_PRODUCTS = 500
_CATEGORIES = 24
_CHUNK = 2_000
_DAY_MS = 86_400_000
_SHIFT_MS = 7 * 3_600_000
_Doc = dict[str, dict[str, int]]


@dataclass(frozen=True)
class _Entry:
    """An entry of a pattern: what its texts look like until the numbers are put in."""

    kind: str
    body: str
    doc: str
    fact: Any
    actor: str
    after_ms: int


@dataclass(frozen=True)
class _Pattern:
    entries: tuple[_Entry, ...]
    docs: dict[str, _Doc]


def fill(folder: Path, sales: int) -> None:
    """Write ``sales`` sales into a till that was enrolled, spread over its days, and the kept cells."""
    keys = FileKeyStore(key_file(folder)).load()
    assert keys is not None
    each = max(1, sales // (DAYS * SHIFTS_A_DAY))
    patterns = [_pattern(number, each) for number in range(_PATTERNS)]
    connection = connect(folder / DATABASE_NAME, keys.database_key)
    try:
        seq = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
        terminal = connection.execute("SELECT terminal FROM terminal").fetchone()[0]
        writer = _Writer(connection, terminal, seq)
        for back in range(KEPT_DAYS, 0, -1):
            day = LAST_DAY - timedelta(days=back - 1)
            for half in range(SHIFTS_A_DAY):
                place = (KEPT_DAYS - back) * SHIFTS_A_DAY + half
                pattern = patterns[place % _PATTERNS]
                writer.shift(day, half, pattern, with_entries=back <= DAYS)
        writer.end()
    finally:
        connection.close()


_COLUMNS = {
    "shift": "(shift_id, number, business_day, currency, opened_ms, opened_by, opened_by_name, float_minor,"
    " opened_seq, closed_ms, incarnation, drawer)"
}
"""Of tables that have more columns than a closed shift of long ago needs."""


class _Writer:
    """Puts shifts into the tables, many rows at a time."""

    def __init__(self, connection: Any, terminal: str, seq: int) -> None:
        self._connection = connection
        self._terminal = terminal
        self._seq = seq
        self._number = self._receipt = 0
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._months: dict[tuple[str, str], _Doc] = {}

    def shift(self, day: date, half: int, pattern: _Pattern, *, with_entries: bool) -> None:
        """Write a closed shift with its kept cells, and its entries if there are any left."""
        self._number += 1
        shift_id, iso = f"shift-{self._number:06d}", day.isoformat()
        begin_ms = NOON_MS - (LAST_DAY - day + timedelta(days=1)).days * _DAY_MS
        begin_ms += -4 * 3_600_000 if half == 0 else 3 * 3_600_000
        first = self._seq + 1
        self._put(
            "shift",
            shift_id,
            self._number,
            iso,
            "CNY",
            begin_ms,
            "li",
            "李娜",
            0,
            first,
            begin_ms + _SHIFT_MS,
            1,
            "shared",
        )
        if with_entries:
            for entry in pattern.entries:
                self._entry(entry, shift_id=shift_id, day=iso, at_ms=begin_ms + entry.after_ms)
            self._put("shift_span", 1, shift_id, iso, first, self._seq)
        for dimension, doc in pattern.docs.items():
            self._put("shift_cells", shift_id, iso, dimension, json.dumps(doc, separators=(",", ":")))
            _add(self._months.setdefault((iso[:7], dimension), {}), doc)
        if len(self._rows.get("journal", ())) > _CHUNK:
            self.end()

    def _entry(self, entry: _Entry, *, shift_id: str, day: str, at_ms: int) -> None:
        self._seq += 1
        seq = self._seq
        self._receipt += entry.kind == "sale.completed"
        sale_id, number = f"sale-{seq:08d}", f"S01-T02-{self._receipt:06d}"

        def filled(text: str) -> str:
            text = text.replace("@shift", shift_id).replace("@day", day)
            return text.replace("@sale", sale_id).replace("@number", number)

        mark = f"{seq:064x}"
        body = filled(entry.body)
        head = (1, seq, f"e{seq}", self._terminal, entry.kind, 1, at_ms, seq, entry.actor)
        self._put("journal", *head, mark, body, None, None, mark, None, mark)
        if entry.kind != "sale.completed":
            return
        fact: SaleCompleted = entry.fact
        items = sum(each.pieces_milli for each in fact.lines)
        sums = (fact.list_minor, fact.discount_minor, fact.total_minor, fact.rounding_minor, items)
        place = (sale_id, 1, seq, self._receipt, number, shift_id, day, "CNY", at_ms, entry.actor)
        self._put("sale", *place, *sums, int(fact.member_tier is not None), filled(entry.doc))
        for position, each in enumerate(fact.lines, start=1):
            what = (each.line_id, each.product_id, each.code, each.name, each.category_id, each.qty_milli)
            money = (each.list_minor, each.total_minor, each.net_minor, each.tax_minor, each.tax_rate_bp)
            self._put("sale_line", sale_id, position, *what, *money)
        for position, tender in enumerate(fact.tenders, start=1):
            paid = (tender.kind, tender.amount_minor, tender.tendered_minor, tender.change_minor)
            self._put("tender", sale_id, position, *paid, None, "", 0)

    def _put(self, table: str, *row: Any) -> None:
        self._rows.setdefault(table, []).append(row)

    def end(self) -> None:
        """Commit what is there, and up to where cells are kept."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        order = ("shift", "journal", "sale", "sale_line", "tender", "shift_span", "shift_cells")
        for table in order:
            rows = self._rows.pop(table, [])
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                into = f"{table} {_COLUMNS.get(table, '')}"
                self._connection.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608 - names of our own tables
        for (month, dimension), doc in self._months.items():
            execute(
                "INSERT OR REPLACE INTO month_cells VALUES (?, ?, ?)", (month, dimension, json.dumps(doc))
            )
        self._months = {key: doc for key, doc in self._months.items() if key[0] == max(self._months)[0]}
        none_open = json.dumps({"active": "", "days": {}})
        execute("INSERT OR REPLACE INTO cells_progress VALUES (1, 1, ?, ?)", (self._seq, none_open))
        execute("COMMIT")


def _pattern(number: int, sales: int) -> _Pattern:
    """Make a shift in full, and add it up as the product does."""
    chance = random.Random(number)
    entries = tuple(_entries(chance, sales))
    cells: Cells = {}
    begin_ms = NOON_MS - 4 * 3_600_000 if number % SHIFTS_A_DAY == 0 else NOON_MS + 3 * 3_600_000
    for entry in entries:
        context = FactContext(entry.actor, begin_ms + entry.after_ms, ZONE)
        add_cells(cells, cells_of(entry.kind, entry.fact, context=context))
    docs: dict[str, _Doc] = {}
    for cell, value in cells.items():
        docs.setdefault(cell.dimension, {}).setdefault(cell.measure, {})[cell.key] = value
    return _Pattern(entries, docs)


def _add(into: _Doc, doc: _Doc) -> None:
    for measure, values in doc.items():
        sums = into.setdefault(measure, {})
        for key, value in values.items():
            sums[key] = sums.get(key, 0) + value


def _entries(chance: random.Random, sales: int) -> Iterator[_Entry]:
    for number in range(sales):
        after_ms = _SHIFT_MS * number // sales
        actor = chance.choice(_PEOPLE)
        lines = [_line(chance, place) for place in range(1, chance.choice((1, 1, 2, 2, 3)) + 1)]
        total = sum(each["total_minor"] for each in lines)
        names = {
            "sale_id": "@sale",
            "receipt_number": "@number",
            "shift_id": "@shift",
            "business_day": "@day",
        }
        tier = chance.choice((None, "gold"))
        body = sale(1, lines, (chance.choice(("cash", "card", "external")), total), member_tier=tier, **names)
        yield _made("sale.completed", body, actor=actor, after_ms=after_ms)
        if chance.random() < 0.01:
            copy = {"receipt_number": "@number", "copy_no": 1}
            yield _made("receipt.reprinted", copy, actor=actor, after_ms=after_ms)
        if chance.random() < 0.005:
            opened = {"shift_id": "@shift", "reason": "check"}
            yield _made("drawer.opened", opened, actor=actor, after_ms=after_ms)


def _line(chance: random.Random, place: int) -> dict[str, Any]:
    product = RARE if chance.random() < 0.0005 else f"p{chance.randrange(_PRODUCTS)}"
    price = chance.randrange(200, 9_000)
    given = [off(f"c-{chance.randrange(12)}", price // 10, "store")] if chance.random() < 0.3 else []
    paid = price - sum(-each["amount_minor"] for each in given)
    tax = paid * 1300 // 11_300
    category = f"cat{int(product[1:]) % _CATEGORIES}"
    more = {"line_id": str(place), "net_minor": paid - tax, "tax_minor": tax, "cost_minor": price // 2}
    return line(product, category, price, discounts=given, total_minor=paid, **more)


def _made(kind: str, body: dict[str, Any], *, actor: str, after_ms: int) -> _Entry:
    fact = BODIES[kind, 1].model_validate(body, strict=False)
    text = canonical_text(fact.model_dump(mode="json"))
    return _Entry(kind, text, fact.model_dump_json(), fact, actor, after_ms)
