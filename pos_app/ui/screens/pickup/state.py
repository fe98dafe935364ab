"""What the pickup screen shows."""

from dataclasses import dataclass
from typing import Literal

from pos_app.services.hand_over_order import HandedOver, HandOverOffer
from pos_app.services.list_orders import OrderBoard
from pos_app.services.order_model import Order

Panel = Literal["none", "pick", "hand_over"]
NO_ORDERS = OrderBoard((), (), (), ())


@dataclass(frozen=True, slots=True)
class Message:
    """A code with its arguments, and whether it is bad news."""

    code: str
    arguments: tuple[object, ...] = ()
    good: bool = False


@dataclass(frozen=True, slots=True)
class PickupState:
    """The board, the search, and the panel that is open for one order."""

    board: OrderBoard = NO_ORDERS
    now_ms: int = 0
    search: str = ""
    found: tuple[Order, ...] | None = None
    panel: Panel = "none"
    order: Order | None = None
    picked: frozenset[str] = frozenset()
    offer: HandOverOffer | None = None
    age_checked: bool = False
    done: HandedOver | None = None
    undo_left_s: int = 0
    busy: bool = False
    message: Message | None = None
