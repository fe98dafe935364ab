"""The product's own programs as processes: started, asked, stopped, and ended with their parent."""

import contextlib
import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

START_S = 30.0
STOP_S = 10.0


class ProcessFailed(Exception):  # noqa: N818 - says what happened.
    """A program of the product did not do what it was asked; the text is its own last words."""


def program(name: str) -> str:
    """Return the path of a console script of this installation, ``central-api`` for instance.

    Raises:
        ProcessFailed: It is not installed beside this interpreter and not on the path.
    """
    folder = Path(sys.executable).parent
    for candidate in (folder / name, folder / f"{name}.exe"):
        if candidate.exists():
            return str(candidate)
    found = shutil.which(name)
    if found is None:
        raise ProcessFailed(f"{name} is not installed beside {sys.executable}")
    return found


def ask(name: str, *arguments: str, env: Mapping[str, str] | None = None) -> str:
    """Run a program to its end and return what it printed.

    Raises:
        ProcessFailed: It ended with another code than 0.
    """
    done = subprocess.run(  # noqa: S603 - our own program.
        [program(name), *arguments], capture_output=True, text=True, encoding="utf-8", check=False, env=env
    )
    if done.returncode != 0:
        raise ProcessFailed((done.stderr or done.stdout).strip())
    return done.stdout


def free_port(preferred: int | None = None) -> int:
    """Return a loopback port that nobody listens on, ``preferred`` if it is free."""
    for port in (preferred, 0):
        if port is None:
            continue
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    raise ProcessFailed("no loopback port is free")


@dataclass(slots=True)
class ServerProcess:
    """A running central API; ``url`` is where it answers."""

    process: "subprocess.Popen[str]"
    url: str

    @property
    def pid(self) -> int:
        """The process id."""
        return self.process.pid

    def stop(self) -> None:
        """End the server, the hard way if it does not listen."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(STOP_S)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def start_server(database_url: str, *, port: int, log: Path) -> ServerProcess:
    """Start the central API and wait until it says that it is ready.

    The server ends when its standard input closes, so that it cannot outlive a till that was killed.

    Args:
        database_url: Where its data is.
        port: Loopback port to listen on, 0 for any.
        log: File that takes its log, appended.

    Raises:
        ProcessFailed: It ended before it was ready; the text is the end of its log.
    """
    return _start(["serve", "--database-url", database_url, "--port", str(port)], log)


def start_provider(file: Path, *, port: int, log: Path) -> ServerProcess:
    """Start the simulated payment provider and wait until it says that it is ready.

    Args:
        file: Keeps its charges from one start to the next.
        port: Loopback port to listen on, 0 for any.
        log: File that takes what it says besides.

    Raises:
        ProcessFailed: It ended before it was ready; the text is the end of its log.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    return _start(["demo", "payment-provider", "--file", str(file), "--port", str(port)], log)


def _start(arguments: Sequence[str], log: Path) -> ServerProcess:
    command = [program("central-api"), *arguments, "--until-stdin-closes"]
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as sink:
        process = subprocess.Popen(  # noqa: S603 - our own program.
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sink, text=True, encoding="utf-8"
        )
    assert process.stdout is not None
    ready = _first_json(process.stdout)
    if ready is None:
        process.wait(STOP_S)
        raise ProcessFailed(log.read_text(encoding="utf-8")[-2000:].strip())
    return ServerProcess(process, str(ready["url"]))


def _first_json(lines: IO[str]) -> dict[str, object] | None:
    for line in lines:
        if line.lstrip().startswith("{"):
            value = json.loads(line)
            assert isinstance(value, dict)
            return value
    return None
