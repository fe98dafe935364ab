"""Who waits for news, and how news reaches them: inside the process, and between workers on PostgreSQL."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from central_api.kit.lanes import Background, new_lock
from central_api.kit.unit import CHANNEL, Wake

if TYPE_CHECKING:
    from psycopg import Connection

_EVERYWHERE = "*"


class Waiter:
    """One held request; ``news`` is set when its store may have news."""

    def __init__(self, store_id: str, loop: asyncio.AbstractEventLoop) -> None:
        """Wait for a store's news on the loop that serves the request."""
        self.store_id = store_id
        self.news = asyncio.Event()
        self._loop = loop

    def tell(self) -> None:
        """Set ``news``; from any thread."""
        self._loop.call_soon_threadsafe(self.news.set)


class Wakeups:
    """The held requests of this process."""

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        self._lock = new_lock()
        self._waiters: set[Waiter] = set()
        self._closed = False
        self.hears_all = False
        """Whether every commit of every process is told here; else who is held looks for itself."""

    @property
    def is_closed(self) -> bool:
        """Whether the server is going down, so that nobody may be held any more."""
        return self._closed

    @contextmanager
    def waiting(self, store_id: str) -> Iterator[Waiter]:
        """Give a waiter that hears of everything published after this moment."""
        waiter = Waiter(store_id, asyncio.get_running_loop())
        with self._lock:
            self._waiters.add(waiter)
        try:
            yield waiter
        finally:
            with self._lock:
                self._waiters.discard(waiter)

    def tell(self, wakes: frozenset[Wake]) -> None:
        """Wake whom the news concerns; from any thread."""
        scopes = {wake.scope for wake in wakes}
        with self._lock:
            concerned = [
                waiter for waiter in self._waiters if _EVERYWHERE in scopes or waiter.store_id in scopes
            ]
        for waiter in concerned:
            waiter.tell()

    def close(self) -> None:
        """Let everybody go: the server is going down."""
        self._closed = True
        for waiter in tuple(self._waiters):
            waiter.tell()


class PostgresNews:
    """Hears what other workers committed; one connection and one thread."""

    def __init__(self, url: str, wakeups: Wakeups) -> None:
        """Prepare to listen; nothing is opened before :meth:`start`."""
        self._url = url
        self._wakeups = wakeups
        self._background = Background("postgres-news", self._listen)

    def start(self) -> None:
        """Begin to listen."""
        self._background.start()

    def stop(self) -> None:
        """End listening, within a second."""
        self._background.stop()

    def _listen(self, background: Background) -> None:
        import psycopg  # costs 0.2 s, which a server on SQLite need not pay

        while not background.is_stopping:
            try:
                with psycopg.connect(self._url, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    # What was committed before is told to nobody: everybody looks once.
                    self._wakeups.hears_all = True
                    self._wakeups.tell(frozenset({Wake("store", _EVERYWHERE)}))
                    while not background.is_stopping:
                        self._hear(connection)
            except psycopg.OperationalError:
                # The database went away; held requests look for themselves until it is back.
                self._wakeups.hears_all = False
                self._wakeups.tell(frozenset({Wake("store", _EVERYWHERE)}))
                background.pause(1)

    def _hear(self, connection: "Connection[tuple[object, ...]]") -> None:
        for notice in connection.notifies(timeout=0.5, stop_after=1):
            news = json.loads(notice.payload)
            self._wakeups.tell(frozenset(Wake(feed, scope) for feed, scope in news))
