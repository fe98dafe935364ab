"""Simulated time: what happens next, and when. Nothing here waits; a night takes no longer than a second."""

import heapq
from collections.abc import Callable
from itertools import count

Call = Callable[[], None]

SECOND_MS = 1_000
MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


class Schedule:
    """The true time, in UTC milliseconds, and the calls that wait for theirs.

    Two calls of the same millisecond are made in the order in which they were asked for, so that a run
    depends on nothing but its seed.
    """

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms
        self._waiting: list[tuple[int, int, Call]] = []
        self._cancelled: set[int] = set()
        self._numbers = count()

    def after(self, delay_ms: int, call: Call) -> Call:
        """Make ``call`` in ``delay_ms``; the returned function takes that back."""
        number = next(self._numbers)
        heapq.heappush(self._waiting, (self.now_ms + max(0, delay_ms), number, call))
        return lambda: self._cancelled.add(number)

    def run_until(self, end_ms: int, *, after_each: Call = lambda: None) -> None:
        """Make every call that is due before ``end_ms``, in order, and ``after_each`` behind each of them."""
        while self._waiting and self._waiting[0][0] < end_ms:
            at_ms, number, call = heapq.heappop(self._waiting)
            if number in self._cancelled:
                self._cancelled.discard(number)
                continue
            self.now_ms = at_ms
            call()
            after_each()
        self.now_ms = max(self.now_ms, end_ms)
