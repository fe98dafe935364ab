"""What is missing here and another store has: choose the store, ask the customer, let it go there."""

from dataclasses import replace
from typing import Protocol

from pos_app.services.errors import PosError
from pos_app.services.order_model import Order, OrderLine
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.stock_model import Elsewhere, StockCard, StoreStock
from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.state import Message, MoveForm


class ElsewhereUseCase(Protocol):
    """Knows what other stores have."""

    def card(self, product_id: str) -> StockCard:
        """Return what this till knows of a product."""

    def ask_elsewhere(self, product_id: str) -> Elsewhere:
        """Ask head office for other stores; network lane."""


class MoveUseCase(Protocol):
    """Moves goods to other stores."""

    def move_short(
        self, actor: Actor, order_id: str, *, line_id: str, qty_milli: int, store_id: str
    ) -> Order:
        """Let another store hand over what is missing."""


class Moving:
    """The part of the presenter for what goes to another store."""

    def __init__(self, host: Host, *, stock: ElsewhereUseCase, move: MoveUseCase, network: Lane) -> None:
        self._host = host
        self._stock = stock
        self._move = move
        self._network = network

    def open(self) -> None:
        """Show which stores had it when head office was last asked, and ask anew."""
        line = self._line()
        if line is None:
            return
        known = self._stock.card(line.product_id).elsewhere
        form = MoveForm(line.product_id, known, asking=True)
        self._host.show(replace(self._host.read().over("other_store"), move=form))
        self._network.run(
            lambda: self._stock.ask_elsewhere(line.product_id), self._on_answer, self._on_no_answer
        )

    def choose(self, store_id: str) -> None:
        """The customer would go to this store."""
        state = self._host.read()
        if state.move is not None:
            self._host.show(replace(state, move=replace(state.move, store_id=store_id), message=None))

    def agree(self, agreed: bool) -> None:
        """The customer was asked and will collect it there, or not."""
        state = self._host.read()
        if state.move is not None:
            self._host.show(replace(state, move=replace(state.move, agreed=agreed), message=None))

    def move(self) -> None:
        """Let the chosen store hand it over; the customer has to have agreed."""
        state = self._host.read()
        order, short, form = state.order, state.short, state.move
        if order is None or short is None or form is None or not form.store_id:
            return
        if not form.agreed:
            self._host.show(replace(state, message=Message("order.ask_customer_store")))
            return
        actor = self._host.actor()
        self._host.run(
            lambda: self._move.move_short(
                actor,
                order.order_id,
                line_id=short.line_id,
                qty_milli=short.qty_milli,
                store_id=form.store_id,
            ),
            self._on_moved,
        )

    def _on_moved(self, order: Order) -> None:
        if order.progress.is_open:
            self._host.show(self._host.read().down())
            self._host.back(order)
        else:
            self._host.close(Message("pick.all_moved", (order.number,), good=True))

    def _on_answer(self, found: Elsewhere) -> None:
        form = self._host.read().move
        if form is not None:
            self._host.show(replace(self._host.read(), move=replace(form, known=found, asking=False)))

    def _on_no_answer(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        form = self._host.read().move
        if form is not None:
            # What was known before is shown with its age; the fact is for head office to judge.
            self._host.show(replace(self._host.read(), move=replace(form, asking=False)))

    def _line(self) -> OrderLine | None:
        state = self._host.read()
        if state.order is None or state.short is None:
            return None
        return state.order.goods_by_id().get(state.short.line_id)


def stores_for(form: MoveForm, *, pieces_milli: int) -> list[StoreStock]:
    """Return the stores that have enough, nearest first, and no more than a list shows at once."""
    stores = () if form.known is None else form.known.stores
    return [store for store in stores if store.free_milli >= pieces_milli][:MOST_STORES]


MOST_STORES = 4
