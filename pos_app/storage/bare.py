"""Connections to SQLCipher and SQLite files without SQLAlchemy, which costs a third of a second to import."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from pos_app.services.errors import StorageError

BUSY_TIMEOUT_MS = 5_000
_KEY_BYTES = 32

_CODES = (
    ("locked", "storage.busy"),
    ("busy", "storage.busy"),
    ("full", "storage.full"),
    ("disk i/o", "storage.io"),
    ("file is not a database", "storage.damaged"),
    ("malformed", "storage.damaged"),
    ("fact.", "storage.fact_is_final"),
)


def code_of(error: BaseException) -> str:
    """Return the code of a driver's error; ``storage.failed`` for what has no code of its own."""
    text = str(error).lower()
    return next((code for part, code in _CODES if part in text), "storage.failed")


@contextmanager
def damaged_as_storage_error() -> Iterator[None]:
    """Raise ``StorageError`` for what the driver raises inside."""
    try:
        yield
    except driver.Error as error:
        raise StorageError(code_of(error)) from error


def connect(path: Path, key: bytes, *, read_only: bool = False) -> driver.Connection:
    """Open ``till.db`` with the raw 32-byte ``key`` and the pragmas that the till relies on.

    Raises:
        StorageError: ``storage.wrong_key`` when the file does not open with this key (or is damaged at its
            very beginning), ``storage.failed`` when it is not there.
    """
    if len(key) != _KEY_BYTES:
        raise StorageError("storage.wrong_key")
    mode = "ro" if read_only else "rwc"
    with damaged_as_storage_error():
        connection = driver.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, check_same_thread=False, isolation_level=None
        )
    try:
        _prepare(connection, key, read_only=read_only)
    except driver.DatabaseError as error:
        connection.close()
        code = "storage.wrong_key" if "not a database" in str(error) else code_of(error)
        raise StorageError(code) from error
    return connection


def _prepare(connection: driver.Connection, key: bytes, *, read_only: bool) -> None:
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    # On macOS a plain fsync leaves the data in the disk's own cache; elsewhere these say nothing.
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    # Otherwise INSERT OR REPLACE would delete a fact without asking its trigger.
    connection.execute("PRAGMA recursive_triggers = ON")
