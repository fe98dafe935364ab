"""The till's lanes and timers under simulated time: one thing after the other, each with its duration."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from tests.simulation.chance import Chance
from tests.simulation.network import Held, Way
from tests.simulation.schedule import Schedule
from tests.simulation.trouble import Killed

ResultT = TypeVar("ResultT")


class Life(Protocol):
    """One run of a program: when it has ended, nothing of it goes on."""

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""

    def die(self) -> None:
        """End the process here."""


@dataclass(slots=True)
class _Job:
    work: Callable[[], Any]
    on_value: Callable[[Any], None]
    on_error: Callable[[BaseException], None]


class SimLane:
    """A lane as ``ports.Lane`` wants it: in order, off the caller's stack, and it takes time."""

    def __init__(self, life: Life, schedule: Schedule, chance: Chance, *, way: Way | None = None) -> None:
        """``way`` is what the lane's requests travel on, ``None`` for a lane that only writes."""
        self._life = life
        self._schedule = schedule
        self._chance = chance
        self._way = way
        self._waiting: deque[_Job] = deque()
        self._busy = False

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Queue ``work``; exactly one of the callbacks follows, unless the process dies before."""
        self._waiting.append(_Job(work, on_value, on_error))
        if not self._busy:
            self._busy = True
            self._schedule.after(self._chance.number(0, 3), self._next)

    def _next(self) -> None:
        if not self._life.is_alive:
            return
        if not self._waiting:
            self._busy = False
            return
        self._do(self._waiting.popleft())

    def _do(self, job: _Job) -> None:
        if not self._life.is_alive:
            return
        if self._way is not None:
            self._way.spent_ms = 0
        try:
            value = job.work()
        except Held as error:
            held = error
            held.sent.exchange.then(lambda _: self._resume(job, held))
            return
        except Killed:
            self._life.die()
            return
        except Exception as error:  # noqa: BLE001 - a lane hands every error over
            self._end(partial(job.on_error, error))
        else:
            self._end(partial(job.on_value, value))

    def _resume(self, job: _Job, held: Held) -> None:
        """The answer to a held request is there: do the work again, which finds it."""
        held.adapter.primed = held.sent
        self._schedule.after(0, lambda: self._do(job))

    def _end(self, tell: Callable[[], None]) -> None:
        took_ms = self._chance.number(1, 12) if self._way is None else self._way.spent_ms

        def ended() -> None:
            if not self._life.is_alive:
                return
            try:
                tell()
            except Killed:
                self._life.die()
                return
            self._next()

        self._schedule.after(took_ms, ended)


class SimTimers:
    """Timers as ``ports.Timers`` wants them; they end with the process."""

    def __init__(self, life: Life, schedule: Schedule) -> None:
        self._life = life
        self._schedule = schedule

    def after(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        """Call once after ``delay_ms``."""
        return self._schedule.after(delay_ms, lambda: self._call(call))

    def every(self, period_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        """Call every ``period_ms``."""
        cancel = [lambda: None]

        def again() -> None:
            self._call(call)
            if self._life.is_alive:
                cancel[0] = self._schedule.after(period_ms, again)

        cancel[0] = self._schedule.after(period_ms, again)

        def stop() -> None:
            cancel[0]()

        return stop

    def _call(self, call: Callable[[], None]) -> None:
        if not self._life.is_alive:
            return
        try:
            call()
        except Killed:
            self._life.die()
