"""An order that is paid in the store: what is due goes into the basket, then the hand-over goes on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from pos_app.services.errors import RuleError
from pos_app.services.hand_over_order import HandOverOffer
from pos_app.services.order_model import Order
from pos_app.services.records import Actor
from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.state import Message


class PayOrderUseCase(Protocol):
    """Puts what is due into the basket; UI thread, a few milliseconds."""

    def __call__(self, actor: Actor, order: Order) -> None:
        """Put it there."""


class Paying:
    """The part of the presenter for what is still to be paid."""

    def __init__(
        self,
        host: Host,
        *,
        pay: PayOrderUseCase,
        find: Callable[[str], Order | None],
        navigate: Callable[[str], None],
    ) -> None:
        self._host = host
        self._pay = pay
        self._find = find
        self._navigate = navigate
        self._waits: HandOverOffer | None = None
        self._paid: HandOverOffer | None = None

    def take(self, offer: HandOverOffer) -> None:
        """Put what is due into the basket, beside whatever lies there, and go to the counter."""
        try:
            self._pay(self._host.actor(), offer.order)
        except RuleError as error:
            # It lies there already: somebody went back to look at the order once more.
            if error.code != "order.in_basket":
                message = Message(error.code, error.arguments)
                self._host.show(replace(self._host.read(), message=message))
                return
        self._host.close(None)
        self._waits = offer
        self._navigate("sell")

    def after_payment(self, screen: str) -> str:
        """Return where to go after a sale: to the hand-over of the order that it paid, or ``screen``."""
        paid, self._waits = self._waits, None
        if paid is None:
            return screen
        order = self._find(paid.order.order_id)
        if order is None or order.due_minor:
            return screen
        self._paid = replace(paid, order=order)
        return "pickup"

    def resume(self) -> None:
        """Go on handing over what was just paid, now that the board is there."""
        offer, self._paid = self._paid, None
        if offer is None:
            return
        self._host.show(self._host.read().at_counter(offer.order, offer))
