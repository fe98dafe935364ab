"""How long the drawer stood open: by who opened it, to the second, and only where somebody knows."""

from collections.abc import Mapping

import pytest

from pos_app.bootstrap.drawer_runner import LEFT_OPEN_S, DrawerRunner
from pos_app.services.complete_sale import TenderInput
from pos_app.services.drawer_pulse import Opening
from pos_app.services.events import DrawerLeftOpen
from pos_app.services.identity import open_shift_of
from pos_app.services.printing_ports import DrawerState
from pos_app.services.process_spool import ProcessSpool
from pos_app.services.watch_drawer import SILENCE_MS, WatchDrawer
from retail_core.wire.shift_facts import DRAWER_CLOSED, MOST_OPEN_S
from tests.fakes import FakeDrawer, FakePrinter, InlineLane, ManualTimers
from tests.till_shop import LI, Till


class Counter:
    """A till with a drawer whose switch a test moves."""

    def __init__(self, till: Till) -> None:
        self.till, self.drawer, self.timers = till, FakeDrawer(), ManualTimers()
        till.open_shift()
        with till.store.read() as work:
            self.shift_id = open_shift_of(work).shift_id
        self.watch = WatchDrawer(self.drawer, store=till.store, clock=till.clock, events=till.events)
        self.runner = DrawerRunner(self.watch, lane=InlineLane(), timers=self.timers, events=till.events)
        self.spool = ProcessSpool(
            store=till.store, printer=FakePrinter(), drawer=self.drawer, events=till.events
        )
        self.told: list[int] = []
        till.events.subscribe(DrawerLeftOpen, lambda event: self.told.append(event.open_s))

    def sell(self) -> str:
        """Sell something for cash, which opens the drawer; return the receipt's number."""
        paid = self.till.sell(["latte"], TenderInput("cash", 2_800))
        self.spool()
        return paid.receipt_number

    def after(self, seconds: int, state: DrawerState) -> None:
        """Let time pass, with the switch as it is then, and look."""
        self.till.clock.advance(seconds * 1_000)
        self.drawer.now = state
        waiting, self.timers.waiting = self.timers.waiting, []
        for _, look in waiting:
            look()

    def facts(self) -> list[tuple[str, Mapping[str, object]]]:
        """Return what was written about the drawer, and by whom."""
        with self.till.store.read() as work:
            entries = work.journal.of(1).after(0, 500)
        return [(each.actor, each.body) for each in entries if each.type == DRAWER_CLOSED]


@pytest.fixture
def counter(till: Till) -> Counter:
    return Counter(till)


def test_the_time_of_a_sale_is_written_when_the_drawer_is_shut(counter: Counter) -> None:
    number = counter.sell()
    counter.after(1, DrawerState.OPEN)
    counter.after(6, DrawerState.OPEN)
    assert counter.facts() == []
    counter.after(5, DrawerState.SHUT)
    shut = {"cause": "sale", "reference": number, "open_s": 12, "end": "shut"}
    assert counter.facts() == [(LI.staff_id, {"shift_id": counter.shift_id, **shut})]
    assert counter.timers.waiting == [], "nobody looks any more"


def test_a_printer_that_does_not_tell_leaves_nothing(counter: Counter) -> None:
    counter.sell()
    counter.after(1, DrawerState.UNKNOWN)
    assert (counter.facts(), counter.timers.waiting) == ([], [])


def test_a_drawer_that_stays_locked_was_never_open(counter: Counter) -> None:
    counter.sell()
    for _ in range(4):
        counter.after(1, DrawerState.SHUT)
    assert (counter.facts(), counter.timers.waiting) == ([], [])


def test_a_second_opening_ends_the_time_of_the_first(counter: Counter) -> None:
    counter.sell()
    counter.after(1, DrawerState.OPEN)
    counter.after(8, DrawerState.OPEN)
    counter.sell()
    counter.after(1, DrawerState.OPEN)
    counter.after(3, DrawerState.SHUT)
    times = [(body["open_s"], body["end"]) for _, body in counter.facts()]
    assert times == [(9, "opened_again"), (4, "shut")]


def test_a_drawer_that_stays_open_is_told_every_minute(counter: Counter) -> None:
    counter.sell()
    for _ in range(2 * LEFT_OPEN_S + 5):
        counter.after(1, DrawerState.OPEN)
    assert counter.told == [60, 120]


def test_after_an_hour_nobody_waits_any_longer(counter: Counter) -> None:
    counter.sell()
    counter.after(1, DrawerState.OPEN)
    counter.after(MOST_OPEN_S + 7, DrawerState.OPEN)
    assert [(body["open_s"], body["end"]) for _, body in counter.facts()] == [(MOST_OPEN_S, "left_open")]


def test_a_printer_that_is_off_for_a_moment_is_waited_for(counter: Counter) -> None:
    counter.sell()
    counter.after(1, DrawerState.OPEN)
    counter.after(10, DrawerState.UNKNOWN)
    counter.after(4, DrawerState.SHUT)
    assert [body["open_s"] for _, body in counter.facts()] == [15]


def test_after_a_long_silence_nobody_knows_when_it_was_shut(counter: Counter) -> None:
    counter.sell()
    counter.after(1, DrawerState.OPEN)
    counter.after(SILENCE_MS // 1_000 + 1, DrawerState.SHUT)
    assert (counter.facts(), counter.timers.waiting) == ([], [])


def test_a_shift_that_is_closed_meanwhile_does_not_change(counter: Counter) -> None:
    counter.sell()
    counter.after(1, DrawerState.OPEN)
    counter.till.close_shift(LI, {"cash": 22_800})
    counter.after(9, DrawerState.SHUT)
    assert counter.facts() == []


def test_only_the_opening_of_the_active_shift_is_written(counter: Counter) -> None:
    counter.watch.begin(Opening(LI.staff_id, "another", "no_sale"))
    counter.drawer.now = DrawerState.OPEN
    assert counter.watch.look() == 0
    counter.drawer.now = DrawerState.SHUT
    assert counter.watch.look() is None
    assert counter.facts() == []
