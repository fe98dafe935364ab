"""What the pickup screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from pos_app.services.clear_order import SubstituteOffer
from pos_app.services.hand_over_order import HandedOver, HandOverOffer
from pos_app.services.list_orders import OrderBoard
from pos_app.services.order_model import Order
from pos_app.services.set_busy import Busy

Panel = Literal["none", "look", "pick", "short", "reject", "hand_over", "put_back", "bring_back", "busy"]
NO_ORDERS = OrderBoard((), (), (), ())


@dataclass(frozen=True, slots=True)
class Message:
    """A code with its arguments, and whether it is bad news."""

    code: str
    arguments: tuple[object, ...] = ()
    good: bool = False


@dataclass(frozen=True, slots=True)
class Short:
    """What is missing of a line, what could stand in its place, and whether the customer was asked."""

    line_id: str
    qty_milli: int
    offer: SubstituteOffer | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class BusyForm:
    """What is about to be said: how many minutes longer orders take, and for how many minutes."""

    minutes: int = 20
    for_minutes: int = 60


@dataclass(frozen=True, slots=True)
class PickupState:
    """The board, the search, and the panel that is open for one order."""

    board: OrderBoard = NO_ORDERS
    now_ms: int = 0
    search: str = ""
    found: tuple[Order, ...] | None = None
    panel: Panel = "none"
    under: tuple[Panel, ...] = ()
    """The panels below the one that is open, the lowest first."""
    order: Order | None = None
    picked: Mapping[str, int] = field(default_factory=dict)
    """What is laid aside of each line, with what was handed over of it; thousandths."""
    short: Short | None = None
    part: Mapping[str, int] | None = None
    """What goes out of each line, where it is not all that is there."""
    offer: HandOverOffer | None = None
    age_checked: bool = False
    done: HandedOver | None = None
    undo_left_s: int = 0
    store_busy: Busy | None = None
    """How much longer orders take now, if they do."""
    busy_form: BusyForm = field(default_factory=BusyForm)
    busy: bool = False
    message: Message | None = None

    def over(self, panel: Panel) -> "PickupState":
        """Return the state with ``panel`` over the one that is open."""
        if self.panel == panel:
            return replace(self, message=None)
        under = self.under if self.panel == "none" else (*self.under, self.panel)
        return replace(self, panel=panel, under=under, message=None)

    def down(self) -> "PickupState":
        """Return the state without the panel on top."""
        panel = self.under[-1] if self.under else "none"
        return replace(self, panel=panel, under=self.under[:-1], short=None, message=None)
