"""The gate: what is asked of a request before an endpoint sees it.

Everything is signed by a till, except joining, the health checks, and the shop's side with its token.
"""

import hashlib
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from central_api.kit import signatures
from central_api.kit.callers import Caller, Callers
from central_api.kit.clock import Clock
from central_api.kit.errors import ApiError
from retail_core.wire.base import Message
from retail_core.wire.journal import MAX_BATCH_BYTES

MessageT = TypeVar("MessageT", bound=Message)

_MIN_TOKEN_CHARS = 20


@dataclass(frozen=True, slots=True)
class PlainCall:
    """A request's body, from nobody in particular."""

    body: bytes

    def message(self, model: type[MessageT]) -> MessageT:
        """Return the body as a message; refuse it when it is none."""
        return _parsed(self.body, model)


@dataclass(frozen=True, slots=True)
class SignedCall:
    """A request that a till signed."""

    caller: Caller
    body: bytes

    def message(self, model: type[MessageT]) -> MessageT:
        """Return the body as a message; refuse it when it is none."""
        return _parsed(self.body, model)


class Gate:
    """Lets requests in; its methods are FastAPI dependencies."""

    def __init__(self, callers: Callers, *, clock: Clock) -> None:
        """Keep what identities are checked against.

        Args:
            callers: The tills' keys, seen nonces, clients' tokens.
            clock: The server's time.
        """
        self._callers = callers
        self._clock = clock

    async def signed(self, request: Request) -> SignedCall:
        """Let a till's signed request in, once."""
        return await self._signed(request, once=True)

    async def signed_and_idempotent(self, request: Request) -> SignedCall:
        """Let a till's upload in, which its ``seq`` protects from repetition."""
        return await self._signed(request, once=False)

    async def client(self, request: Request) -> PlainCall:
        """Let a client of the shop's side in, by its bearer token."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or len(token) < _MIN_TOKEN_CHARS:
            raise ApiError(401, "auth.token")
        digest = hashlib.sha256(token.encode()).hexdigest()
        if not await run_in_threadpool(self._callers.knows_client, digest):
            raise ApiError(401, "auth.token")
        return PlainCall(await _body(request))

    async def anybody(self, request: Request) -> PlainCall:
        """Let a request in that nobody signed."""
        return PlainCall(await _body(request))

    async def _signed(self, request: Request, *, once: bool) -> SignedCall:
        body = await _body(request)
        message = signatures.SignedMessage(request.method, _url(request), request.headers)
        caller = await run_in_threadpool(self._checked, message, body, once=once)
        request.state.terminal = caller.terminal_id
        return SignedCall(caller, body)

    def _checked(self, message: signatures.SignedMessage, body: bytes, *, once: bool) -> Caller:
        verified = signatures.verify(message, body, callers=self._callers, clock=self._clock)
        key_id = verified.caller.key_id
        if once and not self._callers.take_nonce(key_id, verified.nonce, expires_ms=verified.expires_ms):
            raise ApiError(401, "auth.replayed")
        self._callers.hear(verified.caller, now_ms=self._clock.now_ms())
        return verified.caller


def _url(request: Request) -> str:
    """Return the absolute URL with path and query exactly as they were sent."""
    host = request.headers.get("host", "")
    path = request.scope.get("raw_path", b"").partition(b"?")[0].decode("latin-1")
    query = request.scope.get("query_string", b"").decode("latin-1")
    return f"{request.url.scheme}://{host}{path}" + (f"?{query}" if query else "")


async def _body(request: Request) -> bytes:
    """Return the body; stop reading when it grows past what any message may have."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BATCH_BYTES:
                raise ApiError(413, "request.too_large")
    except ClientDisconnect as error:
        raise ApiError(400, "request.broken_off") from error
    return bytes(body)


def _parsed(body: bytes, model: type[MessageT]) -> MessageT:
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        raise ApiError(422, "request.malformed", detail=place[:200]) from error
