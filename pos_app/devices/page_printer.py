"""Prints pages on the system's own printer for A4: through its queue, without a dialog."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from pos_app.services.errors import DeviceError

_TIMEOUT_S = 20
_QUEUE_PROGRAM = "lp"


class SystemPagePrinter:
    """The printer that this machine prints on unless told otherwise."""

    def print_pdf(self, data: bytes, title: str) -> None:
        """Hand a PDF file to the queue; what the printer does later is the system's business.

        Raises:
            DeviceError: ``page_printer.none``: this machine has no queue; ``page_printer.failed``.
        """
        folder = Path(tempfile.mkdtemp(prefix="loop-pos-"))
        path = folder / "report.pdf"
        try:
            path.write_bytes(data)
            if os.name == "nt":
                self._open_with_verb(path)
            else:
                self._queue(path, title)
        except OSError as error:
            code = "page_printer.failed"
            raise DeviceError(code) from error
        finally:
            if os.name != "nt":
                # Windows prints from the file after this call; its own cleaning takes it away.
                shutil.rmtree(folder, ignore_errors=True)

    def _queue(self, path: Path, title: str) -> None:
        program = shutil.which(_QUEUE_PROGRAM)
        if program is None:
            raise DeviceError("page_printer.none")
        try:
            subprocess.run(  # noqa: S603 - the system's own program with a file that we wrote.
                [program, "-s", "-t", title, "-o", "media=A4", "--", str(path)],
                check=True,
                capture_output=True,
                timeout=_TIMEOUT_S,
            )
        except subprocess.SubprocessError as error:
            code = "page_printer.failed"
            raise DeviceError(code) from error

    def _open_with_verb(self, path: Path) -> None:
        start = getattr(os, "startfile", None)
        if start is None:
            raise DeviceError("page_printer.none")
        start(str(path), "print")
