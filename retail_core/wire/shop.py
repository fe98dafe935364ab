"""The shop's side: what an app or a web shop asks, under ``/v1/shop`` and behind a client token."""

from typing import Annotated

from pydantic import Field, JsonValue

from retail_core.orders import Fulfilment, Preference
from retail_core.wire.base import Id, Message, Milli, Millis, Minor, Text
from retail_core.wire.feed import OrderDoc
from retail_core.wire.member_facts import Birthday, Consent


class WantedOption(Message):
    """An option that was chosen, by its group."""

    group_id: Id
    option_id: Id


class OrderItem(Message):
    """One product of an order to be placed; of a pack, ``qty_milli`` counts packs.

    Without ``options`` it is made as usual, with the product's presets.
    """

    product_id: Id
    qty_milli: Annotated[Milli, Field(gt=0)]
    options: Annotated[tuple[WantedOption, ...], Field(max_length=40)] | None = None
    pack_id: Id | None = None
    preference: Preference = "none"
    """What may stand in its place where it is not there. Source: docs/rules/orders.md."""
    cap_minor: Annotated[Minor, Field(ge=0)] = 0
    """The most that a piece or pack in its place may cost; 0 for no such limit."""


class OrderCustomer(Message):
    """Who gets an order, as far as the store needs it: of a customer who is no member, or of an address.

    Name and number are kept masked; the address and the whole number only of what a courier brings there.
    """

    name: Annotated[Text, Field(max_length=60)] = ""
    phone: Annotated[str, Field(pattern=r"^\d{0,15}$")] = ""
    address: Annotated[Text, Field(max_length=200)] = ""
    """Where a courier of the store's own brings it; a platform's courier knows it without the store."""


class PlaceOrder(Message):
    """``POST /v1/shop/orders``; ``request_id`` makes a retry safe.

    What is collected is taken away, unless it is said otherwise; the tax rate may depend on it.
    """

    request_id: Id
    store_id: Id
    member_id: Id | None = None
    """Without one it earns nothing, and nobody is told of it but by the channel."""
    channel: Id = "app"
    external_id: Id | None = None
    """Its number in a marketplace or on a platform: the same one again is the same order."""
    fulfilment: Fulfilment = "pickup"
    customer: OrderCustomer | None = None
    platform_number: Annotated[Text, Field(max_length=20)] = ""
    """The short number under which the platform shows it to customer and courier."""
    platform_code: Annotated[Text, Field(max_length=64)] = ""
    """What a courier of the platform, or its customer, shows in the store; in the channel's form."""
    items: Annotated[tuple[OrderItem, ...], Field(min_length=1, max_length=100)]
    promise_minutes: Annotated[int, Field(ge=1, le=10_080)] = 30
    """Counts where the store promises no times of its own."""
    slot_ms: Millis | None = None
    """When the chosen slot of ``GET /v1/shop/promises`` begins; without it the first with a place."""
    takes_away: bool = True
    settled_minor: Annotated[Minor, Field(ge=0)] | None = None
    """What was paid online; ``None``: all of it. The rest is paid in the store."""
    coupon_ids: Annotated[tuple[Id, ...], Field(max_length=10)] = ()
    """Coupons of the member's wallet that pay a part of it; each has to save something."""


class PromisedSlot(Message):
    """A time that a store promises: an order of it is ready at ``slot_ms``; 0 free: it is full."""

    slot_ms: Millis
    ends_ms: Millis
    free: Annotated[int, Field(ge=0)]


class PromisedTimes(Message):
    """``GET /v1/shop/promises``: when a store could have an order ready. Source: docs/rules/promises.md."""

    store_id: Id
    as_of_ms: Millis
    by_slots: bool
    """False for a store that takes the shop's word; it has no slots then."""
    busy_minutes: int
    """So much longer it takes now; it is in the slots already."""
    busy_until_ms: Millis
    waiting_orders: int
    """How many orders are not ready yet."""
    slots: tuple[PromisedSlot, ...]


class OrderPlaced(Message):
    """The order, prepaid, the code that collects it, and the address of its page."""

    order: OrderDoc
    pickup_code: Text
    page_url: Text = ""
    """For its customer alone: who holds it sees the order and its code. Source: docs/rules/order-page.md."""


class OrderRefund(Message):
    """A row of ``GET /v1/shop/refunds``: what the shop that took the money owes whoever paid online.

    ``qty_milli`` is 0 for the difference to a cheaper substitute. ``POST /v1/shop/refunds/{id}/paid`` says
    that it was paid out; safe to repeat.
    """

    refund_id: Id
    order_id: Id
    line_id: Id
    qty_milli: Milli
    amount_minor: Minor
    currency: Id
    cause: Id
    created_ms: Millis
    paid_ms: Millis | None


class FindMember(Message):
    """``POST /v1/shop/members/find``: by full phone number, in the body because addresses are logged."""

    phone: Annotated[Text, Field(min_length=5, max_length=40)]


class JoinLink(Message):
    """Whose work a join is: the receipt whose code was scanned, or the store where another code hangs."""

    receipt_number: Id | None = None
    store_id: Id | None = None


class JoinMember(Message):
    """``POST /v1/shop/members/join``; ``request_id`` makes a retry safe; a phone number is one account."""

    request_id: Id
    phone: Annotated[str, Field(pattern=r"^\d{8,15}$")]
    name: Annotated[Text, Field(max_length=60)] = ""
    birthday: Birthday = ""
    consents: Annotated[tuple[Consent, ...], Field(max_length=10)] = ()
    link: JoinLink | None = None


class MemberCard(Message):
    """``POST /v1/shop/members/{id}/card``: what is printed on a card; every ``issue`` before is void."""

    code: Text
    card_number: Text
    issue: int = 1


class SetPin(Message):
    """``POST /v1/shop/members/{id}/pin``: six digits, or nothing to have no PIN any more; safe to repeat."""

    pin: Annotated[str, Field(pattern=r"^([0-9]{6})?$")]


class PinSet(Message):
    """Whether the member has a PIN now."""

    has_pin: bool


class MemberCodes(Message):
    """``POST /v1/shop/members/{id}/codes``: the current code and those after it."""

    codes: tuple[str, ...]
    first_from_ms: Millis
    each_ms: int


class CardRevoked(Message):
    """``POST /v1/shop/members/{id}/card/{issue}/revoke``: whether a card counted until now."""

    changed: bool


class IssueCoupon(Message):
    """``POST /v1/shop/coupons``: put a coupon of a campaign into a wallet."""

    request_id: Id
    campaign_id: Id
    member_id: Id | None
    store_id: Id | None = None


class ClaimCoupon(Message):
    """``POST /v1/shop/coupons/claim``: a member takes a coupon of a campaign that may be claimed."""

    request_id: Id
    campaign_id: Id
    member_id: Id


class GiveCoupon(Message):
    """``POST /v1/shop/coupons/give``: a member gives a coupon to another one; it gets another code."""

    request_id: Id
    coupon_id: Id
    from_member_id: Id
    to_member_id: Id


class CouponIssued(Message):
    """The coupon with its scannable code and its short code for typing."""

    coupon_id: Id
    campaign_id: Id
    code: Text
    short_code: Text
    value_minor: Minor
    expires_ms: Millis


class PriceRequest(Message):
    """``POST /v1/shop/price``: the same pricing as at the till.

    Either ``basket`` as ``pricing.basket_to_json``, with prices and all; or ``items`` of the store's catalog,
    whose prices, options, packs and deposits the server knows, for ``member_id`` if there is one.
    """

    store_id: Id
    basket: dict[str, JsonValue] | None = None
    items: Annotated[tuple[OrderItem, ...], Field(max_length=100)] = ()
    member_id: Id | None = None
    takes_away: bool = True


class PriceReply(Message):
    """``priced`` as ``pricing.priced_to_json``."""

    priced: dict[str, JsonValue]


class Availability(Message):
    """``GET /v1/shop/stock``: what a store has of a product, and how old the figure is."""

    product_id: Id
    store_id: Id
    on_hand_milli: Milli
    committed_milli: Milli
    as_of_ms: Millis
    web_milli: Milli = 0
    """What can be ordered now. Source: docs/rules/stock.md."""
    heard_ms: Millis | None = None
    """When a till of the store was last heard, to the minute; ``None`` for a store without tills."""


class NextStore(Message):
    """A row of ``GET /v1/shop/stock/nearby``: a store that has enough of a product, and how far it is."""

    store_id: Id
    name: Text
    address: Text
    distance_m: Annotated[int, Field(ge=0)]
    web_milli: Milli
    heard_ms: Millis | None = None
