"""One writing process per data folder, and whether the last one ended as it should.

The lock is the operating system's, so it goes with the process however that ends; the file's text is
``open`` while a process writes, and ``closed`` after it ended well.
"""

import os
import sys
from pathlib import Path
from typing import IO

from pos_app.services.errors import StorageError

_NAME = "till.lock"


class DataLock:
    """Holds a data folder for this process until ``release``."""

    def __init__(self, folder: Path) -> None:
        """Take the folder.

        Raises:
            StorageError: ``storage.in_use``: another till runs on this folder.
        """
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / _NAME
        path.touch(exist_ok=True)
        self._file: IO[bytes] = path.open("r+b")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            code = "storage.in_use"
            raise StorageError(code) from error
        self.ended_well = self._read() != b"open"
        """Whether the process before this one released the folder itself."""
        self._write(b"open")

    @staticmethod
    def is_held(folder: Path) -> bool:
        """Return whether a process writes in ``folder`` now; nothing is changed by asking."""
        try:
            with (folder / _NAME).open("r+b") as file:
                _lock(file)
                _unlock(file)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return False

    def release(self, *, ended_well: bool = True) -> None:
        """Let the folder go, noting whether all went well; a second call does nothing."""
        if self._file.closed:
            return
        if ended_well:
            self._write(b"closed")
        _unlock(self._file)
        self._file.close()

    def _read(self) -> bytes:
        # The first byte is what Windows locks; the text stands behind it.
        self._file.seek(1)
        return self._file.read(16)

    def _write(self, text: bytes) -> None:
        self._file.seek(0)
        self._file.write(b"\n" + text)
        self._file.truncate()
        self._file.flush()
        os.fsync(self._file.fileno())


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> None:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
