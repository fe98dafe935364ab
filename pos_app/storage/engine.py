"""Connections to ``till.db``: SQLCipher with a raw key, WAL, and ``synchronous=FULL`` asserted each time.

With less than FULL, sales that were answered "paid" are lost in a power cut. A raw key is used because a
passphrase costs a tenth of a second on every connection.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from pos_app.services.errors import StorageError
from pos_app.storage.bare import connect

_SYNCHRONOUS_FULL = 2


def open_writer(path: Path, key: bytes) -> Engine:
    """Return the engine for writing: one connection, and every transaction begins ``IMMEDIATE``."""
    engine = _engine(lambda: connect(path, key), size=1, begin="BEGIN IMMEDIATE")
    event.listen(engine, "checkout", _assert_durable)
    return engine


def open_reader(path: Path, key: bytes, *, file_only: bool = False) -> Engine:
    """Return the engine for reading; with ``file_only`` it also works beside another process."""

    def make() -> driver.Connection:
        connection = connect(path, key, read_only=file_only)
        connection.execute("PRAGMA query_only = ON")
        return connection

    return _engine(make, size=8, begin="BEGIN")


def _engine(make: Callable[[], driver.Connection], *, size: int, begin: str) -> Engine:
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
    return engine


def _assert_durable(dbapi_connection: Any, *_: object) -> None:
    """Refuse a connection that could lose an acknowledged sale."""
    found = tuple(
        dbapi_connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    )
    if found != ("wal", _SYNCHRONOUS_FULL, 1):
        raise StorageError("storage.not_durable", *found)
