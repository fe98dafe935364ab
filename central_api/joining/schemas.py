"""What the joining slice takes."""

from dataclasses import dataclass, field
from typing import Literal

Means = Literal["till", "link", "online"]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed to, or no longer; ``wording`` is the version of the text."""

    kind: str
    given: bool
    wording: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where and by whom something about a member was stated; all of it may be unknown online."""

    store_id: str | None = None
    terminal_id: str | None = None
    staff_id: str | None = None
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Joiner:
    """Somebody who joins; ``ref`` makes a repetition safe: the entry's id, or the request's."""

    ref: str
    member_id: str
    alias: str
    phone: str
    name: str
    birthday: str
    tier: str
    means: Means
    joined_ms: int
    place: Place
    consents: tuple[Agreed, ...] = field(default=())
