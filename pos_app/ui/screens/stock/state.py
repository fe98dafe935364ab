"""What the Stock screen shows."""

from dataclasses import dataclass, field
from typing import Final, Literal

from pos_app.services.find_products import FoundProduct
from pos_app.services.records import Product
from pos_app.services.stock_model import (
    ChainStore,
    DraftKind,
    ExpiringBatch,
    ShortProduct,
    StockCard,
    StockDraft,
    Transfer,
)
from pos_app.ui.quantity_entry import QuantityEntry
from pos_app.ui.said import Said

ListName = Literal["products", "short", "expiring", "travelling"]
LISTS: Final[tuple[ListName, ...]] = ("products", "short", "expiring", "travelling")
Field = Literal["quantity", "expected", "date"]


@dataclass(frozen=True, slots=True)
class ShortRow:
    """A product that is short, with its product where the catalog knows it."""

    short: ShortProduct
    product: Product


@dataclass(frozen=True, slots=True)
class ExpiringRow:
    """A batch whose date is near or over, with its product."""

    expiring: ExpiringBatch
    product: Product

    @property
    def key(self) -> str:
        """What tells it from the others."""
        batch = self.expiring.batch
        return f"{self.expiring.product_id}|{batch.expires}|{batch.number}"

    @property
    def value_minor(self) -> int:
        """What it is worth at the price of today."""
        return self.product.price_minor * self.expiring.batch.qty_milli // 1_000


@dataclass(frozen=True, slots=True)
class LineForm:
    """The sheet of one line: what is keyed in, and of what."""

    line_id: str
    what: Field
    entry: QuantityEntry
    date: str = ""
    """Digits of a date as they are keyed in."""
    said: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class StockState:
    """Everything on the screen; with a ``draft`` the document is shown, else what is looked up."""

    list: ListName = "products"
    text: str = ""
    """What is searched for."""
    found: tuple[FoundProduct, ...] = ()
    short: tuple[ShortRow, ...] = ()
    expiring: tuple[ExpiringRow, ...] = ()
    chosen_batch: ExpiringRow | None = None
    """The batch of the list that is looked at."""
    coming: tuple[Transfer, ...] = ()
    going: tuple[Transfer, ...] = ()
    stores: tuple[ChainStore, ...] = ()
    product: Product | None = None
    transfer: Transfer | None = None
    card: StockCard | None = None
    asking: bool = False
    asked_error: Said = field(default_factory=Said)
    allowed: frozenset[DraftKind] = frozenset()
    begun: frozenset[DraftKind] = frozenset()
    draft: StockDraft | None = None
    reviewing: bool = False
    """Whether the differences of a count are shown; before that it is blind."""
    chosen_id: str = ""
    """The line whose reason is asked for."""
    choices: tuple[Product, ...] = ()
    """What a code may mean, where it is several things."""
    form: LineForm | None = None
    giving_up: bool = False
    said: Said = field(default_factory=Said)
    good: bool = False
    now_ms: int = 0
    may_order: bool = False
    """Whether somebody may order goods for a customer here: in a shift, with the right to sell."""

    @property
    def can_order(self) -> bool:
        """Whether the product that is shown can be ordered."""
        return self.may_order and self.product is not None and self.product.sold_by == "piece"

    def store_name(self, store_id: str) -> str:
        """Return what a store is called."""
        return next((each.name for each in self.stores if each.store_id == store_id), store_id)
