"""A server that has more to do than it can says so at once, and when to come back.

Without this, requests pile up until each of them is answered after its till has stopped to wait for it: all
work is then done for nobody.
"""

import json

from starlette.types import ASGIApp, Receive, Scope, Send

MOST_AT_ONCE = 200
"""Requests under way in one worker; about half a second of uploads."""

BUSY_S = 5
"""How long tills that were sent away leave the server alone."""

ALWAYS_IN = frozenset({"/v1/wake", "/health", "/ready", "/metrics"})
"""Held requests cost nothing while they are held, and who looks after the server has to see it."""

_BODY = json.dumps({"code": "server.busy", "detail": ""}).encode()
_HEADERS = [
    (b"content-type", b"application/json"),
    (b"content-length", str(len(_BODY)).encode()),
    (b"retry-after", str(BUSY_S).encode()),
]


class TurnAway:
    """ASGI middleware that answers 503 ``server.busy`` while too many requests are under way."""

    def __init__(self, app: ASGIApp, *, most: int = MOST_AT_ONCE) -> None:
        """Wrap ``app``; ``most`` requests are let in at a time."""
        self._app = app
        self._most = most
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or send it away."""
        if scope["type"] != "http" or scope["path"] in ALWAYS_IN:
            await self._app(scope, receive, send)
            return
        if self._inside >= self._most:
            await send({"type": "http.response.start", "status": 503, "headers": _HEADERS})
            await send({"type": "http.response.body", "body": _BODY})
            return
        self._inside += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._inside -= 1
