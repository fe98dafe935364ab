"""What the pickup screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from pos_app.services.clear_order import SubstituteOffer
from pos_app.services.hand_over_order import HandedOver, HandOverOffer, OrderChoice
from pos_app.services.list_orders import OrderBoard
from pos_app.services.order_model import Order
from pos_app.services.pick_walk import Walk
from pos_app.services.set_busy import Busy
from pos_app.services.stock_model import Elsewhere

Panel = Literal[
    "none",
    "look",
    "pick",
    "short",
    "reject",
    "hand_over",
    "choose",
    "put_back",
    "bring_back",
    "busy",
    "walk_choose",
    "walk",
    "other_store",
    "keys",
]
KeysOf = Literal["shelf", "digits"]
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
class MoveForm:
    """What head office said of other stores, which one was chosen, and whether the customer agreed."""

    product_id: str
    known: Elsewhere | None
    asking: bool = False
    store_id: str = ""
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class KeysForm:
    """What is written by touch: for which field, the text so far, and whether the customer says the name."""

    of: KeysOf = "shelf"
    text: str = ""
    name_said: bool = False


@dataclass(frozen=True, slots=True)
class WalkStep:
    """What was laid into which bin just now, and whether nothing is missing in it any more."""

    letter: str
    name: str
    completes: bool


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
    move: MoveForm | None = None
    keys: KeysForm = field(default_factory=KeysForm)
    touched_shelf: str = ""
    """The shelf that was written by touch for the order that is picked."""
    part: Mapping[str, int] | None = None
    """What goes out of each line, where it is not all that is there."""
    offer: HandOverOffer | None = None
    choice: OrderChoice | None = None
    """The orders that a platform's code may mean."""
    only_couriers: bool = False
    channels: Mapping[str, str] = field(default_factory=dict)
    """What people call the channels that orders come from."""
    age_checked: bool = False
    done: HandedOver | None = None
    undo_left_s: int = 0
    walk_orders: tuple[Order, ...] = ()
    """Those that could go along on a walk, by promise."""
    walk_choice: tuple[str, ...] = ()
    walk: Walk | None = None
    walk_last: WalkStep | None = None
    bags_seen: frozenset[int] = frozenset()
    """The bags of the order at the counter whose labels were scanned."""
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
        short = self.short if panel == "short" else None
        return replace(self, panel=panel, under=self.under[:-1], short=short, move=None, message=None)

    def at_counter(self, order: Order, offer: HandOverOffer | None = None) -> "PickupState":
        """Return the state with an order at the counter, nothing chosen; the bags that were scanned stay."""
        is_same = self.order is not None and self.order.order_id == order.order_id
        return replace(
            self,
            panel="hand_over",
            under=(),
            bags_seen=self.bags_seen if is_same else frozenset(),
            order=order,
            offer=offer,
            done=None,
            part=None,
            busy=False,
            message=None,
            age_checked=False,
        )
