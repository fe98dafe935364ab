"""What others tell the stock slice."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from retail_core.stock import Buffer


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


@dataclass(frozen=True, slots=True)
class Floor:
    """What a store keeps for its counter, and since when it is silent.

    ``buffers`` are by product; others keep what is usual. ``heard_ms`` is ``None`` for a store without tills.
    """

    store_id: str
    heard_ms: int | None = None
    buffers: Mapping[str, Buffer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rights:
    """What the web may promise of a product in all, and what of it is free; thousandths, >= 0."""

    level: Level
    rights_milli: int
    free_milli: int
