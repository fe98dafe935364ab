"""Identifiers that sort by the time of their making."""

import secrets

_RANDOM_BITS = 74


def new_id(now_ms: int) -> str:
    """Return a UUIDv7 as 32 hexadecimal digits.

    Source: RFC 9562, section 5.7.
    """
    random_bits = secrets.randbits(_RANDOM_BITS)
    high, low = random_bits >> 62, random_bits & (1 << 62) - 1
    value = (now_ms & (1 << 48) - 1) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low
    return f"{value:032x}"
