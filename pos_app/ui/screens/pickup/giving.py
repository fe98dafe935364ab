"""The counter's less usual cases: a part goes out, the rest is not wanted, no code, and what is put back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from pos_app.services.hand_over_order import HandOverOffer
from pos_app.services.order_model import Order
from pos_app.services.records import Actor
from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.state import Message
from retail_core.wire.order_facts import GiveUpReason

PIECE_MILLI = 1000


class ReasonUseCase(Protocol):
    """Gives orders out without a proof."""

    def by_reason(self, actor: Actor, order_id: str, *, reason: str) -> HandOverOffer:
        """Give an order out for a reason."""


class GiveBackUseCase(Protocol):
    """Refunds what is not wanted, and puts back what was picked for nobody."""

    def give_up(
        self, actor: Actor, order_id: str, *, quantities: Mapping[str, int], reason: GiveUpReason
    ) -> Order:
        """Refund parts of an order."""

    def put_back(
        self, actor: Actor, order_id: str, *, quantities: Mapping[str, int], wasted: bool = False
    ) -> Order:
        """Put goods back, or throw them away."""


class Giving:
    """The part of the presenter for what does not go as usual."""

    def __init__(self, host: Host, *, hand_over: ReasonUseCase, give_back: GiveBackUseCase) -> None:
        self._host = host
        self._hand_over = hand_over
        self._give_back = give_back

    def choose_part(self) -> None:
        """Let the customer take a part: begin with all that is laid aside."""
        state = self._host.read()
        if state.order is not None and state.done is None:
            self._host.show(replace(state, part=state.order.at_hand(), message=None))

    def step(self, line_id: str, pieces: int) -> None:
        """Change how much of a line goes out."""
        state = self._host.read()
        if state.order is None or state.part is None:
            return
        most = state.order.at_hand().get(line_id, 0)
        step = PIECE_MILLI if most % PIECE_MILLI == 0 else most
        qty_milli = min(most, max(0, state.part.get(line_id, 0) + pieces * step))
        self._host.show(replace(state, part={**state.part, line_id: qty_milli}, message=None))

    def refund_rest(self) -> None:
        """The customer does not want what is not chosen: refund it; what is chosen goes out then."""
        state = self._host.read()
        order, part = state.order, state.part
        if order is None or part is None:
            return
        rest = {
            line_id: qty_milli - part.get(line_id, 0)
            for line_id, qty_milli in order.at_hand().items()
            if qty_milli > part.get(line_id, 0)
        }
        if not rest:
            self._host.show(replace(state, message=Message("order.nothing_open")))
            return
        actor = self._host.actor()
        self._host.run(
            lambda: self._give_back.give_up(actor, order.order_id, quantities=rest, reason="not_wanted"),
            self._on_refunded,
        )

    def without_proof(self, reason: str) -> None:
        """Give the order out for a reason; it takes a right."""
        order = self._host.read().order
        if order is not None:
            actor = self._host.actor()
            self._host.run(
                lambda: self._hand_over.by_reason(actor, order.order_id, reason=reason), self._on_offer
            )

    def put_back(self, *, wasted: bool) -> None:
        """What was picked for nobody is on the shelf again, or thrown away."""
        order = self._host.read().order
        if order is None:
            return
        actor = self._host.actor()
        quantities = to_put_back(order)
        code = "pick.wasted" if wasted else "pick.put_back"
        self._host.run(
            lambda: self._give_back.put_back(actor, order.order_id, quantities=quantities, wasted=wasted),
            lambda done: self._host.close(Message(code, (done.number,), good=True)),
        )

    def _on_refunded(self, order: Order) -> None:
        if not order.progress.is_open:
            self._host.close(Message("pick.nothing_left", (order.number,), good=True))
            return
        state = self._host.read()
        offer = None if state.offer is None else replace(state.offer, order=order)
        self._host.show(
            replace(state, order=order, offer=offer, part=order.at_hand(), busy=False, message=None)
        )

    def _on_offer(self, offer: HandOverOffer) -> None:
        self._host.show(replace(self._host.read(), order=offer.order, offer=offer, busy=False, message=None))


def to_put_back(order: Order) -> dict[str, int]:
    """Return what was picked for nobody, by line."""
    return {line.line_id: line.to_put_back_milli for line in order.progress.goods if line.to_put_back_milli}
