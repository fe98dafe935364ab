"""The room on the disk: selling stops before a sale could go unrecorded, and goes on when there is room."""

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.events import CapabilityChanged, EventBus
from pos_app.services.safety import Safety
from pos_app.services.store_status import StoreStatus
from pos_app.services.watch_disk import LOW_BYTES, RESERVE_BYTES, WatchDisk
from tests.fakes import FakeClock
from tests.till_shop import Till

MIB = 1024 * 1024


class Disk:
    """A disk with so much room; the reserve takes its share of it."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.held = 0
        self.refuses = False

    def free_bytes(self) -> int:
        return self.room - self.held

    def is_held(self) -> bool:
        return self.held > 0

    def hold(self, size: int) -> bool:
        if self.refuses or size > self.free_bytes():
            return False
        self.held = size
        return True

    def give_up(self) -> None:
        self.held = 0


class Watched:
    """A disk that is watched, and what is known of it."""

    def __init__(self, room: int) -> None:
        self.disk = Disk(room)
        self.events = EventBus()
        self.safety = Safety(self.events)
        self.watch = WatchDisk(self.disk, safety=self.safety, clock=FakeClock())
        self.watch()

    def codes(self) -> list[tuple[str, str]]:
        return [(each.code, each.weight) for each in self.safety.concerns.values()]


def test_a_reserve_is_laid_down_at_once() -> None:
    watched = Watched(LOW_BYTES * 2)
    assert (watched.disk.held, watched.codes()) == (16 * MIB, [])


def test_little_room_is_said_but_stops_nothing() -> None:
    watched = Watched(200 * MIB)
    assert watched.codes() == [("disk.low", "warn")]
    watched.watch.before_money()


def test_selling_stops_while_there_is_still_room_for_what_is_begun() -> None:
    watched = Watched(200 * MIB)
    watched.disk.room = RESERVE_BYTES + 15 * MIB
    with pytest.raises(RuleError) as stopped:
        watched.watch.before_money()
    assert (stopped.value.code, watched.disk.held) == ("disk.full", RESERVE_BYTES)


def test_the_reserve_is_given_up_for_a_write_that_found_no_room() -> None:
    watched = Watched(200 * MIB)
    watched.disk.room = RESERVE_BYTES
    watched.watch.on_write_failed("storage.full")
    assert watched.disk.free_bytes() == RESERVE_BYTES


def test_selling_goes_on_when_there_is_room_for_a_new_reserve() -> None:
    watched = Watched(200 * MIB)
    watched.disk.room = RESERVE_BYTES
    watched.watch.on_write_failed("storage.full")
    for room_mib, wanted in ((20, "disk.full"), (33, "disk.full"), (47, "disk.full"), (48, "disk.low")):
        watched.disk.room = room_mib * MIB
        watched.watch()
        assert [code for code, _ in watched.codes()] == [wanted], room_mib
    watched.watch.before_money()
    assert watched.disk.held == RESERVE_BYTES


def test_a_disk_without_room_for_the_reserve_sells_nothing_from_the_start() -> None:
    assert Watched(10 * MIB).codes() == [("disk.full", "stop")]


def test_a_write_that_found_no_room_stops_selling_whatever_the_disk_says() -> None:
    watched = Watched(LOW_BYTES * 2)
    watched.watch.on_write_failed("storage.busy")
    assert watched.codes() == []
    watched.watch.on_write_failed("storage.full")
    assert watched.codes() == [("disk.full", "stop")]
    watched.watch()
    assert watched.codes() == [], "a new reserve was written, so there is room"


def test_each_change_is_told_once() -> None:
    watched = Watched(200 * MIB)
    heard: list[CapabilityChanged] = []
    watched.events.subscribe(CapabilityChanged, heard.append)
    watched.disk.room = 1 * MIB
    for _ in range(3):
        watched.watch()
    assert len(heard) == 1


def test_cash_is_refused_on_a_full_disk_and_the_basket_stays(till: Till) -> None:
    till.open_shift()
    watched = Watched(10 * MIB)
    till.complete_sale.ask_before_money(watched.watch.before_money)
    current = till.basket()
    current.add_product(till.product("latte"))
    with pytest.raises(RuleError) as refused:
        till.pay(current.basket, TenderInput("cash", 2_800))
    assert refused.value.code == "disk.full"
    with till.store.read() as work:
        assert work.baskets.load() == current.basket
        assert not work.sales.is_completed(current.basket.basket_id)


def test_money_that_moved_outside_is_recorded_on_a_full_disk(till: Till) -> None:
    till.open_shift()
    till.complete_sale.ask_before_money(Watched(10 * MIB).watch.before_money)
    assert till.sell(["latte"], TenderInput("external", 2_800)).receipt_number == "S01-T02-000001"


def test_the_status_says_that_selling_is_blocked_and_why(till: Till) -> None:
    watched = Watched(10 * MIB)
    status = StoreStatus(
        store=till.store,
        catalog=till.data.catalog,
        clock=till.clock,
        events=till.events,
        safety=watched.safety,
    )
    report = status()
    [sell] = [each for each in report.capabilities if each.code == "sell"]
    assert (sell.level, sell.reason, report.sells) == ("blocked", "disk.full", False)
