"""The manager's campaign page: what became of a campaign's coupons, what they cost, and the receipts.

Source: docs/rules/coupons.md, "The account of a campaign".
"""

from typing import Literal

from retail_core.wire.base import Id, Message, Millis, Minor, Text


class CampaignFigures(Message):
    """A coupon campaign of the till's store, or of all stores, with its account."""

    campaign_id: Id
    name: Text
    kind: Id
    everywhere: bool
    """Whether it runs in all stores; its figures are then those of all of them."""
    active: bool
    offline_allowed: bool
    offline_ended_ms: Millis | None
    """When it lost its offline right by too many conflicts."""
    issued: int
    claimed: int
    redeemed: int
    spent_minor: Minor
    reserved_minor: Minor
    budget_minor: Minor | None
    conflicts: int
    conflict_minor: Minor
    funders: dict[str, int]
    """What each who bears it has to bear, minor units; what came back is taken off, conflicts are in it."""


class CampaignList(Message):
    """``GET /v1/campaigns``: those that run first, then by id."""

    campaigns: tuple[CampaignFigures, ...]


class OfflineGiveBack(Message):
    """``POST /v1/campaigns/{campaign_id}/offline``: a person lets its coupons count offline again.

    The answer is the campaign's ``CampaignFigures`` as they stand then.
    """

    staff_id: Id
    reason: Text


class CouponEvent(Message):
    """What a sale did to a coupon, with the receipts that show it."""

    event_id: int
    kind: Literal["redeemed", "returned", "conflict", "over_budget"]
    coupon_id: Id
    receipt_number: Text
    """Of the sale; empty for one that is not known."""
    first_receipt_number: Text
    """Of the sale that had used it before, where there is one."""
    store_id: Id
    amount_minor: Minor
    at_ms: Millis


class CouponEvents(Message):
    """``GET /v1/campaigns/{campaign_id}/events?before&limit``: the newest first; ``next`` asks on."""

    events: tuple[CouponEvent, ...]
    next: int | None
