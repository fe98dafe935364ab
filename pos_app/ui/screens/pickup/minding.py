"""What is done to orders beside picking and giving out: look, take on, say busy, take goods back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from pos_app.services.order_model import Order
from pos_app.services.records import Actor
from pos_app.services.set_busy import Busy
from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.state import BusyForm, Message

PIECE_MILLI = 1000


class AcceptUseCase(Protocol):
    """Takes orders on."""

    def accept(self, actor: Actor, order_id: str) -> Order:
        """Take an order on."""


class BusyUseCase(Protocol):
    """Says that the store is busy."""

    def __call__(self, actor: Actor, *, minutes: int, for_minutes: int) -> int:
        """Write it down; return until when it holds."""

    def now(self) -> Busy | None:
        """Return how busy the store is."""


class LabelsUseCase(Protocol):
    """Prints labels of bags and reads them."""

    def again(self, actor: Actor, order_id: str) -> int:
        """Print all labels of an order once more."""

    def find(self, text: str) -> tuple[Order, int] | None:
        """Return the order and the bag whose label was scanned."""

    def print_walk_code(self, orders: int) -> None:
        """Print a card whose barcode begins a walk."""


class TakeBackUseCase(Protocol):
    """Takes goods back."""

    def take_back(
        self, actor: Actor, order_id: str, *, quantities: Mapping[str, int], reason: str, restock: bool
    ) -> Order:
        """Take goods of an order back after they were handed over."""


class Minding:
    """The part of the presenter for what is done to orders now and then."""

    def __init__(
        self,
        host: Host,
        *,
        accept: AcceptUseCase,
        busy: BusyUseCase,
        take_back: TakeBackUseCase,
        labels: LabelsUseCase,
    ) -> None:
        self._host = host
        self._accept = accept
        self._busy = busy
        self._take_back = take_back
        self._labels = labels

    def look(self, order: Order) -> None:
        """Show an order that nobody has begun."""
        self._host.show(replace(self._host.read().over("look"), order=order))

    def accept(self) -> None:
        """The store takes the order on; it can be seen and is picked later."""
        order = self._host.read().order
        if order is not None:
            actor = self._host.actor()
            self._host.run(
                lambda: self._accept.accept(actor, order.order_id),
                lambda done: self._host.close(Message("pick.accepted", (done.number,), good=True)),
            )

    def open_busy(self) -> None:
        """Ask how much longer orders take."""
        self._host.show(replace(self._host.read().over("busy"), busy_form=BusyForm()))

    def choose_busy(self, *, minutes: int | None = None, for_minutes: int | None = None) -> None:
        """Change what is about to be said."""
        state = self._host.read()
        form = state.busy_form
        form = BusyForm(
            form.minutes if minutes is None else minutes,
            form.for_minutes if for_minutes is None else for_minutes,
        )
        self._host.show(replace(state, busy_form=form, message=None))

    def say_busy(self) -> None:
        """Say it: new orders are promised later."""
        form = self._host.read().busy_form
        self._say(form.minutes, form.for_minutes, said=Message("orders.busy", good=True))

    def end_busy(self) -> None:
        """Orders take as long as always again."""
        self._say(0, 1, said=Message("orders.busy_ended", good=True))

    def open_bring_back(self, order: Order) -> None:
        """Ask what a customer brings back; begin with nothing."""
        part = dict.fromkeys(order.with_customer(), 0)
        self._host.show(replace(self._host.read().over("bring_back"), order=order, part=part))

    def step(self, line_id: str, pieces: int) -> None:
        """Change how much of a line comes back."""
        state = self._host.read()
        if state.order is None or state.part is None:
            return
        most = state.order.with_customer().get(line_id, 0)
        step = PIECE_MILLI if most % PIECE_MILLI == 0 else most
        qty_milli = min(most, max(0, state.part.get(line_id, 0) + pieces * step))
        self._host.show(replace(state, part={**state.part, line_id: qty_milli}, message=None))

    def bring_back(self, reason: str, *, restock: bool) -> None:
        """Take back what is chosen; fit for the shelf, or written off."""
        state = self._host.read()
        order, part = state.order, state.part
        if order is None or part is None:
            return
        quantities = {line_id: qty for line_id, qty in part.items() if qty}
        if not quantities:
            self._host.show(replace(state, message=Message("order.nothing_open")))
            return
        actor = self._host.actor()
        self._host.run(
            lambda: self._take_back.take_back(
                actor, order.order_id, quantities=quantities, reason=reason, restock=restock
            ),
            lambda done: self._host.close(Message("pick.brought_back", (done.number,), good=True)),
        )

    def reprint(self) -> None:
        """Print the labels of the order's bags once more."""
        order = self._host.read().order
        if order is not None:
            actor = self._host.actor()
            self._host.run(
                lambda: self._labels.again(actor, order.order_id),
                lambda _bags: self._host.show(
                    replace(self._host.read(), busy=False, message=Message("bags.printing", good=True))
                ),
            )

    def take_label(self, order: Order, bag: int) -> bool:
        """A bag of the order at the counter was scanned, or one of another order; False: none is there."""
        state = self._host.read()
        if state.panel != "hand_over" or state.order is None or state.done is not None:
            return False
        if state.order.order_id != order.order_id:
            self._host.sounds.unknown()
            self._host.show(replace(state, busy=False, message=Message("bags.other_order", (order.number,))))
            return True
        seen = state.bags_seen | {bag}
        (self._host.sounds.done if len(seen) >= order.bags else self._host.sounds.good)()
        self._host.show(replace(state, busy=False, bags_seen=seen, message=None))
        return True

    def _say(self, minutes: int, for_minutes: int, *, said: Message) -> None:
        actor = self._host.actor()
        self._host.run(
            lambda: self._busy(actor, minutes=minutes, for_minutes=for_minutes),
            lambda _until: self._host.close(said),
        )
