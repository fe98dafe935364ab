"""What the slices tell each other when a fact of a till takes effect."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FactContext:
    """Where a fact comes from; all of it from the terminal's identity, the entry's header and the chain."""

    entry_id: str
    terminal_id: str
    store_id: str
    incarnation: int
    seq: int
    wall_ms: int
    actor: str


@dataclass(frozen=True, slots=True)
class DoubtfulFact:
    """Something about a fact that a person has to look at; the fact itself was applied.

    ``kind`` is a code such as ``coupon.already_used``; ``args`` names what it is about, nothing personal.
    """

    kind: str
    args: dict[str, str | int] = field(default_factory=dict)
