"""One unit of work: a transaction, its time, and whom to wake when it is durable."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Executable, text
from sqlalchemy.exc import InterfaceError, OperationalError, PendingRollbackError

CHANNEL = "loop_pos_feed"
"""The PostgreSQL channel on which workers tell each other of news."""

_MAX_NOTIFY_WAKES = 100


@dataclass(frozen=True, slots=True)
class Wake:
    """A feed that has news for a scope: a store's id, or ``*`` for all stores."""

    feed: str
    scope: str


DATABASE_FAILURES = (OperationalError, InterfaceError, PendingRollbackError)
"""What is raised when the database itself failed (gone, full, deadlock) and not what was asked of it.

The last one comes when a savepoint is to be undone on a connection that is dead.
"""


def is_of_the_database(error: BaseException) -> bool:
    """Return whether the database itself failed."""
    return isinstance(error, DATABASE_FAILURES)


class Unit:
    """A transaction that services and repositories work in; they flush, the edge commits.

    Attributes:
        conn: The connection; for repositories only.
        now_ms: UTC of the unit's beginning, the same for everything in it.
        wakes: What has news once this unit is durable.
        memo: What a slice remembers for the length of this unit, under the slice's name.
    """

    def __init__(self, conn: Connection, *, now_ms: int) -> None:
        """Wrap a connection whose transaction has begun."""
        self.conn = conn
        self.now_ms = now_ms
        self.wakes: set[Wake] = set()
        self.memo: dict[str, int] = {}
        self._later: dict[str, tuple[Executable, list[dict[str, object]]]] = {}
        self._caches: dict[str, dict[str, Any]] = {}
        self._is_deferring = False

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is SQLite, with its single writer."""
        return self.conn.dialect.name == "sqlite"

    def wake(self, feed: str, scope: str) -> None:
        """Note that ``feed`` has news for ``scope``; told after the commit."""
        self.wakes.add(Wake(feed, scope))

    @property
    def is_deferring(self) -> bool:
        """Whether inserts are collected, so that what is not stored yet has to be asked of the collection."""
        return self._is_deferring

    @contextmanager
    def deferring(self) -> Iterator[None]:
        """Collect what the block inserts by :meth:`insert`, and write it when the block ends well.

        A row that cannot be stored fails the whole block then; the caller does it again without.
        """
        self._is_deferring = True
        try:
            yield
            self.flush()
        finally:
            self._is_deferring = False
            self._later = {}
            self._caches = {}

    def insert(self, name: str, statement: Executable, *, rows: Sequence[dict[str, object]]) -> None:
        """Insert rows with a statement, now or with all others of ``name``; tables referred to come first."""
        if not rows:
            return
        if self._is_deferring:
            self._later.setdefault(name, (statement, []))[1].extend(rows)
        else:
            self.conn.execute(statement, list(rows))

    def collected(self, name: str) -> Sequence[Mapping[str, object]]:
        """Return the rows of ``name`` that are not stored yet."""
        return self._later[name][1] if name in self._later else ()

    def flush(self) -> None:
        """Store what was collected: who reads a table of it calls this before."""
        collected, self._later = self._later, {}
        for statement, rows in collected.values():
            self.conn.execute(statement, rows)

    def cache(self, name: str) -> dict[str, Any]:
        """Return what was read under ``name`` while deferring; an empty one that is forgotten otherwise."""
        return self._caches.setdefault(name, {}) if self._is_deferring else {}

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what the block wrote, and only that, when it raises; the error goes on to the caller."""
        memo = dict(self.memo)
        # Said to the driver at once: SQLAlchemy's own savepoints are compiled anew each time, for each fact.
        self.conn.exec_driver_sql("SAVEPOINT unit")
        try:
            yield
        except BaseException:
            self.memo = memo
            self.conn.exec_driver_sql("ROLLBACK TO SAVEPOINT unit")
            self.conn.exec_driver_sql("RELEASE SAVEPOINT unit")
            raise
        self.conn.exec_driver_sql("RELEASE SAVEPOINT unit")

    def announce(self) -> None:
        """Tell the other workers through PostgreSQL; they hear it when the transaction is committed."""
        wakes = sorted((wake.feed, wake.scope) for wake in self.wakes)
        if len(wakes) > _MAX_NOTIFY_WAKES:
            wakes = sorted({(feed, "*") for feed, _ in wakes})
        self.conn.execute(
            text("SELECT pg_notify(:channel, :news)"), {"channel": CHANNEL, "news": json.dumps(wakes)}
        )
