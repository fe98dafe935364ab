"""A small shop in this process for one member's account: a till's files, and head office with its database.

It is set up once and copied for each run, so that hundreds of runs are cheap; the parts are the simulation's.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.kit.clock import FixedClock
from central_api.kit.unit import Unit
from central_api.shop import service as orders_of_shop
from pos_app.services.records import Actor
from retail_core.wire.base import Names
from retail_core.wire.enrolment import PointsRate, RewardDoc, StoredValue, ValueOffer
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder
from tests.faults.moments import CountedNetwork, Moments, counted
from tests.simulation.app import ShopApp
from tests.simulation.books import Books
from tests.simulation.chain import CUSTOMERS, PIN, START_MS, put_chain, write_database
from tests.simulation.chance import Chance
from tests.simulation.clocks import MachineClock
from tests.simulation.machine import Machine, Process, Surround
from tests.simulation.network import CALM, Way, through
from tests.simulation.schedule import SECOND_MS, Schedule
from tests.simulation.server import SimServer
from tests.simulation.trace import Trace
from tests.simulation.world import simulated

STORE = "S01"
SEED = 5
MEMBER = next(who for who in CUSTOMERS if who.home_store == STORE)
MANAGER = f"{STORE}-wang"
REWARD = RewardDoc(reward_id="coffee", names=Names(zh_hans="咖啡", zh_hant="咖啡", en="coffee"), points=40)
TOP_UP = ValueOffer(pay_minor=10_000, bonus_minor=1_000)
ORDERED = ("tea", 3)
"""What was ordered in the app, and how many."""

_IN_STEP_MS = 600_000


@dataclass(frozen=True, slots=True)
class SetUp:
    """A shop that was set up: its files, and what stands in nobody's files."""

    folder: Path
    now_ms: int
    token: str
    terminal: tuple[str, int]
    """Terminal and incarnation."""
    placed: OrderPlaced


class AccountShop:
    """One life of the shop, from copied files; :meth:`wait` lets time pass, and nothing else does."""

    def __init__(self, folder: Path, moments: Moments, *, now_ms: int) -> None:
        chance = Chance(SEED)
        trace = Trace()
        self.moments = moments
        self.schedule = Schedule(now_ms)
        self.server = SimServer(
            folder, schedule=self.schedule, clock=MachineClock(self.schedule), trace=trace
        )
        self.server.on_killed = self._start_server_soon
        self.network = CountedNetwork(self.schedule, self.server, chance.stream("network"), trace)
        self.network.moments = moments
        around = Surround(folder, self.schedule, self.network, trace, chance)
        self.machine = Machine("till", STORE, around, way=Way("till", CALM))
        self._trace = trace

    def app(self, token: str) -> ShopApp:
        """Return the shop's app."""
        return ShopApp(
            self.server,
            token,
            books=Books(),
            schedule=self.schedule,
            chance=Chance(SEED, "app"),
            trace=self._trace,
        )

    def wait(self, span_s: int) -> None:
        """Let time pass: whatever runs in the background goes on."""
        self.schedule.run_until(self.schedule.now_ms + span_s * SECOND_MS)

    def till(self) -> Process:
        """Return the till's program; started, if it is not running."""
        return self.machine.process or self.machine.start()

    def kill_till(self) -> None:
        """End the till's program, if something has not yet."""
        if self.machine.process is not None:
            self.machine.process.die()

    def signed_in(self) -> Actor:
        """Return who works at the till, with an open shift."""
        cases = self.till().cases
        actor = cases.sign_in.with_pin(MANAGER, PIN)
        if cases.shifts.open.current() is None:
            cases.shifts.open(actor, float_minor=0)
        return actor

    def is_in_step(self) -> bool:
        """Wait until the till has sent everything and read everything; return whether it came to that."""
        for _ in range(_IN_STEP_MS // (10 * SECOND_MS)):
            self.wait(10)
            if self.server.is_up and self._is_told() and not self._has_news():
                return True
        return False

    def _is_told(self) -> bool:
        outbox = self.till().data.outbox
        return outbox.acked_through() == outbox.head().seq

    def _has_news(self) -> bool:
        cursor = self.till().data.feed_sink.cursor()
        with self.server.database.read() as unit:
            return feed.has_news(unit, "store", store_id=STORE, cursor=cursor)

    def rows(self, sql: str, *parameters: str) -> list[tuple[object, ...]]:
        """Return what head office's database answers."""
        with self.server.database.read() as unit:
            return [tuple(row) for row in unit.conn.exec_driver_sql(sql, parameters)]

    def close(self) -> None:
        """End everything."""
        if self.machine.process is not None:
            self.machine.process.close()
        self.server.close()

    def _start_server_soon(self) -> None:
        def start() -> None:
            if not self.server.is_up:
                self.server.start()

        self.schedule.after(4 * SECOND_MS, start)


def set_up(folder: Path) -> SetUp:
    """Write the chain, let a till join, and place an order in the app."""
    folder.mkdir()
    write_database(folder / "central.db", _put, clock=FixedClock(START_MS - 3_600_000))
    with simulated(SEED):
        shop = AccountShop(folder, Moments(), now_ms=START_MS)
        with through(shop.network):
            shop.server.start()
            token = shop.server.work(lambda unit: enrolment.make_client(unit, "app"))
            order = PlaceOrder(
                request_id="order-1",
                store_id=STORE,
                member_id=MEMBER.member_id,
                items=(OrderItem(product_id=ORDERED[0], qty_milli=1_000 * ORDERED[1]),),
            )
            placed = shop.server.work(lambda unit: orders_of_shop.place_order(unit, order))
            machine = shop.machine
            machine.new_disk()
            machine.enrol(shop.server.work(lambda unit: enrolment.make_code(unit, STORE, terminal_id=None)))
            shop.till()
            assert shop.is_in_step(), "a new till reads what there is"
            shop.close()
    return SetUp(folder, shop.schedule.now_ms, token, (machine.terminal_id, machine.incarnation), placed)


@contextmanager
def opened(made: SetUp, folder: Path, moments: Moments) -> Iterator[AccountShop]:
    """Open a copy of a shop in ``folder``; from here on ``moments`` counts."""
    shutil.copytree(made.folder, folder)
    with simulated(SEED), counted(moments):
        shop = AccountShop(folder, moments, now_ms=made.now_ms)
        machine = shop.machine
        machine.terminal_id, machine.incarnation = made.terminal
        machine.folder = folder / f"{machine.name}-1"
        with through(shop.network):
            shop.server.start()
            moments.counting = True
            try:
                yield shop
            finally:
                moments.counting = False
                shop.close()
    shutil.rmtree(folder)


def _put(unit: Unit) -> None:
    put_chain(unit)
    terms: Mapping[str, object] = {
        "points": PointsRate(points=1, minor=1, rewards=(REWARD,)),
        "stored_value": StoredValue(spend="in_proportion", offers=(TOP_UP,)),
    }
    enrolment.change_store(unit, STORE, values=terms)
