"""Many tills sell through a network that fails, to a server that is killed: what came of every fact.

The verdict asks the database with plain SQL, and knows what to expect from what the tills sold, not from
what the program reckons.
"""

import contextlib
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from central_api.catalog import service as catalog
from central_api.enrolment import service as enrolment
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from pos_app.services.ports import JournalOutbox
from pos_app.sync.driver import Sender
from tests.faults.canary import ROOT, Removal, patched_tree
from tests.faults.counter import PRODUCTS, UNIT_MINOR, FaultedTill
from tests.faults.proxy import FAULTS, FaultProxy
from tests.faults.server import CentralProcess, Cluster, central_process, cluster, migrated
from tests.integration.central_api.conftest import product, set_up_shop

ON_HAND_MILLI = 10_000_000_000
STORES = ("S01", "S02")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does.

    Attributes:
        facts: How many there are to be, over all tills.
        tills: How many sell at a time, in two stores.
        workers: Of the server.
        kills: How often a worker is killed while they sell.
        crashes: How often the database is.
        seed: Of everything that is left to chance.
        faults: Of the network; see :mod:`tests.faults.proxy`.
        patience_s: How long the run waits before it calls something stuck.
        removal: A protection of the server that is taken out.
        sender: A protection of the till that is taken out.
    """

    facts: int
    tills: int = 6
    workers: int = 2
    kills: int = 0
    crashes: int = 0
    seed: int = 1
    faults: tuple[str, ...] = FAULTS
    patience_s: float = 240
    removal: Removal | None = None
    sender: Callable[[Sender, JournalOutbox], Sender] | None = None


@dataclass
class Verdict:
    """What a run came to; without ``problems`` every fact is there exactly once."""

    facts: int
    took_s: float
    faults: Counter[str]
    kills: int
    crashes: int
    problems: list[str] = field(default_factory=list)


def run(plan: Plan, folder: Path) -> Verdict:
    """Let tills sell under fire and return what came of it."""
    tree = ROOT if plan.removal is None else patched_tree(folder / "tree", plan.removal)
    with cluster(folder) as postgres, _shop(postgres.url) as database:
        log = folder / "requests.jsonl"
        with central_process(postgres.url, workers=plan.workers, log=log, tree=tree) as server:
            proxy = FaultProxy(("127.0.0.1", server.port), seed=plan.seed, faults=plan.faults)
            with contextlib.closing(proxy), _tills(plan, folder, database=database, url=proxy.url) as tills:
                return _Run(plan, postgres, server, proxy=proxy, database=database, tills=tills)()


class _Run:
    """One run, from the first sale to the verdict."""

    def __init__(
        self,
        plan: Plan,
        postgres: Cluster,
        server: CentralProcess,
        *,
        proxy: FaultProxy,
        database: Database,
        tills: Sequence[FaultedTill],
    ) -> None:
        self._plan = plan
        self._postgres = postgres
        self._server = server
        self._proxy = proxy
        self._database = database
        self._tills = tills
        self._pause = threading.Event()

    def __call__(self) -> Verdict:
        begun_s = time.monotonic()
        self._proxy.arm()
        each = self._plan.facts // len(self._tills)
        for till in self._tills:
            till.start(each, times_faster=20, sender=self._sender_of(till))
        self._harm(begun_s)
        # The network heals, as it does in the end; copies that are still under way arrive after everything.
        sent = self._wait(lambda: all(till.is_sent for till in self._tills), begun_s)
        self._proxy.arm(armed=False)
        self._proxy.settle()
        verdict = Verdict(
            facts=sum(len(till.hashes) for till in self._tills),
            took_s=time.monotonic() - begun_s,
            faults=self._proxy.done,
            kills=len(self._server.killed),
            crashes=self._postgres.crashes,
        )
        if not self._server.is_alive:
            verdict.problems.append("the server is down")
        verdict.problems += self._stuck()
        verdict.problems += _differences(self._database, self._tills)
        if sent:
            verdict.problems += self._stale(begun_s)
        return verdict

    def _sender_of(self, till: FaultedTill) -> Callable[[Sender], Sender] | None:
        make = self._plan.sender
        return None if make is None else lambda shipped: make(shipped, till.data.outbox)

    def _harm(self, begun_s: float) -> None:
        """Kill workers and the database at moments that are spread over the selling."""
        harms: list[Callable[[], object]] = [self._server.kill_a_worker] * self._plan.kills
        every = max(1, self._plan.kills // (self._plan.crashes + 1))
        for number in range(self._plan.crashes):
            harms.insert((number + 1) * every + number, self._postgres.crash)
        total = sum(self._plan.facts // len(self._tills) for _ in self._tills)
        for number, harm in enumerate(harms, start=1):
            mark = total * number // (len(harms) + 1)
            self._wait(lambda mark=mark: self._acknowledged() >= mark, begun_s)  # type: ignore[misc]  # bound now
            harm()

    def _acknowledged(self) -> int:
        return sum(till.data.outbox.acked_through() for till in self._tills)

    def _wait(self, is_so: Callable[[], bool], begun_s: float) -> bool:
        """Look until something is so; False when the run's patience ends before."""
        while not is_so():
            if time.monotonic() - begun_s > self._plan.patience_s or not self._server.is_alive:
                return False
            self._pause.wait(0.05)
        return True

    def _stuck(self) -> list[str]:
        found = []
        for till in self._tills:
            acked = till.data.outbox.acked_through()
            if acked != len(till.hashes):
                found.append(f"{till.terminal.label} is stuck at {acked} of {len(till.hashes)}")
            found += [f"{till.terminal.label}: {error!r}" for error in till.loop.errors[:3]]
        return found

    def _stale(self, begun_s: float) -> list[str]:
        """Return which tills do not learn what all of them sold, once the network is whole."""
        right = {
            store: {
                product_id: ON_HAND_MILLI - sold for product_id, sold in _sold_in(self._tills, store).items()
            }
            for store in STORES
        }

        def are_current() -> bool:
            return all(till.stock() == right[till.terminal.store.store_id] for till in self._tills)

        for till in self._tills:
            till.catch_up()
        if self._wait(are_current, begun_s):
            return []
        return [
            f"{till.terminal.label} does not know the stock"
            for till in self._tills
            if till.stock() != right[till.terminal.store.store_id]
        ]


@contextlib.contextmanager
def _shop(url: str) -> Iterator[Database]:
    database = migrated(url)
    database.run(stock_up)
    yield database
    database.close()


def stock_up(unit: Unit) -> None:
    """Write a shop with two stores that have plenty of the products that all tills sell."""
    set_up_shop(unit)
    docs = [
        product(product_id, price_minor=UNIT_MINOR, barcode=f"69012345{number:05d}")
        for number, product_id in enumerate(PRODUCTS)
    ]
    catalog.put_products(unit, "*", docs=docs)
    for store in STORES:
        received = [
            Movement(
                store,
                product_id,
                ON_HAND_MILLI,
                0,
                stock.RECEIPT,
                f"r-{store}-{product_id}",
                "1",
                unit.now_ms,
            )
            for product_id in PRODUCTS
        ]
        stock.move(unit, received)
    stock.settle(unit)


@contextlib.contextmanager
def _tills(plan: Plan, folder: Path, *, database: Database, url: str) -> Iterator[list[FaultedTill]]:
    tills: list[FaultedTill] = []
    for number in range(plan.tills):
        store = STORES[number % len(STORES)]
        code = database.run(lambda unit, store=store: enrolment.make_code(unit, store, terminal_id=None))  # type: ignore[misc]  # bound now
        place = folder / f"till-{number}"
        place.mkdir()
        tills.append(FaultedTill(place, url=url, code=code, seed=plan.seed * 1_000 + number))
    try:
        yield tills
    finally:
        for till in tills:
            till.stop()


def _differences(database: Database, tills: Sequence[FaultedTill]) -> list[str]:
    """Compare what the tills sold with what plain SQL finds."""
    found: list[str] = []
    # Connections of before a crash are dead.
    database.engine.dispose()
    with database.read() as unit:

        def ask(sql: str, **values: object) -> list[tuple[object, ...]]:
            return [tuple(row) for row in unit.conn.execute(text(sql), values)]

        for till in tills:
            found += _journal_differences(till, ask)
        for store in STORES:
            found += _stock_differences(store, tills, ask)
        for name, sql in _MUST_BE_EMPTY.items():
            [(count,)] = ask(sql)
            if count:
                found.append(f"{name}: {count}")
    return found


_MUST_BE_EMPTY = {
    "parked": "SELECT COUNT(*) FROM journal_entry WHERE state <> 'applied'",
    "doubtful": "SELECT COUNT(*) FROM entry_exception",
    "kept aside": "SELECT COUNT(*) FROM journal_aside",
    "quarantined": "SELECT COUNT(*) FROM terminal WHERE status <> 'active'",
}

Ask = Callable[..., list[tuple[object, ...]]]


def _journal_differences(till: FaultedTill, ask: Ask) -> list[str]:
    name = till.terminal.label
    rows = ask(
        "SELECT seq, hash FROM journal_entry WHERE terminal_id = :till ORDER BY seq",
        till=till.terminal.terminal,
    )
    expected: list[tuple[object, ...]] = list(enumerate(till.hashes, start=1))
    found = []
    if rows != expected:
        lost = len(set(expected) - set(rows))
        found.append(f"{name}: {lost} facts lost, {len(rows) - len(set(rows))} doubled, {len(rows)} stored")
    sales = Counter(
        str(row[0])
        for row in ask("SELECT sale_id FROM sale WHERE terminal_id = :till", till=till.terminal.terminal)
    )
    if sales != Counter(till.sale_ids):
        lost = len(Counter(till.sale_ids) - sales)
        found.append(
            f"{name}: {lost} sales not counted, {len(sales - Counter(till.sale_ids))} counted too often"
        )
    return found


def _stock_differences(store: str, tills: Sequence[FaultedTill], ask: Ask) -> list[str]:
    sold = _sold_in(tills, store)
    levels = {
        str(row[0]): row[1]
        for row in ask(
            "SELECT product_id, on_hand_milli FROM stock_level WHERE store_id = :store", store=store
        )
    }
    moved = {
        str(row[0]): row[1]
        for row in ask(
            "SELECT product_id, CAST(SUM(on_hand_milli) AS BIGINT) FROM stock_movement"
            " WHERE store_id = :store GROUP BY product_id",
            store=store,
        )
    }
    right = {product_id: ON_HAND_MILLI - sold[product_id] for product_id in PRODUCTS}
    return [
        f"{store}: the {name} of stock are wrong"
        for name, held in (("levels", levels), ("movements", moved))
        if held != right
    ]


def _sold_in(tills: Sequence[FaultedTill], store: str) -> dict[str, int]:
    sold: Counter[str] = Counter(dict.fromkeys(PRODUCTS, 0))
    for till in tills:
        if till.terminal.store.store_id == store:
            sold.update(till.sold_milli)
    return dict(sold)
