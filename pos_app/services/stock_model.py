"""Documents of goods that are being made, transfers, and what other stores have."""

from dataclasses import dataclass
from typing import Final, Literal

from pos_app.services.records import Names, SoldBy, StockLevel
from retail_core.batches import Batch, BatchFigures

DraftKind = Literal["receive", "waste", "count", "send", "arrive"]
KINDS: Final[tuple[DraftKind, ...]] = ("receive", "waste", "count", "send", "arrive")

WasteReason = Literal["damaged", "expired", "theft", "sample", "own_use"]
WASTE_REASONS: Final[tuple[WasteReason, ...]] = ("damaged", "expired", "theft", "sample", "own_use")

VarianceReason = Literal["", "miscounted", "theft", "damaged", "unknown"]
VARIANCE_REASONS: Final[tuple[VarianceReason, ...]] = ("miscounted", "theft", "damaged", "unknown")


@dataclass(frozen=True, slots=True)
class AreaPart:
    """What was counted of a product in one area; thousandths, >= 0."""

    area: str
    qty_milli: int


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One product of a document; quantities are thousandths, >= 0.

    ``expected_milli`` is what the delivery note says, or what was sent; ``None`` where nobody said.
    Of a count: ``parts`` by area, the moment of the last change, the level at that moment, whether the
    level changed since the first one, and why the count differs. ``batches`` are what of it is of known
    batches, ``serials`` the numbers that were scanned.
    """

    line_id: str
    product_id: str
    names: Names
    sku: str
    sold_by: SoldBy
    qty_milli: int
    expected_milli: int | None = None
    parts: tuple[AreaPart, ...] = ()
    at_ms: int = 0
    level_milli: int = 0
    sold_between: bool = False
    reason: VarianceReason = ""
    batches: tuple[Batch, ...] = ()
    serials: tuple[str, ...] = ()

    @property
    def difference_milli(self) -> int:
        """What a count found more (or less) than the level."""
        return self.qty_milli - self.level_milli

    def in_area(self, area: str) -> int:
        """Return what was counted in ``area``."""
        return sum(part.qty_milli for part in self.parts if part.area == area)


@dataclass(frozen=True, slots=True)
class StockDraft:
    """A document that was begun; it is kept as it changes.

    ``number`` is of the delivery note, ``reason`` of what is wasted, ``area`` where is counted now,
    ``other_store`` where goods go to or come from, ``transfer_id`` which of them arrived.
    """

    document_id: str
    kind: DraftKind
    begun_ms: int
    lines: tuple[DraftLine, ...] = ()
    number: str = ""
    reason: WasteReason | Literal[""] = ""
    note: str = ""
    area: str = ""
    other_store: str = ""
    transfer_id: str = ""

    def line(self, line_id: str) -> DraftLine | None:
        """Return one line."""
        return next((each for each in self.lines if each.line_id == line_id), None)

    def of_product(self, product_id: str) -> DraftLine | None:
        """Return the line of a product."""
        return next((each for each in self.lines if each.product_id == product_id), None)


@dataclass(frozen=True, slots=True)
class TransferLine:
    """What of a product travels, in thousandths, and what of it is of known batches."""

    line_id: str
    product_id: str
    qty_milli: int
    batches: tuple[Batch, ...] = ()


@dataclass(frozen=True, slots=True)
class Transfer:
    """Goods on their way between two stores."""

    transfer_id: str
    from_store: str
    to_store: str
    sent_ms: int
    sent_by: str
    note: str
    lines: tuple[TransferLine, ...]

    def of_product(self, product_id: str) -> int:
        """Return how much of a product travels."""
        return sum(line.qty_milli for line in self.lines if line.product_id == product_id)


@dataclass(frozen=True, slots=True)
class ChainStore:
    """A store of the chain; the place is latitude and longitude in millionths of a degree."""

    store_id: str
    number: int
    name: str
    address: str
    place: tuple[int, int] | None
    region: str = ""


@dataclass(frozen=True, slots=True)
class StoreStock:
    """What another store has of a product; ``heard_ms`` is when it was last heard, ``None`` without tills."""

    store_id: str
    name: str
    distance_m: int | None
    on_hand_milli: int
    free_milli: int
    heard_ms: int | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What head office said of a product at ``asked_ms``: other stores, nearest first, and our web rights."""

    asked_ms: int
    stores: tuple[StoreStock, ...]
    web_milli: int


@dataclass(frozen=True, slots=True)
class StockCard:
    """What a till knows of a product's stock; ``level`` is ``None`` where nobody ever said."""

    product_id: str
    level: StockLevel | None
    arriving_milli: int
    elsewhere: Elsewhere | None
    batches: BatchFigures | None = None
    """What is left of each batch, of a product that is kept so."""


@dataclass(frozen=True, slots=True)
class ExpiringBatch:
    """What the store still has of a batch whose date is near or over."""

    product_id: str
    batch: Batch
    days_left: int


@dataclass(frozen=True, slots=True)
class ShortProduct:
    """A product of which less is free than was sold here in seven days."""

    product_id: str
    free_milli: int
    sold_milli: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A document that was written: how many products, and how much of them in all."""

    kind: DraftKind
    lines: int
    qty_milli: int
