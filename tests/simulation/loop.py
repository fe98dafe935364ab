"""An event loop without waiting and without threads: the server's coroutines under the simulated clock."""

import asyncio
import selectors
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import anyio.to_thread

from tests.simulation.trouble import value_of

T = TypeVar("T")


class _NeverWaits(selectors.DefaultSelector):
    """Looks once; where a real loop would go to sleep, it calls ``on_idle`` with how long."""

    def __init__(self) -> None:
        super().__init__()
        self.on_idle: Callable[[float | None], None] = lambda _: None

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and (timeout is None or timeout > 0):
            self.on_idle(timeout)
        return found


class SimulatedLoop(asyncio.SelectorEventLoop):
    """A loop whose time is given; :meth:`work` runs everything that can run now and returns."""

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._idle_s: float | None = None
        selector = _NeverWaits()
        super().__init__(selector)
        selector.on_idle = self._on_idle

    def time(self) -> float:
        """Return the simulated time in seconds."""
        return self._now_s()

    def work(self) -> float | None:
        """Run until nothing can go on now; return in how many seconds something will, ``None`` for never."""
        self._idle_s = None
        self.run_forever()
        return self._idle_s

    def _on_idle(self, idle_s: float | None) -> None:
        self._idle_s = idle_s
        self.stop()


@contextmanager
def without_threads() -> Iterator[None]:
    """Let what a server hands to its thread pool run on the spot: one thing at a time, in a known order."""

    async def run_here(work: Callable[..., T], *arguments: object, **_: Any) -> T:
        return work(*arguments)

    with value_of(anyio.to_thread, "run_sync", run_here):
        yield
