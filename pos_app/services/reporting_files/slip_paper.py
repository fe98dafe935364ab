"""The short form of a report for the receipt printer, 58 or 80 mm: its figures, and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pos_app.services.documents import (
    Align,
    Block,
    Cut,
    Document,
    DocumentKind,
    Rule,
    Size,
    Text,
    pair,
)
from pos_app.services.reporting_files.a4_paper import change_text
from pos_app.services.reporting_files.book import BookSheet, ReportBook
from pos_app.services.reporting_files.values import as_text
from pos_app.services.reporting_files.words import ReportWords
from retail_core.figures import local_time

MOST_ROWS: Final = 10
"""So many rows of a table are printed; how many are left out is said."""

_PARTS: Final = (
    ("hours", "net_sales"),
    ("tenders", "tendered"),
    ("categories", "net_sales"),
    ("campaigns", "discount"),
    ("cashiers", "net_sales"),
    ("channels", "net_sales"),
)
"""Tables, and the column of each that is printed."""

_MOST_HOURS = 24


def slip_paper(book: ReportBook, words: ReportWords, *, printed_ms: int) -> Document:
    """Return the short form of ``book``; ``printed_ms`` is now."""
    face = book.face
    blocks = (
        Text(face.title, Align.CENTER, Size.LARGE, bold=True),
        Text(face.store, Align.CENTER),
        Text(face.till, Align.CENTER),
        Text(face.period, Align.CENTER, bold=True),
        *((Text(face.compared, Align.CENTER),) if face.compared else ()),
        Rule("="),
        *_figures(book, words),
        *(block for key, column in _PARTS for block in _part(book, key, column=column, words=words)),
        Rule("="),
        Text(face.as_of),
        Text(face.completeness, bold=not book.is_complete),
        pair(words.say("short_printed"), local_time(printed_ms, book.as_of.time_zone)),
        Cut(),
    )
    return Document(DocumentKind.REPORT, blocks)


def _figures(book: ReportBook, words: ReportWords) -> Iterator[Block]:
    for number, figure in enumerate(book.figures):
        yield pair(figure.label, as_text(figure.value), bold=number == 0)
        if figure.before is not None:
            before = words.say("before_value", value=as_text(figure.before))
            yield pair("  " + before, change_text(figure, words))


def _part(book: ReportBook, key: str, *, column: str, words: ReportWords) -> Iterator[Block]:
    sheet = next((each for each in book.sheets if each.key == key and each.rows), None)
    place = -1 if sheet is None else _place(sheet, column)
    if sheet is None or place < 0:
        return
    yield Rule("-")
    yield pair(sheet.title, sheet.columns[place].title, bold=True)
    most = _MOST_HOURS if key == "hours" else MOST_ROWS
    for row in sheet.rows[:most]:
        yield pair(as_text(row[0]), as_text(row[place], with_sign=False))
    if len(sheet.rows) > most:
        yield Text(words.say("more", count=len(sheet.rows) - most))
    if sheet.total:
        yield pair(as_text(sheet.total[0]), as_text(sheet.total[place], with_sign=False), bold=True)


def _place(sheet: BookSheet, column: str) -> int:
    return next((number for number, each in enumerate(sheet.columns) if each.key == column), -1)
