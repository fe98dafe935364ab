"""A till without a window: the shipped use cases, lanes, sync and printing, and a cashier who never rests.

It says on a pipe what a person at the counter would see: ``ready``, ``paying SALE``, ``paid SALE``. It says
"paid" as soon as the product tells anybody, so what was said is what may not be lost.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication
from sqlalchemy import event as sql_event

from pos_app.bootstrap.care import CareTaker
from pos_app.bootstrap.lanes import TillLanes
from pos_app.bootstrap.link import Link
from pos_app.bootstrap.print_runner import PrintRunner
from pos_app.bootstrap.safekeeping import build_safekeeping
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.bootstrap.use_cases import Surroundings, UseCases, build_use_cases
from pos_app.devices.drawer import open_drawer
from pos_app.devices.printer import open_printer
from pos_app.services.basket import SaveBasket
from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.events import Event, EventBus, SaleCompleted
from pos_app.services.process_spool import ProcessSpool
from pos_app.services.records import Actor
from pos_app.services.tendering import TenderInput
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import open_till_data
from pos_app.ui.hop import UiHop
from pos_app.ui.tasks import QtTimers
from tests.simulation.chain import PIN

CASHIER = "S01-lin"
GOODS = ("milk", "bread", "cake", "tea", "beer", "socks", "book")
TRY_AGAIN_MS = 1_000
"""How often the cashier touches "try now" when there is nothing else to do."""

_HOUR_MS = 3_600_000

LOOK_AGAIN_MS = 20
"""How often a till looks whether what it waits for has come."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What a life of the till is for.

    Attributes:
        folder: The till's data folder.
        key_file: Where its secrets lie.
        url: Of the server.
        seed: Of what is sold.
        sales: How many sales at most, then the till sends what waits and ends; 0 for sending only.
        die_at_statement: Kill this process at this statement of its writing connection, from ``ready`` on.
        tell_commit: Say ``committing`` when this commit begins, from ``ready`` on.
        hours: Of the till's clock that all sales take together; 0 for as long as they take.
    """

    folder: str
    key_file: str
    url: str
    seed: int
    sales: int = 1_000_000
    die_at_statement: int = 0
    tell_commit: int = 0
    hours: int = 0


class HastyClock(SystemClock):
    """The till's clock, which can be moved on: then hours pass in no time, on both of its clocks."""

    passed_ms = 0

    def now_ms(self) -> int:
        """Return UTC, with what was passed over."""
        return super().now_ms() + self.passed_ms

    def mono_ms(self) -> int:
        """Return a time that never runs backwards, with what was passed over."""
        return super().mono_ms() + self.passed_ms


class _TellingBus(EventBus):
    """The till's bus, which says at once, on whatever thread, that a sale is paid; once for each sale."""

    def __init__(self, deliver: Callable[[Callable[[], None]], None], say: Callable[[str], None]) -> None:
        super().__init__(deliver)
        self._say_line = say
        self._said: set[str] = set()

    def publish(self, event: Event) -> None:
        """Say it first: nobody hears of a sale earlier."""
        if isinstance(event, SaleCompleted) and event.sale_id not in self._said:
            self._said.add(event.sale_id)
            self._say_line(f"paid {event.sale_id}")
        super().publish(event)


class SellingTill:
    """One life of the till's program; everything but the lanes' work runs on the thread that made it."""

    def __init__(self, orders: Orders, say: Callable[[str], None]) -> None:
        """Open the folder and build what the program builds behind its window.

        Raises:
            PosError: As the product's own start.
        """
        self._orders = orders
        self._say = say
        self._random = Random(orders.seed)  # noqa: S311 - what is sold is no secret.
        self._app = QCoreApplication.instance() or QCoreApplication([])
        self._timers = QtTimers()
        self.events = _TellingBus(UiHop().deliver, say)
        ids = SystemIds()
        self.data = open_till_data(
            Path(orders.folder), key_store=FileKeyStore(Path(orders.key_file)), ids=ids
        )
        terminal = self.data.sync_notes.terminal()
        assert terminal is not None, "a till has joined before it sells"
        self.clock = HastyClock(self.data.sync_notes.state().clock_offset_ms)
        self.data.sync_notes.follow(self.clock)
        self.lanes = TillLanes()
        link = Link(self.data, terminal, orders.url, self.clock)
        self._save = SaveBasket(self.data.store)
        self.cases: UseCases = build_use_cases(
            Surroundings(
                data=self.data,
                terminal=terminal,
                clock=self.clock,
                ids=ids,
                events=self.events,
                api=link.counter_api(),
                work_list_api=link.work_list_api(),
                campaign_api=link.campaign_api(),
                day_api=link.day_api(),
                chain_api=link.chain_api(),
                stock_api=link.stock_api(),
                keep_basket=self._keep_basket,
            )
        )
        self.driver = link.driver(self.lanes, events=self.events, timers=self._timers)
        self._left = orders.sales
        self._actor: Actor | None = None
        self.errors: list[BaseException] = []

    def run(self) -> int:
        """Sell until the process dies or has sold enough; return 0 when all of it was sent."""
        self.driver.start()
        spool = ProcessSpool(
            store=self.data.store,
            printer=open_printer("null:"),
            drawer=open_drawer("null:"),
            events=self.events,
        )
        self._printing = PrintRunner(spool, lane=self.lanes.printer, timers=self._timers, events=self.events)
        terminal = self.data.sync_notes.terminal()
        assert terminal is not None, "a till has joined before it sells"
        self._care = CareTaker(
            self.cases,
            copies=build_safekeeping(self.data, terminal, safety=self.cases.safety, clock=self.clock),
            lanes=self.lanes,
            around=(self._timers, self.events),
            notify=lambda _kind, text: self._say(f"notice {text}"),
        )
        self._care.start(ended_well=self.data.ended_well)
        self._begin()
        code = self._app.exec()
        self.driver.stop()
        self.lanes.close()
        self.data.close()
        return code

    @property
    def waiting(self) -> int:
        """How many facts the server has not acknowledged yet."""
        return self.data.outbox.head().seq - self.data.outbox.acked_through()

    def _begin(self) -> None:
        """Sign in and open a shift as soon as the people and the goods are known."""
        known = any(tile.staff_id == CASHIER for tile in self.cases.sign_in.tiles())
        if not known or self.data.catalog.by_id(GOODS[0]) is None:
            self._timers.after(LOOK_AGAIN_MS, self._begin)
            return
        self.lanes.storage.run(self._sign_in, self._on_signed_in, self._on_error)

    def _sign_in(self) -> Actor:
        actor = self.cases.sign_in.with_pin(CASHIER, PIN)
        if self.cases.shifts.open.current() is None:
            self.cases.shifts.open(actor, float_minor=50_000)
        return actor

    def _on_signed_in(self, actor: Actor) -> None:
        self._actor = actor
        self._arm()
        self._say("ready")
        if self.cases.basket.basket.lines:
            # A kill brought it back: whether it was paid nobody knows, so the cashier takes the money.
            self._pay()
        else:
            self._serve()

    def _serve(self) -> None:
        """Ring up the next customer."""
        if self._left <= 0:
            self._send_the_rest()
            return
        self._left -= 1
        self.clock.passed_ms += self._orders.hours * _HOUR_MS // self._orders.sales
        basket = self.cases.basket
        for name in self._random.sample(GOODS, self._random.randint(1, 3)):
            product = self.data.catalog.by_id(name)
            assert product is not None, name
            basket.add_product(product, qty_milli=1_000 * self._random.randint(1, 3))
        self._pay()

    def _pay(self) -> None:
        actor, basket = self._actor, self.cases.basket.basket
        assert actor is not None, "somebody is signed in"
        priced = self.cases.prices(basket)
        due_minor = self.cases.complete_sale.due(priced).cash_minor
        tender = TenderInput("cash", due_minor + self._random.choice((0, 0, 5_000)))
        self._say(f"paying {basket.basket_id}")
        self.lanes.storage.run(
            lambda: self.cases.complete_sale(actor, basket, priced=priced, tenders=[tender]),
            lambda _: self._next(),
            self._on_refused,
        )

    def _next(self) -> None:
        self.cases.basket.start_new()
        self._timers.after(0, self._serve)

    def _on_refused(self, error: BaseException) -> None:
        """The basket of before a kill was paid: the screen says so, and the next customer comes."""
        if isinstance(error, RuleError) and error.code == "sale.already_completed":
            self._next()
        else:
            self._on_error(error)

    def _send_the_rest(self) -> None:
        self._say(f"waiting {self.waiting}")
        self._timers.every(TRY_AGAIN_MS, self.driver.try_now)
        self.driver.try_now()
        self._wait_until_sent()

    def _wait_until_sent(self) -> None:
        if self.waiting:
            self._timers.after(LOOK_AGAIN_MS, self._wait_until_sent)
        else:
            self._app.exit(0)

    def _arm(self) -> None:
        """Count statements and commits of the writing connection from now on."""
        writer = self.data._engines[0]
        orders, statements, commits = self._orders, count(1), count(1)
        if orders.die_at_statement:

            def before_statement(*_: object) -> None:
                if next(statements) == orders.die_at_statement:
                    os.kill(os.getpid(), 9)

            sql_event.listen(writer, "before_cursor_execute", before_statement)
        if orders.tell_commit:

            def before_commit(_connection: object) -> None:
                if next(commits) == orders.tell_commit:
                    self._say("committing")

            sql_event.listen(writer, "commit", before_commit)

    def _keep_basket(self, basket: Basket) -> None:
        self.lanes.storage.run(lambda: self._save(basket), lambda _: None, self._on_error)

    def _on_error(self, error: BaseException) -> None:
        self._say(f"error {error!r}")
        self._app.exit(1)
