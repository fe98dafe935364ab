"""What the counter asks while a customer stands in front of it; every answer has an offline substitute."""

from typing import Literal

from retail_core.wire.base import HexText, Id, Message, Millis, Minor, Text
from retail_core.wire.facts import ReturnedReceipt, SaleCompleted
from retail_core.wire.feed import MemberDoc


class MemberLookup(Message):
    """``POST /v1/members/lookup``: by full phone number (its fingerprint) or by a code's alias."""

    phone_mac: HexText | None = None
    alias: HexText | None = None


class MemberFound(Message):
    """The member, or ``None``."""

    member: MemberDoc | None
    applied_through: int = 0
    """The asking till's entries up to here are contained in what the answer says."""


class CouponHold(Message):
    """``POST /v1/coupons/hold``: reserve a coupon for a sale for five minutes; safe to repeat."""

    coupon_id: Id | None = None
    short_code: Text | None = None
    sale_id: Id
    member_id: Id | None = None


class CouponHeld(Message):
    """The outcome; ``code`` says why not. ``campaign_id`` names the rule that prices it."""

    status: Literal["held", "refused"]
    code: Id
    hold_id: Id | None
    coupon_id: Id | None
    campaign_id: Id | None
    value_minor: Minor | None
    expires_ms: Millis | None
    """Of the reservation."""
    coupon_expires_ms: Millis | None = None
    """Of the coupon itself."""


class CouponRelease(Message):
    """``POST /v1/coupons/release``: give a reservation back; safe to repeat."""

    hold_id: Id
    sale_id: Id


class Released(Message):
    """Whether a reservation was there."""

    released: bool


class ReceiptFind(Message):
    """``POST /v1/receipts/find``: a receipt of any till of the chain, to take goods back."""

    receipt_number: Id


class KnownReturn(Message):
    """What one document took back of a receipt."""

    document_id: Id
    """The id of the sale that took it."""
    receipt: ReturnedReceipt


class ReceiptFound(Message):
    """The sale's fact without who bought, and what came back of it so far, in order; ``None`` if unknown."""

    sale: SaleCompleted | None
    sold_ms: Millis
    returned: tuple[KnownReturn, ...] = ()


class Problem(Message):
    """Every refusal of the central API, with a code from ``docs/errors.md``."""

    code: Id
    detail: Text
