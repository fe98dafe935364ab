"""The time, as it is passed in; tests bring their own."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now_ms(self) -> int:
        """Return UTC in milliseconds since 1970."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now_ms(self) -> int:
        """Return UTC in milliseconds since 1970."""
        return time.time_ns() // 1_000_000


class FixedClock:
    """A clock that stands where it was set; for seeds and tests."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        """Return the time at which the clock stands."""
        return self._now_ms

    def set(self, now_ms: int) -> None:
        """Move the clock to ``now_ms``."""
        self._now_ms = now_ms
