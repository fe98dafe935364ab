"""Goods that are ordered at the till: where they can be had, what is wanted, what head office keeps."""

from dataclasses import dataclass

from retail_core.orders import Fulfilment


@dataclass(frozen=True, slots=True)
class PromisedTime:
    """A time that a store promises, from when until when; UTC milliseconds."""

    starts_ms: int
    ends_ms: int


@dataclass(frozen=True, slots=True)
class Place:
    """A store where a product can be ordered; ``heard_ms`` is when it was last heard, ``None`` without tills.

    ``ready_ms`` is when an order that is paid now would be ready; without ``times`` the store promises no
    slots.
    """

    store_id: str
    name: str
    address: str
    distance_m: int | None
    web_milli: int
    heard_ms: int | None
    ready_ms: int
    times: tuple[PromisedTime, ...] = ()


@dataclass(frozen=True, slots=True)
class Offers:
    """What head office said at ``asked_ms``: this store first, then the others, nearest first."""

    asked_ms: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a customer wants of a product, where and for whom; without a ``store_id`` the nearest sends it.

    ``member_id`` or ``name`` and ``phone`` say for whom; a courier needs ``phone`` and ``address``.
    """

    product_id: str
    qty_milli: int
    fulfilment: Fulfilment = "pickup"
    store_id: str | None = None
    slot_ms: int | None = None
    member_id: str | None = None
    name: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A line of a held order, with what was agreed for it."""

    line_id: str
    product_id: str
    name: str
    qty_milli: int
    pack_pieces: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class HeldGoods:
    """An order in the basket that is placed when it is paid; its goods are kept until ``until_ms``.

    A store with slots (``by_slots``) has it ready at ``promised_ms``, others ``minutes`` after the payment.
    """

    order_id: str
    number: str
    store_id: str
    store_name: str
    fulfilment: Fulfilment
    customer: str
    promised_ms: int
    by_slots: bool
    minutes: int
    until_ms: int
    pickup_code: str

    def promised_when_paid_ms(self, now_ms: int) -> int:
        """Return when it is ready if it is paid at ``now_ms``."""
        return self.promised_ms if self.by_slots else now_ms + self.minutes * 60_000


@dataclass(frozen=True, slots=True)
class Held:
    """What head office answered: the order, and its lines."""

    goods: HeldGoods
    lines: tuple[HeldLine, ...]
