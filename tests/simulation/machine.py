"""A till: the machine on the counter with its disk, clock and drawer, and the program that runs on it."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, cast

from pos_app.bootstrap.care import DISK_MS
from pos_app.bootstrap.link import Link
from pos_app.bootstrap.print_runner import PrintRunner
from pos_app.bootstrap.use_cases import Surroundings, UseCases, build_use_cases
from pos_app.services.basket import SaveBasket
from pos_app.services.basket_model import Basket
from pos_app.services.enrol_till import EnrolTill
from pos_app.services.errors import PosError
from pos_app.services.events import EventBus
from pos_app.services.ports import TillKeys
from pos_app.services.process_spool import ProcessSpool
from pos_app.services.records import Terminal
from pos_app.storage.reserve import FolderRoom
from pos_app.storage.till_data import DATABASE_NAME, TillData, open_till_data
from pos_app.sync.central import HttpEnrolment
from tests.simulation.chance import Chance
from tests.simulation.clocks import MachineClock, SeededIds, TillClock
from tests.simulation.lanes import SimLane, SimTimers
from tests.simulation.network import Network, Way
from tests.simulation.printing import SimDrawer, SimPrinter
from tests.simulation.schedule import Schedule
from tests.simulation.trace import Trace
from tests.simulation.trouble import Doom, let_strike

URL = "http://127.0.0.1:8080"
_KEYS = TillKeys(database_key=b"k" * 32, pin_pepper=b"p" * 32)


class _Keys:
    """The same two secrets for every till: what they protect is not what is simulated."""

    def load(self) -> TillKeys | None:
        return _KEYS

    def save(self, keys: TillKeys) -> None:
        raise AssertionError(keys)


@dataclass(slots=True)
class Surround:
    """What all machines of a run share."""

    folder: Path
    schedule: Schedule
    network: Network
    trace: Trace
    chance: Chance


@dataclass(slots=True)
class Till:
    """Cash and card slips in and under the drawer, as a person would find them by counting."""

    float_minor: int = 0
    cash_minor: int = 0
    """In the drawer, the float included."""
    external_minor: int = 0
    voucher_minor: int = 0


@dataclass(slots=True)
class _Lanes:
    """Named as ``pos_app.bootstrap.lanes.TillLanes``."""

    storage: SimLane
    upload: SimLane
    feed: SimLane
    wake: SimLane
    printer: SimLane
    care: SimLane


class SimRoom:
    """The room on the machine's disk: enough, whenever somebody looks; a full disk is a failed write."""

    def __init__(self) -> None:
        self._held = False

    def free_bytes(self) -> int:
        """Return a lot."""
        return 1 << 34

    def is_held(self) -> bool:
        """Return whether the reserve is there."""
        return self._held

    def hold(self, size: int) -> bool:
        """Lay the reserve down."""
        self._held = size > 0
        return self._held

    def give_up(self) -> None:
        """Give the reserve up."""
        self._held = False


class Process:
    """One run of the till's program, from the start to its end, however that comes."""

    def __init__(self, machine: "Machine", around: Surround) -> None:
        self.machine = machine
        self.is_alive = True
        self.doom = Doom()
        self.ids = SeededIds(machine.chance, machine.clock)
        opened = open_till_data(machine.folder, key_store=_Keys(), ids=self.ids)
        # The disk of the machine that runs the simulation is not what is simulated.
        self.data: TillData = replace(opened, room=cast("FolderRoom", machine.room))
        terminal = self.data.sync_notes.terminal()
        assert terminal is not None, "a till is enrolled before it starts"
        self.terminal: Terminal = terminal
        self.clock = TillClock(machine.clock, self.data.sync_notes.state().clock_offset_ms)
        self.data.sync_notes.follow(self.clock)
        let_strike(self.doom, self.data.store)
        self.events = EventBus()
        self.timers = SimTimers(self, around.schedule)
        self.lanes = _Lanes(
            storage=self._lane(around),
            upload=self._lane(around, on_network=True),
            feed=self._lane(around, on_network=True),
            wake=self._lane(around, on_network=True),
            printer=self._lane(around),
            care=self._lane(around),
        )
        self._build(around)

    def _lane(self, around: Surround, *, on_network: bool = False) -> SimLane:
        way = self.machine.way if on_network else None
        return SimLane(self, around.schedule, self.machine.chance, way=way)

    def _build(self, around: Surround) -> None:
        around.network.building = self.machine.way
        link = Link(self.data, self.terminal, URL, cast("Any", self.clock))
        self._save = SaveBasket(self.data.store)
        self.cases: UseCases = build_use_cases(
            Surroundings(
                data=self.data,
                terminal=self.terminal,
                clock=cast("Any", self.clock),
                ids=cast("Any", self.ids),
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
        self.driver = link.driver(cast("Any", self.lanes), events=self.events, timers=self.timers)
        around.network.building = None
        self.driver.start()
        self.timers.every(DISK_MS, self._look_at_disk)
        drawer = self.machine.drawer
        drawer.pulses_of_this_life = 0
        spool = ProcessSpool(
            store=self.data.store, printer=self.machine.printer, drawer=drawer, events=self.events
        )
        self.printing = PrintRunner(spool, lane=self.lanes.printer, timers=self.timers, events=self.events)

    def die(self) -> None:
        """Kill the process: files close as the operating system closes them, and nobody is told."""
        if not self.is_alive:
            return
        self.is_alive = False
        self.data.catalog.close()
        for engine in self.data._engines:
            engine.dispose()
        self.data._lock.release(ended_well=False)
        self.machine.on_end(killed=True)

    def close(self) -> None:
        """End the program as a person does."""
        if not self.is_alive:
            return
        self.driver.stop()
        self.is_alive = False
        self.data.close()
        self.machine.on_end(killed=False)

    def _look_at_disk(self) -> None:
        self.lanes.care.run(self.cases.disk, lambda _: None, self._on_trouble)

    def _keep_basket(self, basket: Basket) -> None:
        self.lanes.storage.run(lambda: self._save(basket), lambda _: None, self._on_trouble)

    def _on_trouble(self, error: BaseException) -> None:
        """The window shows it as a notice."""
        if not isinstance(error, PosError):
            raise error
        self.machine.note("trouble", error.code)


class Machine:
    """What stands on the counter; it outlives the program, and its disk may die before it does."""

    def __init__(self, name: str, store_id: str, around: Surround, *, way: Way) -> None:
        self.name = name
        self.store_id = store_id
        self.way = way
        self.around = around
        self.chance = around.chance.stream(name)
        self.clock = MachineClock(around.schedule)
        self.drawer = SimDrawer(self.chance.stream("drawer"))
        self.printer = SimPrinter(self.chance.stream("printer"))
        self.till = Till()
        self.room = SimRoom()
        self.drawers_due = 0
        """Sales with cash in the life of this program; each may open the drawer once."""
        self.looked_at = 0
        """The commits of this life up to which the invariants were looked at."""
        self.process: Process | None = None
        self.disks = 0
        self.terminal_id = ""
        self.incarnation = 0
        self.on_killed: Callable[[], None] = lambda: None
        self.folder = around.folder

    def new_disk(self) -> None:
        """Put an empty disk in: a folder with a till's file that no till was enrolled in yet."""
        assert self.process is None, "the program runs"
        shutil.rmtree(self.folder, ignore_errors=True) if self.disks else None
        self.disks += 1
        self.folder = self.around.folder / f"{self.name}-{self.disks}"
        self.folder.mkdir()
        (self.folder / DATABASE_NAME).write_bytes(_empty_till())

    def enrol(self, code: str) -> None:
        """Join the store with a one-time code.

        Raises:
            PosError: It did not work this time.
        """
        ids = SeededIds(self.chance, self.clock)
        data = open_till_data(self.folder, key_store=_Keys(), ids=ids)
        self.around.network.building = self.way
        try:
            join = EnrolTill(
                store=data.store, api=HttpEnrolment(), clock=cast("Any", TillClock(self.clock, 0)), ids=ids
            )
            terminal = join(url=URL, code=code, device_name=self.name, app_version="0")
        finally:
            self.around.network.building = None
            data.close()
        self.terminal_id, self.incarnation = terminal.terminal, terminal.incarnation
        self.note("enrolled", terminal.terminal, terminal.incarnation)

    def start(self) -> Process:
        """Switch the machine on and start the program."""
        assert self.process is None, "the program runs"
        self.clock.boot()
        self.drawers_due = self.looked_at = 0
        self.process = Process(self, self.around)
        self.note("started", self.process.data.ended_well)
        return self.process

    def on_end(self, *, killed: bool) -> None:
        """The program has ended."""
        self.process = None
        self.note("killed" if killed else "closed")
        if killed:
            self.on_killed()

    def note(self, what: str, *facts: object) -> None:
        """Write into the trace."""
        self.around.trace.note(self.around.schedule.now_ms, self.name, what, *facts)


@cache
def _empty_till() -> bytes:
    """Return a migrated file without a till in it; made once, because a migration takes its time."""
    with tempfile.TemporaryDirectory() as folder:
        data = open_till_data(Path(folder), key_store=_Keys(), ids=cast("Any", None))
        data.close()
        return (Path(folder) / DATABASE_NAME).read_bytes()
