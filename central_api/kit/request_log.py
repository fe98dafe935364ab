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
    """ASGI middleware that writes a line for each answered request."""

    def __init__(self, app: ASGIApp, *, log: RequestLog) -> None:
        """Wrap ``app``."""
        self._app = app
        self._log = log

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
            self._log.write(
                "request",
                method=scope["method"],
                route=getattr(scope.get("route"), "path", "-"),
                status=status,
                took_ms=(time.perf_counter_ns() - begun_ns) // 1_000_000,
                terminal=scope.get("state", {}).get("terminal"),
                code=scope.get("state", {}).get("code"),
            )
