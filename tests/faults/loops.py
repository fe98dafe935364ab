"""A till's lanes and timers without a window: real threads, and one loop in place of the window's thread."""

import heapq
import itertools
import queue
import threading
import time
from collections.abc import Callable
from typing import TypeVar

ResultT = TypeVar("ResultT")

Call = Callable[[], None]


class Loop:
    """Runs calls one after the other on a thread of its own, as the window's thread does."""

    def __init__(self, *, times_faster: float = 1.0) -> None:
        """Begin to run.

        Args:
            times_faster: By how much waits are shorter than the till states them; chance stays what it is.
        """
        self._calls: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._waiting: list[tuple[float, int, Call]] = []
        self._numbers = itertools.count()
        self._times_faster = times_faster
        self.errors: list[BaseException] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def post(self, call: Call) -> None:
        """Run ``call`` on the loop; from any thread."""
        self._calls.put(call)

    def after(self, delay_ms: int, call: Call) -> Call:
        """Call once later; on the loop only."""
        due_s = time.monotonic() + delay_ms / 1_000 / self._times_faster
        entry = (due_s, next(self._numbers), call)
        heapq.heappush(self._waiting, entry)

        def cancel() -> None:
            if entry in self._waiting:
                self._waiting.remove(entry)
                heapq.heapify(self._waiting)

        return cancel

    def every(self, period_ms: int, call: Call) -> Call:
        """Call again and again."""
        cancels: list[Call] = []

        def again() -> None:
            cancels[:] = [self.after(period_ms, again)]
            call()

        cancels.append(self.after(period_ms, again))

        def cancel() -> None:
            cancels[-1]()

        return cancel

    def close(self) -> None:
        """Run what was posted, then end."""
        self._calls.put(None)
        self._thread.join(20)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            left_s = None if not self._waiting else max(0.0, self._waiting[0][0] - time.monotonic())
            try:
                call = self._calls.get(timeout=left_s)
            except queue.Empty:
                call = heapq.heappop(self._waiting)[2]
            if call is None:
                return
            try:
                call()
            except Exception as error:  # noqa: BLE001 - the run's verdict names it
                self.errors.append(error)


class ThreadLane:
    """A queue of work on one thread; answers come on the loop."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._work: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Queue ``work``; exactly one of the callbacks runs later on the loop."""

        def do() -> None:
            try:
                value = work()
            except Exception as error:  # noqa: BLE001 - the caller is told, as by the till's own lane
                failure = error
                self._loop.post(lambda: on_error(failure))
            else:
                self._loop.post(lambda: on_value(value))

        self._work.put(do)

    def close(self) -> None:
        """End after the work that is queued."""
        self._work.put(None)
        self._thread.join(30)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()
