"""The real clock and the real source of ids."""

import secrets
import time


class SystemClock:
    """The machine's clock, corrected by what the server last said."""

    def __init__(self, offset_ms: int = 0) -> None:
        """Start with the correction of last time."""
        self._offset_ms = offset_ms

    def correct(self, offset_ms: int) -> None:
        """Take a new correction: server time minus this machine's."""
        self._offset_ms = offset_ms

    def now_ms(self) -> int:
        """Return UTC in milliseconds since 1970."""
        return time.time_ns() // 1_000_000 + self._offset_ms

    def mono_ms(self) -> int:
        """Return a time that never runs backwards."""
        return time.monotonic_ns() // 1_000_000


class SystemIds:
    """Ids that sort by time, and secrets of the operating system."""

    def new_id(self) -> str:
        """Return 48 bits of time and 80 random bits as 32 hex digits.

        Source: RFC 9562, version 7; without its version bits, because nobody parses them here.
        """
        return f"{time.time_ns() // 1_000_000 & (1 << 48) - 1:012x}{secrets.token_hex(10)}"

    def secret(self, size: int) -> bytes:
        """Return random bytes for keys and salts."""
        return secrets.token_bytes(size)
