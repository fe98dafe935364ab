"""What the sync driver does first, next and after a failure; lanes run when the test says so."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pos_app.services.errors import PosError, Rejected, StorageError, Unreachable
from pos_app.services.events import CatalogChanged, EventBus, FactWritten, OrderArrived, SyncStateChanged
from pos_app.services.ports import AppliedPage, CatalogFile
from pos_app.services.records import SyncState, Terminal
from pos_app.sync.driver import Lanes, SyncDriver, SyncParts
from pos_app.sync.puller import Feed
from pos_app.sync.sender import Sent
from retail_core.journal import Entry, Head
from retail_core.wire.digests import BucketRows
from retail_core.wire.feed import Change, FeedPage, Wake
from tests.fakes import NOON_MS, FakeClock
from tests.ui.fakes import FakeTimers

ResultT = TypeVar("ResultT")


class StepLane:
    """Keeps work until ``step``; work and answer then happen together."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        def do() -> None:
            try:
                value = work()
            except PosError as error:
                on_error(error)
            else:
                on_value(value)

        self.waiting.append(do)

    def step(self) -> bool:
        """Do the oldest work; False when there is none."""
        if not self.waiting:
            return False
        self.waiting.pop(0)()
        return True


class FakeCatalogFile:
    def __init__(self, world: "World", version: str) -> None:
        self._world = world
        self.version = version

    def cursor(self) -> str:
        return self._world.catalog_cursor

    def apply_page(self, page: FeedPage) -> None:
        self._world.log.append(f"apply catalog {page.next}")
        self._world.catalog_cursor = page.next

    def digest(self) -> tuple[str, tuple[str, ...]]:
        return self._world.catalog_cursor, ()

    def repair(self, rows: BucketRows) -> int:
        return len(rows.changes)


class World:
    """The server, the till's files and everything that is noted, in one."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.answers: list[Sent | PosError | None] = []
        self.pages: dict[str, list[FeedPage | PosError]] = {"catalog": [], "store": []}
        self.has_catalog = True
        self.catalog_cursor = "c0"
        self.store_cursor = "s0"
        self.news = Wake(catalog=False, store=False, server_ms=NOON_MS)
        self.wake_error: PosError | None = None
        self.notes_error: PosError | None = None
        self.closed = False
        self.new_orders: tuple[tuple[str, str], ...] = ()

    def send_batch(self) -> Sent | None:
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, PosError):
            raise answer
        self.log.append("send")
        return answer

    def page(self, feed: Feed, cursor: str) -> FeedPage:
        self.log.append(f"page {feed} {cursor}")
        answer = self.pages[feed].pop(0) if self.pages[feed] else empty_page(feed, cursor)
        if isinstance(answer, PosError):
            raise answer
        return answer

    def wait(self, *, catalog: str, store: str) -> Wake:
        self.log.append(f"wait {catalog} {store}")
        if self.wake_error is not None:
            raise self.wake_error
        return self.news

    def close(self) -> None:
        self.closed = True

    def fetch(self) -> CatalogFile:
        self.log.append("fetch catalog")
        return FakeCatalogFile(self, "v2")

    # the outbox

    def head(self) -> Head:
        return Head("S01-T02", 1, 0, "0" * 64)

    def acked_through(self) -> int:
        return 7

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        del seq, limit
        return ()

    def acknowledge(self, through: int) -> None:
        self.log.append(f"acknowledge {through}")

    def lower(self, expected: int) -> None:
        self.log.append(f"lower {expected}")

    # the store feed's sink

    def cursor(self) -> str:
        return self.store_cursor

    def apply_store_page(self, page: FeedPage, *, now_ms: int) -> AppliedPage:
        del now_ms
        self.log.append(f"apply store {page.next}")
        self.store_cursor = page.next
        return AppliedPage(frozenset(change.kind for change in page.changes), self.new_orders, ())


class FakeFiles:
    """The catalog files, and what the link notes."""

    def __init__(self, world: World) -> None:
        self._world = world

    def temporary_path(self, version: str) -> Path:
        return Path(version)

    def download_path(self, version: str) -> Path:
        return Path(version)

    def stage(self, version: str, unpacked: Path, *, expected_products: int) -> CatalogFile:
        del unpacked, expected_products
        return FakeCatalogFile(self._world, version)

    def activate(self, version: str) -> None:
        self._world.log.append(f"activate {version}")
        self._world.has_catalog = True

    def current(self) -> CatalogFile | None:
        return FakeCatalogFile(self._world, "v1") if self._world.has_catalog else None

    def remove_old(self) -> None:
        self._world.log.append("remove old")


class FakeNotes:
    """Takes every note and keeps none."""

    def __init__(self, world: World) -> None:
        self._world = world

    def state(self) -> SyncState:
        return SyncState()

    def note_contact(self, *, now_ms: int, server_ms: int) -> None:
        del now_ms, server_ms

    def note_store_current(self, *, now_ms: int) -> None:
        del now_ms
        if self._world.notes_error is not None:
            raise self._world.notes_error

    def note_catalog_page(self, *, now_ms: int) -> None:
        del now_ms

    def terminal(self) -> Terminal | None:
        return None

    def device_seed(self) -> bytes:
        return b""


def empty_page(feed: Feed, cursor: str) -> FeedPage:
    return page_of(feed, cursor)


def page_of(feed: Feed, next_: str, *changes: Change, more: bool = False, reset: bool = False) -> FeedPage:
    return FeedPage(
        feed=feed, changes=changes, next=next_, more=more, reset=reset, applied_through=0, server_ms=NOON_MS
    )


class Bench:
    """A driver with its lanes, and what it published."""

    def __init__(self) -> None:
        self.world = World()
        self.bus = EventBus()
        self.timers = FakeTimers()
        self.storage, self.upload, self.feed, self.wake = (StepLane() for _ in range(4))
        self.states: list[SyncStateChanged] = []
        self.bus.subscribe(SyncStateChanged, self.states.append)
        world = self.world
        parts = SyncParts(
            sender=world,
            puller=world,
            waker=world,
            loader=world,
            outbox=world,
            sink=world,
            files=FakeFiles(world),
            notes=FakeNotes(world),
        )
        lanes = Lanes(storage=self.storage, upload=self.upload, feed=self.feed, wake=self.wake)
        self.driver = SyncDriver(
            parts, lanes, bus=self.bus, timers=self.timers, clock=FakeClock(), random=lambda: 0.5
        )

    def settle(self) -> None:
        """Run everything but the held request until nothing is left to do."""
        while self.storage.step() or self.upload.step() or self.feed.step():
            pass


def test_nothing_waits_for_news_before_both_feeds_were_read() -> None:
    bench = Bench()
    bench.driver.start()
    assert bench.wake.waiting == []
    bench.settle()
    assert len(bench.wake.waiting) == 1


def test_the_store_feed_comes_before_the_catalog() -> None:
    bench = Bench()
    bench.driver.start()
    bench.settle()
    pages = [line for line in bench.world.log if line.startswith("page")]
    assert pages == ["page store s0", "page catalog c0"]


def test_a_batch_is_acknowledged_and_the_next_one_sent_until_none_is_left() -> None:
    bench = Bench()
    bench.world.answers = [Sent(3), Sent(5), None]
    bench.driver.start()
    bench.settle()
    sent = [line for line in bench.world.log if line.startswith(("send", "ack"))]
    assert sent[:5] == ["send", "acknowledge 3", "send", "acknowledge 5", "send"]


def test_a_restored_server_gets_everything_again_from_what_it_expects() -> None:
    bench = Bench()
    bench.world.answers = [Sent(2, lower_to=3), Sent(7), None]
    bench.driver.start()
    bench.settle()
    assert [line for line in bench.world.log if line.startswith(("lower", "ack"))] == [
        "lower 3",
        "acknowledge 7",
    ]


def test_a_new_fact_is_sent_without_waiting_for_a_timer() -> None:
    bench = Bench()
    bench.driver.start()
    bench.settle()
    bench.world.log.clear()
    bench.bus.publish(FactWritten(8))
    bench.settle()
    assert bench.world.log == ["send"]


def test_an_unreachable_server_is_said_once_and_asked_again_after_half_a_second() -> None:
    bench = Bench()
    bench.world.answers = [Unreachable(), Sent(9), None]
    bench.driver.start()
    while bench.upload.step():
        pass
    assert [(state.online, state.code) for state in bench.states] == [(False, "sync.unreachable")]
    bench.timers.advance(499)
    assert bench.upload.waiting == []
    bench.timers.advance(1)
    assert len(bench.upload.waiting) == 1


def test_a_refusal_waits_a_minute() -> None:
    bench = Bench()
    bench.world.answers = [Rejected("journal.fork"), None]
    bench.driver.start()
    while bench.upload.step():
        pass
    bench.timers.advance(59_999)
    assert bench.upload.waiting == []
    bench.timers.advance(1)
    assert len(bench.upload.waiting) == 1


def test_when_the_server_is_back_everything_is_tried_at_once() -> None:
    bench = Bench()
    bench.world.pages["store"] = [Unreachable()]
    bench.driver.start()
    bench.settle()
    bench.world.log.clear()
    bench.world.wake_error = Unreachable()
    while bench.wake.step():
        bench.settle()
    bench.world.wake_error = None
    bench.timers.advance(60_000)
    bench.settle()
    while bench.wake.waiting and "page store s0" not in bench.world.log:
        bench.wake.step()
        bench.settle()
    assert "page store s0" in bench.world.log
    assert bench.states[-1].online


def test_an_order_in_the_store_feed_is_announced_once_it_is_stored() -> None:
    bench = Bench()
    arrived: list[str] = []
    bench.bus.subscribe(OrderArrived, lambda event: arrived.append(event.number))
    bench.driver.start()
    bench.settle()
    change = Change(kind="order", key="1", doc={})
    bench.world.pages["store"] = [page_of("store", "s1", change)]
    bench.world.new_orders = (("1", "A 317"),)
    bench.world.news = Wake(catalog=False, store=True, server_ms=NOON_MS)
    bench.wake.step()
    assert arrived == []
    bench.settle()
    assert arrived == ["A 317"]


def test_what_is_there_when_a_till_joins_is_not_announced() -> None:
    bench = Bench()
    arrived: list[str] = []
    bench.bus.subscribe(OrderArrived, lambda event: arrived.append(event.number))
    bench.world.store_cursor = ""
    bench.world.new_orders = (("1", "A 317"),)
    bench.world.pages["store"] = [page_of("store", "s1", Change(kind="order", key="1", doc={}))]
    bench.driver.start()
    bench.settle()
    assert "apply store s1" in bench.world.log
    assert arrived == []


def test_a_feed_with_news_is_read_before_the_next_request_is_held() -> None:
    bench = Bench()
    bench.driver.start()
    bench.settle()
    bench.world.pages["store"] = [page_of("store", "s1", more=True), page_of("store", "s2")]
    bench.world.news = Wake(catalog=False, store=True, server_ms=NOON_MS)
    bench.wake.step()
    assert bench.wake.waiting == []
    bench.settle()
    assert bench.world.log[-1] == "apply store s2"
    bench.wake.step()
    assert bench.world.log[-1] == "wait c0 s2"


def test_a_broken_catalog_feed_does_not_keep_orders_away() -> None:
    bench = Bench()
    bench.world.pages["catalog"] = [Rejected("catalog.signature")]
    bench.driver.start()
    bench.settle()
    assert len(bench.wake.waiting) == 1
    bench.world.news = Wake(catalog=True, store=True, server_ms=NOON_MS)
    bench.world.log.clear()
    bench.wake.step()
    bench.settle()
    assert "page store s0" in bench.world.log
    bench.world.news = Wake(catalog=True, store=False, server_ms=NOON_MS)
    bench.wake.step()
    bench.settle()
    assert bench.wake.waiting == []
    bench.timers.advance(2_000)
    assert len(bench.wake.waiting) == 1


def test_a_first_catalog_becomes_current_only_after_its_feed_was_read_to_the_end() -> None:
    bench = Bench()
    changed: list[str] = []
    bench.bus.subscribe(CatalogChanged, lambda event: changed.append(event.version))
    bench.world.has_catalog = False
    bench.world.pages["catalog"] = [page_of("catalog", "c1", more=True), page_of("catalog", "c2")]
    bench.driver.start()
    bench.settle()
    steps = [line for line in bench.world.log if "catalog" in line or "activate" in line]
    assert steps == [
        "fetch catalog",
        "page catalog c0",
        "apply catalog c1",
        "page catalog c1",
        "apply catalog c2",
        "activate v2",
    ]
    assert changed == ["v2"]


def test_a_catalog_of_another_epoch_is_loaded_as_a_whole_file() -> None:
    bench = Bench()
    bench.world.pages["catalog"] = [page_of("catalog", "x", reset=True), page_of("catalog", "c9")]
    bench.driver.start()
    bench.settle()
    assert "apply catalog x" not in bench.world.log
    assert bench.world.log.index("fetch catalog") < bench.world.log.index("activate v2")


def test_after_the_end_nothing_starts_and_the_held_request_is_let_go() -> None:
    bench = Bench()
    bench.driver.start()
    bench.settle()
    bench.driver.stop()
    bench.world.log.clear()
    bench.bus.publish(FactWritten(9))
    bench.timers.advance(120_000)
    bench.settle()
    assert bench.world.closed
    assert bench.world.log == []


def test_a_clock_that_jumped_is_put_right_by_a_page_although_there_is_no_news() -> None:
    bench = Bench()
    bench.driver.start()
    bench.settle()
    bench.world.log.clear()
    bench.world.news = Wake(catalog=False, store=False, server_ms=NOON_MS + 10_001)
    bench.wake.step()
    bench.settle()
    assert "page store s0" in bench.world.log


def test_a_clock_that_is_nearly_right_asks_for_no_page() -> None:
    bench = Bench()
    bench.driver.start()
    bench.settle()
    bench.world.log.clear()
    bench.world.news = Wake(catalog=False, store=False, server_ms=NOON_MS - 10_000)
    bench.wake.step()
    bench.settle()
    assert "page store s0" not in bench.world.log


def test_after_a_reset_what_the_server_lost_is_sent_at_once() -> None:
    bench = Bench()
    bench.driver.start()
    bench.settle()
    bench.world.log.clear()
    bench.world.pages["store"] = [page_of("store", "s1", reset=True)]
    bench.world.news = Wake(catalog=False, store=True, server_ms=NOON_MS)
    bench.wake.step()
    bench.settle()
    assert bench.world.log.index("apply store s1") < bench.world.log.index("send")


def test_a_full_disk_keeps_a_note_away_and_stops_nothing() -> None:
    bench = Bench()
    bench.world.notes_error = StorageError("storage.full")
    bench.driver.start()
    bench.settle()
    assert len(bench.wake.waiting) == 1


def test_a_server_that_asks_for_rest_is_left_alone_though_the_counter_sells_on() -> None:
    bench = Bench()
    bench.world.answers = [Unreachable("sync.busy", 503, told_ms=20_000), None]
    bench.driver.start()
    bench.settle()
    for seq in (8, 9):
        bench.bus.publish(FactWritten(seq))
        bench.settle()
    bench.timers.advance(20_000)
    assert "send" not in bench.world.log
    # Half of the first own wait comes on top, so that the tills of a chain do not come back together.
    bench.timers.advance(500)
    bench.settle()
    assert bench.world.log.count("send") == 1


def test_a_person_asks_a_server_that_wants_rest_all_the_same() -> None:
    bench = Bench()
    bench.world.answers = [Unreachable("sync.busy", 503, told_ms=20_000), None]
    bench.driver.start()
    bench.settle()
    bench.driver.try_now()
    bench.settle()
    assert bench.world.log.count("send") == 1
