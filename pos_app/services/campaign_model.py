"""Coupon campaigns as head office accounts for them, in the till's words; amounts are minor units."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

OfflineReason = Literal["conflicts_cleared", "network_mended", "agreed"]
"""Why a campaign's coupons count offline again."""

EventKind = Literal["redeemed", "returned", "conflict", "over_budget"]


@dataclass(frozen=True, slots=True)
class CampaignItem:
    """A coupon campaign with its account; ``budget_minor`` is ``None`` without a budget.

    ``everywhere`` tells that its figures are those of all stores. ``offline_ended_ms`` is when it lost its
    offline right by too many conflicts, 0 if it did not. ``funders`` is what each has to bear.
    """

    campaign_id: str
    name: str
    everywhere: bool
    active: bool
    offline_allowed: bool
    offline_ended_ms: int
    issued: int
    claimed: int
    redeemed: int
    spent_minor: int
    reserved_minor: int
    budget_minor: int | None
    conflicts: int
    conflict_minor: int
    funders: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CouponEventItem:
    """What a sale did to a coupon; the receipts are empty where they are not known."""

    event_id: int
    kind: EventKind
    coupon_id: str
    receipt: str
    first_receipt: str
    store_id: str
    amount_minor: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some events, the newest first; ``before`` asks on, 0 at the end."""

    events: tuple[CouponEventItem, ...] = ()
    before: int = 0
