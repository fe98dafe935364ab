"""A small shop for the fault runs: a server process of its own on SQLite, and the tills that joined it."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from central_api.enrolment import service as enrolment
from central_api.kit.clock import FixedClock, SystemClock
from central_api.kit.database import open_database
from pos_app.bootstrap.joining import enrol_till
from pos_app.demo.processes import ServerProcess, free_port
from pos_app.storage.key_stores import FileKeyStore
from tests.simulation.chain import STORES, put_chain, write_database

WEEK_MS = 7 * 86_400_000

KEY_FILE = "demo.key"
"""Beside ``till.db``, where the till's program looks by itself."""


@dataclass(frozen=True, slots=True)
class JoinedTill:
    """A till's data folder, and who it is."""

    folder: Path
    terminal: str
    label: str
    incarnation: int

    @property
    def key_file(self) -> Path:
        """Where its secrets lie."""
        return self.folder / KEY_FILE


class Shop:
    """The chain of the simulation behind a real server; use it as a context."""

    def __init__(self, folder: Path, *, canaries: Sequence[str] = ()) -> None:
        """Write the chain; what ``canaries`` name is taken out of the server (``tests.faults.planted``)."""
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self.canaries = tuple(canaries)
        self._port = free_port()
        self._server: ServerProcess | None = None
        self.database = folder / "central.db"
        # The chain is older than any clock that a run sets back.
        write_database(self.database, put_chain, clock=FixedClock(SystemClock().now_ms() - WEEK_MS))

    def __enter__(self) -> Self:
        self.start_server()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop_server()

    @property
    def url(self) -> str:
        """Where the server answers, while it is up."""
        return f"http://127.0.0.1:{self._port}"

    def start_server(self) -> None:
        """Start the server, and wait until it says that it is ready."""
        serve = ["serve", "--database-url", f"sqlite:///{self.database}", "--port", str(self._port)]
        log = self._folder / "server.log"
        with log.open("ab") as sink:
            process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "tests.faults.planted",
                    ",".join(self.canaries),
                    *serve,
                    "--until-stdin-closes",
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=sink,
                text=True,
            )
        assert process.stdout is not None
        self._server = ServerProcess(process, self.url)
        if "url" not in process.stdout.readline():
            self.stop_server()
            raise AssertionError(log.read_text(encoding="utf-8")[-2000:])

    def stop_server(self) -> None:
        """End the server."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def join(self, name: str, store_id: str = STORES[0]) -> JoinedTill:
        """Let a new till join a store."""
        folder = self._folder / name
        folder.mkdir()
        database = open_database(f"sqlite:///{self.database}", clock=SystemClock())
        try:
            code = database.run(lambda unit: enrolment.make_code(unit, store_id, terminal_id=None))
        finally:
            database.close()
        keys = FileKeyStore(folder / KEY_FILE)
        terminal = enrol_till(folder, url=self.url, code=code, keys=keys).terminal
        return JoinedTill(folder, terminal.terminal, terminal.label, terminal.incarnation)
