"""Short coupon codes that a customer reads out: 12 characters with a check, redeemed online only.

The first character is always one of sixteen letters without S and T, so that a short code is never a
number and never a staff badge.
"""

from retail_core.codes.crockford import check_character, encode_bits, has_check, normalise
from retail_core.codes.errors import CodeError

LENGTH = 12
"""Characters of a short code, its check included."""

RANDOM_BYTES = 7
"""Random bytes that a new code needs; 54 bits of them are used."""

_FIRST = "ABCDEFGHJKMNPQRV"


def make_short(random: bytes) -> str:
    """Return the short code of seven random bytes, without hyphens.

    Raises:
        ValueError: There are not seven bytes.
    """
    if len(random) != RANDOM_BYTES:
        raise ValueError(len(random))
    number = int.from_bytes(random, "big")
    payload = _FIRST[number >> 50 & 15] + encode_bits(number, LENGTH - 2)
    return payload + check_character(payload)


def show_short(code: str) -> str:
    """Return a short code in three groups of four, as it is printed."""
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def read_short(text: str) -> str:
    """Return a typed short code in its plain form.

    Raises:
        CodeError: ``short.malformed`` or ``short.check``.
    """
    code = normalise(text)
    if len(code) != LENGTH or code[0] not in _FIRST:
        raise CodeError("short.malformed")
    if not has_check(code):
        raise CodeError("short.check")
    return code


def is_short(text: str) -> bool:
    """Return whether ``text``, typed or scanned, is a short code with the right check."""
    try:
        read_short(text)
    except CodeError:
        return False
    return True
