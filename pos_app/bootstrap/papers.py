"""Paper as pictures, for screens, which know no device."""

import json

from pos_app.services.close_shift import ClosedShift
from pos_app.services.documents import Document, document_from_json
from pos_app.services.errors import StorageError
from pos_app.services.ports import Store

WIDTH_MM = 80


class Papers:
    """Draws what the printer prints."""

    def __init__(self, store: Store) -> None:
        """Read the spool of ``store``."""
        self._store = store

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
