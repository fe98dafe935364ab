"""The connection against a small server on loopback that answers what the test says."""

import http.server
import threading
from collections.abc import Iterator
from http import HTTPStatus

import pytest

from pos_app.services.errors import AuthExpired, Rejected, SyncError, Unreachable
from pos_app.sync.http import CentralHttp
from pos_app.sync.signing import RequestSigner
from retail_core.wire.counter import CouponRelease, Released
from tests.fakes import FakeClock


class Script:
    """What the server answers next, and what it was sent."""

    def __init__(self) -> None:
        self.status = HTTPStatus.OK
        self.body = b'{"released":true}'
        self.headers: list[dict[str, str]] = []
        self.extra: dict[str, str] = {}
        """Headers of its answers."""
        self.firsts: list[tuple[HTTPStatus, bytes]] = []
        """What it answers before that, one after the other."""
        self.hold = threading.Event()
        self.asked = threading.Event()
        self.holds = False


class Server(http.server.ThreadingHTTPServer):
    script: Script
    daemon_threads = True


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        assert isinstance(self.server, Server)
        script = self.server.script
        self.rfile.read(int(self.headers["Content-Length"]))
        script.headers.append(dict(self.headers))
        script.asked.set()
        if script.holds:
            script.hold.wait(20)
        status, body = script.firsts.pop(0) if script.firsts else (script.status, script.body)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in script.extra.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so.
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that runs until the end of the test."""
    httpd = Server(("127.0.0.1", 0), Handler)
    httpd.script = Script()
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield httpd
    httpd.script.hold.set()
    httpd.shutdown()
    thread.join()
    httpd.server_close()


def url_of(server: Server) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}"


def ask(server: Server) -> Released:
    return CentralHttp(url_of(server), None).post(
        "/v1/coupons/release", CouponRelease(hold_id="h", sale_id="s"), reply=Released
    )


def test_an_answer_becomes_its_message(server: Server) -> None:
    assert ask(server).released


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        (HTTPStatus.CONFLICT, b'{"code":"protocol.unknown","detail":"x"}', Rejected, "protocol.unknown"),
        (HTTPStatus.UNAUTHORIZED, b'{"code":"auth.revoked","detail":"x"}', AuthExpired, "auth.revoked"),
        (HTTPStatus.SERVICE_UNAVAILABLE, b"", Unreachable, "sync.busy"),
        (HTTPStatus.TOO_MANY_REQUESTS, b"", Unreachable, "sync.busy"),
        (HTTPStatus.BAD_GATEWAY, b"<html>", Unreachable, "sync.busy"),
        (HTTPStatus.FOUND, b"", Rejected, "sync.unreadable_answer"),
        (HTTPStatus.OK, b"not json", Rejected, "sync.unreadable_answer"),
        (HTTPStatus.OK, b'{"released":"yes"}', Rejected, "sync.unreadable_answer"),
    ],
)
def test_every_other_answer_becomes_an_error_with_its_code(
    server: Server, status: HTTPStatus, body: bytes, kind: type[SyncError], code: str
) -> None:
    server.script.status, server.script.body = status, body
    with pytest.raises(kind) as caught:
        ask(server)
    assert caught.value.code == code


def test_nobody_there_is_unreachable(server: Server) -> None:
    url = url_of(server)
    server.server_close()
    with pytest.raises(Unreachable):
        CentralHttp(url, None).post(
            "/v1/x", CouponRelease(hold_id="h", sale_id="s"), reply=Released, read_s=1
        )


def test_plain_http_leaves_this_machine_never() -> None:
    with pytest.raises(Rejected, match=r"sync\.plain_http"):
        CentralHttp("http://pos.example.com", None)


def test_a_proxy_of_the_environment_is_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert ask(server).released


def test_a_signed_request_covers_method_place_query_and_body(server: Server) -> None:
    signer = RequestSigner(key_id="S01-T02", seed=b"\7" * 32, clock=FakeClock())
    http_ = CentralHttp(url_of(server), signer)
    http_.post("/v1/coupons/release", CouponRelease(hold_id="h", sale_id="s"), reply=Released)
    http_.post("/v1/coupons/release", CouponRelease(hold_id="h", sale_id="s"), reply=Released)
    first, second = server.script.headers
    covered = first["Signature-Input"]
    assert '("@method" "@authority" "@path" "@query" "content-digest")' in covered
    assert 'keyid="S01-T02"' in covered
    assert 'tag="loop-pos"' in covered
    assert "created=1795320000" in covered
    assert covered != second["Signature-Input"], "each try has a nonce of its own"


def stale(detail: str) -> tuple[HTTPStatus, bytes]:
    """Return the refusal of a time that is not the server's."""
    return HTTPStatus.UNAUTHORIZED, f'{{"code":"auth.stale","detail":"{detail}"}}'.encode()


def ask_signed(server: Server) -> Released:
    signer = RequestSigner(key_id="S01-T02", seed=b"\7" * 32, clock=FakeClock())
    return CentralHttp(url_of(server), signer).post(
        "/v1/coupons/release", CouponRelease(hold_id="h", sale_id="s"), reply=Released
    )


def test_a_wrong_clock_signs_once_more_with_the_time_of_the_server(server: Server) -> None:
    server.script.firsts = [stale("1795000000999")]
    assert ask_signed(server).released
    first, second = (headers["Signature-Input"] for headers in server.script.headers)
    assert "created=1795320000" in first
    assert "created=1795000000" in second


def test_a_server_that_refuses_its_own_time_is_not_asked_again(server: Server) -> None:
    server.script.firsts = [stale("1795000000999"), stale("1795000001999"), stale("1795000002999")]
    with pytest.raises(Rejected, match=r"auth\.stale"):
        ask_signed(server)
    assert len(server.script.headers) == 2


@pytest.mark.parametrize("detail", ["", "soon", "-1795000000999", "9" * 15, "١٧٩٥"])
def test_what_is_no_time_is_not_signed(server: Server, detail: str) -> None:
    server.script.firsts = [stale(detail)]
    with pytest.raises(Rejected, match=r"auth\.stale"):
        ask_signed(server)
    assert len(server.script.headers) == 1


def test_a_held_request_ends_when_its_connection_is_closed(server: Server) -> None:
    server.script.holds = True
    http_ = CentralHttp(url_of(server), None)
    outcome: list[BaseException] = []

    def hold() -> None:
        try:
            http_.post("/v1/x", CouponRelease(hold_id="h", sale_id="s"), reply=Released, read_s=15)
        except SyncError as error:
            outcome.append(error)

    thread = threading.Thread(target=hold)
    thread.start()
    assert server.script.asked.wait(10)
    http_.close()
    thread.join(5)
    assert not thread.is_alive()
    assert isinstance(outcome[0], Unreachable)


def test_a_request_that_connects_while_everything_ends_is_not_held(server: Server) -> None:
    server.script.holds = True
    made: list[CentralHttp] = []

    def meanwhile_the_window_closes() -> bool:
        made[0].close()
        return True

    made.append(CentralHttp(url_of(server), None, allowed=meanwhile_the_window_closes))
    with pytest.raises(Unreachable):
        made[0].post("/v1/x", CouponRelease(hold_id="h", sale_id="s"), reply=Released, read_s=15)
    assert not server.script.asked.is_set()


@pytest.mark.parametrize(
    ("told", "ms"),
    [("7", 7_000), ("0", 0), ("99999", 600_000), ("Wed, 21 Oct 2026 07:28:00 GMT", 0), ("-1", 0), (None, 0)],
)
def test_a_busy_server_says_how_long_to_leave_it_alone(server: Server, told: str | None, ms: int) -> None:
    server.script.status = HTTPStatus.SERVICE_UNAVAILABLE
    server.script.extra = {} if told is None else {"Retry-After": told}
    with pytest.raises(Unreachable) as caught:
        ask(server)
    assert (caught.value.code, caught.value.told_ms) == ("sync.busy", ms)


def test_in_a_drill_nobody_is_asked_and_no_answer_is_heard(server: Server) -> None:
    answers = iter([True, True, True, False, False])
    http = CentralHttp(url_of(server), None, allowed=lambda: next(answers))

    def release() -> Released:
        return http.post("/v1/x", CouponRelease(hold_id="h", sale_id="s"), reply=Released)

    assert release().released, "before the drill"
    for asked in (2, 2):  # It began while the second answer was on its way; the third question is not sent.
        with pytest.raises(Unreachable, match=r"sync\.drill"):
            release()
        assert len(server.script.headers) == asked
