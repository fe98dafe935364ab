"""The journal's mirror: every entry once more on the second place, encrypted and synced.

A file holds up to a thousand entries of one incarnation, in order: its name says which. Each record
is its length and a sealed entry. What a power cut left half written is cut off when the mirror goes on.
"""

import hashlib
import json
import os
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from pos_app.services.errors import StorageError
from pos_app.services.ports import TillKeys
from pos_app.storage.second_place import SecondPlace, sync_folder
from retail_core.journal import Entry, Head

ENTRIES_A_FILE = 1_000

_LENGTH_BYTES = 4
_LARGEST = 4 * 1024 * 1024
_KEY_BYTES = 32
_FILE = re.compile(r"journal-(\d+)-(\d+)\.mirror")


class JournalMirror:
    """The mirror of one till; used by one lane at a time."""

    def __init__(self, place: SecondPlace, keys: TillKeys) -> None:
        """Keep where it lies and what it is sealed with; nothing is read yet."""
        self._place = place
        key = hashlib.blake2b(keys.database_key, digest_size=_KEY_BYTES, person=b"loop-mirror").digest()
        self._box = SecretBox(key)
        self._end: tuple[Path, int, Entry] | None = None

    def incarnations(self) -> list[int]:
        """Return the incarnations of which there is something, in order.

        Raises:
            StorageError: ``mirror.missing``.
        """
        return sorted({incarnation for incarnation, _, _ in self._files()})

    def head(self, incarnation: int) -> Head | None:
        """Return where the mirror of an incarnation ends, ``None`` for nothing.

        Raises:
            StorageError: ``mirror.missing`` or ``mirror.unreadable``.
        """
        end = self._find_end(incarnation)
        return None if end is None else end[2].head

    def entries(self, incarnation: int, *, after_seq: int = 0) -> Iterator[Entry]:
        """Yield the entries behind ``after_seq`` in order; what is half written at the end is passed over.

        Raises:
            StorageError: ``mirror.missing`` or ``mirror.unreadable``.
        """
        for path in self._of(incarnation):
            for entry, _ in self._read(path):
                if entry.seq > after_seq:
                    yield entry

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries of one incarnation behind the last one; durable when this returns.

        Raises:
            StorageError: ``mirror.missing``, ``mirror.unreadable``, or ``mirror.unwritable``.
        """
        if not entries:
            return
        end = self._find_end(entries[0].incarnation)
        path, size = self._path_for(entries[0], end)
        try:
            with path.open("r+b" if path.exists() else "x+b") as file:
                file.truncate(size)
                file.seek(size)
                file.write(b"".join(self._record(entry) for entry in entries))
                file.flush()
                os.fsync(file.fileno())
                size = file.tell()
            if end is None or end[0] != path:
                sync_folder(path.parent)
        except OSError as error:
            self._end = None
            raise StorageError("mirror.unwritable", str(self._place.folder)) from error
        self._end = (path, size, entries[-1])

    def forget(self, incarnation: int, *, through: int, before_ms: int) -> int:
        """Delete files whose entries are all up to ``through`` and older than ``before_ms``; say how many.

        The newest file stays, so that the mirror knows where it ends.

        Raises:
            StorageError: ``mirror.missing``, ``mirror.unreadable`` or ``mirror.unwritable``.
        """
        forgotten = 0
        for path in self._of(incarnation)[:-1]:
            entries = [entry for entry, _ in self._read(path)]
            if entries and (entries[-1].seq > through or entries[-1].wall_ms >= before_ms):
                break
            try:
                path.unlink()
            except OSError as error:
                raise StorageError("mirror.unwritable", path.name) from error
            forgotten += 1
        return forgotten

    def _path_for(self, entry: Entry, end: tuple[Path, int, Entry] | None) -> tuple[Path, int]:
        if end is not None and end[2].seq - _first_seq(end[0]) + 1 < ENTRIES_A_FILE:
            return end[0], end[1]
        return self._place.folder / f"journal-{entry.incarnation}-{entry.seq:09d}.mirror", 0

    def _find_end(self, incarnation: int) -> tuple[Path, int, Entry] | None:
        """Return the last file, where its last whole record ends, and that record's entry."""
        self._place.require()
        known = self._end
        if known is not None and known[2].incarnation == incarnation and _has_size(known[0], known[1]):
            return known
        for path in reversed(self._of(incarnation)):
            last = deque(self._read(path), maxlen=1)
            if last:
                self._end = (path, last[0][1], last[0][0])
                return self._end
        return None

    def _files(self) -> list[tuple[int, int, Path]]:
        self._place.require()
        found = []
        for path in self._place.folder.iterdir():
            match = _FILE.fullmatch(path.name)
            if match is not None:
                found.append((int(match[1]), int(match[2]), path))
        return sorted(found)

    def _of(self, incarnation: int) -> list[Path]:
        return [path for of, _, path in self._files() if of == incarnation]

    def _record(self, entry: Entry) -> bytes:
        sealed = bytes(self._box.encrypt(json.dumps(asdict(entry), ensure_ascii=False).encode()))
        return len(sealed).to_bytes(_LENGTH_BYTES, "big") + sealed

    def _read(self, path: Path) -> Iterator[tuple[Entry, int]]:
        """Yield each entry of a file with the place where its record ends."""
        try:
            with path.open("rb") as file:
                while len(head := file.read(_LENGTH_BYTES)) == _LENGTH_BYTES:
                    length = int.from_bytes(head, "big")
                    sealed = file.read(length) if length <= _LARGEST else b""
                    if len(sealed) < length or not length:
                        return
                    try:
                        plain = self._box.decrypt(sealed)
                    except CryptoError:
                        if file.read(1):
                            # Whole records stand behind it: this one was damaged, not cut off.
                            raise
                        return
                    yield Entry(**json.loads(plain)), file.tell()
        except (OSError, ValueError, TypeError, CryptoError) as error:
            raise StorageError("mirror.unreadable", path.name) from error


def _first_seq(path: Path) -> int:
    match = _FILE.fullmatch(path.name)
    assert match is not None, "only files with such a name are listed"
    return int(match[2])


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False
