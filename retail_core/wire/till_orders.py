"""Goods that are ordered at a till: where they can be had, what is kept for half an hour, what is let go.

Source: docs/rules/order-payment.md, "Ordered at the till".
"""

from typing import Annotated, Literal

from pydantic import Field

from retail_core.wire.base import Id, Message, Milli, Millis, Text
from retail_core.wire.feed import OrderDoc
from retail_core.wire.shop import OrderCustomer, OrderItem, PromisedSlot


class OfferedPlace(Message):
    """A store where a product can be ordered now, and when it would have it ready."""

    store_id: Id
    name: Text
    address: Text = ""
    distance_m: int | None = None
    """From the till's store; ``None`` where one of the two has no coordinates."""
    web_milli: Milli
    """What can be ordered of it there now."""
    heard_ms: Millis | None = None
    """When a till of the store was last heard, to the minute; ``None`` for a store without tills."""
    ready_ms: Millis
    """When an order that is paid now would be ready; of a store with slots the first one that is free."""
    slots: Annotated[tuple[PromisedSlot, ...], Field(max_length=12)] = ()
    """The next times with a place; none for a store that promises no times of its own."""


class OrderOffers(Message):
    """``GET /v1/orders/offers?product_id``: the till's own store first, then the others, nearest first."""

    as_of_ms: Millis
    places: tuple[OfferedPlace, ...]


class HoldOrder(Message):
    """``POST /v1/orders/hold``: price an order and keep its goods for half an hour; ``request_id`` once.

    Priced as the till's own store sells. Of a member, or of a ``customer`` with name and phone number.
    """

    request_id: Id
    fulfilment: Literal["pickup", "courier"] = "pickup"
    store_id: Id | None = None
    """Where it is collected. What a courier brings may leave it open: the nearest store that has it."""
    items: Annotated[tuple[OrderItem, ...], Field(min_length=1, max_length=20)]
    member_id: Id | None = None
    customer: OrderCustomer | None = None
    slot_ms: Millis | None = None
    """When the chosen slot begins; without it the first one with a place."""
    takes_away: bool = True


class OrderHeld(Message):
    """The order, on which everything is due; it is none yet for the store that has the goods."""

    order: OrderDoc
    store_id: Id
    store_name: Text
    store_address: Text = ""
    by_slots: bool
    minutes: int
    """How long the store takes once it is paid, where it promises no slots."""
    until_ms: Millis
    """Its goods are kept until then."""
    pickup_code: Text


class ReleaseOrder(Message):
    """``POST /v1/orders/release``: let the goods of a held order go; safe to repeat."""

    order_id: Id
