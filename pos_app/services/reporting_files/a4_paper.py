"""Lays a report out for A4: every number becomes a text here, and nothing is cut without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pos_app.services.documents import (
    Align,
    BarChart,
    ChartBar,
    ChartColumn,
    ColumnChart,
    FigureCard,
    Note,
    ReportDocument,
    ReportTable,
    TableColumn,
)
from pos_app.services.reporting_files.book import BookChart, BookFigure, BookSheet, ReportBook
from pos_app.services.reporting_files.values import Amount, Count, Quantity, Share, Value, as_text
from pos_app.services.reporting_files.words import ReportWords

MOST_ROWS: Final = 1_000
"""So many rows of a table are put on paper; the workbook has all."""

MOST_NUMBERS: Final = 8
"""So many columns of numbers stand beside the names; a wider table is drawn in parts."""

_SPACES = 4
"""The axis of a picture has about so many spaces."""

_NAME_WEIGHT = 5
_NUMBER_WEIGHT = 3


def a4_paper(book: ReportBook, words: ReportWords) -> ReportDocument:
    """Return ``book`` as it is drawn on A4; ``words`` are those of its language."""
    face = book.face
    lines = [part for part in (face.store, face.till, face.period, face.compared) if part]
    tables = [
        _table(part, words)
        for sheet in book.sheets
        if sheet.on_paper and _says_more(sheet)
        for part in _parts(sheet)
    ]
    return ReportDocument(
        title=face.title,
        subtitle=" · ".join(lines),
        figures=tuple(_card(figure, words) for figure in book.figures),
        charts=tuple(_chart(chart, book.currency) for chart in book.charts),
        tables=tuple(tables),
        footer=f"{face.store} · {face.till} · {face.as_of} · {face.completeness}",
        notes=tuple(Note(each.name, each.text) for each in book.definitions),
        notes_title=words.say("definitions"),
        page_of=words.say("page", page="{page}", pages="{pages}"),
    )


def change_text(figure: BookFigure, words: ReportWords) -> str:
    """Return a change with its sign, ``+8.2%``; of a share in points; nothing where it says nothing."""
    if figure.change_bp is None:
        return ""
    text = ("+" if figure.change_bp > 0 else "") + as_text(Share(figure.change_bp))
    return words.say("points", value=text.removesuffix("%")) if isinstance(figure.value, Share) else text


def ticks_of(values: Sequence[int]) -> tuple[int, ...]:
    """Return round numbers from at most the smallest value (or 0) to at least the largest, evenly spaced."""
    low, high = min(0, *values, 0), max(0, *values, 1)
    step = _round_step(high - low)
    first, last = low // step, -(-high // step)
    return tuple(number * step for number in range(first, last + 1))


def _round_step(span: int) -> int:
    """Return 1, 2 or 5 times a power of ten, so that the span has about four of it."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step * _SPACES >= span:
                return step
        power *= 10


def _card(figure: BookFigure, words: ReportWords) -> FigureCard:
    note = ""
    if figure.before is not None:
        note = words.say("before_value", value=as_text(figure.before))
        note = " ".join(part for part in (note, change_text(figure, words)) if part)
    return FigureCard(figure.label, as_text(figure.value), note)


def _chart(chart: BookChart, currency: str) -> BarChart | ColumnChart:
    if chart.kind == "bars":
        bars = (ChartBar(bar.label, max(0, bar.number), as_text(bar.value)) for bar in chart.bars)
        return BarChart(chart.title, tuple(bars))
    values = [bar.number for bar in chart.bars]
    values += [bar.before for bar in chart.bars if bar.before is not None]
    sample = next((bar.value for bar in chart.bars if bar.value is not None), None)
    return ColumnChart(
        title=chart.title,
        columns=tuple(ChartColumn(_short(bar.label), bar.number, bar.before) for bar in chart.bars),
        ticks=tuple((tick, as_text(_like(sample, tick, currency=currency))) for tick in ticks_of(values)),
        now=chart.now,
        before=chart.before,
    )


def _short(label: str) -> str:
    """Return ``14:00`` as ``14`` and ``2026-11-22`` as ``11-22``: many stand side by side."""
    if label.endswith(":00"):
        return label.removesuffix(":00")
    return label[5:] if len(label) == len("2026-11-22") and label[4:5] == "-" else label


def _like(sample: Value, number: int, *, currency: str) -> Value:
    match sample:
        case Amount():
            return Amount(number, currency)
        case Quantity():
            return Quantity(number)
        case Share():
            return Share(number)
        case _:
            return Count(number)


def _says_more(sheet: BookSheet) -> bool:
    """Return whether a table says more than the summary does: a single day says the same."""
    return len(sheet.rows) > (sheet.columns[0].kind == "day")


def _parts(sheet: BookSheet) -> Iterator[BookSheet]:
    """Yield a table that is too wide for the page as several of about the same width, each with the names."""
    numbers = len(sheet.columns) - 1
    parts = -(-numbers // MOST_NUMBERS)
    if parts <= 1:
        yield sheet
        return
    wide = -(-numbers // parts)
    for part in range(parts):
        own = range(1 + part * wide, min(1 + (part + 1) * wide, len(sheet.columns)))
        places = (0, *own)
        yield replace(
            sheet,
            title=f"{sheet.title} {part + 1}/{parts}",
            columns=tuple(sheet.columns[place] for place in places),
            rows=tuple(tuple(row[place] for place in places) for row in sheet.rows),
            total=tuple(sheet.total[place] for place in places) if sheet.total else (),
        )


def _table(sheet: BookSheet, words: ReportWords) -> ReportTable:
    columns = tuple(
        TableColumn(
            column.title,
            Align.LEFT if column.kind in {"text", "day"} else Align.RIGHT,
            _NAME_WEIGHT if column.kind == "text" else _NUMBER_WEIGHT,
        )
        for column in sheet.columns
    )
    return ReportTable(sheet.title, columns, tuple(_rows(sheet, words)), total=tuple(_texts(sheet.total)))


def _rows(sheet: BookSheet, words: ReportWords) -> Iterator[tuple[str, ...]]:
    for row in sheet.rows[:MOST_ROWS]:
        yield tuple(_texts(row))
    left = len(sheet.rows) - MOST_ROWS
    if left > 0:
        yield (words.say("more", count=left), *("" for _ in sheet.columns[1:]))


def _texts(row: Sequence[Value]) -> Iterator[str]:
    return (as_text(value, with_sign=False) for value in row)
