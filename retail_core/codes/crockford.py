"""Crockford's base 32 with a check character, for codes that people type.

The check character is a weighted sum over the field of 32 elements: it catches every wrong character and
every two that changed places. (Crockford's own check needs five signs that no hand scanner agrees on.)
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The 32 characters: no I, L, O, U."""

_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_FIELD_POLYNOMIAL = 0b100101


def normalise(text: str) -> str:
    """Return typed text in capitals, without hyphens and spaces, O as 0, I and L as 1."""
    return text.upper().translate(_LOOK_ALIKES) if text.isascii() else text


def is_base32(text: str) -> bool:
    """Return whether ``text`` holds characters of the alphabet only."""
    return all(character in _VALUES for character in text)


def check_character(payload: str) -> str:
    """Return the check character of a payload of at most 30 characters of the alphabet."""
    total = 0
    for character in payload:
        total = _doubled(total ^ _VALUES[character])
    return ALPHABET[total]


def has_check(text: str) -> bool:
    """Return whether ``text`` is base 32 and ends with its check character."""
    return len(text) >= 2 and is_base32(text) and check_character(text[:-1]) == text[-1]


def encode_bits(number: int, length: int) -> str:
    """Return the lowest ``5 * length`` bits of ``number`` as ``length`` characters."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def _doubled(value: int) -> int:
    value <<= 1
    return value ^ _FIELD_POLYNOMIAL if value & 32 else value
