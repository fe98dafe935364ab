"""What the coupons slice takes and gives."""

from dataclasses import dataclass
from typing import Literal


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
    reserved_minor: int = 0
    given_by: str | None = None
    allotted_to: str | None = None
    """The till that may print it with a sale."""
    allotted_incarnation: int | None = None
    use_until_ms: int | None = None
    """Until when that till may."""
    earned_sale_id: str | None = None
    """The sale that it was given with; ``None`` while its till has not said that it printed it."""
    earned_from_minor: int | None = None
    """The least total of that sale: with less than this of it kept, the coupon ends."""


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
    days: int | None = None
    """How long it is valid; as the campaign says where it is empty."""
    most_per_member: int | None = None
    """What one member gets at most where the campaign does not say."""


@dataclass(frozen=True, slots=True)
class Late:
    """An order that was late, and earns a coupon of a campaign; nobody's where it has no member."""

    campaign_id: str
    order_id: str
    member_id: str | None
    store_id: str


@dataclass(frozen=True, slots=True)
class Redemption:
    """Who consumes a coupon: the sale, its store and its time."""

    coupon_id: str
    sale_id: str
    store_id: str
    sold_ms: int
    amount_minor: int = 0
    """What it took off, >= 0."""
    entry_id: str = ""
    campaign_id: str = ""
    """As the till says; a coupon that is known has its own."""


EntryKind = Literal["redeemed", "returned", "conflict", "over_budget"]


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """What a sale did to a coupon; counts once for each kind, coupon and sale.

    ``amount_minor`` is what it took off, below zero where that is undone; ``released_minor`` what had been
    reserved for it. ``first_sale_id`` is the sale that had used it before.
    """

    campaign_id: str
    coupon_id: str
    kind: EntryKind
    sale_id: str
    store_id: str
    amount_minor: int
    released_minor: int
    at_ms: int
    entry_id: str
    first_sale_id: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """The sums of a campaign's coupons. Source: docs/rules/coupons.md, "The account of a campaign"."""

    campaign_id: str
    issued: int = 0
    allotted: int = 0
    claimed: int = 0
    redeemed: int = 0
    spent_minor: int = 0
    reserved_minor: int = 0
    conflicts: int = 0
    conflict_minor: int = 0
    offline_ended_ms: int | None = None
    redeemed_before: int = 0
    """What does not count any more when conflicts are compared: of before the right was given back."""
    conflicts_before: int = 0


@dataclass(frozen=True, slots=True)
class CampaignAct:
    """What a person at head office did about a campaign, and why; only added."""

    campaign_id: str
    act: str
    staff_id: str
    reason: str
    at_ms: int
    redeemed: int
    """As its account stood."""
    conflicts: int


@dataclass(frozen=True, slots=True)
class Change:
    """What is added to an account; below zero takes away."""

    issued: int = 0
    allotted: int = 0
    claimed: int = 0
    redeemed: int = 0
    spent_minor: int = 0
    reserved_minor: int = 0
    conflicts: int = 0
    conflict_minor: int = 0
