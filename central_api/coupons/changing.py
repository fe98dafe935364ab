"""Head office changes a campaign: how its coupons are issued, and its offline right after it was ended.

Source: docs/rules/coupons.md, "The file of issuing terms" and "Giving the offline right back".
"""

from collections.abc import Mapping

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.coupons import accounts, blanks, repository
from central_api.coupons.schemas import Account, CampaignAct
from central_api.coupons.terms import read_terms
from central_api.enrolment import service as enrolment
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.staff import service as staff
from retail_core.wire.facts import COUPON_OFFLINE_RIGHT

_LEAST_REASON = 3


def check_terms(campaign: Campaign, issuing: Mapping[str, object]) -> None:
    """Return if a campaign can be issued so; raises as :func:`central_api.coupons.terms.terms_of`."""
    read_terms(campaign, issuing)


def change_terms(unit: Unit, campaign_id: str, *, issuing: Mapping[str, object]) -> None:
    """Let a campaign's coupons be issued so from now on.

    Those that tills were given to print are taken back where that changes, and others are signed.

    Raises:
        ApiError: As :func:`central_api.coupons.terms.terms_of`.
    """
    found = catalog.campaign(unit, campaign_id)
    if found is None:
        raise ApiError(404, "campaign.unknown", detail=campaign_id)
    read_terms(found, issuing)
    accounts.hold_row(unit, campaign_id)
    if _on_paper(found.issuing) != _on_paper(issuing):
        blanks.withdraw(unit, campaign_id)
    catalog.set_issuing(unit, campaign_id, issuing=issuing)
    tills = blanks.wanted(unit).get(campaign_id, ())
    blanks.stock(unit, campaign_id, tills=tills)


def give_offline_back(
    unit: Unit, campaign_id: str, *, staff_id: str, reason: str, store_id: str | None = None
) -> Account:
    """Let tills take a campaign's coupons offline again, whose right was ended by too many conflicts.

    Conflicts are counted anew from now on. Who did it and why is kept. Coupons that were issued meanwhile
    stay without the right. ``store_id`` is where the person has to have the right; ``None``: in any store.

    Raises:
        ApiError: 403 ``campaign.no_right``: nobody who may let coupons count offline; 422
            ``campaign.no_reason``; 404 ``campaign.unknown``; 409 ``campaign.offline_not_ended``.
    """
    if not any(
        staff.may(unit, each, staff_id=staff_id, verb=COUPON_OFFLINE_RIGHT)
        for each in (enrolment.store_ids(unit) if store_id is None else [store_id])
    ):
        raise ApiError(403, "campaign.no_right", detail=staff_id)
    if len(reason.strip()) < _LEAST_REASON:
        raise ApiError(422, "campaign.no_reason")
    if catalog.campaign(unit, campaign_id) is None:
        raise ApiError(404, "campaign.unknown", detail=campaign_id)
    accounts.hold_row(unit, campaign_id)
    before = repository.account(unit, campaign_id)
    assert before is not None, "it was opened above"
    if before.offline_ended_ms is None:
        raise ApiError(409, "campaign.offline_not_ended", detail=campaign_id)
    catalog.give_offline_back(unit, campaign_id)
    compared_from = {"redeemed_before": before.redeemed, "conflicts_before": before.conflicts}
    repository.set_offline(unit, campaign_id, values={"offline_ended_ms": None, **compared_from})
    act = CampaignAct(
        campaign_id,
        "offline_given_back",
        staff_id=staff_id,
        reason=reason.strip(),
        at_ms=unit.now_ms,
        redeemed=before.redeemed,
        conflicts=before.conflicts,
    )
    repository.insert_act(unit, act)
    after = repository.account(unit, campaign_id)
    assert after is not None, "it is still there"
    return after


def _on_paper(issuing: Mapping[str, object]) -> tuple[object, ...]:
    """Return what of the terms tills were told with the coupons that they print."""
    return tuple(issuing.get(name) for name in ("at_till", "at_late", "after_sale_minor", "days"))
