"""Takes the tour's instructions over loopback TCP, one JSON object a line, and answers each with one.

It knows the window by the names of its widgets only and does what hands and eyes can do. An instruction is a
generator: it yields why it cannot go on yet, and is asked again until it returns or its time is up. So the
till's event loop is never held up, and nothing waits longer than it has to.
"""

import json
from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtNetwork import QHostAddress, QTcpSocket
from PySide6.QtWidgets import QWidget

from pos_app.ui.tour.acts import ACTS, Act
from pos_app.ui.tour.eyes import Eyes
from pos_app.ui.tour.hands import Hands

LOOK_EVERY_MS = 10
DEFAULT_TIMEOUT_MS = 15_000


@dataclass(slots=True)
class _Running:
    """An instruction that is being carried out."""

    number: object
    steps: Generator[str, None, object]
    timeout_ms: int
    started: QElapsedTimer
    reason: str = ""


class Player(QObject):
    """Plays one instruction after the other; the till ends when the tour hangs up."""

    def __init__(self, window: QWidget, address: str) -> None:
        """Call the tour at ``address``, ``127.0.0.1:PORT``."""
        super().__init__(window)
        self._window = window
        self._act = Act(Eyes(window), Hands(window))
        self._waiting: list[dict[str, object]] = []
        self._running: _Running | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY_MS)
        self._clock.timeout.connect(self._go_on)
        self._socket = QTcpSocket(self)
        self._socket.readyRead.connect(self._on_ready_read)
        self._socket.disconnected.connect(window.close)
        host, _, port = address.rpartition(":")
        self._socket.connectToHost(QHostAddress(host), int(port))

    def _on_ready_read(self) -> None:
        while self._socket.canReadLine():
            line = bytes(self._socket.readLine().data())
            self._waiting.append(json.loads(line))
        self._clock.start()
        self._go_on()

    def _go_on(self) -> None:
        """Look once more at what is being done; begin the next when it is done."""
        if self._running is None:
            if not self._waiting:
                self._clock.stop()
                return
            self._running = self._begin(self._waiting.pop(0))
        running = self._running
        try:
            running.reason = next(running.steps)
        except StopIteration as done:
            self._finish({"id": running.number, "ok": True, "value": done.value})
        except (LookupError, ValueError, TypeError) as error:
            self._finish({"id": running.number, "ok": False, "error": f"{type(error).__name__}: {error}"})
        else:
            if running.started.elapsed() > running.timeout_ms:
                running.steps.close()
                self._finish({"id": running.number, "ok": False, "error": f"timed out: {running.reason}"})

    def _begin(self, instruction: dict[str, object]) -> _Running:
        number = instruction.pop("id")
        act = ACTS[str(instruction.pop("do"))]
        timeout_ms = instruction.pop("timeout_ms", DEFAULT_TIMEOUT_MS)
        assert isinstance(timeout_ms, int)
        started = QElapsedTimer()
        started.start()
        return _Running(number, act(self._act, instruction), timeout_ms, started)

    def _finish(self, answer: dict[str, object]) -> None:
        self._running = None
        self._socket.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        self._socket.flush()


def attach(window: QWidget, address: str) -> Player:
    """Let the tour at ``address`` play ``window``; the player belongs to the window."""
    return Player(window, address)
