"""The network between tills and server: it loses, doubles, delays and reorders, and it is cut.

A till's own ``CentralHttp`` sends through a :class:`SimAdapter`. What becomes of a request is decided when it
is sent: its answer comes after a delay, or it is an error that ``requests`` knows. One that comes late, or a
second time, reaches the server on its own, when its sender has long given up or gone on.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal
from urllib.parse import urlsplit

import requests
from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter

import pos_app.sync.http
from tests.simulation.chance import Chance
from tests.simulation.schedule import Schedule
from tests.simulation.server import Exchange, Lost, Reply, SimServer, WireRequest
from tests.simulation.trace import Trace
from tests.simulation.trouble import Moment, value_of

Fate = Literal["fine", "lost", "answer_lost", "answer_torn", "doubled", "late", "kills_before", "kills_after"]

CALM: Mapping[Fate, float] = {"fine": 1.0}
"""Nothing happens to anything."""

ROUGH: Mapping[Fate, float] = {
    "fine": 0.87,
    "lost": 0.02,
    "answer_lost": 0.025,
    "answer_torn": 0.01,
    "doubled": 0.03,
    "late": 0.02,
    "kills_before": 0.015,
    "kills_after": 0.01,
}
"""An ordinary bad day: one request in eight does not go as it should."""

_CONNECT_MS = 3_000


@dataclass(slots=True)
class Way:
    """The way between one machine and the server."""

    name: str
    fates: Mapping[Fate, float]
    cut: bool = False
    spent_ms: int = 0
    """How long the requests took since the lane began its work."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A request that reached the server; the answer of one that is ``lost`` never comes back."""

    exchange: Exchange
    lost: bool
    read_ms: int


class Held(BaseException):
    """The server holds the request: the lane comes back with the answer and asks again."""

    def __init__(self, adapter: "SimAdapter", sent: Sent) -> None:
        super().__init__()
        self.adapter = adapter
        self.sent = sent


@dataclass(slots=True)
class Network:
    """Brings requests to the server."""

    schedule: Schedule
    server: SimServer
    chance: Chance
    trace: Trace
    counts: dict[str, int] = field(default_factory=dict)
    building: Way | None = None
    """Whose connections are being made now."""

    def bring(self, way: Way, request: WireRequest, *, read_ms: int) -> Sent:
        """Send a request.

        Raises:
            requests.RequestException: It does not get there, or far too late.
        """
        fate = self._fate(way)
        self.counts[fate] = self.counts.get(fate, 0) + 1
        self._note(way, fate, request)
        if way.cut:
            way.spent_ms += _CONNECT_MS
            raise requests.ConnectTimeout
        if fate == "lost":
            way.spent_ms += read_ms
            raise requests.ReadTimeout
        if fate == "late":
            self.schedule.after(read_ms + self.chance.about(4 * read_ms), lambda: self._late(way, request))
            way.spent_ms += read_ms
            raise requests.ReadTimeout
        if not self.server.is_up:
            way.spent_ms += 1
            raise requests.ConnectionError
        if fate == "doubled":
            self.schedule.after(self.chance.about(5_000), lambda: self._late(way, request))
        exchange = self._deliver(request, fate=fate)
        exchange.then(lambda ended: self._note_answer(way, ended))
        return Sent(exchange, fate in {"answer_lost", "answer_torn"}, read_ms)

    def answer(self, way: Way, sent: Sent) -> Reply:
        """Return the answer of an exchange that has a result, if it finds its way back.

        Raises:
            requests.RequestException: It does not.
        """
        result = sent.exchange.result
        if isinstance(result, Lost):
            way.spent_ms += 10
            raise requests.ConnectionError
        if result is None or sent.lost or way.cut:
            way.spent_ms += sent.read_ms
            raise requests.ReadTimeout
        way.spent_ms += 5 + self.chance.about(60)
        return result

    def _deliver(self, request: WireRequest, *, fate: Fate) -> Exchange:
        """Hand the request to the server, which may die of it."""
        if fate in {"kills_before", "kills_after"}:
            moment: Moment = "before_commit" if fate == "kills_before" else "after_commit"
            self.server.doom.arm(moment, commits=self.chance.pick({1: 0.7, 2: 0.3}))
        exchange = self.server.ask(request)
        if self.server.is_up:
            self.server.doom.disarm()
        return exchange

    def _late(self, way: Way, request: WireRequest) -> None:
        if self.server.is_up:
            self._note(way, "arrives_late", request)
            self.server.ask(request).then(lambda exchange: self._note_answer(way, exchange))

    def _fate(self, way: Way) -> Fate:
        return self.chance.pick(dict(way.fates))

    def _note(self, way: Way, what: str, request: WireRequest) -> None:
        self.trace.note(self.schedule.now_ms, way.name, what, request.method, request.path)

    def _note_answer(self, way: Way, exchange: Exchange) -> None:
        result = exchange.result
        facts = (result.status, len(result.body)) if isinstance(result, Reply) else ("none",)
        self.trace.note(self.schedule.now_ms, way.name, "answered", *facts)


class SimAdapter(BaseAdapter):
    """Stands where the product's own adapter opens sockets."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        assert network.building is not None, "a connection belongs to a machine"
        self._network = network
        self.way = network.building
        self.primed: Sent | None = None
        """A request that was held and is answered now; its answer goes to whoever asks next."""

    def send(self, request: PreparedRequest, *_: Any, **options: Any) -> Response:
        """Bring ``request`` to the server; raise what ``requests`` raises."""
        timeout = options.get("timeout")
        read_ms = int(timeout[1] * 1000) if isinstance(timeout, tuple) else 10_000
        sent, self.primed = self.primed, None
        if sent is None:
            sent = self._network.bring(self.way, to_wire(request), read_ms=read_ms)
            if sent.exchange.result is None:
                raise Held(self, sent)
        return to_response(self._network.answer(self.way, sent), request)

    def abort(self) -> None:
        """End what is under way: nothing is, between two steps."""

    def close(self) -> None:
        """Nothing is open."""


@contextmanager
def through(network: Network) -> Iterator[None]:
    """Let every connection that the till's code makes go through ``network``."""

    def connect() -> SimAdapter:
        return SimAdapter(network)

    with value_of(pos_app.sync.http, "AbortableAdapter", connect):
        yield


def to_wire(request: PreparedRequest) -> WireRequest:
    """Return what travels of a prepared request."""
    parts = urlsplit(request.url or "")
    body = request.body or b""
    headers = {"host": parts.netloc, **{name.lower(): str(value) for name, value in request.headers.items()}}
    return WireRequest(
        method=request.method or "",
        path=parts.path,
        query=parts.query,
        headers=tuple(headers.items()),
        body=body.encode() if isinstance(body, str) else bytes(body),
    )


def to_response(reply: Reply, request: PreparedRequest) -> Response:
    """Return an answer as the till's code sees it."""
    response = Response()
    response.status_code = reply.status
    response.raw = BytesIO(reply.body)
    response.request = request
    response.url = request.url or ""
    return response
