"""Backups of ``till.db`` on the second place: copied beside the running till, verified, and rotated."""

import os
import re
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from pos_app.services.errors import StorageError
from pos_app.services.ports import TillKeys
from pos_app.storage.bare import code_of, connect
from pos_app.storage.integrity import damage_of
from pos_app.storage.second_place import SecondPlace, sync_folder

DAYS = 7
"""So many of the newest backups are kept."""

WEEKS = 4
"""Beside them the newest of each of so many weeks before."""

_FILE = re.compile(r"backup-(\d{4}-\d{2}-\d{2})-w(\d{4}\d{2})\.db")


class Backups:
    """The backups of one till."""

    def __init__(self, place: SecondPlace, keys: TillKeys) -> None:
        """Keep where they lie and what they are encrypted with."""
        self._place = place
        self._keys = keys

    def make(self, database: Path, *, day: str, week: str) -> Path:
        """Copy the database as it is now, verify the copy, and drop what is too old; seconds for a large one.

        Args:
            database: The till's file; the till may be selling.
            day: Of the store, as ``2026-11-27``: a second backup of a day replaces the first.
            week: Of that day, as ``202648``.

        Raises:
            StorageError: ``mirror.missing``, ``backup.failed`` or ``backup.damaged``; earlier backups stay.
        """
        self._place.require()
        part = self._place.folder / "unfinished-backup"
        part.unlink(missing_ok=True)
        try:
            with closing(connect(database, self._keys.database_key, read_only=True)) as connection:
                connection.execute("PRAGMA query_only = OFF")
                connection.execute("VACUUM INTO ?", (str(part),))
            self._verify(part)
            _sync(part)
            path = self._place.folder / f"backup-{day}-w{week}.db"
            part.replace(path)
            sync_folder(self._place.folder)
        except (driver.Error, OSError) as error:
            raise StorageError("backup.failed", code_of(error)) from error
        finally:
            for left in (part, *part.parent.glob(f"{part.name}-*")):
                left.unlink(missing_ok=True)
        self._rotate()
        return path

    def all(self) -> Sequence[Path]:
        """Return the backups, the newest first.

        Raises:
            StorageError: ``mirror.missing``.
        """
        self._place.require()
        return sorted(
            (path for path in self._place.folder.iterdir() if _FILE.fullmatch(path.name)), reverse=True
        )

    def newest_day(self) -> str:
        """Return the day of the newest backup; empty for none."""
        found = self.all()
        match = _FILE.fullmatch(found[0].name) if found else None
        return "" if match is None else match[1]

    def newest_ms(self) -> int:
        """Return when the newest backup was written, UTC milliseconds; 0 for none."""
        found = self.all()
        return found[0].stat().st_mtime_ns // 1_000_000 if found else 0

    def newest_sound(self) -> Path | None:
        """Return the newest backup whose every page is sound, ``None`` if there is none."""
        return next((path for path in self.all() if not damage_of(path, self._keys.database_key)), None)

    def _verify(self, part: Path) -> None:
        damage = damage_of(part, self._keys.database_key)
        if damage:
            raise StorageError("backup.damaged", damage)

    def _rotate(self) -> None:
        weeks: set[str] = set()
        for at, path in enumerate(self.all()):
            match = _FILE.fullmatch(path.name)
            assert match is not None, "only such names are listed"
            if at < DAYS:
                continue
            if match[2] in weeks or len(weeks) >= WEEKS:
                path.unlink(missing_ok=True)
            weeks.add(match[2])


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
