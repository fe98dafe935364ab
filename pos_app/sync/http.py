"""One connection to the central API: signed requests out, messages or coded errors back."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

import requests
from pydantic import ValidationError

from pos_app.services.errors import AuthExpired, Rejected, SyncError, Unreachable
from pos_app.sync.abortable import AbortableAdapter
from pos_app.sync.signing import RequestSigner
from retail_core.wire.base import Message
from retail_core.wire.counter import Problem

CONNECT_S = 3.0
READ_S = 10.0
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
AUTH_CODES = frozenset({"auth.unknown_key", "auth.revoked", "auth.signature"})

LONGEST_TOLD_MS = 600_000
"""A server that asks to be left alone for longer than ten minutes is asked again after them."""

_STALE = "auth.stale"
_MOST_TIME_DIGITS = 14
"""Milliseconds since 1970 of the next three thousand years."""

_FINE = frozenset({requests.codes.ok, requests.codes.partial_content})

ReplyT = TypeVar("ReplyT", bound=Message)


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of a body, and their place in the whole of it."""

    place: int
    data: bytes


class CentralHttp:
    """Speaks to one server; used by one lane at a time."""

    def __init__(
        self, base_url: str, signer: RequestSigner | None, *, allowed: Callable[[], bool] = lambda: True
    ) -> None:
        """Remember where the server is.

        Args:
            base_url: ``https://host[:port]``; plain http only to this machine itself.
            signer: Signs every request; ``None`` before enrolment.
            allowed: Answers whether the network may be used now; the drill "act as if offline" says no.

        Raises:
            Rejected: ``sync.plain_http``, the address is not on this machine and not https.
        """
        parts = urlsplit(base_url)
        if parts.scheme != "https" and parts.hostname not in LOOPBACK:
            raise Rejected("sync.plain_http", base_url)
        self._base_url = base_url.rstrip("/")
        self._signer = signer
        self._allowed = allowed
        self._session = requests.Session()
        # A proxy of the environment must not see or delay what the counter asks.
        self._session.trust_env = False
        self._adapter = AbortableAdapter()
        self._closed = False
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, self._adapter)

    def get(
        self,
        path: str,
        reply: type[ReplyT],
        *,
        params: Mapping[str, str] | None = None,
        read_s: float = READ_S,
    ) -> ReplyT:
        """Ask for ``path`` and return its message.

        Raises:
            Unreachable: Nobody answered within the time, or the server is overloaded.
            AuthExpired: The server does not know this till any more.
            Rejected: The server refused; ``code`` is its own.
        """
        request = requests.Request("GET", self._base_url + path, params=dict(params or {}))
        with self._send(request, read_s=read_s) as response:
            return _parse(response, reply)

    def post(self, path: str, message: Message, *, reply: type[ReplyT], read_s: float = READ_S) -> ReplyT:
        """Send ``message`` to ``path`` and return the answer; errors as for :meth:`get`."""
        request = requests.Request(
            "POST",
            self._base_url + path,
            data=message.model_dump_json().encode(),
            headers={"Content-Type": "application/json"},
        )
        with self._send(request, read_s=read_s) as response:
            return _parse(response, reply)

    def download(self, path: str, *, start: int = 0, chunk_bytes: int = 256 * 1024) -> Iterator[Piece]:
        """Yield the body of ``path``, from ``start`` on if the server can; errors as for :meth:`get`."""
        headers = {"Range": f"bytes={start}-"} if start else {}
        request = requests.Request("GET", self._base_url + path, headers=headers)
        with self._send(request, read_s=READ_S, stream=True) as response:
            place = start if response.status_code == requests.codes.partial_content else 0
            try:
                for data in response.iter_content(chunk_bytes):
                    yield Piece(place, data)
                    place += len(data)
            except requests.RequestException as error:
                raise Unreachable from error

    def close(self) -> None:
        """Drop the connections for good; a request under way ends with :class:`Unreachable`."""
        self._closed = True
        self._adapter.abort()
        self._session.close()

    @contextmanager
    def _send(
        self, request: requests.Request, *, read_s: float, stream: bool = False
    ) -> Iterator[requests.Response]:
        if self._closed:
            raise Unreachable
        self._require_network()
        response = self._exchange(request, read_s=read_s, stream=stream)
        server_ms = None if self._signer is None else _time_of_server(response)
        if server_ms is not None:
            # This machine's clock is wrong. The first page of a feed puts that right, but only who states the
            # right time gets it. Once: a server that refuses its own time is not asked again.
            response.close()
            response = self._exchange(request, read_s=read_s, stream=stream, now_ms=server_ms)
        with response:
            # A held request may be answered in the middle of a drill: that answer is not heard either.
            self._require_network()
            if response.status_code not in _FINE:
                raise _refusal(response)
            yield response

    def _require_network(self) -> None:
        if not self._allowed():
            raise Unreachable("sync.drill")

    def _exchange(
        self, request: requests.Request, *, read_s: float, stream: bool, now_ms: int | None = None
    ) -> requests.Response:
        """Sign and send a request; what it is answered is not looked at."""
        prepared = self._session.prepare_request(request)
        if self._signer is not None:
            self._signer.sign(prepared, now_ms=now_ms)
        try:
            return self._session.send(
                prepared, timeout=(CONNECT_S, read_s), stream=stream, allow_redirects=False
            )
        except requests.RequestException as error:
            raise Unreachable from error


def _parse(response: requests.Response, reply: type[ReplyT]) -> ReplyT:
    try:
        return reply.model_validate_json(response.content)
    except ValidationError as error:
        raise Rejected("sync.unreadable_answer", reply.__name__) from error


def _time_of_server(response: requests.Response) -> int | None:
    """Return the time that a server names which finds ours wrong, ``None`` for every other answer."""
    if response.status_code != requests.codes.unauthorized:
        return None
    try:
        problem = Problem.model_validate_json(response.content)
    except (ValidationError, requests.RequestException):
        return None
    is_time = problem.code == _STALE and problem.detail.isascii() and problem.detail.isdigit()
    return int(problem.detail) if is_time and len(problem.detail) <= _MOST_TIME_DIGITS else None


def _told_ms(response: requests.Response) -> int:
    """Return how long the server asked to be left alone, in milliseconds; 0 if it named no seconds."""
    told = response.headers.get("Retry-After", "").strip()
    is_seconds = told.isascii() and told.isdigit() and len(told) <= _MOST_TIME_DIGITS
    return min(int(told) * 1_000, LONGEST_TOLD_MS) if is_seconds else 0


def _refusal(response: requests.Response) -> SyncError:
    status = response.status_code
    if status == requests.codes.too_many_requests or status >= requests.codes.internal_server_error:
        return Unreachable("sync.busy", status, told_ms=_told_ms(response))
    try:
        problem = Problem.model_validate_json(response.content)
    except ValidationError:
        return Rejected("sync.unreadable_answer", str(status))
    if problem.code in AUTH_CODES:
        return AuthExpired(problem.code)
    return Rejected(problem.code, problem.detail)
