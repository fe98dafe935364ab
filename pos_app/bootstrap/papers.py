"""Paper as pictures and files, for screens, which know no device."""

import json
from pathlib import Path

from pos_app.services.close_shift import ClosedShift
from pos_app.services.documents import Document, ReportDocument, document_from_json
from pos_app.services.errors import StorageError
from pos_app.services.ports import Clock, Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import Terminal
from pos_app.services.shift_report import ShiftFigures

WIDTH_MM = 80


class Papers:
    """Draws what the printer prints, and writes reports into the till's folder."""

    def __init__(self, store: Store, *, terminal: Terminal, clock: Clock, folder: Path) -> None:
        """Write reports into ``folder``."""
        self._store = store
        self._terminal = terminal
        self._clock = clock
        self._folder = folder

    def of_closed_shift(self, closed: ClosedShift) -> Document:
        """Return the Z as it stands in the spool.

        Raises:
            StorageError: ``spool.no_job``: somebody removed it.
        """
        with self._store.read() as work:
            job = work.spool.get(closed.job_id)
        if job is None:
            raise StorageError("spool.no_job")
        return document_from_json(json.loads(job.document))

    def picture(self, document: Document) -> bytes:
        """Return the paper that a printer would make of ``document``, as a PNG."""
        from pos_app.devices.escpos_reader import read
        from pos_app.devices.escpos_writer import EscposWriter
        from pos_app.devices.fonts import find_fonts
        from pos_app.devices.paper import PAPERS, PrintMode
        from pos_app.devices.receipt_picture import receipt_png

        fonts, paper = find_fonts(), PAPERS[WIDTH_MM]
        made = EscposWriter.for_paper(paper, PrintMode.RASTER, fonts=fonts).write(document)
        return receipt_png(read(made), paper, fonts=fonts)

    def report(self, figures: ShiftFigures, language: str) -> ReportDocument:
        """Return a shift's figures on A4, in ``language``."""
        from pos_app.services.shift_report_paper import compose_shift_report

        store, till = self._terminal.store, self._terminal.label
        return compose_shift_report(figures, store, texts=ReceiptTexts.load(language), till=till)

    def save_pdf(self, report: ReportDocument) -> Path:
        """Write ``report`` as a PDF file and return where.

        Raises:
            StorageError: ``storage.failed`` when it cannot be written.
        """
        from pos_app.devices.fonts import find_fonts
        from pos_app.devices.report_pdf import report_pdf

        path = self._folder / f"shift_report_{self._clock.now_ms()}.pdf"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(report_pdf(report, find_fonts()))
        except OSError as error:
            code = "storage.failed"
            raise StorageError(code) from error
        return path
