"""Ids that sort by time, and random bytes."""

import secrets

from pos_app.services.ports import Clock

_TIME_BITS = 48
_RANDOM_BITS = 74


class RandomIds:
    """Ids of version 7: 48 bits of milliseconds, then 74 random bits; as 32 hex digits."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def new_id(self) -> str:
        """Return a new id. Source: RFC 9562, "UUID Version 7"."""
        random = secrets.randbits(_RANDOM_BITS)
        number = (self._clock.now_ms() & ((1 << _TIME_BITS) - 1)) << 80
        number |= 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & ((1 << 62) - 1)
        return f"{number:032x}"

    def secret(self, size: int) -> bytes:
        """Return random bytes for keys and salts."""
        return secrets.token_bytes(size)
