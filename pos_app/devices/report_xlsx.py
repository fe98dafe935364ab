"""Writes a report as a workbook: numbers are numbers with their currency, days are days, names are only text.

A name that begins with ``=``, ``+``, ``-`` or ``@`` is data of strangers: it is written as a string and never
read as a formula, a link or a number.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from types import MappingProxyType
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pos_app.devices.encoder import clean
from pos_app.services.reporting_files.book import BookColumn, BookFigure, BookSheet, LongSheet, ReportBook
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
    as_text,
)
from pos_app.services.reporting_files.words import ReportWords
from retail_core.figures import currency_mark
from retail_core.money import exponent

_OPTIONS: Final[Mapping[str, object]] = MappingProxyType(
    {
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
)
_MOST_NAME = 31
"""Excel refuses longer names of sheets, and those with one of the signs below."""
_REFUSED = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_MOST_TEXT = 32_767
_LEAST_WIDTH, _MOST_WIDTH = 9, 44
_WIDTH_ROWS = 500
"""So many rows of a sheet are looked at for the width of its columns."""
_A4 = 9
_DAY_S = 86_400
_FIRST = 4
"""Above the summary stand title, place, period and how far it can be trusted."""

MOST_ROWS = 1_000_000
"""So many rows stand on a sheet; Excel takes 1,048,576, and a person should see where one ends."""

_Formats = Mapping[str, object]


def report_xlsx(book: ReportBook, words: ReportWords, *, most_rows: int = MOST_ROWS) -> bytes:
    """Return ``book`` as a workbook; the same report gives the same bytes.

    A long table is written row by row and never held; it goes on in a further sheet after ``most_rows``.
    """
    file = io.BytesIO()
    is_long = book.long is not None
    workbook = Workbook(file, {**_OPTIONS, "in_memory": not is_long, "constant_memory": is_long})
    face = book.face
    workbook.set_properties(
        {"title": clean(face.title), "company": clean(face.store), "created": book.as_of.on_the_wall}
    )
    pen = _Pen(workbook)
    names = _Names()
    _write_summary(workbook.add_worksheet(names.next(words.say("summary"))), book, words=words, pen=pen)
    for sheet in book.sheets:
        _write_sheet(workbook.add_worksheet(names.next(sheet.title)), sheet, pen=pen)
    if book.long is not None:
        _write_long(workbook, book.long, names=names, pen=pen, most_rows=most_rows)
    if book.definitions:
        _write_sheet(
            workbook.add_worksheet(names.next(words.say("definitions"))), _meanings(book, words), pen=pen
        )
    workbook.close()
    return file.getvalue()


@dataclass(slots=True)
class _Names:
    """Names of sheets as Excel takes them, each once."""

    taken: set[str] = field(default_factory=set)

    def next(self, title: str) -> str:
        """Return ``title``, cut and numbered where it must be."""
        plain = clean(title).translate(_REFUSED).strip()[:_MOST_NAME].strip() or "-"
        name, number = plain, 1
        while name.casefold() in self.taken:
            number += 1
            end = f" {number}"
            name = plain[: _MOST_NAME - len(end)].rstrip() + end
        self.taken.add(name.casefold())
        return name


class _Pen:
    """Writes values with the format of their kind; each format is made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._formats: dict[tuple[str, str], Format] = {}

    def write(self, sheet: Worksheet, place: tuple[int, int], *, value: Value, style: str = "") -> None:
        """Write a value into a cell; nothing for ``None``."""
        row, column = place
        match value:
            case None:
                return
            case str():
                sheet.write_string(row, column, _plain(value), self._format("", style))
            case Day():
                sheet.write_datetime(row, column, value.date, self._format("yyyy-mm-dd", style))
            case Moment():
                made = self._format("yyyy-mm-dd hh:mm", style)
                sheet.write_datetime(row, column, value.on_the_wall, made)
            case Duration():
                # A spreadsheet counts time in days.
                made = self._format("[h]:mm:ss", style)
                sheet.write_number(row, column, value.number / _DAY_S, made)
            case _:
                sheet.write_number(row, column, value.number, self._format(number_format(value), style))

    def _format(self, pattern: str, style: str) -> Format:
        known = self._formats.get((pattern, style))
        if known is None:
            properties = dict(_STYLES[style])
            if pattern:
                properties["num_format"] = pattern
            known = self._formats[pattern, style] = self._workbook.add_format(properties)
        return known


_HEAD: Final[_Formats] = MappingProxyType(
    {"bold": True, "bottom": 1, "bg_color": "#EBEFED", "text_wrap": True, "valign": "top"}
)
_STYLES: Final[Mapping[str, _Formats]] = MappingProxyType(
    {
        "": {},
        "title": {"bold": True, "font_size": 16},
        "quiet": {"font_color": "#52606D"},
        "head": _HEAD,
        "head_number": {**_HEAD, "align": "right"},
        "total": {"bold": True, "top": 1},
    }
)


def number_format(value: Amount | Count | Quantity | Share | Tenths) -> str:
    """Return how a spreadsheet shows a number: an amount with its currency's sign and decimals."""
    match value:
        case Amount():
            mark = currency_mark(value.currency)
            digits = exponent(value.currency)
            body = "#,##0" + ("." + "0" * digits if digits else "")
            return f'"{mark}"{body};-"{mark}"{body}'
        case Count():
            return "#,##0"
        case Quantity():
            return "#,##0.###" if value.milli % 1000 else "#,##0"
        case Share():
            return "0.0%"
        case Tenths():
            return "#,##0.0"


def _write_summary(sheet: Worksheet, book: ReportBook, *, words: ReportWords, pen: _Pen) -> None:
    face = book.face
    pen.write(sheet, (0, 0), value=face.title, style="title")
    about = " · ".join(part for part in (face.store, face.till, face.period) if part)
    pen.write(sheet, (1, 0), value=about, style="quiet")
    pen.write(sheet, (2, 0), value=face.compared or None, style="quiet")
    pen.write(sheet, (3, 0), value=f"{face.as_of} · {face.completeness}", style="quiet")
    columns = (
        BookColumn("figure", words.say("figure")),
        BookColumn("value", words.say("value"), "amount"),
        BookColumn("compared", words.say("compared"), "amount"),
        BookColumn("change", words.say("change"), "share"),
    )
    rows = tuple(
        (
            figure.label,
            figure.value,
            figure.before,
            _change(figure),
        )
        for figure in book.figures
    )
    _write_table(sheet, BookSheet("summary", "", columns, rows), pen=pen, first=_FIRST + 1)


def _change(figure: BookFigure) -> Value:
    """Return the change of a figure; that of a share is no share and can be seen from both."""
    if figure.change_bp is None or isinstance(figure.value, Share):
        return None
    return Share(figure.change_bp)


def _write_sheet(sheet: Worksheet, table: BookSheet, *, pen: _Pen) -> None:
    _write_table(sheet, table, pen=pen, first=0)
    sheet.repeat_rows(0, 0)


def _write_long(workbook: Workbook, table: LongSheet, *, names: _Names, pen: _Pen, most_rows: int) -> None:
    """Write a table over as many sheets as it needs, each with its head; rows come one by one."""
    rows = iter(table.rows())
    part = list(islice(rows, min(_WIDTH_ROWS, most_rows)))
    while part:
        sheet = workbook.add_worksheet(names.next(table.title))
        head = BookSheet(table.key, table.title, table.columns, tuple(part))
        _write_head(sheet, head, pen=pen, first=0)
        down = 0
        for down, row in enumerate(chain(part, islice(rows, most_rows - len(part))), 1):
            for number, value in enumerate(row):
                pen.write(sheet, (down, number), value=value)
        _finish(sheet, table.columns, ends=(0, down))
        sheet.repeat_rows(0, 0)
        part = list(islice(rows, min(_WIDTH_ROWS, most_rows)))


def _write_head(sheet: Worksheet, table: BookSheet, *, pen: _Pen, first: int) -> None:
    for number, column in enumerate(table.columns):
        style = "head" if column.kind in {"text", "day", "moment"} else "head_number"
        pen.write(sheet, (first, number), value=column.title, style=style)
        sheet.set_column(number, number, _width(table, number))


def _finish(sheet: Worksheet, columns: Sequence[BookColumn], *, ends: tuple[int, int]) -> None:
    """Let the head stay and filter, and fit the sheet to paper; ``ends`` are its head and last row."""
    first, last = ends
    sheet.freeze_panes(first + 1, 1)
    sheet.autofilter(first, 0, max(last, first), len(columns) - 1)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")


def _write_table(sheet: Worksheet, table: BookSheet, *, pen: _Pen, first: int) -> None:
    """Write head, rows and total from row ``first`` on; the head stays and filters."""
    _write_head(sheet, table, pen=pen, first=first)
    for down, row in enumerate(table.rows, first + 1):
        for number, value in enumerate(row):
            pen.write(sheet, (down, number), value=value)
    last = first + len(table.rows)
    for number, value in enumerate(table.total):
        pen.write(sheet, (last + 1, number), value=value, style="total")
    _finish(sheet, table.columns, ends=(first, last))


def _meanings(book: ReportBook, words: ReportWords) -> BookSheet:
    columns = (BookColumn("figure", words.say("figure")), BookColumn("definition", words.say("definition")))
    return BookSheet("definitions", "", columns, tuple((each.name, each.text) for each in book.definitions))


def _width(table: BookSheet, number: int) -> float:
    texts = [table.columns[number].title]
    texts += [as_text(row[number]) for row in table.rows[:_WIDTH_ROWS]]
    texts += [as_text(table.total[number])] if table.total else []
    # A filter's arrow takes room beside the heading.
    return min(_MOST_WIDTH, max(_LEAST_WIDTH, 3 + max(map(_columns, texts))))


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _plain(text: str) -> str:
    """Return a text that every spreadsheet opens: without control signs, as long as a cell takes."""
    return clean(text)[:_MOST_TEXT]
