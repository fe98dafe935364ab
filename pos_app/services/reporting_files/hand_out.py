"""Hand a report out: save it as files, print it on A4 or on the receipt printer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from pos_app.services import rights
from pos_app.services.documents import document_to_json
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, SpoolChanged
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.reporting_files.book import ReportBook
from pos_app.services.reporting_files.report_files import FileFormat, MadeFile
from pos_app.services.reporting_files.slip_paper import slip_paper
from pos_app.services.reporting_files.words import ReportWords
from retail_core.reporting.report import Report, Scope


class ReportFolder(Protocol):
    """Where files are put: whole, or not at all."""

    def put(self, folder: Path, name: str, *, chunks: Iterable[bytes], make: bool) -> Path:
        """Write a file in the place of an older one of its name, and return where it is.

        Args:
            folder: Where it goes.
            name: What it is called.
            chunks: Its content.
            make: Whether a folder that is not there is made; a drive that is not mounted must not be.

        Raises:
            StorageError: ``report.no_folder`` (folder), ``report.not_written`` (folder).
        """


class PagePrinter(Protocol):
    """The printer for A4 that the system prints on."""

    def print_pdf(self, data: bytes, title: str) -> None:
        """Hand a PDF file to the system's own queue.

        Raises:
            DeviceError: ``page_printer.none``, ``page_printer.failed``.
        """


class FilesOfReport(Protocol):
    """Turns a report into files: one of this till's books, or one of head office."""

    def book(self, report: Report, *, language: str) -> ReportBook:
        """Return the report in words of a language."""

    def page(self, report: Report, *, language: str) -> bytes:
        """Return the report as a PDF file for A4."""

    def make(
        self, report: Report, formats: Sequence[FileFormat], *, language: str, stem: str
    ) -> Iterator[MadeFile]:
        """Yield the files of the formats."""

    def stem(self, report: Report, z_number: int = 0) -> str:
        """Return what the names of the files begin with."""

    def z_number(self, scope: Scope) -> int:
        """Return the number of the Z that a shift was closed with; 0 for none."""


class SaveReport:
    """Writes a report that somebody looks at into files; right ``report.view``."""

    def __init__(self, files: FilesOfReport, *, folder: ReportFolder, home: Path) -> None:
        """Write into ``home`` unless another folder is named."""
        self._files = files
        self._folder = folder
        self._home = home

    def __call__(
        self,
        actor: Actor,
        report: Report,
        *,
        formats: Sequence[FileFormat],
        language: str,
        folder: Path | None = None,
    ) -> tuple[Path, ...]:
        """Write the files of ``formats`` and return where they are; on a lane that nobody waits for.

        Raises:
            RuleError: ``right.missing``, ``report.no_format``: nothing was chosen.
            StorageError: ``report.no_folder``, ``report.not_written``.
            DeviceError: ``fonts.missing``, ``fonts.not_embeddable``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        if not formats:
            raise RuleError("report.no_format")
        stem = self._files.stem(report, self._files.z_number(report.scope))
        made = self._files.make(report, formats, language=language, stem=stem)
        target = self._home if folder is None else folder
        return tuple(
            self._folder.put(target, each.name, chunks=each.chunks, make=folder is None) for each in made
        )


class PrintReport:
    """Prints a report that somebody looks at; right ``report.view``."""

    def __init__(
        self, files: FilesOfReport, *, store: Store, clock: Clock, events: EventBus, pages: PagePrinter
    ) -> None:
        """Keep the spool of the receipt printer, and the printer for A4."""
        self._files = files
        self._store = store
        self._clock = clock
        self._events = events
        self._pages = pages

    def on_receipt_printer(self, actor: Actor, report: Report, *, language: str) -> int:
        """Write the short form into the spool and return the job; it fits 58 and 80 mm.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        now_ms = self._clock.now_ms()
        book = self._files.book(report, language=language)
        paper = slip_paper(book, ReportWords.load(language), printed_ms=now_ms)
        text = json.dumps(document_to_json(paper), ensure_ascii=False)
        with self._store.write() as work:
            job_id = work.spool.add("document", text, reference=book.face.period, written_ms=now_ms)
        self._events.publish(SpoolChanged())
        return job_id

    def on_a4(self, actor: Actor, report: Report, *, language: str) -> None:
        """Hand the pages to the system's printer.

        Raises:
            RuleError: ``right.missing``.
            DeviceError: ``page_printer.none``, ``page_printer.failed``, ``fonts.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        title = self._files.stem(report, self._files.z_number(report.scope))
        self._pages.print_pdf(self._files.page(report, language=language), title)
