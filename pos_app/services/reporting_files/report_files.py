"""Makes the files of a report: each format from the one book, tables for other programs from the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Literal, Protocol

from pos_app.services.documents import ReportDocument
from pos_app.services.ports import Catalog, Store
from pos_app.services.records import Shift, StoreProfile, Terminal
from pos_app.services.reporting.open_cells import OpenCells, parts_in
from pos_app.services.reporting.scopes import cells_in
from pos_app.services.reporting_files.a4_paper import a4_paper
from pos_app.services.reporting_files.book import BookSheet, LongSheet, ReportBook
from pos_app.services.reporting_files.compose_book import ReportPlace, compose_book
from pos_app.services.reporting_files.csv_tables import BOM, cells_csv, lines_csv, receipts_csv
from pos_app.services.reporting_files.mail import Attachment, report_mail
from pos_app.services.reporting_files.sold_rows import SoldPlace, book_columns, book_row
from pos_app.services.reporting_files.values import Value
from pos_app.services.reporting_files.words import ReportWords
from pos_app.services.repositories import UnitOfWork
from pos_app.services.sold_document import SoldDocument
from retail_core.figures import local_time
from retail_core.reporting.cells import Cell, Cells
from retail_core.reporting.report import Report, Scope

FileFormat = Literal["pdf", "xlsx", "csv", "eml"]
FORMATS: Final[tuple[FileFormat, ...]] = ("pdf", "xlsx", "csv", "eml")

MOST_HELD: Final = 20_000
"""So many receipts are held for the sheet of a workbook; more are read while it is written."""

_PDF: Final = "application/pdf"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")


class ReportWriter(Protocol):
    """Draws a report as files."""

    def pdf(self, document: ReportDocument) -> bytes:
        """Return a PDF file.

        Raises:
            DeviceError: ``fonts.missing`` or ``fonts.not_embeddable``.
        """

    def workbook(self, book: ReportBook, words: ReportWords) -> bytes:
        """Return an XLSX file."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file with its content piece by piece: a year of receipts fills no memory."""

    name: str
    chunks: Iterable[bytes]


class ReportFiles:
    """Turns a report into files; reads the receipts behind it from the till's own books."""

    def __init__(
        self,
        *,
        store: Store,
        catalog: Catalog,
        terminal: Terminal,
        writer: ReportWriter,
        most_held: int = MOST_HELD,
    ) -> None:
        """Keep what files are made from; ``most_held`` receipts are held for a workbook, never more."""
        self._store = store
        self._catalog = catalog
        self._terminal = terminal
        self._writer = writer
        self._most_held = most_held

    @property
    def paper_language(self) -> str:
        """The language of the store's papers, for what nobody looks at on a screen."""
        return self._profile.receipt_language

    @property
    def _profile(self) -> StoreProfile:
        return self._terminal.store

    def book(self, report: Report, *, language: str, with_receipts: bool = False) -> ReportBook:
        """Return a report in words of a language; with a sheet of its receipts on demand."""
        words = ReportWords.load(language)
        profile = self._profile
        place = ReportPlace(profile.store_id, profile.name, self._terminal.label, profile.time_zone)
        receipts = self._receipts(report.scope, words) if with_receipts else None
        more = (receipts,) if isinstance(receipts, BookSheet) else ()
        book = compose_book(report, place, words=words, more=more, number=self._number(report.scope))
        return replace(book, long=receipts) if isinstance(receipts, LongSheet) else book

    def page(self, report: Report, *, language: str) -> bytes:
        """Return a report as a PDF file for A4.

        Raises:
            DeviceError: ``fonts.missing`` or ``fonts.not_embeddable``.
        """
        book = self.book(report, language=language)
        return self._writer.pdf(a4_paper(book, ReportWords.load(language)))

    def make(
        self, report: Report, formats: Sequence[FileFormat], *, language: str, stem: str, bom: bool = True
    ) -> Iterator[MadeFile]:
        """Yield the files of the formats; CSV is three of them.

        Args:
            report: What they say.
            formats: Which are made; each once.
            language: Of the words; the tables for other programs have none.
            stem: What their names begin with.
            bom: Whether tables say that they are UTF-8, as Excel wants it.

        Raises:
            DeviceError: ``fonts.missing`` or ``fonts.not_embeddable``.
        """
        words = ReportWords.load(language)
        wanted = frozenset(formats)
        pdf = workbook = b""
        if wanted & {"pdf", "eml"}:
            pdf = self.page(report, language=language)
        if wanted & {"xlsx", "eml"}:
            book = self.book(report, language=language, with_receipts=True)
            workbook = self._writer.workbook(book, words)
        if "pdf" in wanted:
            yield MadeFile(f"{stem}.pdf", (pdf,))
        if "xlsx" in wanted:
            yield MadeFile(f"{stem}.xlsx", (workbook,))
        if "csv" in wanted:
            yield from self._tables(report, stem, bom=bom)
        if "eml" in wanted:
            files = (
                Attachment(f"{stem}.pdf", _PDF, pdf),
                Attachment(f"{stem}.xlsx", _XLSX, workbook),
            )
            mail = report_mail(self.book(report, language=language), words, attachments=files)
            yield MadeFile(f"{stem}.eml", (mail,))

    def stem(self, report: Report, z_number: int = 0) -> str:
        """Return what the names of a report's files begin with: ``S01_2026-11-21_S01-T02_Z7``.

        A report that may still change has the time of day in it, so that no later one takes its place.
        """
        scope, profile = report.scope, self._profile
        days = dict.fromkeys((scope.first_day, scope.last_day))
        what: str = scope.kind
        if scope.kind == "shift":
            what = f"Z{z_number}" if z_number else f"shift{self._number(scope)}"
        parts = [profile.store_id, *days, self._terminal.label, what]
        parts += [scope.cashier] if scope.cashier else []
        if not z_number or not report.completeness.is_complete:
            parts.append(local_time(report.as_of_ms, profile.time_zone)[11:].replace(":", ""))
        return "_".join(plain_part(part) for part in parts)

    def stem_of_close(self, scope: Scope, z_number: int) -> str:
        """Return what the names of day-end files begin with: ``S01_2026-11-21_S01-T02_Z7``, or ``_day``."""
        what = f"Z{z_number}" if scope.kind == "shift" else "day"
        parts = (self._profile.store_id, scope.last_day, self._terminal.label, what)
        return "_".join(plain_part(part) for part in parts)

    def z_number(self, scope: Scope) -> int:
        """Return the number of the Z that a shift was closed with; 0 for an open one, and for days."""
        if scope.kind != "shift":
            return 0
        with self._store.read() as work:
            z = work.shifts.z_of(scope.shift_id)
        return 0 if z is None else z.z_number

    def _number(self, scope: Scope) -> int:
        if scope.kind != "shift":
            return 0
        with self._store.read() as work:
            shift = work.shifts.get(scope.shift_id)
        return 0 if shift is None else shift.number

    def _tables(self, report: Report, stem: str, *, bom: bool) -> Iterator[MadeFile]:
        scope, profile = report.scope, self._profile
        place = SoldPlace(profile.store_id, self._terminal.label, profile.time_zone)
        cells = cells_csv(self._parts(scope), place, currency=report.currency)
        yield MadeFile(f"{stem}_cells.csv", _encoded(cells, bom=bom))
        receipts = receipts_csv(self._documents(scope), place)
        yield MadeFile(f"{stem}_receipts.csv", _encoded(receipts, bom=bom))
        yield MadeFile(f"{stem}_lines.csv", _encoded(lines_csv(self._documents(scope), place), bom=bom))

    def _parts(self, scope: Scope) -> Iterator[tuple[str, str, Mapping[Cell, int]]]:
        """Yield the cells of each shift and day of a scope; those of one person alone, if it says so."""
        sums: dict[tuple[str, str], Cells] = {}
        with self._store.read() as work:
            within = cells_in(scope)
            opened = OpenCells(catalog=self._catalog, profile=self._profile).at(work)
            for place, kept in work.cells.kept(within):
                _add_to(sums, (place.business_day, place.shift_id), cells=kept)
            for place, part in parts_in(opened, within):
                _add_to(sums, (place.business_day, place.shift_id), cells=part.cells)
        for (day, shift_id), cells in sorted(sums.items()):
            yield shift_id, day, _of_person(cells, scope.cashier)

    def _documents(self, scope: Scope) -> Iterator[SoldDocument]:
        with self._store.read() as work:
            for shift in _shifts(work, scope):
                for document in work.sales.documents(shift.shift_id):
                    if scope.cashier in {"", document.actor}:
                        yield document

    def _receipts(self, scope: Scope, words: ReportWords) -> BookSheet | LongSheet:
        """Return the sheet of receipts; of many it is read anew while it is written."""
        columns, title = book_columns(words), words.say("receipts_sheet")
        rows = tuple(islice(self._receipt_rows(scope, words), self._most_held + 1))
        if len(rows) <= self._most_held:
            return BookSheet("receipts", title, columns, rows, on_paper=False)
        return LongSheet("receipts", title, columns, lambda: self._receipt_rows(scope, words))

    def _receipt_rows(self, scope: Scope, words: ReportWords) -> Iterator[tuple[Value, ...]]:
        zone = self._profile.time_zone
        return (book_row(document, zone, words=words) for document in self._documents(scope))


def _shifts(work: UnitOfWork, scope: Scope) -> Sequence[Shift]:
    if scope.kind != "shift":
        return work.cells.shifts(scope.first_day, scope.last_day)
    shift = work.shifts.get(scope.shift_id)
    return () if shift is None else (shift,)


def _add_to(sums: dict[tuple[str, str], Cells], place: tuple[str, str], *, cells: Mapping[Cell, int]) -> None:
    known = sums.setdefault(place, {})
    for cell, value in cells.items():
        known[cell] = known.get(cell, 0) + value


def _of_person(cells: Mapping[Cell, int], cashier: str) -> Mapping[Cell, int]:
    if not cashier:
        return cells
    return {
        cell: value for cell, value in cells.items() if cell.dimension == "cashier" and cell.key == cashier
    }


def _encoded(lines: Iterator[str], *, bom: bool) -> Iterator[bytes]:
    if bom:
        yield BOM.encode()
    for line in lines:
        yield line.encode()


def plain_part(part: str) -> str:
    """Return a part of a file's name that every system takes."""
    return "".join(char if char in _PLAIN else "-" for char in part)
