"""The till that sells as its own process, as it is heard from outside, and what its folder must hold then."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from pos_app.bootstrap.system import SystemIds
from pos_app.services.errors import StorageError
from pos_app.services.verify_journal import VerifyJournal
from pos_app.storage.integrity import damage_of
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import open_till_data


class Seller:
    """The process that sells, and what it was heard to say."""

    def __init__(self, folder: Path, *switches: str, env: Mapping[str, str] | None = None) -> None:
        command = [sys.executable, "-m", "tests.faults.seller", str(folder), *switches]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=env)
        assert self._process.stdout is not None
        self._pipe = self._process.stdout.fileno()
        self._said = b""
        self.listen_until(lambda: b"ready\n" in self._said)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    @property
    def acknowledged(self) -> list[str]:
        """The sales that it said were paid."""
        return re.findall(r"^paid (\w+)$", self._said.decode(), re.MULTILINE)

    @property
    def refused(self) -> list[str]:
        """The codes of the sales that it said were refused."""
        return re.findall(r"^refused (\S+)$", self._said.decode(), re.MULTILINE)

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stop the process where it is, take down what it has said, and let it go on."""
        pid = self._process.pid
        self._process.send_signal(signal.SIGSTOP)
        while any(_state_of(task) != "T" for task in Path(f"/proc/{pid}/task").iterdir()):
            os.sched_yield()
        self.listen(0)
        yield
        self._process.send_signal(signal.SIGCONT)

    def listen(self, seconds: float) -> None:
        """Take down what it says until so much time has gone by."""
        end_s = time.monotonic() + seconds
        while select.select([self._pipe], [], [], max(0.0, end_s - time.monotonic()))[0]:
            self._hear()

    def listen_until(self, happened: Callable[[], bool]) -> None:
        """Take down what it says until something has happened; pytest's own limit ends what never does."""
        while not happened():
            self._hear()

    def listen_for_a_sale(self) -> None:
        """Take down what it says until one more sale was paid."""
        sold = len(self.acknowledged)
        self.listen_until(lambda: len(self.acknowledged) > sold)

    def listen_to_one(self) -> None:
        """Wait until it has said something more."""
        self._hear()

    def _hear(self) -> None:
        said = os.read(self._pipe, 65_536)
        if not said:
            raise AssertionError(f"the till ended: {self._process.wait()}")
        self._said += said


def wrong_with(place: Path, acknowledged: Sequence[str]) -> list[str]:
    """Return what is wrong with a till's folder: lost acknowledged sales, damage, a broken chain."""
    keys = FileKeyStore(place / "keys.json")
    known = keys.load()
    assert known is not None
    path = place / "data" / "till.db"
    try:
        data = open_till_data(place / "data", key_store=keys, ids=SystemIds())
    except StorageError as error:
        return [error.code]
    try:
        with data.store.read() as work:
            lost = [f"lost {each}" for each in acknowledged if not work.sales.is_completed(each)]
        report = VerifyJournal(store=data.store, damage=lambda: damage_of(path, known.database_key))()
        return [*lost, *([report.code] if report.code else [])]
    finally:
        data.close()


def _state_of(task: Path) -> str:
    return task.joinpath("stat").read_text().rpartition(")")[2].split()[0]
