"""Ways for the bytes of a job to reach a printer; each says whether nothing, all, or an unknown part arrived.

``LinkRefusedError`` before the first byte, ``LinkBrokenError`` after it: on that difference hangs whether a
job may be sent again.
"""

import contextlib
import io
import os
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

TIMEOUT_S = 2.0
"""For connecting, sending and answering: a counter waits no longer for a printer."""
JOB_SUFFIX = ".escpos"
_ANSWER_BYTES = 16


class LinkRefusedError(Exception):
    """Nothing was sent; ``code`` is for the outcome."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class LinkBrokenError(Exception):
    """It broke after something may have been sent; ``code`` is for the outcome."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class OpenLink(Protocol):
    """A link during one job."""

    def send(self, data: bytes) -> None:
        """Send all of ``data``.

        Raises:
            LinkBrokenError: Not all of it is known to have left.
        """
        ...

    def ask(self, question: bytes) -> int | None:
        """Send a status question and return the answer's byte, or None if there is none in time.

        Raises:
            LinkBrokenError: The other side closed the line.
        """
        ...

    def close(self) -> None:
        """End the job."""
        ...


class Link(Protocol):
    """A printer's line; opened for each job, so that two tills can share a printer."""

    def open(self) -> OpenLink:
        """Return the open line.

        Raises:
            LinkRefusedError: There is nobody at the other end.
        """
        ...


@dataclass(frozen=True, slots=True)
class TcpLink:
    """A network printer on its raw port.

    A plain socket, because the network printer of python-escpos speaks IPv4 only, leaves its socket open
    when it is refused, and does not tell a job that broke from one that never began.
    """

    host: str
    port: int
    timeout_s: float = TIMEOUT_S

    def open(self) -> OpenLink:
        try:
            line = socket.create_connection((self.host, self.port), timeout=self.timeout_s)
        except OSError as error:
            raise LinkRefusedError("printer.unreachable") from error
        return _OpenTcp(line)


@dataclass(frozen=True, slots=True)
class _OpenTcp:
    line: socket.socket

    def send(self, data: bytes) -> None:
        try:
            self.line.sendall(data)
        except OSError as error:
            raise LinkBrokenError("printer.broke_midway") from error

    def ask(self, question: bytes) -> int | None:
        try:
            self.line.sendall(question)
            answer = self.line.recv(_ANSWER_BYTES)
        except TimeoutError:
            return None
        except OSError as error:
            raise LinkBrokenError("printer.broke_midway") from error
        if not answer:
            raise LinkBrokenError("printer.broke_midway")
        return answer[-1]

    def close(self) -> None:
        # Says "that was all" before it hangs up; a printer that reset the line has nothing left to hear.
        with contextlib.suppress(OSError):
            self.line.shutdown(socket.SHUT_WR)
        self.line.close()


@dataclass(frozen=True, slots=True)
class FolderLink:
    """One file a job in a folder: ``000001.escpos``, ``000002.escpos`` …, each whole or not there."""

    folder: Path

    def open(self) -> OpenLink:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LinkRefusedError("printer.not_found") from error
        return _OpenFolder(self.folder, bytearray())


@dataclass(frozen=True, slots=True)
class _OpenFolder:
    folder: Path
    job: bytearray

    def send(self, data: bytes) -> None:
        self.job.extend(data)
        numbers = [int(file.stem) for file in self.folder.glob("*" + JOB_SUFFIX) if file.stem.isdigit()]
        target = self.folder / f"{max(numbers, default=0) + 1:06d}{JOB_SUFFIX}"
        try:
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(self.job)
            Path(name).replace(target)
        except OSError as error:
            raise LinkBrokenError("printer.broke_midway") from error

    def ask(self, question: bytes) -> int | None:  # noqa: ARG002 - a folder is asked nothing.
        return None

    def close(self) -> None:
        self.job.clear()


@dataclass(frozen=True, slots=True)
class FileLink:
    """A device node or a file that exists: bytes are appended to it."""

    path: Path

    def open(self) -> OpenLink:
        try:
            return _OpenFile(self.path.open("ab", buffering=0))
        except OSError as error:
            raise LinkRefusedError("printer.not_found") from error


@dataclass(frozen=True, slots=True)
class _OpenFile:
    file: io.FileIO

    def send(self, data: bytes) -> None:
        left = memoryview(data)
        try:
            while left:
                left = left[self.file.write(left) or 0 :]
        except OSError as error:
            raise LinkBrokenError("printer.broke_midway") from error

    def ask(self, question: bytes) -> int | None:  # noqa: ARG002 - cheap device nodes do not answer.
        return None

    def close(self) -> None:
        self.file.close()
