"""One run: a few stores for a few days, everything that goes wrong in them, and peace at the end."""

import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from central_api.delivery import endpoints as delivery
from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.feed.schemas import FeedName
from central_api.kit.unit import Unit
from pos_app.services.errors import PosError
from pos_app.sync import puller
from tests.simulation.app import ShopApp
from tests.simulation.books import Books, HeadOffice
from tests.simulation.chain import START_MS, STORES, write_chain
from tests.simulation.chance import Chance, seeded_secrets
from tests.simulation.clocks import MachineClock
from tests.simulation.counter import Counter
from tests.simulation.desk import Desk
from tests.simulation.loop import without_threads
from tests.simulation.machine import Machine, Surround
from tests.simulation.mischief import Mischief
from tests.simulation.network import CALM, ROUGH, Network, Way, through
from tests.simulation.office import Office
from tests.simulation.schedule import DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, Schedule
from tests.simulation.server import SimServer
from tests.simulation.trace import Trace
from tests.simulation.trouble import Broken, Killed, value_of

OPEN_MS = 10 * MINUTE_MS
"""How long a store serves customers on a day: a rush, because what is between two customers shows nothing."""

_STORED = "SELECT terminal_id, incarnation, max(seq) FROM journal_entry GROUP BY terminal_id, incarnation"

_HEAL_MS = 30 * MINUTE_MS
"""How long everything may take to be in step again once the network is whole."""


_FIRST_GOODS = 20
"""Behind the seeds in which planted bugs are looked for first."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of a run, which its seed decides."""

    seed: int
    stores: int
    tills: int
    """In each store."""
    days: int
    purses: bool = False
    """Whether members pay with points and balances, pay in, take rewards, and get printed coupons."""
    goods: bool = False
    """Whether goods are received, written off, counted and sent between stores too."""
    parts: bool = False
    """Whether orders are fulfilled line by line, kept for one day only, and brought to their ends."""

    @property
    def store_days(self) -> int:
        """Days that stores were open."""
        return self.stores * self.days


def plan_of(seed: int) -> Plan:
    """Return what a seed simulates: one to three stores with one to three tills, two to five days.

    In every fourth one members pay out of their accounts too, and come again at the next till. In some of
    the full setting goods are moved at the tills too, in others orders are fulfilled line by line.
    """
    chance = Chance(seed, "plan")
    stores = chance.pick({1: 0.4, 2: 0.4, 3: 0.2})
    return Plan(
        seed,
        stores,
        chance.pick({1: 0.2, 2: 0.6, 3: 0.2}),
        chance.number(2, 5),
        purses=seed % 4 == 0,
        goods=seed > _FIRST_GOODS and seed % 4 == 2,
        parts=seed > _FIRST_GOODS and seed % 4 == 3,
    )


class World:
    """Everything of one run; use it as a context."""

    def __init__(self, plan: Plan, folder: Path, *, echo: bool = False) -> None:
        self.plan = plan
        self.chance = Chance(plan.seed)
        self.schedule = Schedule(START_MS - HOUR_MS)
        self.trace = Trace(echo=echo)
        self.books = Books()
        self.server = SimServer(
            folder, schedule=self.schedule, clock=MachineClock(self.schedule), trace=self.trace
        )
        self.server.on_killed = lambda: self._restart_server(self.chance.number(5_000, 60_000))
        self.network = Network(self.schedule, self.server, self.chance.stream("network"), self.trace)
        self._around = Surround(folder, self.schedule, self.network, self.trace, self.chance)
        self.machines: list[Machine] = []
        self.lives_seen = 0
        """The lives of the server that the invariants have looked at."""
        self.counters: dict[str, Counter] = {}
        self._backups: list[tuple[Path, HeadOffice]] = []
        self._folder = folder
        self._open = False
        """Whether the stores are open now."""
        self._is_rough = False
        """Whether things go wrong today."""
        self.mischief = Mischief(self)

    def set_up(self) -> None:
        """Start the server on a fresh chain, give each store its tills, and let them join."""
        (self._folder / "central.db").write_bytes(
            _fresh_chain(purses=self.plan.purses, parts=self.plan.parts)
        )
        self.server.start()
        token = self.server.work(lambda unit: enrolment.make_client(unit, "app"))
        self.app = ShopApp(
            self.server,
            token,
            books=self.books,
            schedule=self.schedule,
            chance=self.chance.stream("app"),
            trace=self.trace,
            parts=self.plan.parts,
        )
        from tests.simulation.invariants.by_line import look_at_rights

        self.app.on_placed = partial(look_at_rights, self)
        self.stores = STORES[: self.plan.stores]
        self.office = Office(
            self.server,
            self.app,
            self.books,
            self.stores,
            self.schedule,
            self.chance.stream("office"),
            self.trace,
            purses=self.plan.purses,
            parts=self.plan.parts,
        )
        self.office.note_first_prices()
        for store_id in self.stores:
            for number in range(1, self.plan.tills + 1):
                self._add_machine(f"{store_id}-{number}", store_id)
        self.back_up()

    def live(self) -> None:
        """Live all days, with a peace at the end of the last one and of some before it."""
        for day in range(self.plan.days):
            self._live_day(START_MS + day * DAY_MS)
            if day == self.plan.days - 1 or self.chance.happens(0.4):
                self.make_peace()
        if self.plan.parts:
            from tests.simulation import ending

            ending.end_orders(self)

    def make_peace(self) -> None:
        """Heal everything, wait until all are in step, and look at everything.

        Raises:
            Broken: It does not come to that, or an invariant does not hold.
        """
        from tests.simulation.invariants import check_everything

        self.calm_down()
        self.wait_for_step()
        if self._is_rough and self.chance.happens(0.3):
            # While all tills run and nobody writes anything that would show the server what it has lost.
            self.mischief.restore_at_night()
            self.wait_for_step()
        check_everything(self)
        for machine in self.machines:
            if machine.process is not None:
                machine.process.close()
        self.trace.note(self.schedule.now_ms, "world", "peace", len(self.books.paid), len(self.books.given))

    def wait_for_step(self) -> None:
        """Let time go by until everybody is in step, half an hour at most."""
        end_ms = self.schedule.now_ms + _HEAL_MS
        while True:
            self.run_for(10 * SECOND_MS)
            behind = self._who_is_behind()
            if not behind:
                return
            if self.schedule.now_ms > end_ms:
                raise Broken("nothing blocks a queue", "; ".join(behind))

    def close(self) -> None:
        """End all processes."""
        for machine in self.machines:
            machine.on_killed = lambda: None
            if machine.process is not None:
                machine.process.die()
        self.server.close()

    # The course of a day

    def _live_day(self, open_ms: int) -> None:
        self.schedule.run_until(open_ms)
        self._begin_day()
        self._run_until(open_ms + OPEN_MS)
        self._open = False
        # Who is still serving ends; whatever is dead stays so until the morning.
        self.run_for(8 * MINUTE_MS)
        for machine in self.machines:
            if machine.process is not None:
                machine.process.close()
        self._have_server()

    def _begin_day(self) -> None:
        self._open = True
        rough = self._is_rough = self.chance.happens(0.8)
        for machine in self.machines:
            machine.way.fates = ROUGH if rough else CALM
            counter = self.counters[machine.name]
            counter.closes_ms = self.schedule.now_ms + OPEN_MS - self.chance.number(0, 2 * MINUTE_MS)
            counter.leaves_open = self.chance.happens(0.1)
            self._switch_on(machine, self.chance.number(0, MINUTE_MS))
        self.office.begin_day()
        end_ms = self.schedule.now_ms + OPEN_MS
        self._again_until(end_ms, 30 * SECOND_MS // len(self.stores), self.office.do_something)
        if rough:
            self._again_until(end_ms, 35 * SECOND_MS, self.mischief.do_something)

    def _again_until(self, end_ms: int, mean_ms: int, call: Callable[[], None]) -> None:
        def again() -> None:
            if self.schedule.now_ms < end_ms:
                call()
                self.schedule.after(self.chance.about(mean_ms), again)

        self.schedule.after(self.chance.about(mean_ms), again)

    def _switch_on(self, machine: Machine, delay_ms: int) -> None:
        """Start the program after a while, and let people work at it."""

        def start() -> None:
            if machine.process is not None or not self._open:
                return
            process = machine.start()
            steps = self.counters[machine.name].day()

            def go_on() -> None:
                if machine.process is not process:
                    steps.close()
                    return
                try:
                    wait_ms = next(steps)
                except StopIteration:
                    return
                except Killed:
                    process.die()
                    return
                self.schedule.after(wait_ms, go_on)

            go_on()

        self.schedule.after(delay_ms, start)

    def _restart_server(self, delay_ms: int) -> None:
        self.schedule.after(delay_ms, self._have_server)

    # Machines

    def _add_machine(self, name: str, store_id: str) -> None:
        machine = Machine(name, store_id, self._around, way=Way(name, CALM))
        machine.on_killed = lambda: self._switch_on(machine, self.chance.number(5_000, 90_000))
        self.machines.append(machine)
        desk = Desk(
            machine,
            self.app,
            self.books,
            self.chance.stream(name, "people"),
            purses=self.plan.purses,
            goods=self.plan.goods,
            parts=self.plan.parts,
        )
        self.counters[name] = Counter(desk)
        machine.new_disk()
        self.enrol(machine)

    def replace(self, machine: Machine) -> None:
        """Put a new disk into a machine and let it join as the next incarnation of its till."""
        on_killed, machine.on_killed = machine.on_killed, lambda: None
        if machine.process is not None:
            machine.process.die()
        machine.on_killed = on_killed
        machine.new_disk()
        self.counters[machine.name].forget()
        joined = False
        while not joined:
            self._have_server()
            joined = self.enrol(machine)
        # A backup from before does not know this till: who restores takes a newer one.
        self._have_server()
        self._backups = []
        self.back_up()
        on_killed()

    def _have_server(self) -> None:
        if not self.server.is_up:
            self.server.start()

    def enrol(self, machine: Machine) -> bool:
        """Let a machine with a new disk join; return whether it worked."""
        terminal_id = machine.terminal_id or None
        code = self.server.work(
            lambda unit: enrolment.make_code(unit, machine.store_id, terminal_id=terminal_id)
        )
        try:
            machine.enrol(code)
        except PosError as error:
            machine.note("not_enrolled", error.code)
            return False
        return True

    def has_news(self, unit: Unit, name: FeedName, *, store_id: str, cursor: str) -> bool:
        """Return whether a feed goes on behind a cursor."""
        return feed.has_news(unit, name, store_id=store_id, cursor=cursor)

    # The server's backups

    def back_up(self) -> None:
        """Make a backup; the four newest are kept."""
        self._backups = [*self._backups[-3:], (self.server.back_up(), self.books.back_up())]

    def restore(self) -> None:
        """Put the server back to one of its backups."""
        path, office = self.chance.one_of(self._backups)
        self._backups = [item for item in self._backups if item[0] <= path]
        self._have_server()
        with self.server.database.read() as unit:
            for terminal, incarnation, seq in unit.conn.exec_driver_sql(_STORED):
                key = (str(terminal), int(incarnation))
                self.books.ever.lost_through[key] = max(seq, self.books.ever.lost_through.get(key, 0))
        self.server.restore(path)
        self.books.restore(office, now_ms=self.schedule.now_ms)

    # Peace

    def calm_down(self) -> None:
        """Repair network and server, switch every till on, and let nobody do anything new."""
        self._have_server()
        for machine in self.machines:
            machine.way.cut, machine.way.fates = False, CALM
            if machine.process is not None:
                machine.process.doom.disarm()
                continue
            machine.start()
            self.counters[machine.name].look_what_was_done()

    def _who_is_behind(self) -> list[str]:
        from tests.simulation.invariants import behind

        found = []
        for machine in self.machines:
            found += behind(self, machine)
        return found

    def run_for(self, span_ms: int) -> None:
        """Let time go by."""
        self._run_until(self.schedule.now_ms + span_ms)

    def _run_until(self, end_ms: int) -> None:
        from tests.simulation.invariants import check_step

        self.schedule.run_until(end_ms, after_each=lambda: check_step(self))


@contextmanager
def simulated(seed: int) -> Iterator[None]:
    """Put seeded chance and one thread in the place of what a simulation must not have.

    Held requests last as long as they may, and look again only when they are told to: each second of looking
    costs a request, and shows nothing where no other process writes.
    """
    with ExitStack() as stack:
        stack.enter_context(seeded_secrets(Chance(seed, "secrets")))
        stack.enter_context(without_threads())
        stack.enter_context(value_of(delivery, "_LOOK_AGAIN_S", 3_600.0))
        stack.enter_context(value_of(puller, "HOLD_S", 60))
        yield


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to."""

    plan: Plan
    hash: str
    lines: int
    sales: int
    broken: str
    """The invariant that does not hold; empty when all do."""
    detail: str
    last: tuple[str, ...]
    fates: tuple[tuple[str, int], ...]
    """What became of requests, and how often."""
    mischief: tuple[tuple[str, int], ...]


def run(plan: Plan, *, echo: bool = False) -> Outcome:
    """Run a plan from its beginning to its end, or to the first thing that is not as it has to be."""
    with tempfile.TemporaryDirectory(dir=_fast_folder()) as folder, simulated(plan.seed):
        world = World(plan, Path(folder), echo=echo)
        broken, detail = "", ""
        with through(world.network):
            try:
                world.set_up()
                world.live()
            except Broken as error:
                broken, detail = error.invariant, error.detail
            except Exception:  # noqa: BLE001 - whatever the product raises is what was looked for
                broken, detail = "the program goes on", traceback.format_exc()
            finally:
                world.close()
        shutil.rmtree(folder, ignore_errors=True)
        Path(folder).mkdir()
    return Outcome(
        plan=plan,
        hash=world.trace.hash,
        lines=world.trace.lines,
        sales=len(world.books.paid),
        broken=broken,
        detail=detail,
        last=tuple(world.trace.last),
        fates=tuple(sorted(world.network.counts.items())),
        mischief=tuple(sorted(world.mischief.counts.items())),
    )


def _fast_folder() -> str | None:
    """Return a folder in memory where there is one; ``None`` for the usual temporary folder."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


@cache
def _fresh_chain(*, purses: bool, parts: bool) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "central.db"
        write_chain(path, purses=purses, parts=parts)
        return path.read_bytes()
