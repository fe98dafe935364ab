"""Messages go to a real HTTP server; whatever is no clear yes leaves them in the outbox."""

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from central_api.messages.delivery import HttpMessages, port_of
from central_api.messages.schemas import DeliveryError, Message


class _Gateway(HTTPServer):
    """Answers with ``status``, and keeps what it was told."""

    status = 202
    told: list[tuple[dict[str, str], object]]

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.told = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/messages"


class _Handler(BaseHTTPRequestHandler):
    server: _Gateway

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((dict(self.headers), json.loads(body)))
        self.send_response(self.server.status)
        self.send_header("Location", self.server.url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def gateway() -> Iterator[_Gateway]:
    with _Gateway() as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


MESSAGE = Message("m1", "M1", "proof", "13800008888", "验证码 304958", expires_ms=300_000)


def test_the_gateway_gets_the_message_once_named_and_with_its_token(gateway: _Gateway) -> None:
    HttpMessages(gateway.url, "secret").deliver(MESSAGE)
    [(headers, body)] = gateway.told
    assert body == {"id": "m1", "to": "13800008888", "text": "验证码 304958"}
    assert (headers["Idempotency-Key"], headers["Authorization"]) == ("m1", "Bearer secret")


@pytest.mark.parametrize("status", [302, 400, 503])
def test_no_clear_yes_is_no_delivery_and_nobody_else_is_told(gateway: _Gateway, status: int) -> None:
    gateway.status = status
    with pytest.raises(DeliveryError, match=r"message\.gateway_refused"):
        HttpMessages(gateway.url).deliver(MESSAGE)
    assert len(gateway.told) == 1


def test_a_gateway_that_is_away_is_said_so() -> None:
    # Somebody has the port, and nobody listens there.
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        away = HttpMessages(f"http://127.0.0.1:{held.getsockname()[1]}/messages")
        with pytest.raises(DeliveryError, match=r"message\.gateway_away"):
            away.deliver(MESSAGE)


def test_a_setting_names_who_delivers() -> None:
    assert port_of("") is None
    assert isinstance(port_of("https://messages.example/v1"), HttpMessages)
