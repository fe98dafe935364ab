"""What the parts of the pickup presenter share: the state, and how work gets off the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from pos_app.services.ports import Lane
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
