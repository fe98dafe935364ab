"""Puts report files into folders: whole or not at all, so that nobody ever collects half a file."""

import os
from collections.abc import Iterable
from pathlib import Path

from pos_app.services.errors import StorageError
from pos_app.storage.second_place import sync_folder


class DiskReportFolder:
    """Folders of this machine, or of a server that is mounted here."""

    def put(self, folder: Path, name: str, *, chunks: Iterable[bytes], make: bool) -> Path:
        """Write a file beside its name and move it there; an older one of the name stays until then.

        Raises:
            StorageError: ``report.no_folder`` (folder), ``report.not_written`` (folder).
        """
        path = folder / name
        # Hidden while it is written: programs that collect everything in the folder leave it alone.
        part = folder / f".{name}.part"
        try:
            if make:
                folder.mkdir(parents=True, exist_ok=True)
            elif not folder.is_dir():
                raise StorageError("report.no_folder", str(folder))
            with part.open("wb") as file:
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            sync_folder(folder)
        except OSError as error:
            code = "report.not_written"
            raise StorageError(code, str(folder)) from error
        return path
