"""Looks goods up here and in other stores, and leads to the documents that move them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pos_app.services import rights
from pos_app.services.events import EventBus, StoreDataChanged
from pos_app.services.piece_marks import NO_MARKS, PieceMarks
from pos_app.services.read_scan import ChooseProduct, NeedsWeight, SellProduct, TransferScanned
from pos_app.services.records import Product
from pos_app.services.session import Session
from pos_app.services.stock_documents import RIGHT_OF
from pos_app.services.stock_model import (
    KINDS,
    ChainStore,
    Elsewhere,
    ExpiringBatch,
    ShortProduct,
    StockCard,
    StockDraft,
    Transfer,
)
from pos_app.ui.said import Said
from pos_app.ui.screens.stock.desk import StockDesk, StockTools, StockView
from pos_app.ui.screens.stock.document_part import DocumentPart
from pos_app.ui.screens.stock.state import LISTS, ExpiringRow, ListName, ShortRow, StockState
from pos_app.ui.screens.stock.transfer_part import TransferPart

MOST_FOUND = 60


@dataclass(frozen=True, slots=True)
class _Known:
    """What the till knows beside products."""

    coming: tuple[Transfer, ...]
    going: tuple[Transfer, ...]
    stores: tuple[ChainStore, ...]
    begun: Mapping[str, StockDraft]


class StockPresenter:
    """Owns the screen; ``document`` is the part that makes documents, ``transfers`` that of what travels."""

    def __init__(
        self, tools: StockTools, *, session: Session, navigate: Callable[[str], None], events: EventBus
    ) -> None:
        self._desk = StockDesk(tools, session=session, navigate=navigate)
        self._tools = tools
        self.document = DocumentPart(self._desk)
        self.transfers = TransferPart(self._desk, self.document)
        self._is_here = False
        events.subscribe(StoreDataChanged, self._on_store_data)

    @property
    def state(self) -> StockState:
        """What is shown."""
        return self._desk.state

    def bind(self, view: StockView) -> None:
        """Show everything in ``view`` from now on."""
        self._desk.bind(view)

    def enter(self) -> None:
        """Show the goods, and what was begun."""
        self._is_here = True
        actor = self._desk.session.require_actor()
        allowed = frozenset(kind for kind in KINDS if rights.allows(actor.rights, RIGHT_OF[kind]))
        sells = self._desk.session.shift is not None and rights.allows(actor.rights, rights.SELL)
        self._desk.show(StockState(allowed=allowed, may_order=sells and self._tools.order is not None))
        self._look_up("")
        self._reload()

    def leave(self) -> None:
        """A document that was begun waits in the till."""
        self._is_here = False
        self._desk.show(replace(self.state, draft=None, form=None, choices=(), asking=False))

    def show_list(self, name: ListName) -> None:
        """Show products, what is short, or what is on its way."""
        if name in LISTS:
            self._desk.show(replace(self.state, list=name, text="", chosen_batch=None, said=Said()))
            self._look_up("")
            self._reload()

    def search(self, text: str) -> None:
        """Show products by name or code as it is typed."""
        if self.state.draft is None and self.state.list != "products":
            self._desk.show(replace(self.state, list="products"))
        self._look_up(text.strip())

    def submit(self, text: str) -> None:
        """Take the only product that was found, or what the code says."""
        if not text.strip():
            return
        self.search(text)
        if len(self.state.found) == 1:
            self._take(self.state.found[0].product)
        else:
            self.on_scan(text)

    def on_scan(self, text: str) -> None:
        """Show a product, or put it into the document that is open."""
        action = self._tools.read_scan(text)
        if isinstance(action, TransferScanned):
            self.transfers.on_code(action.code)
            return
        if isinstance(action, (SellProduct, NeedsWeight, ChooseProduct)):
            self._tools.sounds.good()
        else:
            self._tools.sounds.unknown()
        if isinstance(action, SellProduct):
            pieces = 1_000 if action.pack is None else 1_000 * action.pack.pieces
            self._take(action.product, qty_milli=action.qty_milli or pieces, marks=action.marks)
        elif isinstance(action, NeedsWeight):
            self._take(action.product, qty_milli=0)
        elif isinstance(action, ChooseProduct):
            self._desk.show(replace(self.state, choices=tuple(action.products), said=Said()))
        else:
            self._desk.show(
                replace(self.state, said=Said("stock.no_product", (text.strip()[:40],)), good=False)
            )

    def choose(self, key: str) -> None:
        """Open what was tapped in the list: a product, a transfer, or a line of the document."""
        state = self.state
        if state.choices:
            product = next((each for each in state.choices if each.product_id == key), None)
            if product is not None:
                self._desk.show(replace(state, choices=()))
                self._take(product)
        elif state.draft is not None and not state.text:
            self.document.choose(key)
        elif state.list == "expiring" and state.draft is None and not state.text:
            self._choose_batch(next((each for each in state.expiring if each.key == key), None))
        elif state.list == "travelling" and state.draft is None:
            found = next((each for each in (*state.coming, *state.going) if each.transfer_id == key), None)
            self.transfers.show(found)
        else:
            self.choose_product(key)

    def choose_product(self, product_id: str) -> None:
        """Show a product, or put it into the document that is open."""
        found = self._tools.products.by_id(product_id)
        if found is not None:
            self._take(found.product)

    def ask_elsewhere(self) -> None:
        """Ask head office which other stores have the product that is shown."""
        product = self.state.product
        if product is None or self.state.asking:
            return
        self._desk.show(replace(self.state, asking=True, asked_error=Said()))
        self._tools.network.run(
            lambda: self._tools.look.ask_elsewhere(product.product_id),
            lambda found: self._on_elsewhere(product, found),
            lambda error: self._on_not_asked(product, error),
        )

    def order(self) -> None:
        """Order the product that is shown for a customer."""
        product = self.state.product
        if product is not None and self.state.can_order and self._tools.order is not None:
            self._tools.order(product)

    def write_off(self) -> None:
        """Begin to write off the batch that is looked at; the quantity can still be changed."""
        row = self.state.chosen_batch
        if row is None:
            return
        batch = row.expiring.batch
        marks = PieceMarks(batch=batch.number, expires=batch.expires)
        # A document that was begun has its own reason, or asks for one.
        begun = "waste" in self.state.begun
        self.document.open("waste")
        self.document.take(row.product, qty_milli=batch.qty_milli, marks=marks)
        if row.expiring.days_left < 0 and not begun:
            self.document.set_reason("expired")

    def go_back(self) -> None:
        """Leave what is in front: a choice, a review, a document, the screen."""
        state = self.state
        if state.form is not None:
            self.document.line.close_form()
        elif state.choices:
            self._desk.show(replace(state, choices=()))
        elif state.draft is not None and state.text:
            self._look_up("")
        elif state.giving_up:
            self.document.ask_give_up(asking=False)
        elif state.reviewing:
            self.document.count_on()
        elif state.draft is not None:
            self.document.put_aside()
            self._reload()
        else:
            self._desk.navigate("open_shift" if self._desk.session.shift is None else "sell")

    def _choose_batch(self, row: ExpiringRow | None) -> None:
        if row is not None:
            self._take(row.product)
            self._desk.show(replace(self.state, chosen_batch=row))

    def _take(self, product: Product, *, qty_milli: int | None = None, marks: PieceMarks = NO_MARKS) -> None:
        if self.document.kind is not None:
            if self.state.text:
                self._look_up("")
            usual = 0 if product.sold_by == "weight" else 1_000
            taken = usual if qty_milli is None else qty_milli
            self.document.take(product, qty_milli=taken, marks=marks)
            return
        self._desk.show(
            replace(
                self.state,
                product=product,
                transfer=None,
                chosen_batch=None,
                card=None,
                asked_error=Said(),
                asking=False,
                said=Said(),
            )
        )
        self._load_card(product)
        self.ask_elsewhere()

    def _look_up(self, text: str) -> None:
        products = self._tools.products
        found = products.search(text, limit=MOST_FOUND) if text else products.favourites(limit=MOST_FOUND)
        goods = tuple(each for each in found if not each.product.deposit)
        self._desk.show(replace(self.state, text=text, found=goods))

    def _load_card(self, product: Product) -> None:
        self._desk.store(
            lambda: self._tools.look.card(product.product_id), lambda card: self._on_card(product, card)
        )

    def _on_card(self, product: Product, card: StockCard) -> None:
        if self.state.product == product:
            self._desk.show(replace(self.state, card=card))

    def _on_elsewhere(self, product: Product, found: Elsewhere) -> None:
        state = self.state
        if state.product != product:
            return
        card = None if state.card is None else replace(state.card, elsewhere=found)
        self._desk.show(replace(state, card=card, asking=False))
        self._load_card(product)

    def _on_not_asked(self, product: Product, error: BaseException) -> None:
        said = self._desk.said(error)
        if self.state.product == product:
            self._desk.show(replace(self.state, asking=False, asked_error=said))

    def _reload(self) -> None:
        look = self._tools.look
        if self.state.list == "short":
            # A week of sales is looked through: no sale has to wait behind that.
            self._tools.network.run(lambda: tuple(look.short()), self._on_short, self._desk.refuse)
        if self.state.list == "expiring":
            self._desk.store(lambda: tuple(look.soon()), self._on_soon)

        def work() -> _Known:
            coming, going = look.transfers()
            return _Known(
                tuple(coming),
                tuple(going),
                tuple(look.stores()),
                look.begun(),
            )

        self._desk.store(work, self._on_known)

    def _on_known(self, known: _Known) -> None:
        state = replace(
            self.state,
            coming=known.coming,
            going=known.going,
            stores=known.stores,
            begun=frozenset(kind for kind in KINDS if kind in known.begun),
        )
        self._desk.show(state)

    def _on_short(self, short: tuple[ShortProduct, ...]) -> None:
        rows = []
        for each in short:
            found = self._tools.products.by_id(each.product_id)
            if found is not None:
                rows.append(ShortRow(each, found.product))
        self._desk.show(replace(self.state, short=tuple(rows)))

    def _on_soon(self, soon: tuple[ExpiringBatch, ...]) -> None:
        rows = []
        for each in soon:
            found = self._tools.products.by_id(each.product_id)
            if found is not None:
                rows.append(ExpiringRow(each, found.product))
        was = self.state.chosen_batch
        chosen = None if was is None else next((each for each in rows if each.key == was.key), None)
        self._desk.show(replace(self.state, expiring=tuple(rows), chosen_batch=chosen))

    def _on_store_data(self, event: StoreDataChanged) -> None:
        if not self._is_here or not event.kinds & {"stock", "transfer", "place"}:
            return
        if self.state.draft is None:
            self._look_up(self.state.text)
        if self.state.product is not None:
            self._load_card(self.state.product)
        self._reload()
