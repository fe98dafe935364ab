"""Connections that another thread can end: a held request must not outlive the window."""

import contextlib
import socket
from weakref import ref

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class _Open:
    """The connections that were opened and not collected yet.

    The lane adds, the window's thread ends them: every change puts a new tuple in place of the old one.
    """

    def __init__(self) -> None:
        self._connections: tuple[ref[HTTPConnection], ...] = ()
        self._ended = False

    def add(self, connection: HTTPConnection) -> None:
        alive = tuple(each for each in self._connections if each() is not None)
        self._connections = (*alive, ref(connection))
        if self._ended:
            # It was on its way when everything was ended: nobody would end it any more.
            _shut_down(connection)

    def shut_down(self) -> None:
        self._ended = True
        for each in self._connections:
            connection = each()
            if connection is not None:
                _shut_down(connection)


def _shut_down(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with contextlib.suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


class AbortableAdapter(HTTPAdapter):
    """An adapter whose ``abort`` ends the requests that are under way, from any thread."""

    def __init__(self) -> None:
        """Start without connections."""
        self._open = _Open()
        super().__init__(max_retries=0)
        known = self._open

        class Connection(HTTPConnection):
            def connect(self) -> None:
                """Connect, and be known while open."""
                super().connect()
                known.add(self)

        class SecureConnection(HTTPSConnection):
            def connect(self) -> None:
                """Connect, and be known while open."""
                super().connect()
                known.add(self)

        class Pool(HTTPConnectionPool):
            ConnectionCls = Connection

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = SecureConnection

        self.poolmanager.pool_classes_by_scheme = {"http": Pool, "https": SecurePool}

    def abort(self) -> None:
        """End every request that waits for an answer, for good; it fails as if the server had gone."""
        self._open.shut_down()
