"""The real clock and the real source of ids."""

import secrets
import time

from pos_app.services.trusted_time import TrustedClock


class _System:
    """The clocks of this machine."""

    def wall_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def passed_ms(self) -> int:
        # Linux's monotonic clock stands still while the machine sleeps; this one does not.
        boot = getattr(time, "CLOCK_BOOTTIME", None)
        return (time.monotonic_ns() if boot is None else time.clock_gettime_ns(boot)) // 1_000_000


class SystemClock(TrustedClock):
    """The till's time on this machine, corrected by what the server last said."""

    def __init__(self, offset_ms: int = 0, *, not_before_ms: int = 0) -> None:
        """Start with the correction of last time, and not before the server's last answer."""
        super().__init__(_System(), offset_ms=offset_ms, not_before_ms=not_before_ms)

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
