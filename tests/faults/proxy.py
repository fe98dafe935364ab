"""A network between tills and server that loses, repeats, cuts, delays and reorders what crosses it.

It speaks just enough HTTP/1.1 to know where a message ends; signatures cover no address but the one in the
``Host`` header, which passes unchanged.
"""

import random
import socket
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

FAULTS = (
    "lost_request",
    "lost_answer",
    "cut_request",
    "cut_answer",
    "twice",
    "late_copy",
    "late_only",
    "delayed",
    "bad_gateway",
)
"""What may happen to a request; ``late_only`` reaches the server after the till asked again."""

_BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 11\r\nConnection: close\r\n\r\n<html>down<"
_PIECE = 65_536


class FaultProxy:
    """Passes requests to the server, and does one of :data:`FAULTS` to some while it is armed.

    Attributes:
        url: Where tills find it.
        done: How often each fault happened.
    """

    def __init__(self, upstream: tuple[str, int], *, seed: int, faults: Sequence[str] = FAULTS) -> None:
        """Prepare a proxy that is not armed yet.

        Args:
            upstream: Host and port of the server.
            seed: Of the faults' choice; threads make the order differ from run to run.
            faults: What may happen; to half of what is sent, and to a tenth of what is asked.
        """
        self._upstream = upstream
        self._faults = tuple(faults)
        self._random = random.Random(seed)  # noqa: S311 - chance, not a secret
        self._lock = threading.Lock()
        self._armed = threading.Event()
        self._ended = threading.Event()
        self._late: list[threading.Thread] = []
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.done: Counter[str] = Counter()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def arm(self, *, armed: bool = True) -> None:
        """Begin to do harm, or end it."""
        if armed:
            self._armed.set()
        else:
            self._armed.clear()

    def close(self) -> None:
        """Let nobody in any more, and wait for copies that are still under way."""
        self._ended.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            opened = list(self._open)
        for connection in opened:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self.settle()

    def settle(self) -> None:
        """Wait until every copy that was to come late has come."""
        while True:
            with self._lock:
                waiting = [thread for thread in self._late if thread.is_alive()]
                self._late = waiting
            if not waiting:
                return
            waiting[0].join(10)

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        """Pass on what one connection asks, one request after the other."""
        with self._kept(client), suppress(OSError):
            while (request := read_message(client)) is not None:
                if not self._pass_on(client, request):
                    return

    def _pass_on(self, client: socket.socket, request: bytes) -> bool:
        """Answer one request, or not; return whether the connection lives on."""
        fault, wait_s = self._chosen(0.5 if request.startswith(b"POST") else 0.1)
        if fault in ("lost_request", "late_only"):
            if fault == "late_only":
                self._send_late(request, wait_s)
            return False
        if fault == "bad_gateway":
            client.sendall(_BAD_GATEWAY)
            return False
        if fault == "cut_request":
            self._exchange(request[: len(request) * 2 // 3], cut=True)
            return False
        if fault == "delayed":
            self._ended.wait(wait_s / 3)
        answer = self._exchange(request)
        if fault == "twice":
            answer = self._exchange(request)
        if fault == "late_copy":
            self._send_late(request, wait_s)
        if fault == "lost_answer" or answer is None:
            return False
        if fault == "cut_answer":
            client.sendall(answer[: len(answer) * 2 // 3])
            return False
        client.sendall(answer)
        return b"connection: close" not in answer.partition(b"\r\n\r\n")[0].lower()

    def _chosen(self, share: float) -> tuple[str, float]:
        if not self._armed.is_set():
            return "", 0.0
        with self._lock:
            if self._random.random() >= share:
                return "", 0.0
            fault = self._random.choice(self._faults)
            self.done[fault] += 1
            return fault, self._random.uniform(0.02, 0.6)

    def _send_late(self, request: bytes, wait_s: float) -> None:
        def send() -> None:
            self._ended.wait(wait_s)
            self._exchange(request)

        thread = threading.Thread(target=send, daemon=True)
        with self._lock:
            self._late.append(thread)
            thread.start()

    def _exchange(self, request: bytes, *, cut: bool = False) -> bytes | None:
        """Return the server's whole answer, ``None`` if it gave none."""
        try:
            with socket.create_connection(self._upstream, timeout=60) as server, self._kept(server):
                server.sendall(request)
                return None if cut else read_message(server)
        except OSError:
            return None

    @contextmanager
    def _kept(self, connection: socket.socket) -> Iterator[None]:
        """Know a connection while it is open, so that :meth:`close` ends it."""
        with self._lock:
            self._open.add(connection)
        try:
            yield
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()


def read_message(connection: socket.socket) -> bytes | None:
    """Return head and body of one HTTP message, ``None`` when the other side ended before it was whole."""
    data = bytearray()
    while b"\r\n\r\n" not in data:
        piece = connection.recv(_PIECE)
        if not piece:
            return None
        data += piece
    head, _, _ = bytes(data).partition(b"\r\n\r\n")
    whole = len(head) + 4 + _length_of(head)
    while len(data) < whole:
        piece = connection.recv(_PIECE)
        if not piece:
            return None
        data += piece
    return bytes(data)


def _length_of(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            return int(value)
    return 0
