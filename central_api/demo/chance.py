"""Chance that is the same each time."""

import random

Chance = random.Random


def chance_of(*parts: object) -> Chance:
    """Return a source of chance that depends on ``parts`` only."""
    return random.Random("/".join(str(part) for part in parts))  # noqa: S311 - demo data, no secrets.


def hex_of(chance: Chance, digits: int) -> str:
    """Return so many random hexadecimal digits."""
    return f"{chance.getrandbits(4 * digits):0{digits}x}"


def id_at(chance: Chance, wall_ms: int) -> str:
    """Return an id of 32 hexadecimal digits that sorts by ``wall_ms``."""
    return f"{wall_ms:012x}7{hex_of(chance, 19)}"
