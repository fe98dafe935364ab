"""What a campaign says about its coupons: what one is worth, and how they are issued.

Source: docs/rules/coupons.md, "What a campaign issues".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign as CampaignRow
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from retail_core.pricing.kinds.coupon_amount import CouponAmount
from retail_core.pricing.kinds.coupon_exchange import CouponExchange
from retail_core.pricing.kinds.coupon_percent import CouponPercent
from retail_core.pricing.rules import Campaign, RuleRefused

DAYS: Final = 30
"""How long a coupon is valid where its campaign does not say."""

_FIGURES: Final = frozenset(
    {"days", "total", "per_member", "budget_minor", "worth_minor", "after_sale_minor"}
)
_FLAGS: Final = frozenset({"claim", "transfer", "at_till", "at_late"})


@dataclass(frozen=True, slots=True)
class Issuing:
    """How a campaign's coupons are issued; ``None`` where nothing limits it."""

    days: int = DAYS
    total: int | None = None
    per_member: int | None = None
    budget_minor: int | None = None
    worth_minor: int | None = None
    after_sale_minor: int | None = None
    claim: bool = False
    transfer: bool = False
    at_till: bool = False
    at_late: bool = False
    """Tills print one for an order that is late, while head office cannot be asked."""

    @property
    def from_minor(self) -> int:
        """From what total on a sale is given one, where sales are."""
        return self.after_sale_minor or 1


@dataclass(frozen=True, slots=True)
class CampaignTerms:
    """``number`` stands in the codes; ``value`` is minor units, or basis points of a percentage.

    ``greatest_minor`` is the most that one coupon can cost, ``None`` where nobody can tell.
    """

    campaign_id: str
    number: int
    value: int
    is_percent: bool
    offline_allowed: bool
    greatest_minor: int | None
    issuing: Issuing

    @property
    def to_reserve_minor(self) -> int:
        """What one coupon keeps of the budget; nothing without a budget."""
        return 0 if self.issuing.budget_minor is None else self.greatest_minor or 0


def terms_of(unit: Unit, campaign_id: str) -> CampaignTerms:
    """Return the terms of a coupon campaign.

    Raises:
        ApiError: 404 ``campaign.unknown``; 422 ``campaign.no_coupons`` for a promotion that takes none, or
            one that pricing cannot read; 422 ``campaign.bad_issuing`` with the field.
    """
    found = catalog.campaign(unit, campaign_id)
    if found is None:
        raise ApiError(404, "campaign.unknown", detail=campaign_id)
    return read_terms(found, found.issuing)


def read_terms(found: CampaignRow, record: Mapping[str, object]) -> CampaignTerms:
    """Return the terms of a campaign with a record of issuing; raises as :func:`terms_of`."""
    campaign_id = found.campaign_id
    try:
        effect = Campaign.parse(found.doc).effect
    except RuleRefused as refusal:
        raise ApiError(422, "campaign.no_coupons", detail=campaign_id) from refusal
    issuing = read_issuing(record)
    if isinstance(effect, CouponAmount):
        value, is_percent, greatest = effect.amount_minor, False, effect.amount_minor
    elif isinstance(effect, CouponPercent):
        value, is_percent, greatest = effect.percent_bp, True, effect.cap_minor
    elif isinstance(effect, CouponExchange):
        value, is_percent, greatest = 0, False, None
    else:
        raise ApiError(422, "campaign.no_coupons", detail=campaign_id)
    greatest = greatest if issuing.worth_minor is None else issuing.worth_minor
    if issuing.budget_minor is not None and greatest is None:
        raise ApiError(422, "campaign.bad_issuing", detail="budget_minor")
    return CampaignTerms(
        campaign_id=campaign_id,
        number=found.number,
        value=value or 0,
        is_percent=is_percent,
        offline_allowed=found.doc.get("offline_allowed") is True,
        greatest_minor=greatest,
        issuing=issuing,
    )


def read_issuing(record: Mapping[str, object]) -> Issuing:
    """Read what a campaign says of the issuing of its coupons.

    Raises:
        ApiError: 422 ``campaign.bad_issuing`` with the field.
    """
    for name, value in record.items():
        is_figure = name in _FIGURES and type(value) is int and value >= 1
        if not is_figure and not (name in _FLAGS and type(value) is bool):
            raise ApiError(422, "campaign.bad_issuing", detail=name)
    on_paper = [name for name in ("at_till", "at_late") if record.get(name) is True]
    if on_paper and "per_member" in record:
        # A till without a network cannot count what a member got elsewhere.
        raise ApiError(422, "campaign.bad_issuing", detail="per_member")
    if len(on_paper) > 1:
        raise ApiError(422, "campaign.bad_issuing", detail="at_late")
    figures = {name: value for name, value in record.items() if type(value) is int}
    return Issuing(
        days=figures.get("days", DAYS),
        total=figures.get("total"),
        per_member=figures.get("per_member"),
        budget_minor=figures.get("budget_minor"),
        worth_minor=figures.get("worth_minor"),
        after_sale_minor=figures.get("after_sale_minor"),
        claim=record.get("claim") is True,
        transfer=record.get("transfer") is True,
        at_till=record.get("at_till") is True,
        at_late=record.get("at_late") is True,
    )
