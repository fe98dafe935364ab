"""Orders of platforms at the counter: which one a code means, and who takes it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from pos_app.services.hand_over_order import HandOverOffer, OrderChoice
from pos_app.ui.screens.pickup.parts import Host


class CourierUseCase(Protocol):
    """Finds orders by whatever is scanned, and gives them to couriers."""

    def by_scan(self, text: str) -> HandOverOffer | OrderChoice:
        """Read a pickup code, or one of a platform."""

    def by_platform_code(self, order_id: str, text: str) -> HandOverOffer:
        """Return one of the orders that a code may mean."""

    def by_courier(self, order_id: str, *, number: str, courier: str) -> HandOverOffer:
        """Check the number that a courier says."""


class Couriers:
    """The part of the presenter for codes of platforms and for couriers."""

    def __init__(
        self, host: Host, *, hand_over: CourierUseCase, offer: Callable[[HandOverOffer], None]
    ) -> None:
        self._host = host
        self._hand_over = hand_over
        self._offer = offer

    def scanned(self, text: str) -> None:
        """Show what a code is for; several orders: ask which."""
        self._host.run(lambda: self._hand_over.by_scan(text), self._on_read)

    def choose(self, order_id: str) -> None:
        """It is this one of the orders with the code."""
        choice = self._host.read().choice
        if choice is not None:
            self._host.run(lambda: self._hand_over.by_platform_code(order_id, choice.text), self._offer)

    def check(self, number: str, courier: str) -> None:
        """Check the number that a courier says, and note who it is."""
        order = self._host.read().order
        if order is not None:
            order_id = order.order_id
            self._host.run(
                lambda: self._hand_over.by_courier(order_id, number=number, courier=courier), self._offer
            )

    def name(self, courier: str) -> None:
        """Note who takes the order that is offered already; nobody has to say it."""
        state = self._host.read()
        if state.offer is not None and state.offer.proof.means == "courier":
            proof = replace(state.offer.proof, courier=courier.strip())
            self._host.show(replace(state, offer=replace(state.offer, proof=proof)))

    def show_only(self, couriers: bool) -> None:
        """Show the orders that couriers take, or all."""
        self._host.show(replace(self._host.read(), only_couriers=couriers, message=None))

    def _on_read(self, found: HandOverOffer | OrderChoice) -> None:
        if isinstance(found, HandOverOffer):
            self._offer(found)
            return
        state = self._host.read()
        self._host.show(replace(state, panel="choose", under=(), choice=found, busy=False, message=None))


def is_again(before: HandOverOffer | None, offer: HandOverOffer) -> bool:
    """Return whether the code is scanned once more of the order that is offered with it already."""
    return (
        before is not None
        and bool(offer.proof.evidence)
        and (before.order.order_id, before.proof.evidence) == (offer.order.order_id, offer.proof.evidence)
    )
