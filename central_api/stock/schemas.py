"""What others tell the stock slice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Movement:
    """Goods that came, left, or were promised; (``cause``, ``ref``, ``line``) move stock once.

    ``on_hand_milli`` is added to what is on hand, ``committed_milli`` to what paid orders wait for.
    """

    store_id: str
    product_id: str
    on_hand_milli: int
    committed_milli: int
    cause: str
    ref: str
    line: str
    moved_ms: int
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """What a store has of a product."""

    store_id: str
    product_id: str
    on_hand_milli: int
    committed_milli: int
    changed_ms: int
