"""The till as a process, and the wire to the player inside it."""

import contextlib
import itertools
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pos_app.demo.processes import STOP_S, ProcessFailed, program

PLAY_VARIABLE = "LOOP_POS_PLAY"
START_S = 60.0
PATIENCE_S = 15.0
REST_S = 0.05
_MORE_S = 10.0


class Disagreement(Exception):  # noqa: N818 - says what happened.
    """The window did not show or allow what the tour expected; the text says which widget and why."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the till's program is started."""

    folder: Path
    url: str
    printer: str
    language: str
    theme: str
    log: Path


class PlayedTill:
    """A till's window that does what it is told, one instruction at a time, over the call of its player."""

    def __init__(self, line: socket.socket) -> None:
        """Wait until the window is ready."""
        self._numbers: Iterator[int] = itertools.count(1)
        self._line = line
        self._answers = line.makefile("r", encoding="utf-8")
        self.ask("ready")

    def ask(self, do: str, timeout_s: float = PATIENCE_S, **arguments: object) -> Any:
        """Give one instruction and return its answer.

        Raises:
            Disagreement: It could not be carried out in time.
            ProcessFailed: The till is gone.
        """
        number = next(self._numbers)
        order = {"id": number, "do": do, "timeout_ms": int(timeout_s * 1000), **arguments}
        self._line.settimeout(timeout_s + _MORE_S)
        try:
            self._line.sendall(json.dumps(order).encode() + b"\n")
            answer = json.loads(self._answers.readline() or "null")
        except OSError as error:
            raise ProcessFailed(f"the till does not answer to {do} {arguments}: {error}") from error
        if answer is None:
            raise ProcessFailed(f"the till ended at {do} {arguments}")
        assert answer["id"] == number
        if not answer["ok"]:
            raise Disagreement(f"{do} {arguments}: {answer['error']}")
        return answer["value"]

    def hang_up(self) -> None:
        """End the call; the window closes."""
        self._answers.close()
        # Closing alone leaves the line open while the till holds its end.
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
        self._line.close()


class TillProcess(PlayedTill):
    """A running till that was started here."""

    def __init__(self, opening: Opening) -> None:
        """Start the program and wait for its player's call.

        Raises:
            ProcessFailed: It did not call in time.
        """
        with socket.create_server(("127.0.0.1", 0)) as door:
            door.settimeout(START_S)
            self._process = _start(opening, door.getsockname()[1])
            try:
                line, _ = door.accept()
            except OSError as error:
                self._process.kill()
                self._process.wait(STOP_S)
                last_words = opening.log.read_text(encoding="utf-8")[-2000:]
                raise ProcessFailed(f"the till did not open: {last_words}") from error
        super().__init__(line)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def rest(self) -> None:
        """Let the other processes work for a moment.

        Raises:
            ProcessFailed: The till ended meanwhile.
        """
        with contextlib.suppress(subprocess.TimeoutExpired):
            raise ProcessFailed(f"the till ended with {self._process.wait(REST_S)}")

    def kill(self) -> None:
        """End the program without a warning, as a power cut does."""
        self._process.kill()
        self._process.wait(STOP_S)
        self.hang_up()

    def close(self) -> int:
        """Close the window and return the exit code."""
        self.hang_up()
        try:
            return self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(STOP_S)
            return -1


def is_gone(pid: int) -> bool:
    """Return whether no process has this id any more."""
    if sys.platform == "win32":
        # The handle of the ended process is ours, so its wait has said so already.
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def _start(opening: Opening, port: int) -> "subprocess.Popen[bytes]":
    command = [
        program("pos-app"),
        "run",
        f"--data-dir={opening.folder}",
        f"--url={opening.url}",
        f"--printer={opening.printer}",
        f"--lang={opening.language}",
        f"--theme={opening.theme}",
    ]
    env = os.environ | {PLAY_VARIABLE: f"127.0.0.1:{port}", "PYTHONFAULTHANDLER": "1"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    with opening.log.open("ab") as sink:
        return subprocess.Popen(  # noqa: S603 - our own program.
            command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, env=env
        )
