"""A shop on a real database of each kind, and the real server in front of it."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
import uvicorn
from requests import PreparedRequest

from central_api.app import build_app, build_kit
from central_api.catalog import service as catalog
from central_api.enrolment import service as enrolment
from central_api.keys import service as keys
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock, SystemClock
from central_api.kit.database import Database, open_database
from central_api.kit.settings import Settings
from central_api.kit.unit import Unit
from central_api.kit.wakeups import Wakeups
from central_api.migrations import runner
from central_api.staff import service as staff
from pos_app.sync.signing import RequestSigner
from retail_core.wire.base import Names
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.feed import CategoryDoc, FeedPage, ProductDoc, StaffDoc
from tests.integration.central_api.till import FakeTill
from tests.postgres import Contents

NOW_MS = 1_764_000_500_000
TENANT = 7


def store_card(store_id: str = "S01", number: int = 1) -> StoreCard:
    """Return a store in Shanghai."""
    return StoreCard(
        store_id=store_id,
        store_number=number,
        name="一号店",
        address="上海市南京西路 1 号",
        legal_id="91310000MA1",
        time_zone="Asia/Shanghai",
        currency="CNY",
        day_cutoff_minutes=240,
        languages=("zh-Hans", "en"),
        receipt_language="zh-Hans",
        receipt_base_url="https://r.example",
        cash_step_minor=10,
        prices_include_tax=True,
    )


def product(
    product_id: str = "p-milk", *, price_minor: int = 650, barcode: str = "6901234567892"
) -> ProductDoc:
    """Return a product sold by the piece."""
    return ProductDoc(
        product_id=product_id,
        sku=f"SKU-{product_id}",
        names=Names(zh_hans="纯牛奶 250ml", zh_hant="純牛奶 250ml", en="Milk 250 ml"),
        brand="Loop",
        category_id="dairy",
        sold_by="piece",
        price_minor=price_minor,
        tier_prices={"gold": 600},
        tax_rate_bp=1_300,
        barcodes=(barcode,),
        min_age=0,
        regulated=False,
        favourite=1,
        tile="奶|dairy",
        terms="纯 牛 奶 纯牛 牛奶 250ml milk 250 ml",
        pinyin="chun niu nai",
        initials="cnn",
    )


def cashier(staff_id: str = "st-lin", *, active: bool = True, **rights: int | None) -> StaffDoc:
    """Return a cashier; rights are those named, with ``_`` for a dot, or those of the trade."""
    named = {verb.replace("_", ".", 1): limit for verb, limit in rights.items()}
    usual: dict[str, int | None] = {
        "sell": None,
        "sell.open_price": 20_000,
        "order.pick": None,
        "order.hand_over": None,
    }
    return StaffDoc(
        staff_id=staff_id,
        name="林晓",
        role="cashier",
        rights=named or usual,
        pin_salt="00" * 16,
        pin_ops=1,
        pin_mem=8_192,
        pin_digest="00" * 32,
        badge_mac="",
        active=active,
    )


def set_up_shop(unit: Unit) -> None:
    """Write a chain with two stores, one cashier, one category and one product."""
    staff.restore(unit, "*", doc=cashier())
    enrolment.put_tenant(unit, TENANT, name="Loop")
    keys.make_keys(unit)
    enrolment.put_store(unit, TENANT, card=store_card())
    enrolment.put_store(unit, TENANT, card=store_card("S02", 2))
    names = Names(zh_hans="乳品", zh_hant="乳品", en="Dairy")
    catalog.put_categories(unit, "*", docs=[CategoryDoc(category_id="dairy", names=names, position=1)])
    catalog.put_products(unit, "*", docs=[product()])


@pytest.fixture
def clock() -> FixedClock:
    """The server's time, which stands still."""
    return FixedClock(NOW_MS)


def _write_tables(url: str) -> None:
    with closing(open_database(url, clock=FixedClock(NOW_MS))) as opened:
        runner.upgrade(opened.engine)


def _write_shop(url: str) -> None:
    _write_tables(url)
    with closing(open_database(url, clock=FixedClock(NOW_MS))) as opened:
        opened.run(set_up_shop)


_TABLES = Contents("tables", _write_tables)
_SHOP = Contents("shop", _write_shop)


@pytest.fixture
def begins_with(request: pytest.FixtureRequest) -> Contents | None:
    """A shop for tests that take ``database``, its tables for those with a server, nothing for the others."""
    wanted = set(request.fixturenames)
    return _SHOP if "database" in wanted else _TABLES if "server" in wanted else None


@pytest.fixture
def database(database_url: str, clock: FixedClock) -> Iterator[Database]:
    """A migrated database with a shop in it, once of each kind."""
    opened = open_database(database_url, clock=clock)
    yield opened
    opened.close()


def enrol(
    database: Database, till: FakeTill, *, store_id: str = "S01", terminal: str | None = None
) -> Caller:
    """Let a till join a store; return who it is from now on."""
    code_text = database.run(lambda unit: enrolment.make_code(unit, store_id, terminal_id=terminal))
    code = database.run(lambda unit: enrolment.check_code(unit, code_text))
    assert code is not None
    reply = database.run(lambda unit: enrolment.join(unit, code, request=till.enrol_request(code_text)))
    till.joined(reply)
    caller = enrolment.TerminalCallers(database).find(reply.key_id)
    assert caller is not None
    return caller


@pytest.fixture
def till() -> FakeTill:
    """A till that has not joined yet."""
    return FakeTill()


@pytest.fixture
def caller(database: Database, till: FakeTill) -> Caller:
    """``till``, after it joined store S01."""
    return enrol(database, till)


@dataclass
class RunningServer:
    """The real server on a loopback port."""

    url: str
    database: Database
    log_path: Path
    wakeups: Wakeups | None = None
    """Who is held, where the server runs in the test's own process."""

    def log(self) -> list[dict[str, object]]:
        """Return the request log's lines."""
        return [json.loads(text) for text in self.log_path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[RunningServer]:
    """The real application behind a real server, with the time of day."""
    settings = Settings(database_url, log_path=tmp_path / "requests.jsonl")
    kit = build_kit(settings, clock=SystemClock())
    if not runner.is_current(kit.database.engine):
        # A test that names a database of its own begins with an empty one.
        runner.upgrade(kit.database.engine)
    kit.database.run(set_up_shop)
    ready = threading.Event()
    config = uvicorn.Config(build_app(kit), port=0, log_level="warning", access_log=False, lifespan="on")
    uvicorn_server = TellingServer(config, ready)
    thread = threading.Thread(target=uvicorn_server.run)
    thread.start()
    assert ready.wait(20)
    port = uvicorn_server.servers[0].sockets[0].getsockname()[1]
    yield RunningServer(
        f"http://127.0.0.1:{port}", kit.database, tmp_path / "requests.jsonl", wakeups=kit.wakeups
    )
    kit.wakeups.close()
    uvicorn_server.should_exit = True
    thread.join(20)
    assert not thread.is_alive()


class TellingServer(uvicorn.Server):
    """Sets an event when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._ready.set()


def wait_until(true: Callable[[], bool]) -> None:
    """Look until something has come true; ten seconds at most."""
    deadline = time.monotonic() + 10
    gate = threading.Event()
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        gate.wait(0.01)


class TillClock(SystemClock):
    """The till's clock; it counts on while the wall clock may jump."""

    def mono_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000


class Client:
    """A till's side of the wire."""

    def __init__(self, server: RunningServer, caller: Caller, seed: bytes) -> None:
        self.url = server.url
        self.signer = RequestSigner(key_id=caller.key_id, seed=seed, clock=TillClock())
        self.session = requests.Session()
        self.session.trust_env = False

    def prepared(self, method: str, path: str, *, data: bytes = b"") -> PreparedRequest:
        """Return a signed request."""
        request = self.session.prepare_request(requests.Request(method, self.url + path, data=data or None))
        self.signer.sign(request)
        return request

    def send(self, request: PreparedRequest) -> requests.Response:
        """Send a request that may have been tampered with."""
        return self.session.send(request, timeout=20)

    def get(self, path: str) -> requests.Response:
        """Ask for a path."""
        return self.send(self.prepared("GET", path))

    def post(self, path: str, data: bytes) -> requests.Response:
        """Send a message to a path."""
        return self.send(self.prepared("POST", path, data=data))


def end_of(client: Client, name: str) -> str:
    """Return the cursor behind everything that a feed of the client's till holds."""
    return FeedPage.model_validate_json(client.get(f"/v1/feed/{name}?cursor=&limit=2000").content).next


def wake_path(client: Client, hold_s: int = 20) -> str:
    """Return what a till asks that has everything and waits for news."""
    return f"/v1/wake?catalog={end_of(client, 'catalog')}&store={end_of(client, 'store')}&hold_s={hold_s}"


@pytest.fixture
def connect(server: RunningServer) -> Iterator[Callable[[FakeTill], Client]]:
    """Let a till join the running server's store and give its side of the wire."""
    opened: list[Client] = []

    def join(till: FakeTill) -> Client:
        opened.append(Client(server, enrol(server.database, till), till.seed))
        return opened[-1]

    yield join
    for client in opened:
        client.session.close()


@pytest.fixture
def client(connect: Callable[[FakeTill], Client], till: FakeTill) -> Client:
    """The wire of ``till``."""
    return connect(till)
