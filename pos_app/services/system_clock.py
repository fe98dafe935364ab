"""The machine's clocks, corrected by what the server last said."""

import time


class SystemClock:
    """Wall time with an offset to the server's, and a clock that never runs backwards."""

    def __init__(self, *, offset_ms: int = 0) -> None:
        """Start with the offset that was last noted: server time minus this machine's."""
        self._offset_ms = offset_ms

    def now_ms(self) -> int:
        """Return UTC in milliseconds since 1970, corrected."""
        return time.time_ns() // 1_000_000 + self._offset_ms

    def mono_ms(self) -> int:
        """Return milliseconds that never run backwards."""
        return time.monotonic_ns() // 1_000_000

    def correct(self, offset_ms: int) -> None:
        """Use another offset from now on."""
        self._offset_ms = offset_ms
