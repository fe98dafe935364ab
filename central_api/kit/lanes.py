"""The one place where the server makes threads and locks; everybody else is handed one."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager


def new_lock() -> AbstractContextManager[object]:
    """Return a lock that one thread holds at a time."""
    return threading.Lock()


class Background:
    """One thread that repeats its work until it is told to stop."""

    def __init__(self, name: str, work: Callable[["Background"], None]) -> None:
        """Prepare the thread; nothing runs before :meth:`start`.

        Args:
            name: Of the thread, for who looks at the process.
            work: Runs once; it looks at :attr:`is_stopping` and returns soon after it is true.
        """
        self._stop = threading.Event()
        self._thread = threading.Thread(target=work, args=(self,), name=name, daemon=True)

    @property
    def is_stopping(self) -> bool:
        """Whether the work has to end."""
        return self._stop.is_set()

    def pause(self, seconds: float) -> None:
        """Wait, or less when the work has to end."""
        self._stop.wait(seconds)

    def start(self) -> None:
        """Begin the work."""
        self._thread.start()

    def stop(self, *, timeout_s: float = 5) -> None:
        """Ask the work to end, and wait for it."""
        self._stop.set()
        self._thread.join(timeout=timeout_s)
