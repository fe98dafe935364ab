"""The bodies of the journal's entries: what a till states as done.

Amounts are minor units of ``currency``; quantities are thousandths. A body is stored and hashed as
canonical JSON, so it holds text, integers, booleans, lists and objects only. What identifies a person
stands in the personal part beside the body and can be erased without breaking the chain.

Source: docs/protocol.md, "Journal entry types".
"""

from typing import Final, Literal

from pydantic import Field

from retail_core.wire import stock_facts
from retail_core.wire.base import HexText, Id, Message, Millis, Minor, Text
from retail_core.wire.member_facts import (
    MEMBER_CONSENTED,
    MEMBER_JOINED,
    MEMBER_NOTED,
    MEMBER_REVEALED,
    MemberConsented,
    MemberJoined,
    MemberNoted,
    MemberRevealed,
)
from retail_core.wire.order_facts import (
    ORDER_BODIES,
    ORDER_HAND_OVER_UNDONE,
    ORDER_HANDED_OVER,
    ORDER_PICKING,
    ORDER_READY,
    HandOverLine,
    OrderHandedOver,
    OrderHandOverUndone,
    OrderStep,
)
from retail_core.wire.sale_parts import (
    CampaignUse,
    CashierAct,
    ClawBack,
    CouponUse,
    Discount,
    Fiscal,
    IssuedCoupon,
    LineOption,
    OrderedGoods,
    PriceBasis,
    RefundPart,
    RemovedLine,
    ReturnedLine,
    ReturnedReceipt,
    SaleLine,
    TaxRow,
    Tender,
)
from retail_core.wire.shift_facts import (
    SHIFT_BODIES,
    SHIFT_CLOSED,
    SHIFT_OPENED,
    CategorySum,
    DiscountSum,
    ShiftClosed,
    ShiftOpened,
    TenderCount,
)
from retail_core.wire.store_facts import STORE_BODIES

__all__ = [
    "ORDER_HANDED_OVER",
    "ORDER_HAND_OVER_UNDONE",
    "ORDER_PICKING",
    "ORDER_READY",
    "SHIFT_CLOSED",
    "SHIFT_OPENED",
    "CampaignUse",
    "CashierAct",
    "CategorySum",
    "ClawBack",
    "CouponUse",
    "Discount",
    "DiscountSum",
    "Fiscal",
    "HandOverLine",
    "IssuedCoupon",
    "LineOption",
    "OrderHandOverUndone",
    "OrderHandedOver",
    "OrderStep",
    "OrderedGoods",
    "PriceBasis",
    "RefundPart",
    "RemovedLine",
    "ReturnedLine",
    "ReturnedReceipt",
    "SaleLine",
    "ShiftClosed",
    "ShiftOpened",
    "TaxRow",
    "Tender",
    "TenderCount",
]  # parts of a sale, steps of orders and shifts, under one roof; the bodies below need no mention

TILL_ENROLLED: Final = "till.enrolled"
STAFF_SIGNED_IN: Final = "staff.signed_in"
STAFF_SIGNED_OUT: Final = "staff.signed_out"
SALE_COMPLETED: Final = "sale.completed"
BASKET_ABANDONED: Final = "basket.abandoned"
BASKET_PARKED: Final = "basket.parked"
BASKET_RECALLED: Final = "basket.recalled"
PAYMENT_DOUBTED: Final = "payment.doubted"
PAYMENT_RESOLVED: Final = "payment.resolved"
BALANCE_TOPPED_UP: Final = "balance.topped_up"
RECEIPT_REPRINTED: Final = "receipt.reprinted"
CLOCK_JUMPED: Final = "clock.jumped"
COUPON_OFFLINE_EXTENDED: Final = "coupon.offline_extended"

COUPON_OFFLINE_RIGHT: Final = "coupon.offline_extend"
"""The right to let coupons count without the network for longer, or again."""


class Replaced(Message):
    """The incarnation that a new one takes over from, and what is known of where it ended."""

    incarnation: int = Field(ge=1)
    stored_through: int | None
    """What head office had of it when the new one joined; not known if it could not be asked."""
    known_through: int
    """What the second disk, or the till's own files, have of it; what it wrote behind that is lost."""
    cut_shift_id: Id | None
    """The active shift of the files that were taken over; it ends without a Z."""
    cut_suspended: tuple[Id, ...] = ()
    """Shifts that were suspended in them; they end without a Z, too."""


class TillEnrolled(Message):
    """The first entry of an incarnation; ``replaces`` names the gap when it is not the first one."""

    store: Id
    app_version: Text
    device_public_key: HexText
    replaces: Replaced | None = None


class StaffSignedIn(Message):
    """Somebody signed in at this till."""

    staff_id: Id
    role: Id
    means: Literal["pin", "badge"]


class StaffSignedOut(Message):
    """Somebody left this till."""

    staff_id: Id


class SaleCompleted(Message):
    """A paid sale, a return, or both at once. Personal part: :class:`SalePerson`, if a member was attached.

    ``lines``, ``list_minor`` and ``discount_minor`` are what was sold; ``returned`` is what came back.
    ``total_minor`` = sum of the lines' totals - sum of the refunds; it is negative when money is given back.
    ``tax`` is the table of the whole document: sold - returned + clawed back.
    Source: docs/rules/returns.md.
    """

    sale_id: Id
    receipt_number: Id
    shift_id: Id
    business_day: Id
    currency: Id
    catalog_version: Id
    prices_include_tax: bool
    lines: tuple[SaleLine, ...]
    list_minor: Minor
    discount_minor: Minor
    total_minor: Minor
    rounding_minor: Minor
    tax: tuple[TaxRow, ...]
    tenders: tuple[Tender, ...]
    coupons: tuple[CouponUse, ...]
    member_tier: Id | None
    points_earned: int
    removed: tuple[RemovedLine, ...]
    fiscal: Fiscal
    takes_away: bool = False
    note: Text = ""
    """What somebody noted on the whole sale."""
    returned: tuple[ReturnedReceipt, ...] = ()
    acts: tuple[CashierAct, ...] = ()
    basis: PriceBasis | None = None
    """``None`` where no campaign applied, or where it would be larger than a fact may be."""
    uses: tuple[CampaignUse, ...] = ()
    """How often the sale used campaigns with limits, in order of the id."""
    issued: tuple[IssuedCoupon, ...] = ()
    """Coupons that the till printed with it, one of a campaign at most; in order of the campaign's id."""
    ordered: tuple[OrderedGoods, ...] = ()
    """Orders that were taken at the till and are placed by this sale, in the order of their first lines."""


class SalePerson(Message):
    """Who bought: the erasable part of a sale."""

    member_id: Id | None
    """``None`` when only the code's alias is known."""
    alias: HexText
    masked_name: Text
    phone_last4: Text
    means: Literal["code", "card", "phone"]
    proof: Literal["", "pin", "message"] = ""
    """What head office took as proof that it is the member, where only a number was said."""


class BalanceToppedUp(Message):
    """A member paid money in; no sale. Personal part: :class:`SalePerson`.

    ``tenders`` sum to ``principal_minor`` plus rounding. Source: docs/rules/stored-value.md.
    """

    top_up_id: Id
    number: Id
    """The slip's number, in its own sequence of the till."""
    shift_id: Id
    business_day: Id
    currency: Id
    principal_minor: Minor
    bonus_minor: Minor
    rounding_minor: Minor
    tenders: tuple[Tender, ...]
    spend: Id
    """The order of spending that was shown and printed."""


class BasketAbandoned(Message):
    """A whole basket was given up before it was paid."""

    shift_id: Id
    lines: tuple[RemovedLine, ...]
    total_minor: Minor
    currency: Id
    basket_id: Id | None = None
    reason: Id = "given_up"
    """``given_up`` on the counter, ``discarded`` or ``expired`` where it was parked."""
    acts: tuple[CashierAct, ...] = ()
    """Who allowed it, where somebody else had parked it."""
    after_total: bool = False
    """Whether its total had been told: *Pay* was opened for it at least once."""


class BasketParked(Message):
    """A basket was put aside to be paid later; its name stays on the till."""

    basket_id: Id
    shift_id: Id
    lines: tuple[RemovedLine, ...]
    total_minor: Minor
    currency: Id
    expires_ms: Millis
    split_from: Id | None = None
    """The basket that it was a part of."""


class BasketRecalled(Message):
    """A parked basket came back onto the counter."""

    basket_id: Id
    shift_id: Id
    parked_by: Id
    into: Id | None
    """The basket that its goods were put into; ``None`` where it came back as itself."""
    total_minor: Minor
    """What it came to when it was parked."""
    currency: Id
    acts: tuple[CashierAct, ...] = ()
    """Who allowed it, where somebody else had parked it."""


class PaymentDoubted(Message):
    """A provider did not say whether money moved; ``sale_id`` is the basket that it was for."""

    payment_id: Id
    """The till's order number at the provider."""
    kind: Literal["charge", "refund"]
    sale_id: Id
    provider: Text
    amount_minor: Minor
    currency: Id


class PaymentResolved(Message):
    """A doubt about a payment ended, or money that paid for nothing went back.

    ``paid`` and ``not_paid`` say whether the order (a charge or a refund) moved money, ``refunded`` that the
    money of a charge went back because no sale used it.
    """

    payment_id: Id
    kind: Literal["charge", "refund"]
    sale_id: Id
    provider: Text
    amount_minor: Minor
    currency: Id
    outcome: Literal["paid", "not_paid", "refunded"]
    means: Literal["provider", "person"]
    reference: Text
    """The provider's own, empty where it told none."""
    approved_by: Id | None = None
    """Another person, if the actor's own right did not reach."""


class ReceiptReprinted(Message):
    """A copy of a receipt was printed."""

    receipt_number: Id
    copy_no: int
    gift: bool = False
    """A gift receipt, without prices."""


class ClockJumped(Message):
    """The wall clock moved against the monotonic clock."""

    by_ms: int


class CouponOfflineExtended(Message):
    """A till may take coupons offline for longer than its lists are fresh; the caps stay."""

    lists_ms: Millis
    """When the lists came that count for longer."""
    until_ms: Millis
    approved_by: Id | None
    """Another person, if the actor's own right did not reach."""


BODIES: Final[dict[tuple[str, int], type[Message]]] = {
    (TILL_ENROLLED, 1): TillEnrolled,
    (STAFF_SIGNED_IN, 1): StaffSignedIn,
    (STAFF_SIGNED_OUT, 1): StaffSignedOut,
    (SALE_COMPLETED, 1): SaleCompleted,
    (BALANCE_TOPPED_UP, 1): BalanceToppedUp,
    (BASKET_ABANDONED, 1): BasketAbandoned,
    (BASKET_PARKED, 1): BasketParked,
    (BASKET_RECALLED, 1): BasketRecalled,
    (PAYMENT_DOUBTED, 1): PaymentDoubted,
    (PAYMENT_RESOLVED, 1): PaymentResolved,
    (RECEIPT_REPRINTED, 1): ReceiptReprinted,
    (CLOCK_JUMPED, 1): ClockJumped,
    (COUPON_OFFLINE_EXTENDED, 1): CouponOfflineExtended,
    (MEMBER_JOINED, 1): MemberJoined,
    (MEMBER_NOTED, 1): MemberNoted,
    (MEMBER_CONSENTED, 1): MemberConsented,
    (MEMBER_REVEALED, 1): MemberRevealed,
    **ORDER_BODIES,
    **stock_facts.BODIES,
    **STORE_BODIES,
    **SHIFT_BODIES,
}
"""Every entry type and version that this release knows, with the model of its body."""
