"""Picks an order line by line, by touch, key or scanner, and says what happens to what is not there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from pos_app.services.clear_order import SubstituteOffer
from pos_app.services.errors import RuleError
from pos_app.services.order_model import Order, OrderLine
from pos_app.services.records import Actor, Product
from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.state import Message, Short
from retail_core.wire.order_facts import RejectReason

PIECE_MILLI = 1000


class PickOrderUseCase(Protocol):
    """Picks orders."""

    def accept(self, actor: Actor, order_id: str) -> Order:
        """Take an order on."""

    def reject(self, actor: Actor, order_id: str, *, reason: RejectReason, note: str = "") -> Order:
        """Refuse an order."""

    def start(self, actor: Actor, order_id: str) -> Order:
        """Begin to pick."""

    def take_over(self, actor: Actor, order_id: str) -> Order:
        """Go on with what somebody else picked."""

    def pick(self, actor: Actor, order_id: str, *, picked: Mapping[str, int], ends: bool = False) -> Order:
        """Say what is laid aside of lines."""

    def pack(self, actor: Actor, order_id: str, *, bags: int, shelf: str = "") -> Order:
        """What was picked is in its bags."""

    def mark_ready(self, actor: Actor, order_id: str, *, shelf: str) -> Order:
        """On a shelf."""


class ShortUseCase(Protocol):
    """Clears what is not there."""

    def product_of(self, code: str) -> Product:
        """Return the product with a code."""

    def refund_short(self, actor: Actor, order_id: str, *, line_id: str, qty_milli: int) -> Order:
        """Refund it."""

    def offer(self, order: Order, line_id: str, *, qty_milli: int, code: str) -> SubstituteOffer:
        """Say what a product in its place means."""

    def substitute(self, actor: Actor, order_id: str, *, offer: SubstituteOffer, asked: bool) -> Order:
        """Put a product in its place."""


class Picking:
    """The part of the presenter that picks."""

    def __init__(self, host: Host, *, pick: PickOrderUseCase, short: ShortUseCase) -> None:
        self._host = host
        self._pick = pick
        self._short = short

    def open(self, order: Order) -> None:
        """Show the pick sheet of an order."""
        self._host.show(
            replace(
                self._host.read(),
                panel="pick",
                under=("walk",) if "walk" in (self._host.read().panel, *self._host.read().under) else (),
                order=order,
                picked={line.line_id: line.done.picked_milli for line in order.goods},
                busy=False,
                message=None,
                short=None,
                touched_shelf="",
            )
        )

    def toggle_line(self, line_id: str) -> None:
        """Lay all of a line aside, or nothing of it."""
        line = self._line(line_id)
        if line is None:
            return
        picked = self._host.read().picked.get(line_id, 0)
        full, none = _most(line), line.done.handed_milli
        self._lay_aside(line_id, none if picked >= full else full)

    def scan(self, text: str, bags: str = "1") -> None:
        """Lay one piece of what was scanned aside; once all is, what is no product is the shelf's label."""
        if self._host.read().order is not None:
            self._host.storage.run(
                lambda: self._short.product_of(text),
                self._on_product,
                lambda error: self._on_no_product(error, text.strip(), bags=bags),
            )

    def take_over(self) -> None:
        """Go on with what somebody else picked."""
        order = self._host.read().order
        if order is not None:
            actor = self._host.actor()
            self._host.run(lambda: self._pick.take_over(actor, order.order_id), self.open)

    def mark_ready(self, shelf: str, bags: str) -> None:
        """Everything is picked, in its bags, and stands on ``shelf``."""
        state = self._host.read()
        order = state.order
        if order is None:
            return
        missing = self._missing()
        if missing:
            self._host.show(replace(state, message=Message("pick.incomplete", (missing,))))
            return
        self._pack(order, shelf=shelf, bags=bags)

    def leave_open(self, shelf: str, bags: str) -> None:
        """Pack what there is; the rest stays open for later."""
        order = self._host.read().order
        if order is not None:
            self._pack(order, shelf=shelf, bags=bags)

    def ask_reason(self) -> None:
        """Show why an order may be rejected."""
        self._host.show(self._host.read().over("reject"))

    def reject(self, reason: RejectReason) -> None:
        """The store cannot do the order."""
        order = self._host.read().order
        if order is not None:
            actor = self._host.actor()
            self._host.run(
                lambda: self._pick.reject(actor, order.order_id, reason=reason),
                lambda done: self._host.close(_rejected(done)),
            )

    def open_short(self, line_id: str) -> None:
        """Show what can happen to what is missing of a line."""
        line, state = self._line(line_id), self._host.read()
        if line is None:
            return
        missing = _most(line) - state.picked.get(line_id, 0)
        short = Short(line_id, missing or _most(line) - line.done.handed_milli)
        self._host.show(replace(state.over("short"), short=short))

    def step_short(self, pieces: int) -> None:
        """Change how much is missing."""
        state = self._host.read()
        line = None if state.short is None else self._line(state.short.line_id)
        if line is None or state.short is None:
            return
        most = line.line.open_milli
        step = PIECE_MILLI if most % PIECE_MILLI == 0 else most
        qty_milli = min(most, max(step, state.short.qty_milli + pieces * step))
        self._host.show(replace(state, short=Short(state.short.line_id, qty_milli), message=None))

    def look_for(self, code: str) -> None:
        """Ask what a product in its place would cost the customer."""
        state = self._host.read()
        order, short = state.order, state.short
        if order is not None and short is not None and code.strip():
            self._host.run(
                lambda: self._short.offer(order, short.line_id, qty_milli=short.qty_milli, code=code),
                self._on_offer,
            )

    def say_asked(self, asked: bool) -> None:
        """The customer was asked and wants the substitute, or not."""
        state = self._host.read()
        if state.short is not None:
            self._host.show(replace(state, short=replace(state.short, asked=asked), message=None))

    def refund(self) -> None:
        """Give back what was paid for what is missing."""
        state = self._host.read()
        order, short = state.order, state.short
        if order is not None and short is not None:
            actor = self._host.actor()
            self._host.run(
                lambda: self._short.refund_short(
                    actor, order.order_id, line_id=short.line_id, qty_milli=short.qty_milli
                ),
                self._on_cleared,
            )

    def substitute(self) -> None:
        """Put the offered product in its place."""
        state = self._host.read()
        order, short = state.order, state.short
        if order is not None and short is not None and short.offer is not None:
            actor, offer = self._host.actor(), short.offer
            self._host.run(
                lambda: self._short.substitute(actor, order.order_id, offer=offer, asked=short.asked),
                self._on_cleared,
            )

    def _lay_aside(self, line_id: str, picked_milli: int) -> None:
        """Show it at once and write it behind; the lane keeps the order of touches."""
        state = self._host.read()
        order = state.order
        assert order is not None, "a line was found in it"
        picked = {**state.picked, line_id: picked_milli}
        self._host.show(replace(state, picked=picked, message=None))
        actor = self._host.actor()
        self._host.storage.run(
            lambda: self._pick.pick(actor, order.order_id, picked={line_id: picked_milli}),
            self._on_picked,
            self._host.fail,
        )

    def _on_picked(self, order: Order) -> None:
        state = self._host.read()
        if state.order is not None and state.order.order_id == order.order_id:
            self._host.show(replace(state, order=order))

    def _on_product(self, product: Product) -> None:
        state = self._host.read()
        lines = [] if state.order is None else state.order.goods
        here = [line for line in lines if line.product_id == product.product_id]
        for line in here:
            picked = state.picked.get(line.line_id, 0)
            if picked < _most(line):
                is_last = self._missing() == 1 and _most(line) - picked <= PIECE_MILLI
                (self._host.sounds.done if is_last else self._host.sounds.good)()
                self._lay_aside(line.line_id, min(_most(line), picked + PIECE_MILLI))
                return
        self._host.sounds.unknown()
        code = "order.too_many" if here else "order.line_unknown"
        self._host.show(replace(self._host.read(), message=Message(code)))

    def _on_no_product(self, error: BaseException, text: str, *, bags: str) -> None:
        order = self._host.read().order
        is_unknown = isinstance(error, RuleError) and error.code == "order.product_unknown"
        # Digits alone are goods that the catalog does not have: they name no shelf.
        if order is not None and is_unknown and not text.isdecimal() and not self._missing():
            self._pack(order, shelf=text, bags=bags)
        else:
            self._host.sounds.unknown()
            self._host.fail(error)

    def _missing(self) -> int:
        """Return of how many lines something is not laid aside yet."""
        state = self._host.read()
        goods = () if state.order is None else state.order.goods
        return sum(state.picked.get(line.line_id, 0) < _most(line) for line in goods)

    def _on_offer(self, offer: SubstituteOffer) -> None:
        state = self._host.read()
        assert state.short is not None, "it was asked about one"
        self._host.show(replace(state, short=replace(state.short, offer=offer, asked=False), busy=False))

    def _on_cleared(self, order: Order) -> None:
        if order.progress.is_open:
            self._host.back(order)
        else:
            self._host.close(Message("pick.nothing_left", (order.number,), good=True))

    def _pack(self, order: Order, *, shelf: str, bags: str) -> None:
        actor = self._host.actor()
        count = int(bags) if bags.strip().isdecimal() else 0

        def work() -> Order:
            self._pick.pack(actor, order.order_id, bags=count, shelf=shelf)
            return self._pick.mark_ready(actor, order.order_id, shelf=shelf)

        self._host.run(
            work,
            lambda ready: self._host.close(Message("pick.ready", (ready.number, ready.shelf), good=True)),
        )

    def _line(self, line_id: str) -> OrderLine | None:
        order = self._host.read().order
        return None if order is None else order.goods_by_id().get(line_id)


def _rejected(order: Order) -> Message:
    """Return how it is said: who has not paid gets nothing back."""
    code = "pick.rejected_unpaid" if order.settled_minor == 0 else "pick.rejected"
    return Message(code, (order.number,), good=True)


def _most(line: OrderLine) -> int:
    """Return how much of a line there is to lay aside, with what was handed over of it."""
    return line.done.handed_milli + line.line.open_milli
