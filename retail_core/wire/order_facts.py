"""What a till states about click-and-collect orders; quantities are thousandths of the line's unit.

Source: docs/protocol.md, "Journal entry types"; docs/rules/orders.md.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from retail_core.orders import Fulfilment
from retail_core.wire.base import HexText, Id, Message, Milli, Millis, Minor, Text

ORDER_ACCEPTED: Final = "order.accepted"
ORDER_REJECTED: Final = "order.rejected"
ORDER_PICKING: Final = "order.picking"
ORDER_TAKEN_OVER: Final = "order.taken_over"
ORDER_PICKED: Final = "order.picked"
ORDER_SHORT: Final = "order.short"
ORDER_PACKED: Final = "order.packed"
ORDER_READY: Final = "order.ready"
ORDER_HANDED_OVER: Final = "order.handed_over"
ORDER_HAND_OVER_UNDONE: Final = "order.hand_over_undone"
ORDER_GIVEN_UP: Final = "order.given_up"
ORDER_RETURNED: Final = "order.returned"
ORDER_PUT_BACK: Final = "order.put_back"

Quantity = Annotated[Milli, Field(gt=0)]
RejectReason = Literal["not_there", "too_busy", "closing", "other"]
GiveUpReason = Literal["not_there", "damaged", "not_wanted", "cancelled"]


class OrderStep(Message):
    """An order began to be picked, or is ready on ``shelf``."""

    order_id: Id
    shelf: Text = ""
    promised_ms: Millis | None = None
    """What had been promised for it, where it is ready: how late it was does not change afterwards."""
    fulfilment: Fulfilment = "pickup"


class OrderAccepted(Message):
    """The store takes an order on."""

    order_id: Id


class OrderRejected(Message):
    """The store cannot do an order; all of it is refunded."""

    order_id: Id
    reason: RejectReason
    note: Text = ""


class OrderTakenOver(Message):
    """Somebody goes on with what others picked; ``from_staff`` in order of the id."""

    order_id: Id
    from_staff: tuple[Id, ...]


class PickedLine(Message):
    """How much of a line is laid aside in all, with what was handed over of it."""

    line_id: Id
    picked_milli: Annotated[Milli, Field(ge=0)]


class OrderPicked(Message):
    """What is laid aside of lines now; with ``ends`` the picker is through with the order."""

    order_id: Id
    lines: tuple[PickedLine, ...]
    ends: bool = False


class Substitute(Message):
    """What stands in the place of goods that are not there, on a line of its own."""

    line_id: Id
    product_id: Id
    name: Text
    qty_milli: Quantity
    price_minor: Annotated[Minor, Field(ge=0)]
    """What the quantity costs today."""
    min_age: int = 0
    asked: bool = False
    """The customer was asked and wants it."""


class OrderShort(Message):
    """Goods of a line are not there: what was chosen instead. ``step_id`` counts once."""

    step_id: Id
    order_id: Id
    line_id: Id
    qty_milli: Quantity
    choice: Literal["refund", "substitute", "other_store"]
    refund_minor: Annotated[Minor, Field(ge=0)]
    """What the till expects to be given back, deposits included; head office counts."""
    substitute: Substitute | None = None
    store_id: Id | None = None
    """The store that is to hand it over instead."""


class OrderPacked(Message):
    """What was picked is in ``bags`` bags on a shelf."""

    order_id: Id
    bags: Annotated[int, Field(ge=1, le=99)]
    shelf: Text = ""


class HandOverLine(Message):
    """What of an order's line went out of the door; deposits are not among it."""

    line_id: Id
    product_id: Id
    qty_milli: Milli
    pack_pieces: int = 1
    """Pieces of stock in one unit: 1, or those of the pack."""


class OrderHandedOver(Message):
    """An order left the store, or a part of it. Personal part: :class:`CourierPerson`, if somebody asked."""

    hand_over_id: Id
    order_id: Id
    shift_id: Id
    business_day: Id
    means: Literal["code", "phone_and_name", "right_and_reason", "platform_code", "courier"]
    evidence: HexText
    """First 32 hexadecimal digits of the SHA-256 of the code that was scanned; empty without a code."""
    value_minor: Minor
    currency: Id
    lines: tuple[HandOverLine, ...]
    reason: Text = ""
    """Why it was given out without code, phone digits and name."""
    approved_by: Id | None = None
    """Another person, if the actor's own right did not reach."""
    fulfilment: Fulfilment | None = None
    """Who was to take it: its customer, or a courier; not stated by older tills."""


class CourierPerson(Message):
    """Who took an order: the erasable part of its hand-over to a courier."""

    courier: Annotated[Text, Field(max_length=40)]
    """Name or number plate."""


class OrderHandOverUndone(Message):
    """The same person took a hand-over back within ten seconds."""

    hand_over_id: Id
    order_id: Id


class GivenUpLine(Message):
    """A part of a line that is refunded; ``refund_minor`` is what the till expects, deposits included."""

    line_id: Id
    qty_milli: Quantity
    refund_minor: Annotated[Minor, Field(ge=0)]


class OrderGivenUp(Message):
    """Parts of an order that nobody gets, and why. ``step_id`` counts once."""

    step_id: Id
    order_id: Id
    reason: GiveUpReason
    lines: tuple[GivenUpLine, ...]
    note: Text = ""


class BroughtBackLine(Message):
    """A part of a line that the customer brought back."""

    line_id: Id
    qty_milli: Quantity
    refund_minor: Annotated[Minor, Field(ge=0)]
    """What the till expects to be given back, deposits included; head office counts."""
    restock: bool
    """Fit for the shelf; else it is written off."""


class OrderReturned(Message):
    """A customer brought goods of an order back. ``step_id`` counts once."""

    step_id: Id
    order_id: Id
    reason: Text
    lines: tuple[BroughtBackLine, ...]


class PutBackLine(Message):
    """Goods that were picked for nobody, in units of the line."""

    line_id: Id
    qty_milli: Quantity
    wasted: bool = False


class OrderPutBack(Message):
    """What was laid aside for nobody is on the shelf again, or thrown away. ``step_id`` counts once."""

    step_id: Id
    order_id: Id
    lines: tuple[PutBackLine, ...]


ORDER_BODIES: Final[dict[tuple[str, int], type[Message]]] = {
    (ORDER_ACCEPTED, 1): OrderAccepted,
    (ORDER_REJECTED, 1): OrderRejected,
    (ORDER_PICKING, 1): OrderStep,
    (ORDER_TAKEN_OVER, 1): OrderTakenOver,
    (ORDER_PICKED, 1): OrderPicked,
    (ORDER_SHORT, 1): OrderShort,
    (ORDER_PACKED, 1): OrderPacked,
    (ORDER_READY, 1): OrderStep,
    (ORDER_HANDED_OVER, 1): OrderHandedOver,
    (ORDER_HAND_OVER_UNDONE, 1): OrderHandOverUndone,
    (ORDER_GIVEN_UP, 1): OrderGivenUp,
    (ORDER_RETURNED, 1): OrderReturned,
    (ORDER_PUT_BACK, 1): OrderPutBack,
}
"""Every entry type about orders, with the model of its body."""
