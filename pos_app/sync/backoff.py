"""How long to wait before asking again: 1, 2, 4 … 60 s with full jitter, for ever."""

from collections.abc import Callable

FIRST_MS = 1_000
LONGEST_MS = 60_000


class Backoff:
    """Counts failures and says how long to wait after each."""

    def __init__(self, random: Callable[[], float]) -> None:
        """Start without failures; ``random`` returns numbers from 0 up to 1."""
        self._random = random
        self._failures = 0

    def failed(self) -> int:
        """Count one more failure and return the wait in milliseconds, at least 50."""
        ceiling_ms = min(LONGEST_MS, FIRST_MS << min(self._failures, 16))
        self._failures += 1
        return max(50, int(ceiling_ms * self._random()))

    def succeeded(self) -> None:
        """Forget the failures."""
        self._failures = 0
