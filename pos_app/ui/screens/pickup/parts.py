"""What the parts of the pickup presenter share: the state, and how work gets off the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from pos_app.services.order_model import Order
from pos_app.services.ports import Lane, Sounds
from pos_app.services.records import Actor
from pos_app.ui.screens.pickup.state import Message, PickupState


class Run(Protocol):
    """Does one piece of work on the storage lane; nothing else begins meanwhile."""

    def __call__(self, work: Callable[[], Any], on_value: Callable[[Any], None]) -> None:
        """Run ``work``, then ``on_value`` with what it returned; an error becomes a message."""


@dataclass(frozen=True, slots=True)
class Host:
    """The presenter, as its parts see it."""

    read: Callable[[], PickupState]
    show: Callable[[PickupState], None]
    run: Run
    close: Callable[[Message | None], None]
    fail: Callable[[BaseException], None]
    actor: Callable[[], Actor]
    storage: Lane
    sounds: Sounds
    back: Callable[[Order], None]
    """Leave a question on top: go back to what lies below it, with the order as it is now."""
