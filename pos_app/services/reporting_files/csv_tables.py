"""Tables for other programs: the cells of a report, its receipts and their lines, as CSV.

Columns are stable: new ones come at the end. RFC 4180, UTF-8. A text that a spreadsheet would take for a
formula gets an apostrophe before it; numbers are never changed. Source: docs/user/report-files.md.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from pos_app.services.reporting_files.sold_rows import (
    LINE_COLUMNS,
    PLACE_COLUMNS,
    RECEIPT_COLUMNS,
    SoldPlace,
    line_rows,
    receipt_row,
)
from pos_app.services.reporting_files.values import (
    Amount,
    Count,
    Day,
    Duration,
    Moment,
    Quantity,
    Share,
    Tenths,
    Value,
    value_of,
)
from pos_app.services.sold_document import SoldDocument
from retail_core.reporting.cells import Cell
from retail_core.reporting.measures import MEASURES, Unit

CELL_COLUMNS: Final = (*PLACE_COLUMNS, "measure", "dimension", "key", "value", "currency", "unit")
BOM: Final = "\ufeff"
"""Tells Excel that a file is UTF-8; other programs may not want it."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
UNITS: Mapping[Unit, str] = {"minor": "money", "milli": "quantity", "bp": "share"}


def cells_csv(
    parts: Iterable[tuple[str, str, Mapping[Cell, int]]], place: SoldPlace, *, currency: str
) -> Iterator[str]:
    """Yield the table of cells; ``parts`` are (shift id, business day, cells), the shift empty for none."""
    yield line_of(CELL_COLUMNS)
    for shift_id, day, cells in parts:
        head = place.columns(day, shift_id)
        for cell in sorted(cells):
            unit = MEASURES[cell.measure].unit
            value = value_of(unit, cells[cell], currency=currency)
            money = currency if unit == "minor" else ""
            row = (*head, cell.measure, cell.dimension, cell.key, value, money, UNITS.get(unit, unit))
            yield line_of(row)


def receipts_csv(documents: Iterable[SoldDocument], place: SoldPlace) -> Iterator[str]:
    """Yield the table of receipts."""
    yield line_of((*PLACE_COLUMNS, *(key for key, _ in RECEIPT_COLUMNS), "currency"))
    for document in documents:
        sale = document.sale
        head = place.columns(sale.business_day, sale.shift_id)
        yield line_of((*head, *receipt_row(document, place.time_zone), sale.currency))


def lines_csv(documents: Iterable[SoldDocument], place: SoldPlace) -> Iterator[str]:
    """Yield the table of the receipts' lines."""
    yield line_of((*PLACE_COLUMNS, *LINE_COLUMNS, "currency"))
    for document in documents:
        sale = document.sale
        head = place.columns(sale.business_day, sale.shift_id)
        for row in line_rows(document):
            yield line_of((*head, *row, sale.currency))


def plain(value: Value) -> str:
    """Return a value as programs read it: ``1234.50``, ``0.1300``, ``2026-11-21T20:50:00+08:00``."""
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if value.startswith(_FORMULA_SIGNS) else value
        case Day():
            return value.iso
        case Moment():
            moment = datetime.fromtimestamp(value.at_ms // 1000, UTC)
            return moment.astimezone(ZoneInfo(value.time_zone)).isoformat()
        case Amount() | Count() | Quantity() | Share() | Tenths() | Duration():
            return f"{value.number:f}" if not isinstance(value, Count) else str(value.number)


def line_of(values: Sequence[Value]) -> str:
    """Return a line of a table."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerow([plain(value) for value in values])
    return file.getvalue()
