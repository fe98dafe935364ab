"""What others tell the stock slice."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from central_api.kit.facts import DoubtfulFact
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
    batch: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """What a store has of a product; ``named`` movements said their batch.

    ``moved_ms`` and ``asked_ms`` are the latest moments at which something came or left, and was wanted;
    ``stocked_ms`` is the first at which the store was told of its stock. 0 is never.
    """

    store_id: str
    product_id: str
    on_hand_milli: int
    committed_milli: int
    changed_ms: int
    named: int = 0
    moved_ms: int = 0
    asked_ms: int = 0
    stocked_ms: int = 0


@dataclass(frozen=True, slots=True)
class Floor:
    """What a store keeps for its counter, and since when it is silent.

    ``buffers`` are by product; others keep what is usual. ``heard_ms`` is ``None`` for a store without tills.
    ``today`` is the store's day as ISO; goods whose date is before it are promised to nobody.
    """

    store_id: str
    heard_ms: int | None = None
    buffers: Mapping[str, Buffer] = field(default_factory=dict)
    today: str = ""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the web may promise of a product in all, and what of it is free; thousandths, >= 0."""

    level: Level
    rights_milli: int
    free_milli: int


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted of a product at a moment; ``count_id`` is 0 before it is written."""

    document_id: str
    line: str
    store_id: str
    product_id: str
    counted_milli: int
    at_ms: int
    told_level_milli: int
    areas: str
    reason: str
    actor: str
    entry_id: str
    count_id: int = 0


@dataclass(frozen=True, slots=True)
class Transfer:
    """Goods between two stores; ``sent_ms`` and ``arrived_ms`` are ``None`` while that is not known."""

    transfer_id: str
    from_store: str
    to_store: str
    sent_ms: int | None
    sent_by: str
    note: str
    arrived_ms: int | None
    arrived_store: str | None
    arrived_document: str | None


@dataclass(frozen=True, slots=True)
class TransferLine:
    """What of a product was sent, and what arrived; ``None`` where that is not known."""

    line: str
    product_id: str
    sent_milli: int | None
    arrived_milli: int | None


@dataclass(frozen=True, slots=True)
class SerialPiece:
    """One piece with a serial number that was sold or came back."""

    product_id: str
    serial: str
    store_id: str
    sale_id: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A sale took what was kept for orders."""

    entry_id: str
    product_id: str
    on_hand_milli: int
    committed_milli: int

    @property
    def doubt(self) -> DoubtfulFact:
        """What a person has to look at."""
        return DoubtfulFact(
            "stock.breach",
            {
                "product_id": self.product_id,
                "on_hand_milli": self.on_hand_milli,
                "committed_milli": self.committed_milli,
            },
        )
