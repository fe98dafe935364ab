"""A network printer on loopback: keeps every byte of every job and answers as it is told to."""

import socket
import struct
import threading
from dataclasses import dataclass, field
from enum import Enum
from types import TracebackType
from typing import Self

_ASK = b"\x10\x04"
_ASK_DRAWER = 1
_PATIENCE_S = 10.0


class Mood(Enum):
    """What the printer does; the values are its answers to DLE EOT 4 and DLE EOT 2, if it answers."""

    OK = (0x12, 0x12)
    PAPER_NEAR_END = (0x1E, 0x12)
    PAPER_OUT = (0x72, 0x32)
    COVER_OPEN = (0x12, 0x16)
    PAPER_OUT_IN_JOB = (0x12, 0x12, 1)
    SILENT = None
    RESET_IN_JOB = (0x12, 0x12, 0)


@dataclass
class FakePrinter:
    """Use as a context manager; ``jobs`` are complete after the client closed its connection.

    Attributes:
        mood: May be changed between jobs.
        drawer_high: The level of the drawer's switch, which is told to DLE EOT 1.
        jobs: The bytes of each connection, without the status questions; one that asks about the drawer
            alone is none.
        wanted_port: Where it listens, for a printer that comes back; 0 for any port.
    """

    mood: Mood = Mood.OK
    drawer_high: bool = False
    wanted_port: int = 0
    jobs: list[bytes] = field(default_factory=list)
    _server: socket.socket = field(init=False)
    _thread: threading.Thread = field(init=False)
    _stopping: bool = field(init=False, default=False)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        port = self._server.getsockname()[1]
        assert isinstance(port, int)
        return port

    def address(self, query: str = "") -> str:
        """Return its printer address."""
        return f"tcp://127.0.0.1:{self.port}{query}"

    def wait_for_jobs(self, count: int) -> list[bytes]:
        """Return the jobs once there are ``count``; fails the test when they do not come."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.jobs) >= count, timeout=_PATIENCE_S)
            return list(self.jobs)

    def __enter__(self) -> Self:
        self._server = socket.create_server(("127.0.0.1", self.wanted_port))
        self._thread = threading.Thread(target=self._serve, name="fake-printer")
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Closing a listening socket does not wake its accept everywhere; a last visitor does.
        self._stopping = True
        with socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE_S):
            pass
        self._thread.join(_PATIENCE_S)
        self._server.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._server.accept()
            with connection:
                if self._stopping:
                    return
                self._take_job(connection)

    def _take_job(self, connection: socket.socket) -> None:
        connection.settimeout(_PATIENCE_S)
        taken, questions = bytearray(), set[int]()
        while data := _received(connection):
            taken.extend(data)
            questions |= self._answer(connection, taken)
            if self.mood is Mood.RESET_IN_JOB and taken:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                break
        if taken or questions != {_ASK_DRAWER}:
            with self._changed:
                self.jobs.append(bytes(taken))
                self._changed.notify_all()

    def _answer(self, connection: socket.socket, taken: bytearray) -> set[int]:
        """Take the questions out of ``taken``, answer them, and return which they were."""
        asked = set[int]()
        while (place := taken.find(_ASK)) >= 0 and len(taken) > place + 2:
            question = taken[place + 2]
            asked.add(question)
            del taken[place : place + 3]
            mood = Mood.PAPER_OUT if self.mood is Mood.PAPER_OUT_IN_JOB and taken else self.mood
            if mood.value is not None and question == _ASK_DRAWER:
                connection.sendall(bytes([0x16 if self.drawer_high else 0x12]))
            elif mood.value is not None:
                connection.sendall(bytes([mood.value[0] if question == 4 else mood.value[1]]))
        return asked


def _received(connection: socket.socket) -> bytes:
    try:
        return connection.recv(65_536)
    except OSError:
        return b""
