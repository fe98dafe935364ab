"""The time that decides what counts: the server's, carried on by a clock that nobody can set.

Somebody who turns the machine's clock back, or a battery that is empty, must not make a used code or an
expired coupon count again. So the time of day is asked once, at the start; from then on only the time that
has passed is added, until the server says what time it is.
"""

from typing import Protocol


class Machine(Protocol):
    """The machine's two clocks."""

    def wall_ms(self) -> int:
        """Return what the machine takes for UTC, in milliseconds since 1970; people can set it."""

    def passed_ms(self) -> int:
        """Return a time that only ever goes on, through sleep too where the system has such a clock."""


class TrustedClock:
    """UTC as the till takes it."""

    def __init__(self, machine: Machine, *, offset_ms: int = 0, not_before_ms: int = 0) -> None:
        """Begin with the machine's time, corrected as last time.

        Args:
            machine: The machine's clocks.
            offset_ms: Server time minus the machine's, as it was found last.
            not_before_ms: When the server last answered: before that it cannot be.
        """
        self._machine = machine
        self._offset_ms = offset_ms
        self._begin(max(machine.wall_ms() + offset_ms, not_before_ms))

    def now_ms(self) -> int:
        """Return UTC in milliseconds since 1970."""
        return self._from_ms + self._machine.passed_ms() - self._from_passed_ms

    def offset_ms(self) -> int:
        """Return how far this time is from the machine's now: what would correct the machine's at a start."""
        return self.now_ms() - self._machine.wall_ms()

    def correct(self, offset_ms: int) -> None:
        """Take a new correction: server time minus this machine's, in milliseconds."""
        self._offset_ms = offset_ms
        self._begin(self._machine.wall_ms() + offset_ms)

    def take_jump(self, *, tolerance_ms: int) -> int:
        """Return by how much the machine's clock was moved since the last look; 0 within the tolerance."""
        by_ms = self._offset_ms - self.offset_ms()
        if abs(by_ms) <= tolerance_ms:
            return 0
        self._offset_ms -= by_ms
        return by_ms

    def _begin(self, now_ms: int) -> None:
        self._from_ms = now_ms
        self._from_passed_ms = self._machine.passed_ms()
