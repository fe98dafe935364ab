"""Turns taps and pickup codes into picked, ready and handed-over orders."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pos_app.services.bag_labels import read_label
from pos_app.services.errors import PosError
from pos_app.services.events import EventBus, OrderArrived, OrderChanged, StoreDataChanged
from pos_app.services.hand_over_order import HandedOver, HandOverOffer
from pos_app.services.list_orders import OrderBoard
from pos_app.services.order_model import Order
from pos_app.services.ports import Clock, Lane, Sounds, Timers
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.ui.screens.pickup.couriers import Couriers, CourierUseCase, is_again
from pos_app.ui.screens.pickup.giving import GiveBackUseCase, Giving, ReasonUseCase, to_put_back
from pos_app.ui.screens.pickup.minding import (
    AcceptUseCase,
    BusyUseCase,
    LabelsUseCase,
    Minding,
    TakeBackUseCase,
)
from pos_app.ui.screens.pickup.moving import ElsewhereUseCase, MoveUseCase, Moving
from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.paying import Paying, PayOrderUseCase
from pos_app.ui.screens.pickup.picking import Picking, PickOrderUseCase, ShortUseCase
from pos_app.ui.screens.pickup.scanning import Scanning, ScanTools
from pos_app.ui.screens.pickup.state import Message, PickupState
from pos_app.ui.screens.pickup.touching import Touching
from pos_app.ui.screens.pickup.walking import Walking, WalkUseCase
from retail_core.orders import AT_WORK, OPEN, WAITING

ResultT = TypeVar("ResultT")

CLOCK_MS = 15_000
"""How often the promise clocks move."""


AGAIN_MS = 1_500
"""So long after the first scan a second one of the same code hands the order over."""


class PickupView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: PickupState) -> None:
        """Show ``state``."""


class ListOrdersUseCase(Protocol):
    """Reads orders."""

    def board(self) -> OrderBoard:
        """Return the open orders."""

    def find(self, text: str, *, limit: int = 20) -> Sequence[Order]:
        """Return orders by number, phone or name."""

    def find_handed(self, text: str, *, limit: int = 10) -> Sequence[Order]:
        """Return orders that were handed over, by the same words."""

    def get(self, order_id: str) -> Order | None:
        """Return one order."""


class HandOverUseCase(ReasonUseCase, CourierUseCase, Protocol):
    """Gives orders out."""

    def by_phone_and_name(self, order_id: str, *, phone_last4: str, name: str) -> HandOverOffer:
        """Check what the customer says."""

    def confirm(
        self,
        actor: Actor,
        offer: HandOverOffer,
        *,
        age_checked: bool = False,
        quantities: Mapping[str, int] | None = None,
    ) -> HandedOver:
        """Write that the order, or a part of it, left."""

    def undo(self, actor: Actor, done: HandedOver) -> Order:
        """Take it back."""


class ClearOrderUseCase(ShortUseCase, GiveBackUseCase, TakeBackUseCase, MoveUseCase, Protocol):
    """Clears what does not go as ordered."""


class PickUseCase(PickOrderUseCase, AcceptUseCase, Protocol):
    """Takes orders on and picks them."""


@dataclass(frozen=True, slots=True)
class PickupTools:
    """What the pickup screen works with."""

    orders: ListOrdersUseCase
    pick: PickUseCase
    hand_over: HandOverUseCase
    clear: ClearOrderUseCase
    pay: PayOrderUseCase
    busy: BusyUseCase
    walk: WalkUseCase
    labels: LabelsUseCase
    stock: ElsewhereUseCase
    network: Lane
    clock: Clock
    timers: Timers
    sounds: Sounds
    channels: Callable[[], Mapping[str, str]] = dict
    """What people call the channels that orders come from."""


class PickupPresenter:
    """Owns the state of the pickup screen."""

    def __init__(
        self,
        tools: PickupTools,
        *,
        session: Session,
        storage: Lane,
        navigate: Callable[[str], None],
        events: EventBus,
    ) -> None:
        """Keep the tools; the board follows what happens from now on."""
        self._tools = tools
        self._session = session
        self._storage = storage
        self._navigate = navigate
        self._view: PickupView | None = None
        self._state = PickupState()
        self._stop_undo: Callable[[], None] = lambda: None
        self._offered_ms = 0
        host = Host(
            read=lambda: self._state,
            show=self._show,
            run=self._run,
            close=self._close,
            fail=self._on_pick_error,
            actor=session.require_actor,
            storage=storage,
            sounds=tools.sounds,
            back=self._back,
        )
        self.picking = Picking(host, pick=tools.pick, short=tools.clear)
        self.moving = Moving(host, stock=tools.stock, move=tools.clear, network=tools.network)
        self.touching = Touching(host, identify=self.identify)
        self.giving = Giving(host, hand_over=tools.hand_over, give_back=tools.clear)
        self.couriers = Couriers(host, hand_over=tools.hand_over, offer=self._on_offer)
        self.minding = Minding(
            host, accept=tools.pick, busy=tools.busy, take_back=tools.clear, labels=tools.labels
        )
        self.walking = Walking(
            host,
            walk=tools.walk,
            pick=tools.pick,
            goods=tools.clear,
            picking=self.picking,
            card=tools.labels,
        )
        self.scanning = Scanning(
            host,
            ScanTools(
                goods=tools.clear,
                labels=tools.labels,
                walk=tools.walk,
                pick=tools.pick,
                take_code=self.take_code,
                take_step=self.take_step,
                picking=self.picking,
                walking=self.walking,
                minding=self.minding,
            ),
        )
        self.paying = Paying(host, pay=tools.pay, find=tools.orders.get, navigate=navigate)
        events.subscribe(OrderArrived, lambda _: self.refresh())
        events.subscribe(OrderChanged, lambda _: self.refresh())
        events.subscribe(StoreDataChanged, self._on_store_data)
        tools.timers.every(CLOCK_MS, self.refresh)

    def bind(self, view: PickupView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def refresh(self) -> None:
        """Read the board again."""
        board = self._tools.orders.board()
        found = None if self._state.found is None else self._find(self._state.search)
        now_ms, busy = self._tools.clock.now_ms(), self._tools.busy.now()
        state = replace(self._state, board=board, found=found, now_ms=now_ms, store_busy=busy)
        self._show(replace(state, channels=self._tools.channels()))

    def search(self, text: str) -> None:
        """Show what matches ``text`` instead of the board; nothing shows the board again."""
        text = text.strip()
        found = self._find(text) if text else None
        self._show(replace(self._state, search=text, found=found, message=None))

    def open(self, order_id: str) -> None:
        """Look at an order that nobody has begun; any other goes on with its next step."""
        order = self._tools.orders.get(order_id)
        if order is not None and order.state in WAITING:
            self.minding.look(order)
        else:
            self.take_step(order_id)

    def take_step(self, order_id: str) -> None:
        """Do what comes next for an order: begin to pick, go on picking, or hand over."""
        order = self._tools.orders.get(order_id)
        if order is None:
            return
        if order.state in WAITING or order.state == "partly_picked":
            actor = self._session.require_actor()
            self._run(lambda: self._tools.pick.start(actor, order_id), self._on_picking)
        elif order.state in AT_WORK:
            self._on_picking(order)
        elif to_put_back(order) and order.state not in OPEN:
            self._show(replace(self._state, panel="put_back", order=order, message=None))
        elif order.with_customer() and order.state not in OPEN:
            self.minding.open_bring_back(order)
        elif order.state in {"ready", "partly_handed_over"}:
            self._show(self._state.at_counter(order))

    def take_code(self, text: str) -> None:
        """Read a pickup code, one of a platform, or the label of a bag, and show what it is for."""
        if read_label(text) is None:
            self.couriers.scanned(text)
        else:
            self.scanning.take_label(text)

    def identify(self, phone_last4: str, name: str) -> None:
        """Check the last digits and the name that the customer says."""
        order = self._state.order
        if order is not None:
            self._run(
                lambda: self._tools.hand_over.by_phone_and_name(
                    order.order_id, phone_last4=phone_last4.strip(), name=name.strip()
                ),
                self._on_offer,
            )

    def check_age(self, checked: bool) -> None:
        """The customer is old enough, or not."""
        self._show(replace(self._state, age_checked=checked, message=None))

    def confirm(self) -> None:
        """The order leaves the store, once nothing of it is to be paid any more."""
        offer = self._state.offer
        if offer is None or self._state.busy or self._state.done is not None:
            return
        if offer.order.due_minor:
            self.paying.take(offer)
            return
        actor = self._session.require_actor()
        age_checked, part = self._state.age_checked, self._state.part
        going = None if part is None else {line_id: qty for line_id, qty in part.items() if qty}
        if going is not None and not going:
            self._show(replace(self._state, message=Message("order.nothing_open")))
            return
        self._run(
            lambda: self._tools.hand_over.confirm(actor, offer, age_checked=age_checked, quantities=going),
            self._on_handed_over,
        )

    def finish(self) -> None:
        """Confirm, or close the panel once the order is out."""
        if self._state.done is None:
            self.confirm()
        else:
            self.close_panel()

    def open_only_match(self) -> None:
        """Open the order when the search found exactly one; what finds none may be the code of one."""
        found = self._state.found or ()
        if len(found) == 1:
            self.take_step(found[0].order_id)
        elif not found and any(character.isdigit() for character in self._state.search):
            self.take_code(self._state.search)

    def undo(self) -> None:
        """Take the hand-over back."""
        done = self._state.done
        if done is not None:
            actor = self._session.require_actor()
            self._run(
                lambda: self._tools.hand_over.undo(actor, done),
                lambda order: self._close(Message("hand_over.undone", (order.number,), good=True)),
            )

    def close_panel(self) -> None:
        """Go back to the board."""
        self._close(None)

    def leave_panel(self) -> None:
        """Leave the panel on top: what lies below it is there again, as it stands now."""
        state = self._state
        if not state.under:
            self._close(None)
            return
        order = None if state.order is None else self._tools.orders.get(state.order.order_id)
        if order is not None:
            self._back(order)

    def go_back(self) -> None:
        """Leave a panel, then a search, then the screen."""
        if self._state.panel != "none":
            self.leave_panel()
        elif self._state.found is not None:
            self.search("")
        else:
            self._navigate("sell")

    def _back(self, order: Order) -> None:
        below = self._state.down()
        if below.panel == "pick":
            self.picking.open(order)
        elif below.panel == "walk":
            self.walking.reload()
        else:
            self._show(replace(below, order=order, busy=False))

    def _find(self, text: str) -> tuple[Order, ...]:
        orders = self._tools.orders
        return (*orders.find(text), *orders.find_handed(text))

    def _on_store_data(self, event: StoreDataChanged) -> None:
        if "order" in event.kinds:
            self.refresh()

    def _on_picking(self, order: Order) -> None:
        self.picking.open(order)
        self.refresh()

    def _on_offer(self, offer: HandOverOffer) -> None:
        shown, now_ms = self._state, self._tools.clock.mono_ms()
        if shown.panel == "hand_over" and shown.done is None and is_again(shown.offer, offer):
            self._show(replace(shown, busy=False))
            # The code once more says yes, for hands that hold a scanner; a scanner that read twice does not.
            if now_ms - self._offered_ms >= AGAIN_MS:
                self.confirm()
            return
        self._offered_ms = now_ms
        self._show(self._state.at_counter(offer.order, offer))

    def _on_handed_over(self, done: HandedOver) -> None:
        self._show(replace(self._state, done=done, busy=False, message=None))
        self._stop_undo()
        self._stop_undo = self._tools.timers.every(500, self._count_down)
        self._count_down()
        self.refresh()

    def _count_down(self) -> None:
        done = self._state.done
        left_ms = 0 if done is None else done.undo_until_mono_ms - self._tools.clock.mono_ms()
        if left_ms <= 0:
            self._stop_undo()
        self._show(replace(self._state, undo_left_s=max(0, -(-left_ms // 1000))))

    def _close(self, message: Message | None) -> None:
        self._stop_undo()
        if "walk" in self._state.under:
            self._show(replace(self._state, busy=False))
            self.walking.reload(message)
            self.refresh()
            return
        self._show(
            replace(
                self._state,
                panel="none",
                under=(),
                order=None,
                offer=None,
                done=None,
                picked={},
                short=None,
                part=None,
                bags_seen=frozenset(),
                busy=False,
                undo_left_s=0,
                message=message,
            )
        )
        self.refresh()

    def _run(self, work: Callable[[], ResultT], on_value: Callable[[ResultT], None]) -> None:
        if self._state.busy:
            return
        self._show(replace(self._state, busy=True, message=None))
        self._storage.run(work, on_value, self._on_error)

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        self._show(replace(self._state, busy=False, message=Message(error.code, error.arguments)))

    def _on_pick_error(self, error: BaseException) -> None:
        """A touch that was shown already did not count: show the order as it is, and why."""
        order = None if self._state.order is None else self._tools.orders.get(self._state.order.order_id)
        if order is not None and self._state.panel == "pick":
            self.picking.open(order)
        self._on_error(error)

    def _show(self, state: PickupState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
