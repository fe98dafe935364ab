"""Composes a report for files and paper from its figures, in one language; numbers stay numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pos_app.services.reporting_files.book import (
    BookBar,
    BookChart,
    BookColumn,
    BookFace,
    BookFigure,
    BookSheet,
    ColumnKind,
    Definition,
    ReportBook,
)
from pos_app.services.reporting_files.values import Day, Moment, Value, value_of
from pos_app.services.reporting_files.words import ReportWords
from retail_core.figures import local_time
from retail_core.money import round_ratio
from retail_core.reporting.measures import Unit
from retail_core.reporting.report import Figure, Point, Report, ReportTable, Row, Scope, Series

MOST_BARS = 12
"""So many lying bars of a picture are told apart; the table behind it has all."""

MOST_COLUMNS = 31
"""So many upright bars stand in a picture: a day's hours, a month's days."""

_WHOLE_BP = 10_000
_MONTH = len("2026-11")
_MOST_CHANGE_BP = 999_999
_IN_TIME = frozenset({"hour", "day"})
_KINDS: dict[Unit, ColumnKind] = {
    "minor": "amount",
    "milli": "quantity",
    "bp": "share",
    "days": "tenths",
    "seconds": "duration",
}


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Whose report it is: the store, this till, and the store's clock."""

    store_id: str
    store: str
    till: str
    time_zone: str


def compose_book(
    report: Report, place: ReportPlace, *, words: ReportWords, more: Iterable[BookSheet] = (), number: int = 0
) -> ReportBook:
    """Return ``report`` in the language of ``words``.

    Args:
        report: What it says.
        place: Where it says it.
        words: The language.
        more: Sheets that are no part of the report itself, the receipts for instance.
        number: Of the shift that it is about; 0 for days.
    """
    figures = tuple(_figure(figure, report, words=words) for figure in report.summary)
    sheets = (*_sheets(report, words), *more)
    shown = [figure.figure_id for figure in report.summary]
    shown += [column.key for sheet in sheets for column in sheet.columns if column.key in report.figures]
    return ReportBook(
        language=words.language,
        face=_face(report, place, words=words, number=number),
        currency=report.currency,
        day=Day(report.scope.last_day),
        as_of=Moment(report.as_of_ms, place.time_zone),
        is_complete=report.completeness.is_complete,
        figures=figures,
        charts=tuple(_charts(report, words)),
        sheets=sheets,
        definitions=tuple(_definitions(shown, words)),
    )


def days_of(scope: Scope, words: ReportWords) -> str:
    """Return the days of a scope: one day, or from one to another."""
    if scope.first_day == scope.last_day:
        return scope.first_day
    return words.say("days", first=scope.first_day, last=scope.last_day)


def _face(report: Report, place: ReportPlace, *, words: ReportWords, number: int) -> BookFace:
    scope, done = report.scope, report.completeness
    period = [days_of(scope, words)]
    if scope.kind == "shift" and number:
        period.insert(0, words.say("shift", number=number))
    if scope.cashier:
        who = report.names.get(("cashier", scope.cashier), scope.cashier)
        period.append(words.say("cashier", name=who))
    key = "complete" if done.is_complete else "incomplete"
    complete = [words.say(key, present=done.present, expected=done.expected)]
    if done.missing:
        complete.append(words.say("missing", names=", ".join(done.missing)))
    if done.open:
        complete.append(words.say("open", count=done.open))
    return BookFace(
        title=words.say(f"title_{scope.kind}"),
        store=place.store,
        till=place.till,
        period=" · ".join(period),
        compared=_compared(report, words),
        as_of=words.say("as_of", time=local_time(report.as_of_ms, place.time_zone)),
        completeness="; ".join(complete),
    )


def _compared(report: Report, words: ReportWords) -> str:
    if not report.comparisons:
        return ""
    first = report.comparisons[0]
    if not first.found:
        return words.say("nothing_before")
    return words.say(first.kind, days=days_of(first.scope, words))


def _figure(figure: Figure, report: Report, *, words: ReportWords) -> BookFigure:
    before = figure.compared[0] if figure.compared and _has_before(report) else None
    return BookFigure(
        figure_id=figure.figure_id,
        label=words.figure(figure.figure_id),
        value=value_of(figure.unit, figure.value, currency=report.currency),
        before=value_of(figure.unit, before, currency=report.currency),
        change_bp=change_of(figure.unit, figure.value, before=before),
    )


def change_of(unit: Unit, now: int | None, *, before: int | None) -> int | None:
    """Return by how much a figure grew, in hundredths of a percent; of shares the plain difference.

    ``None`` where that says nothing: nothing before, or something below zero.
    """
    if now is None or before is None:
        return None
    if unit == "bp":
        return now - before
    if before <= 0 or now < 0:
        return None
    change = round_ratio((now - before) * _WHOLE_BP, before)
    return change if change <= _MOST_CHANGE_BP else None


def _has_before(report: Report) -> bool:
    return bool(report.comparisons) and report.comparisons[0].found


def _charts(report: Report, words: ReportWords) -> Iterator[BookChart]:
    for series in report.series:
        points = _shown(series)
        if not points:
            continue
        in_time = series.dimension in _IN_TIME
        has_before = in_time and _has_before(report) and any(point.compared for point in points)
        yield BookChart(
            key=series.series_id,
            title=words.chart(series.dimension, series.figure_id),
            kind="columns" if in_time else "bars",
            bars=tuple(_bar(point, series, report=report, words=words) for point in points),
            now=words.say("now") if has_before else "",
            before=words.say("before") if has_before else "",
        )


def _shown(series: Series) -> Sequence[Point]:
    """Return what a picture shows: the largest, all hours, days as days or as months; no single day."""
    if series.dimension not in _IN_TIME:
        return series.points[:MOST_BARS]
    if series.dimension != "day":
        return series.points
    if len(series.points) > MOST_COLUMNS:
        return tuple(_months(series.points))
    return series.points if len(series.points) > 1 else ()


def _months(days: Sequence[Point]) -> Iterator[Point]:
    sums: dict[str, int] = {}
    for day in days:
        month = day.key[:_MONTH]
        sums[month] = sums.get(month, 0) + day.value
    return (Point(month, month, value) for month, value in sums.items())


def _bar(point: Point, series: Series, *, report: Report, words: ReportWords) -> BookBar:
    before = point.compared[0] if point.compared and _has_before(report) else None
    return BookBar(
        label=words.key(series.dimension, point.key, name=_name(report, point, dimension=series.dimension)),
        value=value_of(series.unit, point.value, currency=report.currency),
        number=point.value,
        before=before,
    )


def _sheets(report: Report, words: ReportWords) -> Iterator[BookSheet]:
    """Yield the report's tables, and a table for each picture that has none."""
    for table in report.tables:
        yield _sheet(table, report, words=words)
    known = {table.dimension for table in report.tables}
    for series in report.series:
        if series.dimension not in known:
            known.add(series.dimension)
            yield _series_sheet(series, report, words=words)


def _sheet(table: ReportTable, report: Report, *, words: ReportWords) -> BookSheet:
    def values(row: Row) -> tuple[Value, ...]:
        cells = zip(table.columns, row.values, strict=True)
        return tuple(value_of(column.unit, value, currency=report.currency) for column, value in cells)

    rows = tuple(
        (
            _first(table.dimension, row.key, name=_name(report, row, dimension=table.dimension), words=words),
            *values(row),
        )
        for row in table.rows
    )
    total = () if table.total is None else (words.say("total"), *values(table.total))
    return BookSheet(
        key=table.table_id,
        title=words.sheet(table.dimension, table.table_id),
        columns=(
            _key_column(table.dimension, words),
            *(
                BookColumn(column.figure_id, words.figure(column.figure_id), _KINDS.get(column.unit, "count"))
                for column in table.columns
            ),
        ),
        rows=rows,
        total=total,
    )


def _series_sheet(series: Series, report: Report, *, words: ReportWords) -> BookSheet:
    kind = _KINDS.get(series.unit, "count")
    return BookSheet(
        key=series.series_id,
        title=words.sheet(series.dimension),
        columns=(
            _key_column(series.dimension, words),
            BookColumn(series.figure_id, words.figure(series.figure_id), kind),
        ),
        rows=tuple(
            (
                _first(
                    series.dimension,
                    point.key,
                    name=_name(report, point, dimension=series.dimension),
                    words=words,
                ),
                value_of(series.unit, point.value, currency=report.currency),
            )
            for point in series.points
        ),
    )


def _key_column(dimension: str, words: ReportWords) -> BookColumn:
    kind: ColumnKind = "day" if dimension == "day" else "text"
    return BookColumn(dimension, words.dimension(dimension), kind)


def _first(dimension: str, key: str, *, name: str, words: ReportWords) -> Value:
    return Day(key) if dimension == "day" else words.key(dimension, key, name=name)


def _name(report: Report, of: Point | Row, *, dimension: str) -> str:
    return of.name or report.names.get((dimension, of.key), "")


def _definitions(figure_ids: Sequence[str], words: ReportWords) -> Iterator[Definition]:
    for figure_id in dict.fromkeys(figure_ids):
        text = words.what(figure_id)
        if text:
            yield Definition(words.figure(figure_id), text)
