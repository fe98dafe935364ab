"""What a campaign says about its coupons."""

from dataclasses import dataclass

from central_api.catalog import service as catalog
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from retail_core.pricing.kinds.coupon_amount import CouponAmount
from retail_core.pricing.kinds.coupon_percent import CouponPercent
from retail_core.pricing.rules import Campaign, RuleRefused


@dataclass(frozen=True, slots=True)
class CampaignTerms:
    """``number`` stands in the codes; ``value`` is minor units, or basis points of a percentage."""

    campaign_id: str
    number: int
    value: int
    is_percent: bool
    offline_allowed: bool


def terms_of(unit: Unit, campaign_id: str) -> CampaignTerms:
    """Return the terms of a coupon campaign.

    Raises:
        ApiError: 404 ``campaign.unknown``; 422 ``campaign.no_coupons`` for a promotion that takes none, or
            one that pricing cannot read.
    """
    found = catalog.campaign(unit, campaign_id)
    if found is None:
        raise ApiError(404, "campaign.unknown", detail=campaign_id)
    try:
        effect = Campaign.parse(found.doc).effect
    except RuleRefused as refusal:
        raise ApiError(422, "campaign.no_coupons", detail=campaign_id) from refusal
    if isinstance(effect, CouponAmount):
        value, is_percent = effect.amount_minor, False
    elif isinstance(effect, CouponPercent):
        value, is_percent = effect.percent_bp, True
    else:
        raise ApiError(422, "campaign.no_coupons", detail=campaign_id)
    return CampaignTerms(
        campaign_id=campaign_id,
        number=found.number,
        value=value or 0,
        is_percent=is_percent,
        offline_allowed=found.doc.get("offline_allowed") is True,
    )
