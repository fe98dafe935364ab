"""What the counter asks while a customer stands in front of it; every answer has an offline substitute."""

from typing import Annotated, Literal

from pydantic import Field

from retail_core.wire.base import HexText, Id, Message, Millis, Minor, Text
from retail_core.wire.facts import ReturnedReceipt, SaleCompleted
from retail_core.wire.feed import CouponDoc, MemberDoc


class MemberLookup(Message):
    """``POST /v1/members/lookup``: by a phone number's fingerprint, an alias or a card's number."""

    phone_mac: HexText | None = None
    alias: HexText | None = None
    card_number: HexText | None = None


class MemberFound(Message):
    """The member, or ``None``."""

    member: MemberDoc | None
    applied_through: int = 0
    """The asking till's entries up to here are contained in what the answer says."""


class MemberSearch(Message):
    """``POST /v1/members/search``: last digits, name or initials; right ``member.search``."""

    text: Annotated[Text, Field(min_length=1, max_length=40)]
    staff_id: Id


class MembersFound(Message):
    """Who may be meant, masked, the latest visit first; ``more`` tells that there are others."""

    members: tuple[MemberDoc, ...]
    more: bool
    applied_through: int = 0


class MemberUnmask(Message):
    """``POST /v1/members/unmask``: what is masked; right ``member.reveal`` of ``staff_id``.

    The till states ``member.revealed`` with the reason before it asks.
    """

    member_id: Id
    staff_id: Id


class Unmasked(Message):
    """The whole name and phone number; for a person's eyes, kept nowhere."""

    name: Text
    phone: Text


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


class WalletAsk(Message):
    """``POST /v1/coupons/wallet``: the coupons of a member who stands at the counter."""

    alias: HexText


class WalletFound(Message):
    """Those that can still be used, with their codes, the first to expire first."""

    coupons: tuple[CouponDoc, ...]


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
