"""How coupons come into wallets: claimed in the app, given by another member, earned by a sale.

Source: docs/rules/coupons.md, "What a campaign issues" and "Claiming and giving".
"""

import json
import secrets
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.coupons import accounts, blanks, compensating, instances, lapsing, repository, wallets
from central_api.coupons.schemas import Change, Coupon, Grant
from central_api.coupons.terms import read_issuing, terms_of
from central_api.enrolment import service as enrolment
from central_api.feed.schemas import EVERYWHERE
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.facts import FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.uses.schemas import Overrun
from retail_core.codes.pq1 import OFFLINE_ALLOWED
from retail_core.codes.short import RANDOM_BYTES, make_short
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.shop import ClaimCoupon, CouponIssued, GiveCoupon

_MEMO_EARNED: Final = "coupons.earned:"


def claim(unit: Unit, request: ClaimCoupon) -> CouponIssued:
    """Put a coupon that members may claim into a wallet; the same request gives the same coupon.

    Raises:
        ApiError: 409 ``coupon.not_claimable``, ``coupon.all_issued`` or ``coupon.member_limit`` (one, unless
            the campaign says more); 404 ``campaign.unknown``, ``member.unknown``.
    """
    campaign = catalog.campaign(unit, request.campaign_id)
    terms = terms_of(unit, request.campaign_id)
    if campaign is None or not campaign.active or not terms.issuing.claim:
        raise ApiError(409, "coupon.not_claimable", detail=request.campaign_id)
    grant = Grant(request.request_id, request.campaign_id, request.member_id, most_per_member=1)
    return _issue(unit, grant, member_id=request.member_id)


def give(unit: Unit, request: GiveCoupon) -> CouponIssued:
    """Let a member give a coupon to another one, as the campaign allows it.

    The old code never counts again: it could be shown to a till that has not heard; so the coupon becomes
    another one, valid as long as the first.

    Raises:
        ApiError: 409 ``coupon.not_transferable``, ``coupon.member_limit``, or as it is closed already; 404
            ``coupon.unknown``, ``member.unknown``.
    """
    done = repository.by_request(unit, request.request_id)
    if done is not None:
        return _told(unit, done)
    found = repository.lock(unit, request.coupon_id)
    if found is None or found.member_id != request.from_member_id:
        raise ApiError(404, "coupon.unknown", detail=request.coupon_id)
    terms = terms_of(unit, found.campaign_id)
    taker = members.get(unit, request.to_member_id)
    if not terms.issuing.transfer or taker.member_id == found.member_id or found.expires_ms <= unit.now_ms:
        raise ApiError(409, "coupon.not_transferable", detail=request.coupon_id)
    accounts.hold_row(unit, found.campaign_id)
    instances.keep_limit(unit, terms, member_id=taker.member_id, most=terms.issuing.per_member)
    if not repository.set_state(unit, found.coupon_id, state="void", among=("issued", "returned")):
        raise ApiError(409, "coupon.not_transferable", detail=found.state)
    return _told(unit, _become(unit, found, member_id=taker.member_id, request_id=request.request_id))


def earn(unit: Unit, context: FactContext, *, sale: SaleCompleted, member_id: str | None) -> None:
    """Note which coupons a sale gives its buyer, what its till printed of them, and what came back.

    All of it takes effect at :func:`settle`. What the till printed is not given a second time.
    """
    blanks.note(unit, context, sale=sale, member_id=member_id)
    lapsing.note(unit, sale)
    if member_id is None or not sale.lines:
        return
    printed = {each.campaign_id for each in sale.issued}
    for campaign_id, least_minor in _after_sales(unit, context.store_id).items():
        if sale.total_minor >= least_minor and campaign_id not in printed:
            named = (campaign_id, sale.sale_id, member_id)
            unit.memo[_MEMO_EARNED + json.dumps(named)] = least_minor


def settle(unit: Unit) -> tuple[Overrun, ...]:
    """Bring the campaigns' accounts up to what this unit did, and give what sales earned.

    Returns what a person has to look at. :func:`central_api.members.service.settle` has to follow.
    """
    earned: dict[str, list[tuple[str, str, int]]] = {}
    for name in [name for name in unit.memo if name.startswith(_MEMO_EARNED)]:
        least_minor = unit.memo.pop(name)
        campaign_id, sale_id, member_id = json.loads(name.removeprefix(_MEMO_EARNED))
        earned.setdefault(campaign_id, []).append((sale_id, member_id, least_minor))
    late = compensating.take(unit)
    printed, tills, back = blanks.take_printed(unit), blanks.take_tills(unit), lapsing.take(unit)
    doubts: list[Overrun] = []

    def then(unit: Unit, campaign_id: str) -> None:
        for sale_id, member_id, least_minor in earned.get(campaign_id, ()):
            grant = Grant(f"sale:{sale_id}:{campaign_id}", campaign_id, member_id)
            _give_earned(unit, grant, sale_id=sale_id, least_minor=least_minor)
        for each_late in late.get(campaign_id, ()):
            compensating.give(unit, each_late)
        doubts.extend(
            doubt
            for each in printed.get(campaign_id, ())
            if (doubt := blanks.arrived(unit, each)) is not None
        )
        blanks.stock(unit, campaign_id, tills=tills.get(campaign_id, ()))
        lapsing.lapse(unit, campaign_id, sale_ids=back)

    also: Collection[str] = {*earned, *late, *printed, *tills, *lapsing.campaigns_of(unit, back)}
    return (*accounts.settle(unit, then=then, also=also), *doubts)


def _after_sales(unit: Unit, store_id: str) -> dict[str, int]:
    """Return from what total on the campaigns of a store give a coupon; read once for a batch."""
    known = unit.cache(f"coupons.after_sales {store_id}")
    if "found" not in known:
        known["found"] = {
            campaign.campaign_id: least
            for campaign in catalog.campaigns_of(unit, store_id, kind_prefix="coupon_")
            if campaign.active and (least := _least_of(campaign)) is not None
        }
    found: dict[str, int] = known["found"]
    return found


def _least_of(campaign: Campaign) -> int | None:
    """Return from what total on a campaign's coupon goes with a sale; ``None`` where it does not."""
    try:
        issuing = read_issuing(campaign.issuing)
    except ApiError:
        return None
    return issuing.from_minor if issuing.at_till or issuing.after_sale_minor is not None else None


def _give_earned(unit: Unit, grant: Grant, *, sale_id: str, least_minor: int) -> None:
    """Issue a coupon that a sale earned; one that the campaign has no room for is not given."""
    assert grant.member_id is not None, "only members earn"
    try:
        with unit.savepoint():
            given = _issue(unit, grant, member_id=grant.member_id)
            repository.note_earned(unit, given.coupon_id, sale_id=sale_id, from_minor=least_minor)
    except ApiError:
        return


def _issue(unit: Unit, grant: Grant, *, member_id: str) -> CouponIssued:
    home = members.get(unit, member_id).home_store
    number = 0 if home is None else enrolment.store_card(unit, home).store_number
    return instances.issue(unit, grant, tenant=keys.tenant_number(unit), store_number=number)


def _become(unit: Unit, found: Coupon, *, member_id: str, request_id: str) -> Coupon:
    """Return the coupon that stands in place of a voided one, in another wallet."""
    home = members.get(unit, member_id).home_store
    keeps_right = bool(found.flags & OFFLINE_ALLOWED) and home is not None
    new = replace(
        found,
        coupon_id=secrets.token_hex(8),
        short_code=make_short(secrets.token_bytes(RANDOM_BYTES)),
        member_id=member_id,
        store_id=home,
        state="issued",
        flags=found.flags if keeps_right else found.flags & ~OFFLINE_ALLOWED,
        reserved_minor=found.reserved_minor if keeps_right else 0,
        given_by=found.member_id,
    )
    if found.reserved_minor and not keeps_right:
        accounts.add(unit, found.campaign_id, change=Change(reserved_minor=-found.reserved_minor))
    if not repository.insert(unit, new, request_id=request_id):
        raise ApiError(409, "request.in_progress")
    wallets.tell_gone(unit, found)
    wallets.revoke(unit, EVERYWHERE, coupon_id=found.coupon_id, reason="given")
    assert found.member_id is not None, "it lay in a wallet"
    members.count_coupons(unit, found.member_id, change=-1)
    members.count_coupons(unit, member_id, change=1)
    wallets.tell(unit, new)
    return new


def _told(unit: Unit, found: Coupon) -> CouponIssued:
    number = 0 if found.store_id is None else enrolment.store_card(unit, found.store_id).store_number
    terms = terms_of(unit, found.campaign_id)
    return wallets.issued(unit, found, campaign=terms, tenant=keys.tenant_number(unit), store_number=number)
