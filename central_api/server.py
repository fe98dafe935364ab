"""The server as a process: one worker or several, ready when it says so."""

import os
import socket
import tempfile
from collections.abc import Callable
from types import FrameType

import uvicorn
from uvicorn.supervisors.multiprocess import Multiprocess

from central_api.app import SETTINGS_VARIABLE, build_app, build_kit
from central_api.kit.clock import SystemClock
from central_api.kit.database import Database
from central_api.kit.listening import ReadyServer, listen, quiet_config, run_until_signal, url_of
from central_api.kit.metrics import FOLDER_VARIABLE
from central_api.kit.settings import Settings
from central_api.kit.wakeups import Wakeups

_READY_S = 30


def serve(settings: Settings, *, database: Database, on_ready: Callable[[str], None]) -> None:
    """Serve until a signal comes; call ``on_ready`` with the URL once requests are answered."""
    listener = listen(settings.host, settings.port)
    url = url_of(listener)
    if settings.workers == 1:
        kit = build_kit(settings, clock=SystemClock(), database=database)
        server = _Server(quiet_config(build_app(kit)), kit.wakeups, on_ready=lambda: on_ready(url))
        run_until_signal(server, listener)
        return
    database.close()
    os.environ[SETTINGS_VARIABLE] = "\n".join(
        (settings.database_url, str(settings.log_path or ""), settings.messages)
    )
    config = quiet_config("central_api.app:app_of_worker", settings.workers)
    with tempfile.TemporaryDirectory(prefix="loop-pos-metrics-") as folder:
        os.environ[FOLDER_VARIABLE] = folder
        _Workers(config, [listener], on_ready=lambda: on_ready(url)).run()


class _Server(ReadyServer):
    """Lets held requests go when it has to end."""

    def __init__(self, config: uvicorn.Config, wakeups: Wakeups, *, on_ready: Callable[[], None]) -> None:
        super().__init__(config, on_ready=on_ready)
        self._wakeups = wakeups

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
