"""The reserve: a file of real blocks beside ``till.db`` that is deleted when the disk is full."""

import os
import shutil
from pathlib import Path

_NAME = "till-reserve"
_CHUNK = 1024 * 1024


class FolderRoom:
    """Implements ``ports.DiskRoom`` for a till's data folder."""

    def __init__(self, folder: Path) -> None:
        """Take over the reserve that an earlier run left."""
        self._folder = folder
        self._path = folder / _NAME

    def free_bytes(self) -> int:
        """Return the room that this user can still write to, beside the reserve; 0 if nobody can say."""
        try:
            return shutil.disk_usage(self._folder).free
        except OSError:
            return 0

    def is_held(self) -> bool:
        """Return whether the reserve is there."""
        return self._path.exists()

    def hold(self, size: int) -> bool:
        """Lay ``size`` bytes down, really written; False, and nothing left behind, if there is no room."""
        part = self._path.with_suffix(".part")
        try:
            with part.open("wb") as file:
                # Written, not only announced: a file with holes would keep no room. And not zeros, which some
                # file systems store as nothing.
                for _ in range(max(1, size // _CHUNK)):
                    file.write(os.urandom(_CHUNK))
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError:
            part.unlink(missing_ok=True)
            return False
        return True

    def give_up(self) -> None:
        """Delete the reserve, so that what is begun finds room."""
        self._path.unlink(missing_ok=True)
