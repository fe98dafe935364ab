"""Asks where goods can be had, for whom and when; puts what head office keeps into the basket."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services.basket_model import Basket
from pos_app.services.errors import PosError, RuleError
from pos_app.services.order_goods_model import Held, Offers, Wish
from pos_app.services.ports import Lane, Sounds
from pos_app.services.records import Actor, Product
from pos_app.services.session import Session
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.order.state import MOST_PIECES, OrderState

_LEAST_DIGITS = 5
_STALE = frozenset({"stock.not_enough", "order.slot_full", "order.no_slot", "order.offer_gone"})
"""Refusals after which what is shown is out of date."""


class OrderView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: OrderState) -> None:
        """Show ``state``."""


class Orderer(Protocol):
    """Orders goods; all but ``put_in`` on the network lane."""

    def offers(self, product_id: str) -> Offers:
        """Ask where a product can be ordered."""

    def hold(self, actor: Actor, wish: Wish) -> Held:
        """Let head office keep what is wished."""

    def put_in(self, held: Held, *, instead_of: str = "") -> None:
        """Put it into the basket."""

    def let_go(self, order_id: str) -> None:
        """Let it go again."""


@dataclass(frozen=True, slots=True)
class OrderTools:
    """What the screen works with."""

    orders: Orderer
    basket: Callable[[], Basket]
    now_ms: Callable[[], int]
    currency: str
    sounds: Sounds
    network: Lane


class OrderPresenter:
    """Owns the screen; others say by :meth:`begin` what is to be ordered before they lead to it."""

    def __init__(self, tools: OrderTools, *, session: Session, navigate: Callable[[str], None]) -> None:
        self._tools = tools
        self._session = session
        self._navigate = navigate
        self._view: OrderView | None = None
        self._state = self._begun = OrderState()
        self._line_id = ""
        self._from = "sell"
        self._visit = 0

    @property
    def state(self) -> OrderState:
        """What is shown."""
        return self._state

    def bind(self, view: OrderView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def begin(self, product: Product, *, pieces: int = 1, line_id: str = "", way_back: str = "sell") -> None:
        """Note what is to be ordered; of a line of the basket it is ordered instead of carried out."""
        self._line_id = line_id
        self._from = way_back
        self._begun = OrderState(product=product, pieces=min(MOST_PIECES, max(1, pieces)))

    def enter(self) -> None:
        """Ask where it can be had."""
        self._visit += 1
        member = self._tools.basket().member
        known = "" if member is None else f"{member.masked_name} {member.phone_last4}".strip()
        # Who is known by a code only can be named by head office once their number is known.
        is_known = member is not None and member.member_id is not None
        self._show(replace(self._begun, member=known if is_known else ""))
        self.ask()

    def leave(self) -> None:
        """What is asked for still may not lie in the basket any more."""
        self._visit += 1
        self._show(OrderState())

    def ask(self) -> None:
        """Ask head office where it can be had now."""
        product = self._state.product
        if product is None or self._state.asking:
            return
        visit = self._visit
        self._show(replace(self._state, asking=True, asked_error=Said()))
        self._tools.network.run(
            lambda: self._tools.orders.offers(product.product_id),
            lambda offers: self._on_offers(visit, offers),
            lambda error: self._on_not_asked(visit, error),
        )

    def choose(self, choice: str) -> None:
        """Choose a store, or that a courier brings it."""
        if self._state.holding:
            return
        self._show(replace(self._state, choice=choice, slot_ms=None, said=Said()))

    def choose_time(self, slot_ms: int) -> None:
        """Choose one of the times that the store promises."""
        if not self._state.holding:
            self._show(replace(self._state, slot_ms=slot_ms, said=Said()))

    def step(self, pieces: int) -> None:
        """Want more, or fewer."""
        if self._state.holding:
            return
        wanted = min(MOST_PIECES, max(1, self._state.pieces + pieces))
        self._show(_with_a_choice(replace(self._state, pieces=wanted, said=Said())))

    def type_name(self, text: str) -> None:
        """Note for whom it is."""
        self._state = replace(self._state, name=text)

    def type_phone(self, text: str) -> None:
        """Note the number to call."""
        self._state = replace(self._state, phone=text)

    def type_address(self, text: str) -> None:
        """Note where the courier brings it."""
        self._state = replace(self._state, address=text)

    def submit(self) -> None:
        """Let head office keep it, and put it into the basket."""
        if self._state.holding:
            return
        try:
            actor = self._session.require_actor()
            wish = self._wish()
        except RuleError as error:
            self._refuse(error)
            return
        visit = self._visit
        self._show(replace(self._state, holding=True, said=Said()))
        self._tools.network.run(
            lambda: self._tools.orders.hold(actor, wish),
            lambda held: self._on_held(visit, held),
            lambda error: self._on_not_held(visit, error),
        )

    def on_scan(self) -> None:
        """Take no scan while it is asked for whom goods are: what was begun would be lost unseen."""
        self._tools.sounds.attention()
        self._show(replace(self._state, said=Said("scan.answer_first")))

    def go_back(self) -> None:
        """Order nothing."""
        self._navigate(self._from)

    def _wish(self) -> Wish:
        state, member = self._state, self._tools.basket().member
        if state.product is None or state.product.sold_by != "piece" or state.product.deposit:
            raise RuleError("order.not_for_order")
        if not state.choice:
            raise RuleError("order.no_place")
        name, phone = state.name.strip(), "".join(each for each in state.phone if each.isdigit())
        has_phone = len(phone) >= _LEAST_DIGITS
        if state.needs_name and not (name and has_phone):
            raise RuleError("order.nobody")
        if state.is_brought and not (has_phone and state.address.strip()):
            raise RuleError("order.no_address")
        return Wish(
            product_id=state.product.product_id,
            qty_milli=state.pieces * 1_000,
            fulfilment="courier" if state.is_brought else "pickup",
            store_id=None if state.is_brought else state.choice,
            slot_ms=state.slot_ms,
            member_id=None if state.needs_name or member is None else member.member_id,
            name=name if state.needs_name else "",
            phone=phone if state.needs_phone else "",
            address=state.address.strip() if state.is_brought else "",
        )

    def _on_offers(self, visit: int, offers: Offers) -> None:
        if visit != self._visit:
            return
        self._show(_with_a_choice(replace(self._state, offers=offers, asking=False)))

    def _on_not_asked(self, visit: int, error: BaseException) -> None:
        said = self._said(error)
        if visit == self._visit:
            self._show(replace(self._state, asking=False, asked_error=said))

    def _on_held(self, visit: int, held: Held) -> None:
        if visit != self._visit:
            # The person went away meanwhile: nobody waits for it.
            order_id = held.goods.order_id
            self._tools.network.run(lambda: self._tools.orders.let_go(order_id), lambda _: None, _raise)
            return
        try:
            self._tools.orders.put_in(held, instead_of=self._line_id)
        except RuleError as error:
            order_id = held.goods.order_id
            self._tools.network.run(lambda: self._tools.orders.let_go(order_id), lambda _: None, _raise)
            self._refuse(error)
            return
        self._tools.sounds.good()
        self._navigate("sell")

    def _on_not_held(self, visit: int, error: BaseException) -> None:
        said = self._said(error)
        if visit != self._visit:
            return
        self._tools.sounds.attention()
        self._show(replace(self._state, holding=False, said=said))
        if said.code in _STALE:
            self._show(replace(self._state, slot_ms=None))
            self.ask()

    def _refuse(self, error: RuleError) -> None:
        self._tools.sounds.attention()
        self._show(replace(self._state, holding=False, said=self._said(error)))

    def _said(self, error: BaseException) -> Said:
        if not isinstance(error, PosError):
            raise error
        return said_of(error, self._tools.currency)

    def _show(self, state: OrderState) -> None:
        self._state = replace(state, now_ms=self._tools.now_ms())
        if self._view is not None:
            self._view.show_state(self._state)


def _with_a_choice(state: OrderState) -> OrderState:
    """Return the state with the chosen place if it has enough, else with the first one that has."""
    places = () if state.offers is None else state.offers.places
    enough = [each.store_id for each in places if state.has_enough(each)]
    if state.choice in enough or (state.is_brought and enough):
        return state
    return replace(state, choice=next(iter(enough), ""), slot_ms=None)


def _raise(error: BaseException) -> None:
    raise error
