"""The request log: one JSON line for each answered request, and one when a request begins to be held.

It holds the route and not the path, no query and no body, and of a refusal its code and not its detail: no
personal data and no secret gets in.
"""

import json
import time
from pathlib import Path
from typing import TextIO

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central_api.kit.clock import Clock
from central_api.kit.lanes import new_lock
from central_api.kit.metrics import Metrics

_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})


class RequestLog:
    """Writes JSON lines to a file, or to the stream that it was given."""

    def __init__(self, clock: Clock, *, stream: TextIO, path: Path | None = None) -> None:
        """Open the log.

        Args:
            clock: Dates the lines.
            stream: Where lines go without a path.
            path: A file that lines are added to.
        """
        self._clock = clock
        self._file = None if path is None else path.open("a", encoding="utf-8")
        self._stream = stream if self._file is None else self._file
        self._lock = new_lock()

    def write(self, event: str, **facts: str | int | None) -> None:
        """Add a line."""
        line = json.dumps({"ms": self._clock.now_ms(), "event": event, **facts}, separators=(",", ":"))
        with self._lock:
            self._stream.write(line + "\n")
            self._stream.flush()

    def close(self) -> None:
        """Close the file, if it is the log's own."""
        if self._file is not None:
            self._file.close()


class LogRequests:
    """ASGI middleware that writes a line for each answered request, and counts it."""

    def __init__(self, app: ASGIApp, *, log: RequestLog, metrics: Metrics) -> None:
        """Wrap ``app``."""
        self._app = app
        self._log = log
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request and write down how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun_ns = time.perf_counter_ns()
        status = 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            took_ns = time.perf_counter_ns() - begun_ns
            self._note(scope, status=status, took_ns=took_ns)

    def _note(self, scope: Scope, *, status: int, took_ns: int) -> None:
        method, state = _known_method(scope), scope.get("state", {})
        route = getattr(scope.get("route"), "path", "-")
        code = state.get("code")
        self._log.write(
            "request",
            method=method,
            route=route,
            status=status,
            took_ms=took_ns // 1_000_000,
            terminal=state.get("terminal"),
            code=code,
        )
        self._metrics.answered(route=route, method=method, status=status, code=code, seconds=took_ns / 1e9)


def _known_method(scope: Scope) -> str:
    """Return the method, unless somebody made one up: it would be a text of theirs in log and counts."""
    method = str(scope["method"])
    return method if method in _METHODS else "-"
