"""What the coupons slice takes and gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coupon:
    """A coupon as the server knows one; ``coupon_id`` is the serial inside its code, 16 hex digits."""

    coupon_id: str
    campaign_id: str
    short_code: str
    member_id: str | None
    store_id: str | None
    state: str
    flags: int
    value_minor: int
    starts_ms: int
    expires_ms: int
    redeemed_sale_id: str | None


@dataclass(frozen=True, slots=True)
class Grant:
    """An order to issue a coupon; ``request_id`` makes a retry safe.

    ``coupon_id`` (16 hex digits), ``short_code`` and ``starts_ms`` are for seeds; empty means: make one.
    """

    request_id: str
    campaign_id: str
    member_id: str | None
    store_id: str | None = None
    coupon_id: str = ""
    short_code: str = ""
    starts_ms: int | None = None
    days: int = 30


@dataclass(frozen=True, slots=True)
class Redemption:
    """Who consumes a coupon: the sale, its store and its time."""

    coupon_id: str
    sale_id: str
    store_id: str
    sold_ms: int
