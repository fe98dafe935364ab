"""Connections to ``till.db``: SQLCipher, raw key, WAL, ``synchronous=FULL``; asserted at each check-out.

With less than FULL, sales that were answered "paid" are lost in a power cut. A raw key is used because a
passphrase costs a tenth of a second on every connection.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from pos_app.services.errors import StorageError
from pos_app.storage.bare import connect

_COMMON: Mapping[str, object] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "cipher_status": "1",
}
WRITER: Mapping[str, object] = {
    **_COMMON,
    "recursive_triggers": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "query_only": 0,
}
"""What a connection must answer that writes."""
READER: Mapping[str, object] = {**_COMMON, "query_only": 1}
"""What a connection must answer that reads."""


def open_writer(path: Path, key: bytes) -> Engine:
    """Return the engine for writing: one connection, and every transaction begins ``IMMEDIATE``."""
    return _engine(lambda: connect(path, key), size=1, begin="BEGIN IMMEDIATE", wanted=WRITER)


def open_reader(path: Path, key: bytes, *, file_only: bool = False) -> Engine:
    """Return the engine for reading; with ``file_only`` it also works beside another process."""

    def make() -> driver.Connection:
        connection = connect(path, key, read_only=file_only)
        connection.execute("PRAGMA query_only = ON")
        return connection

    return _engine(make, size=8, begin="BEGIN", wanted=READER)


def _engine(
    make: Callable[[], driver.Connection], *, size: int, begin: str, wanted: Mapping[str, object]
) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=make,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=30,
        # Errors end up on the terminal; what the statements carried (members, codes) does not.
        hide_parameters=True,
    )

    def begin_as_named(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", begin_as_named)
    event.listen(engine, "checkout", lambda connection, *_: assert_pragmas(connection, wanted))
    return engine


def assert_pragmas(connection: Any, wanted: Mapping[str, object]) -> None:
    """Refuse a connection that could lose an acknowledged sale, or that writes what anybody can read.

    Args:
        connection: The driver's own.
        wanted: Each pragma that is asked, with the answer that it must give.

    Raises:
        StorageError: ``storage.not_durable`` with the pragma and what it says.
    """
    for name, value in wanted.items():
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is None or row[0] != value:
            raise StorageError("storage.not_durable", name, None if row is None else row[0])
