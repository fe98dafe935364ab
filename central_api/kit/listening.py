"""A listening socket, and a server that says when it answers."""

import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from central_api.kit.errors import UsageError

GRACE_S = 3
"""How long requests under way may take when the server is asked to end."""


class ReadyServer(uvicorn.Server):
    """Says when it is ready."""

    def __init__(self, config: uvicorn.Config, *, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say when requests are answered."""
        await super().startup(sockets=sockets)
        if self.started:
            self._on_ready()


def quiet_config(app: object, workers: int = 1) -> uvicorn.Config:
    """Return how an application, or the name of a function that makes one, is served."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # an application, or the name of a function that makes one
        factory=isinstance(app, str),
        workers=workers,
        access_log=False,
        log_level="warning",
        lifespan="on",
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
    )


def run_until_signal(server: uvicorn.Server, listener: socket.socket) -> None:
    """Serve until a signal comes; being asked to end is no failure."""
    # uvicorn raises the signal again when all is done.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listener])


def end_with_stdin(_background: object = None) -> None:
    """Wait until standard input closes, then end this process as a signal would.

    The operating system closes it when the process that started this one ends, however it ends.
    """
    # Not sys.stdin: a thread that holds its lock stops the interpreter from ending.
    while os.read(0, 4096):
        pass
    signal.raise_signal(signal.SIGTERM)


def url_of(listener: socket.socket) -> str:
    """Return the address under which a listening socket is reached."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to ``host`` and ``port``; 0 takes a free one.

    Raises:
        UsageError: Somebody else listens there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise UsageError(
            f"Nothing can listen on {host} port {port}: {error.strerror}.",
            "Choose another one with --port; 0 takes a free one.",
            exit_code=1,
        ) from error
    listener.set_inheritable(True)
    return listener
