"""The central API in this process: its own application, its own SQLite file, killed and restored at will."""

import asyncio
import os
import shutil
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from fastapi import FastAPI

from central_api.app import build_app, build_kit, routines_of
from central_api.kit.database import Database
from central_api.kit.kit import Kit
from central_api.kit.routines import Routine
from central_api.kit.settings import Settings
from central_api.kit.unit import DATABASE_FAILURES, Unit
from central_api.restoring import service as restoring
from tests.simulation.clocks import MachineClock
from tests.simulation.loop import SimulatedLoop
from tests.simulation.schedule import MINUTE_MS, Schedule
from tests.simulation.trace import Trace
from tests.simulation.trouble import Doom, Killed, let_strike

T = TypeVar("T")

_ROUTINE_MS = 5 * MINUTE_MS
"""The least time between two times of a routine; every few seconds of whole nights would be most of a run."""


@dataclass(frozen=True, slots=True)
class WireRequest:
    """A request as it travels; a duplicate is the same one again, signature and all."""

    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered."""

    status: int
    body: bytes


class Lost(Exception):  # noqa: N818 - says what is so.
    """The server died before it answered."""


@dataclass(slots=True)
class Exchange:
    """A request that the server has; ``result`` is there once it was answered or will never be."""

    result: Reply | Lost | None = None
    _listeners: list[Callable[["Exchange"], None]] = field(default_factory=list)

    def then(self, call: Callable[["Exchange"], None]) -> None:
        """Call when there is a result; at once if there is one."""
        if self.result is not None:
            call(self)
        else:
            self._listeners.append(call)

    def end(self, result: Reply | Lost) -> None:
        """Set the result, once, and tell who listens."""
        if self.result is not None:
            return
        self.result = result
        listeners, self._listeners = self._listeners, []
        for call in listeners:
            call(self)


@dataclass(slots=True)
class _Run:
    """One life of the server process."""

    kit: Kit
    app: FastAPI
    life: AbstractAsyncContextManager[Any]
    doom: Doom
    held: dict["asyncio.Task[Reply]", Exchange] = field(default_factory=dict)
    timers: dict[str, Callable[[], None]] = field(default_factory=dict)
    """What takes back the next time of each routine."""


class SimServer:
    """The machine that the server runs on; between :meth:`kill` and :meth:`start` nobody answers."""

    def __init__(self, folder: Path, *, schedule: Schedule, clock: MachineClock, trace: Trace) -> None:
        """Keep the folder, which holds ``central.db`` already."""
        self._folder = folder
        self._schedule = schedule
        self.clock = clock
        self._trace = trace
        # Counted from the beginning: of the seconds since 1970 too little would be left behind the point.
        begun_ms = schedule.now_ms
        self._loop = SimulatedLoop(lambda: (schedule.now_ms - begun_ms) / 1000)
        self._run: _Run | None = None
        self._cancel_timer: Callable[[], None] = lambda: None
        self.on_killed: Callable[[], None] = lambda: None
        self.lives = 0
        """How often the process was started."""
        self.looked_at = 0
        """The commits of this life up to which the invariants were looked at."""

    @property
    def is_up(self) -> bool:
        """Whether the process runs."""
        return self._run is not None

    @property
    def database(self) -> Database:
        """The open database; for head office's own work and for the invariants."""
        assert self._run is not None, "the server is down"
        return self._run.kit.database

    @property
    def doom(self) -> Doom:
        """What may kill this life of the process."""
        assert self._run is not None, "the server is down"
        return self._run.doom

    def start(self) -> None:
        """Start the process."""
        assert self._run is None, "the server is up"
        settings = Settings(f"sqlite:///{self._path}", log_path=Path(os.devnull))
        kit = build_kit(settings, clock=self.clock)
        # Threads would look at the true time: what the server repeats goes by the simulated one.
        app = build_app(kit, repeats_routines=False)
        self.looked_at = 0
        self._run = _Run(kit, app, app.router.lifespan_context(app), Doom())
        let_strike(self._run.doom, kit.database)
        self._complete(self._run.life.__aenter__())
        self.lives += 1
        for routine in routines_of(kit):
            self._repeat_later(self._run, routine)
        self._note("server.started")

    def kill(self) -> None:
        """Let the process die: whoever waits for an answer gets none, and nothing uncommitted stays."""
        run, self._run = self._run, None
        assert run is not None, "the server is down"
        self._cancel_timer()
        for cancel in run.timers.values():
            cancel()
        held, run.held = run.held, {}
        for task in held:
            task.cancel()
        self._loop.work()
        self._complete(run.life.__aexit__(None, None, None))
        self._note("server.killed")
        for exchange in held.values():
            exchange.end(Lost())
        self.on_killed()

    def close(self) -> None:
        """End everything for good."""
        self.on_killed = lambda: None
        if self._run is not None:
            self.kill()
        self._loop.close()

    def back_up(self) -> Path:
        """Copy the database as an operator would, while the server runs; return where the copy is."""
        path = self._folder / f"backup-{self._schedule.now_ms}.db"
        path.unlink(missing_ok=True)
        with self.database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
            connection.exec_driver_sql("BEGIN")
        self._note("server.backed_up")
        return path

    def restore(self, backup: Path) -> None:
        """Put an older copy in place of the database and start on it, as the operator's page says."""
        on_killed, self.on_killed = self.on_killed, lambda: None
        if self._run is not None:
            self.kill()
        self.on_killed = on_killed
        for name in ("central.db", "central.db-wal", "central.db-shm"):
            (self._folder / name).unlink(missing_ok=True)
        shutil.copyfile(backup, self._path)
        self.start()
        self.work(restoring.put_back)
        self._note("server.restored")

    def ask(self, request: WireRequest) -> Exchange:
        """Hand a request in; the exchange has its result now, or later if the server holds it."""
        exchange = Exchange()
        if self._run is None:
            exchange.end(Lost())
            return exchange
        task = self._loop.create_task(_answer(self._run.app, request))
        self._run.held[task] = exchange
        self._go_on()
        return exchange

    def work(self, work: Callable[[Unit], T]) -> T:
        """Do head office's work in one unit, inside the running server."""
        value = self.database.run(work)
        self._go_on()
        return value

    @property
    def _path(self) -> Path:
        return self._folder / "central.db"

    def _repeat_later(self, run: _Run, routine: Routine) -> None:
        def repeat() -> None:
            try:
                with suppress(*DATABASE_FAILURES):
                    routine.work()
            except Killed:
                self._go_on()
                return
            self._repeat_later(run, routine)
            self._go_on()

        delay_ms = max(int(routine.every_s * 1000), _ROUTINE_MS)
        run.timers[routine.name] = self._schedule.after(delay_ms, repeat)

    def _go_on(self) -> None:
        """Let the server do what it can do now, and come back when it has to do more."""
        idle_s = self._loop.work()
        run = self._run
        if run is None:
            return
        died = False
        for task in [task for task in run.held if task.done()]:
            exchange = run.held.pop(task)
            error = None if task.cancelled() else task.exception()
            if isinstance(error, Killed):
                run.held[task] = exchange
                died = True
            elif error is not None:
                raise error
            else:
                exchange.end(task.result())
        if died or run.doom.struck:
            run.doom.struck = False
            if self._run is run:
                self.kill()
            return
        self._cancel_timer()
        if idle_s is not None and self._run is run:
            # A millisecond more than asked for: the loop's own time is a fraction of one.
            self._cancel_timer = self._schedule.after(int(idle_s * 1000) + 1, self._go_on)

    def _complete(self, awaited: Any) -> None:
        async def run() -> None:
            await awaited

        task = self._loop.create_task(run())
        self._loop.work()
        task.result()

    def _note(self, what: str) -> None:
        self._trace.note(self._schedule.now_ms, "server", what)


async def _answer(app: FastAPI, request: WireRequest) -> Reply:
    """Speak ASGI with the application, as uvicorn does."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": request.path,
        "raw_path": request.path.encode(),
        "query_string": request.query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in request.headers],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": {},
    }
    messages: list[dict[str, Any]] = [{"type": "http.request", "body": request.body, "more_body": False}]
    status, body = 0, bytearray()

    async def receive() -> dict[str, Any]:
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            body.extend(message.get("body", b""))

    await app(scope, receive, send)
    return Reply(status, bytes(body))
