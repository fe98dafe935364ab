"""A server whose database is away lives, says so, says when to come back, and works once it is there."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import uvicorn

from central_api.app import build_app, build_kit
from central_api.kit.clock import SystemClock
from central_api.kit.database import open_database
from central_api.kit.settings import Settings
from central_api.migrations import runner
from tests.integration.central_api.conftest import TellingServer, set_up_shop


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that is not there yet, so that no database can be either."""
    return tmp_path / "late"


@pytest.fixture
def url(place: Path) -> Iterator[str]:
    """A server that was started while its database was away."""
    kit = build_kit(Settings(f"sqlite:///{place / 'c.db'}"), clock=SystemClock())
    ready = threading.Event()
    config = uvicorn.Config(build_app(kit), port=0, log_level="critical", access_log=False, lifespan="on")
    server = TellingServer(config, ready)
    thread = threading.Thread(target=server.run)
    thread.start()
    assert ready.wait(20)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    assert not thread.is_alive()


@pytest.mark.parametrize(("method", "path"), [("GET", "/ready"), ("POST", "/v1/shop/price")])
def test_it_answers_that_it_cannot_work_and_when_to_come_back(url: str, method: str, path: str) -> None:
    client = {"Authorization": "Bearer 0123456789abcdef0123456789abcdef"}
    answer = requests.request(method, url + path, headers=client, timeout=20)
    assert answer.status_code == 503
    assert answer.json() == {"code": "server.not_ready", "detail": ""}
    assert answer.headers["Retry-After"] == "2"
    assert requests.get(url + "/health", timeout=20).status_code == 200


def test_it_works_once_the_database_is_there(url: str, place: Path) -> None:
    assert requests.get(url + "/ready", timeout=20).status_code == 503
    place.mkdir()
    database = open_database(f"sqlite:///{place / 'c.db'}", clock=SystemClock())
    runner.upgrade(database.engine)
    database.run(set_up_shop)
    database.close()
    assert requests.get(url + "/ready", timeout=20).status_code == 200
