"""Clocks that are wrong: each machine has its own, it may run apart from the true time, and it may jump."""

from tests.simulation.chance import Chance
from tests.simulation.schedule import Schedule


class MachineClock:
    """The wall clock of a machine and its monotonic clock, both as the operating system tells them."""

    def __init__(self, schedule: Schedule, *, skew_ms: int = 0) -> None:
        """Start ``skew_ms`` away from the true time."""
        self._schedule = schedule
        self.skew_ms = skew_ms
        self._booted_ms = schedule.now_ms

    def boot(self) -> None:
        """Begin the monotonic clock anew."""
        self._booted_ms = self._schedule.now_ms

    def jump(self, by_ms: int) -> None:
        """Move the wall clock; the monotonic one goes on as before."""
        self.skew_ms += by_ms

    def now_ms(self) -> int:
        """Return what the machine takes for UTC."""
        return self._schedule.now_ms + self.skew_ms

    def mono_ms(self) -> int:
        """Return the time since the machine was switched on."""
        return self._schedule.now_ms - self._booted_ms


class TillClock:
    """The clock of the till's program: the machine's, corrected by what the server said."""

    def __init__(self, machine: MachineClock, offset_ms: int) -> None:
        self._machine = machine
        self._offset_ms = offset_ms

    def correct(self, offset_ms: int) -> None:
        """Take a new correction: server time minus the machine's."""
        self._offset_ms = offset_ms

    def offset_ms(self) -> int:
        """Return how far this time is from the machine's."""
        return self._offset_ms

    def now_ms(self) -> int:
        """Return UTC as the till takes it."""
        return self._machine.now_ms() + self._offset_ms

    def mono_ms(self) -> int:
        """Return a time that never runs backwards."""
        return self._machine.mono_ms()


class SeededIds:
    """Ids and secrets of one till, from the seed; shaped as the product's own."""

    def __init__(self, chance: Chance, clock: MachineClock) -> None:
        self._chance = chance
        self._clock = clock

    def new_id(self) -> str:
        """Return 48 bits of time and 80 random bits."""
        return f"{self._clock.now_ms() & (1 << 48) - 1:012x}{self._chance.bytes(10).hex()}"

    def secret(self, size: int) -> bytes:
        """Return bytes for keys and salts."""
        return self._chance.bytes(size)
