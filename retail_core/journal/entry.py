"""The shapes of the journal: a draft, the entry it becomes, and the head of the chain."""

from collections.abc import Mapping
from dataclasses import dataclass

GENESIS_HASH = "0" * 64
"""The previous hash of the first entry of an incarnation."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact before it has its place in the chain.

    ``wall_ms`` is UTC since 1970, ``mono_ms`` the monotonic clock; order is the entry's ``seq``, never
    the clock. ``personal`` holds what may have to be erased one day and is therefore hashed apart.
    """

    type: str
    version: int
    wall_ms: int
    mono_ms: int
    actor: str
    body: Mapping[str, object]
    personal: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in its place; all hashes and the salt are lower-case hexadecimal text.

    ``terminal`` is the till's id and ``incarnation`` counts from 1, once more for each re-enrolment.
    After an erasure ``personal`` and ``salt`` are None while ``personal_hash`` stays.
    """

    id: str
    terminal: str
    incarnation: int
    seq: int
    type: str
    version: int
    wall_ms: int
    mono_ms: int
    actor: str
    prev_hash: str
    body: Mapping[str, object]
    personal: Mapping[str, object] | None
    salt: str | None
    body_hash: str
    personal_hash: str | None
    hash: str

    @property
    def head(self) -> "Head":
        """The head of a chain that ends with this entry."""
        return Head(self.terminal, self.incarnation, self.seq, self.hash)


@dataclass(frozen=True, slots=True)
class Head:
    """The last place that is taken in the chain of one incarnation of one till."""

    terminal: str
    incarnation: int
    seq: int
    hash: str


def genesis(terminal: str, incarnation: int) -> Head:
    """Return the head before the first entry: place 0 and a hash of zeros."""
    return Head(terminal, incarnation, 0, GENESIS_HASH)
