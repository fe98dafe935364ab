"""What the pickup screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pos_app.services.clear_order import SubstituteOffer
from pos_app.services.hand_over_order import HandedOver, HandOverOffer
from pos_app.services.list_orders import OrderBoard
from pos_app.services.order_model import Order

Panel = Literal["none", "pick", "short", "reject", "hand_over", "put_back"]
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
class PickupState:
    """The board, the search, and the panel that is open for one order."""

    board: OrderBoard = NO_ORDERS
    now_ms: int = 0
    search: str = ""
    found: tuple[Order, ...] | None = None
    panel: Panel = "none"
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
    busy: bool = False
    message: Message | None = None
