"""A clock and timers that go when the test says so."""

from collections.abc import Callable


class FakeTimers:
    """Keeps calls until ``advance`` reaches their time; also tells the time."""

    def __init__(self) -> None:
        self.now_ms = 0
        self._calls: list[tuple[int, int, Callable[[], None]]] = []
        self._last = 0

    def mono_ms(self) -> int:
        return self.now_ms

    def after(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        self._last += 1
        entry = (self.now_ms + delay_ms, self._last, call)
        self._calls.append(entry)

        def cancel() -> None:
            if entry in self._calls:
                self._calls.remove(entry)

        return cancel

    def every(self, period_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        cancels: list[Callable[[], None]] = []

        def again() -> None:
            cancels[:] = [self.after(period_ms, again)]
            call()

        cancels.append(self.after(period_ms, again))

        def cancel() -> None:
            cancels[-1]()

        return cancel

    def advance(self, length_ms: int) -> None:
        """Let time pass and make the calls that are due, in their order."""
        end_ms = self.now_ms + length_ms
        while due := sorted(
            (entry for entry in self._calls if entry[0] <= end_ms), key=lambda each: each[:2]
        ):
            entry = due[0]
            self._calls.remove(entry)
            self.now_ms = entry[0]
            entry[2]()
        self.now_ms = end_ms
