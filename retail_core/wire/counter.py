"""What the counter asks while a customer stands in front of it; every answer has an offline substitute."""

from typing import Annotated, Literal

from pydantic import Field

from retail_core.wire.base import HexText, Id, Message, Milli, Millis, Minor, Text
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


class MemberProve(Message):
    """``POST /v1/members/prove``: the PIN, or the code of a message, that a member typed for a sale.

    Safe to repeat with the same ``sale_id``; a wrong one costs a try each time. ``staff_id`` may ``sell``.
    """

    alias: HexText
    sale_id: Id
    staff_id: Id
    means: Literal["pin", "message"]
    digits: Annotated[str, Field(pattern=r"^[0-9]{6}$")]


class MemberProven(Message):
    """What came of it.

    ``wrong`` with ``tries_left`` before there is a wait (of a message code: before it is over), ``locked``
    with ``wait_ms``, ``none``: there is no PIN or no code, ``expired``: the code is over.
    """

    status: Literal["proven", "wrong", "locked", "none", "expired"]
    tries_left: int = 0
    wait_ms: int = 0


class MemberAdjust(Message):
    """``POST /v1/members/adjust``: correct points or a balance; right ``member.adjust`` of ``staff_id``.

    ``approved_by`` is who allowed what the right of ``staff_id`` does not reach, by PIN or badge at the till.
    """

    request_id: Id
    alias: HexText
    staff_id: Id
    bucket: Literal["points", "principal", "bonus"]
    amount: Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000)]
    """Points, or minor units; below zero takes. Not 0."""
    reason: Literal["goodwill", "mistake", "complaint", "other"]
    approved_by: Id | None = None


class MemberAdjusted(Message):
    """The member as head office knows them now."""

    member: MemberDoc
    applied_through: int = 0


class MemberCodeAsk(Message):
    """``POST /v1/members/message-code``: send a code to the member's phone; ``staff_id`` may ``sell``."""

    alias: HexText
    sale_id: Id
    staff_id: Id


class MemberCodeSent(Message):
    """Whether a code is on its way to the number that ends in ``phone_last4``.

    ``wait`` names by ``wait_ms`` when another one may be asked for; ``no_phone``: the member has no number;
    ``no_channel``: this shop sends no messages.
    """

    status: Literal["on_its_way", "wait", "no_phone", "no_channel"]
    phone_last4: Text = ""
    wait_ms: int = 0


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


class StoreStockRow(Message):
    """What another store has of a product, and how old that is."""

    store_id: Id
    name: Text
    distance_m: int | None = None
    """From the till's store; ``None`` where one of the two has no coordinates."""
    on_hand_milli: Milli
    free_milli: Milli
    """On hand less what is kept for orders."""
    heard_ms: Millis | None = None
    """When a till of the store was last heard, to the minute; ``None`` for a store without tills."""


class StockElsewhere(Message):
    """``GET /v1/stock/elsewhere?product_id``: other stores that have a product, nearest first."""

    rows: tuple[StoreStockRow, ...]
    web_milli: Milli
    """What can be ordered of it in the till's own store now."""
