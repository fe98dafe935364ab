"""What a manager sees of coupon campaigns: the way from issued to redeemed, the cost, the receipts."""

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.coupons import repository
from central_api.coupons.changing import give_offline_back
from central_api.coupons.schemas import Account
from central_api.coupons.terms import read_issuing
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.sales import service as sales
from retail_core.wire.campaigns import (
    CampaignFigures,
    CampaignList,
    CouponEvent,
    CouponEvents,
    OfflineGiveBack,
)

MAX_EVENTS = 200


def campaigns(unit: Unit, store_id: str) -> CampaignList:
    """Return the coupon campaigns of a store and of all stores, those that run first."""
    found = catalog.campaigns_of(unit, store_id, kind_prefix="coupon_")
    ids = [campaign.campaign_id for campaign in found]
    accounts = repository.accounts_of(unit, ids)
    costs = sales.coupon_costs(unit, ids)
    everywhere = catalog.everywhere_among(unit, ids)
    rows = [
        _figures(
            campaign,
            accounts.get(campaign.campaign_id, Account(campaign.campaign_id)),
            funders=costs.get(campaign.campaign_id, {}),
            everywhere=campaign.campaign_id in everywhere,
        )
        for campaign in found
    ]
    return CampaignList(campaigns=tuple(sorted(rows, key=lambda row: not row.active)))


def with_offline_back(
    unit: Unit, store_id: str, *, campaign_id: str, order: OfflineGiveBack
) -> CampaignFigures:
    """Let tills take a campaign's coupons offline again; return its account as it stands then.

    Raises:
        ApiError: 404 ``campaign.unknown``, also for one that runs in other stores only; and those of
            ``give_offline_back``.
    """
    _require_known(unit, store_id, campaign_id=campaign_id)
    give_offline_back(unit, campaign_id, staff_id=order.staff_id, reason=order.reason, store_id=store_id)
    return next(row for row in campaigns(unit, store_id).campaigns if row.campaign_id == campaign_id)


def events(unit: Unit, store_id: str, *, campaign_id: str, before_id: int | None, limit: int) -> CouponEvents:
    """Return a page of what sales did to a campaign's coupons, the newest first.

    Raises:
        ApiError: 404 ``campaign.unknown``, also for one that runs in other stores only.
    """
    _require_known(unit, store_id, campaign_id=campaign_id)
    found = repository.entries_of_campaign(unit, campaign_id, before_id=before_id, limit=limit + 1)
    page = found[:limit]
    named = {name for _, entry in page for name in (entry.sale_id, entry.first_sale_id) if name}
    numbers = sales.receipt_numbers(unit, named)
    return CouponEvents(
        events=tuple(
            CouponEvent(
                event_id=number,
                kind=entry.kind,
                coupon_id=entry.coupon_id,
                receipt_number=numbers.get(entry.sale_id, ""),
                first_receipt_number=numbers.get(entry.first_sale_id, ""),
                store_id=entry.store_id,
                amount_minor=entry.amount_minor,
                at_ms=entry.at_ms,
            )
            for number, entry in page
        ),
        next=page[-1][0] if len(found) > limit else None,
    )


def _figures(
    campaign: Campaign, account: Account, *, funders: dict[str, int], everywhere: bool
) -> CampaignFigures:
    return CampaignFigures(
        campaign_id=campaign.campaign_id,
        name=campaign.name,
        kind=campaign.kind,
        everywhere=everywhere,
        active=campaign.active,
        offline_allowed=campaign.doc.get("offline_allowed") is True,
        offline_ended_ms=account.offline_ended_ms,
        issued=account.issued,
        claimed=account.claimed,
        redeemed=account.redeemed,
        spent_minor=account.spent_minor,
        reserved_minor=account.reserved_minor,
        budget_minor=_budget(campaign),
        conflicts=account.conflicts,
        conflict_minor=account.conflict_minor,
        funders=funders,
    )


def _budget(campaign: Campaign) -> int | None:
    try:
        return read_issuing(campaign.issuing).budget_minor
    except ApiError:
        return None


def _require_known(unit: Unit, store_id: str, *, campaign_id: str) -> None:
    known = catalog.campaigns_of(unit, store_id, kind_prefix="coupon_")
    if all(campaign.campaign_id != campaign_id for campaign in known):
        raise ApiError(404, "campaign.unknown", detail=campaign_id)
