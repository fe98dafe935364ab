"""Delivery of catalog files: each version is its own file, one row in ``till.db`` names the current one.

A file is never overwritten: laying a new file under an open WAL would mix the pages of both.
"""

import json
import os
import re
from contextlib import closing
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from pos_app.services.errors import StorageError
from pos_app.storage.bare import damaged_as_storage_error
from pos_app.storage.catalog_reader import CurrentFile, connect_catalog
from pos_app.storage.catalog_rows import apply_change
from pos_app.storage.unit_of_work import SqlStore
from retail_core.wire.digests import BucketRows, bucket_of, digest_of
from retail_core.wire.feed import Change, FeedPage

_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_PREFIX = "catalog-"
_SUFFIX = ".db"
_PACKED = ".zst"

_ALL_ROWS = """
SELECT 'product', product_id, doc FROM product UNION ALL
SELECT 'category', category_id, doc FROM category UNION ALL
SELECT 'campaign', campaign_id, doc FROM campaign
"""


class SqlCatalogFile:
    """One catalog file that takes pages of the feed ``catalog``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def version(self) -> str:
        """The version under which it was delivered."""
        return self._path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX)

    def cursor(self) -> str:
        """Return the cursor that the file has reached."""
        with damaged_as_storage_error(), closing(connect_catalog(self._path, read_only=True)) as connection:
            return _cursor_of(connection)

    def apply_page(self, page: FeedPage) -> None:
        """Write a page and its cursor in one transaction; see ``pos_app.services.ports.CatalogFile``."""
        if page.reset:
            raise StorageError("catalog.reset")
        with damaged_as_storage_error(), closing(connect_catalog(self._path, read_only=False)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for change in page.changes:
                _apply(connection, change)
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('cursor', ?)", (page.next,))
            connection.execute("COMMIT")

    def digest(self) -> tuple[str, tuple[str, ...]]:
        """Return the cursor and the digest of each bucket; see ``pos_app.services.ports.CatalogFile``."""
        with damaged_as_storage_error(), closing(connect_catalog(self._path, read_only=True)) as connection:
            connection.execute("BEGIN")
            _, buckets = digest_of(
                (kind, key, _document(text)) for kind, key, text in connection.execute(_ALL_ROWS)
            )
            return _cursor_of(connection), buckets

    def repair(self, rows: BucketRows) -> int:
        """Make a bucket what the server says; see ``pos_app.services.ports.CatalogFile``."""
        right = {(change.kind, change.key): change for change in rows.changes}
        with damaged_as_storage_error(), closing(connect_catalog(self._path, read_only=False)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            if _cursor_of(connection) != rows.cursor:
                connection.execute("ROLLBACK")
                return 0
            held = {
                (kind, key): _document(text)
                for kind, key, text in connection.execute(_ALL_ROWS).fetchall()
                if bucket_of(kind, key) == rows.bucket
            }
            wrong = [change for place, change in right.items() if held.get(place) != change.doc]
            gone = [Change(kind=kind, key=key, doc=None) for kind, key in held.keys() - right.keys()]
            repaired = sum(_apply(connection, change) for change in (*gone, *wrong))
            connection.execute("COMMIT")
            return repaired


def _document(text: str) -> dict[str, object]:
    """Return a stored document; one that is none any more differs from every other."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {"unreadable": text}


def _cursor_of(connection: Connection) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = 'cursor'").fetchone()
    return "" if row is None else str(row[0])


def _apply(connection: Connection, change: Change) -> bool:
    """Write a change; False for a document that this release cannot read: it must not keep others away."""
    connection.execute("SAVEPOINT change")
    try:
        apply_change(connection, change)
    except ValueError:
        connection.execute("ROLLBACK TO change")
        return False
    finally:
        connection.execute("RELEASE change")
    return True


class SqlCatalogFiles:
    """Takes files in, names one current, removes the others."""

    def __init__(self, folder: Path, *, store: SqlStore, current: CurrentFile) -> None:
        self._folder = folder
        self._store = store
        self._current = current
        self._staged: dict[Path, int] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def temporary_path(self, version: str) -> Path:
        """Return where to download and unpack a version."""
        return self._path(version).with_suffix(".part")

    def download_path(self, version: str) -> Path:
        """Return where to download a version; see ``pos_app.services.ports.CatalogFiles``."""
        path = self._path(version).with_suffix(_PACKED)
        for other in self._folder.glob(f"{_PREFIX}*{_PACKED}"):
            if other != path:
                _remove(other)
        return path

    def stage(self, version: str, unpacked: Path, *, expected_products: int) -> SqlCatalogFile:
        """Take over a verified file; see ``pos_app.services.ports.CatalogFiles``."""
        path = self._path(version)
        if path.exists():
            # It was taken over before, by a run that ended before the file became current.
            unpacked.unlink(missing_ok=True)
        else:
            _sync_to_disk(unpacked)
            unpacked.rename(path)
            _sync_folder(self._folder)
        try:
            with damaged_as_storage_error(), closing(connect_catalog(path, read_only=False)) as connection:
                connection.execute("SELECT count(*) FROM meta").fetchone()
        except StorageError as error:
            _remove(path)
            code = "catalog.unreadable"
            raise StorageError(code) from error
        self._staged[path] = expected_products
        return SqlCatalogFile(path)

    def activate(self, version: str) -> None:
        """Name a staged file current, durably; readers move over with their next read.

        Raises:
            StorageError: ``catalog.not_staged``.
        """
        path = self._path(version)
        expected = self._staged.pop(path, None)
        if expected is None:
            raise StorageError("catalog.not_staged")
        with self._store.write() as work:
            work.sync_state.put_columns({"catalog_file": path.name, "catalog_expected": expected})
        self._current.expected = expected
        self._current.path = path

    def current(self) -> SqlCatalogFile | None:
        """Return the file that the till sells from."""
        path = self._current.path
        return None if path is None else SqlCatalogFile(path)

    def remove_old(self) -> None:
        """Delete files that are neither current nor staged; one that is still open goes at the next start."""
        keep = {self._current.path, *self._staged}
        for path in self._folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            if path not in keep:
                _remove(path)
        for path in self._folder.glob(f"{_PREFIX}*.part"):
            _remove(path)

    def _path(self, version: str) -> Path:
        if not _VERSION.fullmatch(version):
            raise StorageError("catalog.bad_version")
        return self._folder / f"{_PREFIX}{version}{_SUFFIX}"


def _sync_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    for part in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        try:
            part.unlink(missing_ok=True)
        except PermissionError:
            # Windows does not delete an open file.
            return
