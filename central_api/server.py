"""The server as a process: one worker or several, ready when it says so."""

import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

import uvicorn
from uvicorn.supervisors.multiprocess import Multiprocess

from central_api.app import SETTINGS_VARIABLE, build_app, build_kit
from central_api.kit.clock import SystemClock
from central_api.kit.database import Database
from central_api.kit.errors import UsageError
from central_api.kit.settings import Settings
from central_api.kit.wakeups import Wakeups

_GRACE_S = 3
_READY_S = 30


def serve(settings: Settings, *, database: Database, on_ready: Callable[[str], None]) -> None:
    """Serve until a signal comes; call ``on_ready`` with the URL once requests are answered."""
    listener = _bind(settings)
    host, port = listener.getsockname()[:2]
    url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    if settings.workers == 1:
        kit = build_kit(settings, clock=SystemClock(), database=database)
        server = _Server(_config(build_app(kit)), kit.wakeups, on_ready=lambda: on_ready(url))
        # uvicorn raises the signal again when all is done; being asked to end is no failure.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
        return
    database.close()
    os.environ[SETTINGS_VARIABLE] = f"{settings.database_url}\n{settings.log_path or ''}"
    _Workers(
        _config("central_api.app:app_of_worker", settings.workers), [listener], on_ready=lambda: on_ready(url)
    ).run()


def end_with_stdin(_background: object = None) -> None:
    """Wait until standard input closes, then end this process as a signal would.

    The operating system closes it when the process that started this one ends, however it ends.
    """
    # Not sys.stdin: a thread that holds its lock stops the interpreter from ending.
    while os.read(0, 4096):
        pass
    signal.raise_signal(signal.SIGTERM)


class _Server(uvicorn.Server):
    """Says when it is ready, and lets held requests go when it has to end."""

    def __init__(self, config: uvicorn.Config, wakeups: Wakeups, *, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._wakeups = wakeups
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._on_ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._wakeups.close()
        super().handle_exit(sig, frame)


class _Workers(Multiprocess):
    """Several workers behind one listening socket."""

    def __init__(
        self, config: uvicorn.Config, sockets: list[socket.socket], *, on_ready: Callable[[], None]
    ) -> None:
        super().__init__(config, sockets)
        self._on_ready = on_ready

    def init_processes(self) -> None:
        super().init_processes()
        if all(process.wait_until_ready(_READY_S, self.should_exit) for process in self.processes):
            self._on_ready()


def _config(app: object, workers: int = 1) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # an application, or the name of a function that makes one
        factory=isinstance(app, str),
        workers=workers,
        access_log=False,
        log_level="warning",
        lifespan="on",
        server_header=False,
        timeout_graceful_shutdown=_GRACE_S,
    )


def _bind(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise UsageError(
            f"Nothing can listen on {settings.host} port {settings.port}: {error.strerror}.",
            "Choose another one with --port; 0 takes a free one.",
            exit_code=1,
        ) from error
    listener.set_inheritable(True)
    return listener
