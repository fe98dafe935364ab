"""Makes the files of head office's report: the pages and workbook of a till's own, and a table of figures.

What the report lacks goes with it: paper must not look more complete than the screen.
Source: docs/user/report-files.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pos_app.services.records import Terminal
from pos_app.services.reporting.chain_model import ChainAnswer
from pos_app.services.reporting_files.a4_paper import a4_paper
from pos_app.services.reporting_files.book import BookColumn, BookSheet, ReportBook
from pos_app.services.reporting_files.compose_book import ReportPlace, compose_book
from pos_app.services.reporting_files.csv_tables import BOM, UNITS, line_of
from pos_app.services.reporting_files.report_files import FileFormat, MadeFile, ReportWriter, plain_part
from pos_app.services.reporting_files.values import Amount, Moment, as_text, value_of
from pos_app.services.reporting_files.words import ReportWords
from retail_core.figures import local_time
from retail_core.reporting.measures import Unit
from retail_core.reporting.report import Report, Scope

FIGURE_COLUMNS: Final = ("table", "key", "name", "figure", "value", "currency", "unit")
_MOST_NAMED: Final = 3


class ChainFiles:
    """The files of one answer of head office; used where :class:`ReportFiles` is for a till's own reports."""

    def __init__(self, answer: ChainAnswer, *, terminal: Terminal, writer: ReportWriter) -> None:
        """Make files on ``terminal``, whose name and clock stand on them."""
        self._answer = answer
        self._terminal = terminal
        self._writer = writer

    def book(self, report: Report, *, language: str) -> ReportBook:
        """Return the report in words of a language, with what it lacks."""
        words = ReportWords.load(language)
        zone = self._terminal.store.time_zone
        place = ReportPlace("", self._stores(words), self._terminal.label, zone)
        book = compose_book(report, place, words=words, more=self._lacking(words))
        parts = [book.face.completeness, *self._late(words)]
        return replace(book, face=replace(book.face, completeness="; ".join(parts)))

    def page(self, report: Report, *, language: str) -> bytes:
        """Return the report as a PDF file for A4.

        Raises:
            DeviceError: ``fonts.missing`` or ``fonts.not_embeddable``.
        """
        book = self.book(report, language=language)
        return self._writer.pdf(a4_paper(book, ReportWords.load(language)))

    def make(
        self, report: Report, formats: Sequence[FileFormat], *, language: str, stem: str
    ) -> Iterator[MadeFile]:
        """Yield the files of the formats; CSV is one of them, with every figure and table.

        Raises:
            DeviceError: ``fonts.missing`` or ``fonts.not_embeddable``.
        """
        if "pdf" in formats:
            yield MadeFile(f"{stem}.pdf", (self.page(report, language=language),))
        if "xlsx" in formats:
            book = self.book(report, language=language)
            yield MadeFile(f"{stem}.xlsx", (self._writer.workbook(book, ReportWords.load(language)),))
        if "csv" in formats:
            lines = (line.encode() for line in (BOM, *figures_csv(report)))
            yield MadeFile(f"{stem}_figures.csv", lines)

    def stem(self, report: Report, z_number: int = 0) -> str:  # noqa: ARG002 - there is no Z of many stores
        """Return what the names of the files begin with: ``all_2026-11-21_1032``."""
        question, scope = self._answer.question, report.scope
        stores = [question.region] if question.region else [*question.stores[:_MOST_NAMED]]
        if len(question.stores) > _MOST_NAMED:
            stores.append("more")
        time = local_time(report.as_of_ms, self._terminal.store.time_zone)[11:].replace(":", "")
        parts = [*(stores or ["all"]), *dict.fromkeys((scope.first_day, scope.last_day)), time]
        return "_".join(plain_part(part) for part in parts)

    def z_number(self, scope: Scope) -> int:  # noqa: ARG002 - there is no Z of many stores
        """Return 0."""
        return 0

    def _stores(self, words: ReportWords) -> str:
        question = self._answer.question
        if question.region:
            return words.say("region", name=question.region)
        table = self._answer.report.table_of("stores")
        names = [row.name for row in table.rows] if table is not None else list(question.stores)
        if question.is_everywhere:
            return words.say("all_stores", count=self._answer.told.stores)
        if len(names) > _MOST_NAMED:
            return words.say("some_stores", count=len(names))
        return " · ".join(names)

    def _late(self, words: ReportWords) -> Iterator[str]:
        told, currency = self._answer.told, self._answer.report.currency
        if told.adjustments.facts:
            amount = as_text(Amount(told.adjustments.net_minor, currency))
            yield words.say("came_late", count=told.adjustments.facts, amount=amount)
        if told.left_out:
            yield words.say("left_out", count=told.left_out)

    def _lacking(self, words: ReportWords) -> Iterator[BookSheet]:
        told, zone = self._answer.told, self._terminal.store.time_zone
        if told.not_heard:
            yield BookSheet(
                "not_heard",
                words.say("not_heard_sheet"),
                (
                    BookColumn("store", words.column("store")),
                    BookColumn("till", words.column("till")),
                    BookColumn("heard", words.say("heard"), "moment"),
                ),
                tuple(
                    (each.store_id, each.terminal_id, Moment(each.heard_ms, zone)) for each in told.not_heard
                ),
            )
        if told.not_known:
            yield BookSheet(
                "not_known",
                words.say("not_known_sheet"),
                (BookColumn("figure", words.say("figure")), BookColumn("why", words.say("why"))),
                tuple(
                    (f"{each.code} {words.figure(each.figure_id)}".strip(), words.why(each.why))
                    for each in told.not_known
                ),
            )


def figures_csv(report: Report) -> Iterator[str]:
    """Yield every figure, and every value of every table, one a line."""
    yield line_of(FIGURE_COLUMNS)

    def line(place: tuple[str, str, str], figure_id: str, *, unit: Unit, value: int | None) -> str:
        money = report.currency if unit == "minor" else ""
        shown = value_of(unit, value, currency=report.currency)
        return line_of((*place, figure_id, shown, money, UNITS.get(unit, unit)))

    for figure in report.figures.values():
        yield line(("figures", "", ""), figure.figure_id, unit=figure.unit, value=figure.value)
    for table in report.tables:
        for row in table.rows:
            name = row.name or report.names.get((table.dimension, row.key), "")
            for column, value in zip(table.columns, row.values, strict=True):
                if value is not None:
                    place = (table.table_id, row.key, name)
                    yield line(place, column.figure_id, unit=column.unit, value=value)
