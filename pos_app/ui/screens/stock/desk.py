"""What the parts of the Stock screen share: the state, the tools, and how work is done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pos_app.services.errors import PosError
from pos_app.services.find_products import FoundProduct
from pos_app.services.piece_marks import PieceMarks
from pos_app.services.ports import Lane, Sounds
from pos_app.services.read_scan import ScanAction
from pos_app.services.records import Actor, Product
from pos_app.services.session import Session
from pos_app.services.stock_model import (
    ChainStore,
    DraftKind,
    Elsewhere,
    ExpiringBatch,
    Finished,
    ShortProduct,
    StockCard,
    StockDraft,
    Transfer,
    VarianceReason,
    WasteReason,
)
from pos_app.services.transfer_notes import TransferCode
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.stock.state import StockState

ResultT = TypeVar("ResultT")


class StockView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: StockState) -> None:
        """Show ``state``."""


class StockReader(Protocol):
    """Looks goods up."""

    def card(self, product_id: str) -> StockCard:
        """Return what this till knows of a product."""

    def ask_elsewhere(self, product_id: str) -> Elsewhere:
        """Ask head office for other stores; network lane."""

    def short(self) -> Sequence[ShortProduct]:
        """Return what is short."""

    def soon(self) -> Sequence[ExpiringBatch]:
        """Return batches whose date is near or over."""

    def scanned(self, code: TransferCode) -> Transfer:
        """Return the transfer whose delivery note was scanned, if it can be taken in here."""

    def transfers(self) -> tuple[Sequence[Transfer], Sequence[Transfer]]:
        """Return what is on its way to and from this store."""

    def stores(self) -> Sequence[ChainStore]:
        """Return the other stores."""

    def begun(self) -> Mapping[str, StockDraft]:
        """Return the documents that were begun."""


class StockMaker(Protocol):
    """Makes documents of goods; storage lane."""

    def open(self, actor: Actor, kind: DraftKind, *, transfer_id: str = "") -> StockDraft:
        """Begin, or go on."""

    def add(
        self, kind: DraftKind, product: Product, *, qty_milli: int = 1_000, marks: PieceMarks = ...
    ) -> StockDraft:
        """Put more of a product in."""

    def set_quantity(self, kind: DraftKind, line_id: str, *, qty_milli: int) -> StockDraft:
        """Write how much it is."""

    def take_as_sent(self) -> StockDraft:
        """Write that everything of a transfer arrived."""

    def set_expected(self, kind: DraftKind, line_id: str, *, expected_milli: int | None) -> StockDraft:
        """Write what the delivery note says."""

    def set_date(self, kind: DraftKind, line_id: str, *, expires: str) -> StockDraft:
        """Write which date is on the goods."""

    def remove(self, kind: DraftKind, line_id: str) -> StockDraft:
        """Take a product out."""

    def set_head(
        self,
        kind: DraftKind,
        *,
        number: str | None = None,
        reason: WasteReason | None = None,
        area: str | None = None,
        other_store: str | None = None,
    ) -> StockDraft:
        """Write what is above the lines."""

    def explain(self, line_id: str, reason: VarianceReason) -> StockDraft:
        """Say why a count differs."""

    def give_up(self, kind: DraftKind) -> None:
        """Forget a document."""

    def finish(self, actor: Actor, kind: DraftKind) -> Finished:
        """Write it."""


class NotePrinter(Protocol):
    """Prints delivery notes; storage lane."""

    def again(self, actor: Actor, transfer_id: str) -> None:
        """Print the note of a transfer once more."""


class ProductFinder(Protocol):
    """Finds products."""

    def favourites(self, category_id: str | None = None, *, limit: int = 60) -> Sequence[FoundProduct]:
        """Return the best sellers."""

    def search(self, text: str, *, category_id: str | None = None, limit: int = 60) -> Sequence[FoundProduct]:
        """Return products by name or code."""

    def by_id(self, product_id: str) -> FoundProduct | None:
        """Return one product."""


@dataclass(frozen=True, slots=True)
class StockTools:
    """What the screen works with."""

    look: StockReader
    documents: StockMaker
    notes: NotePrinter
    products: ProductFinder
    read_scan: Callable[[str], ScanAction]
    now_ms: Callable[[], int]
    currency: str
    sounds: Sounds
    storage: Lane
    network: Lane
    order: Callable[[Product], None] | None = None
    """Leads to where goods are ordered for a customer."""


class StockDesk:
    """Owns the state of the screen, and does its work on the lanes."""

    def __init__(self, tools: StockTools, *, session: Session, navigate: Callable[[str], None]) -> None:
        self.tools = tools
        self.session = session
        self.navigate = navigate
        self.state = StockState()
        self._view: StockView | None = None

    def bind(self, view: StockView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self.state)

    def show(self, state: StockState) -> None:
        """Show ``state``."""
        self.state = replace(state, now_ms=self.tools.now_ms())
        if self._view is not None:
            self._view.show_state(self.state)

    def store(self, work: Callable[[], ResultT], on_value: Callable[[ResultT], None]) -> None:
        """Do ``work`` on the storage lane; what it refuses is said."""
        self.tools.storage.run(work, on_value, self.refuse)

    def refuse(self, error: BaseException) -> None:
        """Say why something was not done."""
        self.show(replace(self.state, said=self.said(error), good=False))

    def said(self, error: BaseException) -> Said:
        """Return what to say; what is no error of the shop is a bug and goes on."""
        if not isinstance(error, PosError):
            raise error
        return said_of(error, self.tools.currency)
