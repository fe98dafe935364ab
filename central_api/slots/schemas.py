"""What the slots slice gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A slot that could be promised; an order of it is ready when it begins. UTC milliseconds."""

    starts_ms: int
    ends_ms: int
    free: int
