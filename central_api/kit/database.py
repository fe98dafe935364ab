"""The database: SQLite through sqlcipher3's own SQLite, or PostgreSQL through psycopg 3.

SQLite runs in WAL with ``synchronous=FULL``, which is asserted on every connection: with less, rows that
were already answered as durable are lost in a power cut. Writers begin with ``BEGIN IMMEDIATE`` and take
turns inside the process, so that nobody waits in SQLite's busy loop.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TypeVar

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from central_api.kit.clock import Clock
from central_api.kit.errors import UsageError
from central_api.kit.lanes import new_lock
from central_api.kit.unit import Unit, Wake

T = TypeVar("T")

_QUIET = {"hide_parameters": True}
"""Errors go to logs; what the statements carried does not."""

_BUSY_TIMEOUT_S = 30
_SYNCHRONOUS_FULL = 2
_WRITES = "loop_pos_writes"
_TRIES = 4
_RETRY_SQLSTATES = frozenset({"40001", "40P01"})


class Database:
    """Gives out units of work and snapshots; commits at the edge and then tells who waits."""

    def __init__(self, engine: Engine, *, clock: Clock) -> None:
        """Keep the engine.

        Args:
            engine: From :func:`open_engine`.
            clock: Tells each unit its time.
        """
        self.engine = engine
        self._clock = clock
        self._on_commit: list[Callable[[frozenset[Wake]], None]] = []
        self._turn = new_lock() if self.is_sqlite else nullcontext()

    @property
    def is_sqlite(self) -> bool:
        """Whether one writer at a time is the rule."""
        return self.engine.dialect.name == "sqlite"

    def on_commit(self, tell: Callable[[frozenset[Wake]], None]) -> None:
        """Call ``tell`` with what has news after each commit that published something."""
        self._on_commit.append(tell)

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """Give a unit of work; commit when its block ends well, roll back when it does not."""
        with self._turn, self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                unit = Unit(connection, now_ms=self._clock.now_ms())
                yield unit
                if unit.wakes and not self.is_sqlite:
                    unit.announce()
        if unit.wakes:
            for tell in self._on_commit:
                tell(frozenset(unit.wakes))

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """Give a unit that sees one snapshot of the database and writes nothing."""
        with self.engine.connect() as plain:
            level = (
                {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            )
            connection = plain.execution_options(**level)
            with connection.begin():
                yield Unit(connection, now_ms=self._clock.now_ms())

    def run(self, work: Callable[[Unit], T]) -> T:
        """Return what ``work`` makes of one unit of work; do it again when PostgreSQL broke a deadlock."""
        for _ in range(_TRIES - 1):
            try:
                return self._once(work)
            except OperationalError as error:
                if getattr(error.orig, "sqlstate", None) not in _RETRY_SQLSTATES:
                    raise
        return self._once(work)

    @property
    def libpq_url(self) -> str:
        """The URL as PostgreSQL's own library reads it."""
        return self.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _once(self, work: Callable[[Unit], T]) -> T:
        with self.write() as unit:
            return work(unit)


def open_database(url: str, *, clock: Clock) -> Database:
    """Return the database at ``url``; a SQLite file is made if it is not there.

    Raises:
        UsageError: The URL names neither of the two databases.
    """
    return Database(open_engine(url), clock=clock)


def open_engine(url: str) -> Engine:
    """Return an engine for ``sqlite:///PATH`` or ``postgresql://...``."""
    parsed = make_url(url)
    backend = parsed.get_backend_name()
    if backend == "sqlite" and parsed.database:
        return _sqlite_engine(Path(parsed.database))
    if backend == "postgresql":
        return create_engine(
            parsed.set(drivername="postgresql+psycopg"), pool_size=10, max_overflow=30, **_QUIET
        )
    raise UsageError(
        "The database URL names no database that the server knows.",
        "Use sqlite:///PATH or postgresql://USER@HOST/NAME.",
    )


def _sqlite_engine(path: Path) -> Engine:
    if path.parent.is_dir() and not path.exists():
        # The issuers' keys and people's phone numbers are in it; SQLite gives its -wal the same mode.
        path.touch(mode=0o600)

    def connect() -> sqlcipher3.dbapi2.Connection:
        connection = sqlcipher3.dbapi2.connect(
            str(path), timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        found = connection.execute("PRAGMA synchronous").fetchone()
        assert found == (_SYNCHRONOUS_FULL,), "acknowledged facts need synchronous=FULL"
        return connection

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=10,
        max_overflow=50,
        **_QUIET,
    )
    event.listen(engine, "begin", _begin_on_sqlite)
    return engine


def _begin_on_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
