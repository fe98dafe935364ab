"""Staff badges: ``ST`` and ten characters of Crockford's base 32, the last of them a check.

The nine random characters are a secret of 45 bits; a till keeps only a keyed hash of the text.
"""

from retail_core.codes.crockford import check_character, encode_bits, has_check

PREFIX = "ST"
"""What every badge starts with."""

RANDOM_BYTES = 6
"""Random bytes that a new badge needs; 45 bits of them are used."""

_LENGTH = 12


def make_badge(random: bytes) -> str:
    """Return the text of a badge made from six random bytes.

    Raises:
        ValueError: There are not six bytes.
    """
    if len(random) != RANDOM_BYTES:
        raise ValueError(len(random))
    payload = encode_bits(int.from_bytes(random, "big"), 9)
    return PREFIX + payload + check_character(payload)


def is_badge(text: str) -> bool:
    """Return whether ``text``, in capitals, is a badge with the right check."""
    return len(text) == _LENGTH and text.startswith(PREFIX) and has_check(text[len(PREFIX) :])
