"""The server under fire: its own PostgreSQL that keeps what it acknowledged, and killable workers."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from central_api.kit.clock import SystemClock
from central_api.kit.database import Database, open_database
from central_api.migrations import runner
from tests.faults.canary import ROOT
from tests.postgres import SETTINGS, PostgresServer, crash_and_restart, start_cluster

DURABLE = {**SETTINGS, "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
"""A cluster that is restarted under fire has to keep what it said was committed."""


@dataclass
class Cluster:
    """A PostgreSQL of its own, which may crash."""

    folder: Path
    url: str
    crashes: int = 0

    def crash(self) -> None:
        """End it at once and start it again."""
        crash_and_restart(self.folder)
        self.crashes += 1


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """Run a durable PostgreSQL with one empty database until the block ends."""
    place, pipe = start_cluster(folder / "faults.lock", DURABLE)
    try:
        server = PostgresServer(place)
        yield Cluster(place, server.url(server.create_database()))
    finally:
        os.close(pipe)


@dataclass
class CentralProcess:
    """The real ``central-api serve``, with its workers."""

    process: subprocess.Popen[str]
    port: int
    killed: list[int] = field(default_factory=list)

    @property
    def is_alive(self) -> bool:
        """Whether the parent of the workers lives."""
        return self.process.poll() is None

    def kill_a_worker(self) -> bool:
        """Kill the worker that has lived longest, with whatever it does; False when there is none."""
        workers = workers_of(self.process.pid)
        if not workers:
            return False
        os.kill(workers[0], signal.SIGKILL)
        self.killed.append(workers[0])
        return True


@contextmanager
def central_process(url: str, *, workers: int, log: Path, tree: Path = ROOT) -> Iterator[CentralProcess]:
    """Run ``central-api serve`` of a source tree until the block ends.

    Args:
        url: Of a migrated database.
        workers: How many processes answer.
        log: Where its request log and what it says go.
        tree: Where ``central_api`` lies: the project's own, or a patched copy.
    """
    command = [sys.executable, "-m", "central_api.cli", "serve", "--database-url", url]
    command += ["--workers", str(workers), "--log-file", str(log)]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    with (
        log.with_suffix(".stderr").open("w", encoding="utf-8") as said,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=said, text=True, cwd=tree, env=environment
        ) as process,
    ):
        assert process.stdout is not None
        try:
            line = json.loads(process.stdout.readline())
            yield CentralProcess(process, int(line["url"].rpartition(":")[2]))
        finally:
            process.terminate()
            process.wait(30)


def workers_of(parent: int) -> list[int]:
    """Return the processes that answer requests, oldest first."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    return [int(child) for child in children if b"spawn_main" in _command_of(child)]


def _command_of(pid: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def migrated(url: str) -> Database:
    """Return the database at ``url`` with this release's tables."""
    database = open_database(url, clock=SystemClock())
    runner.upgrade(database.engine)
    return database
