"""Coupons: instances of campaigns, held for a sale for five minutes, redeemed once.

A sale that a till has finished is a fact: it consumes the coupon if it is the first, and comes back as a
doubtful fact, with both sales, if it is not. Reservations only keep two counters from trying at once.
"""

import secrets
from typing import Final

from central_api.coupons import repository
from central_api.coupons.schemas import Coupon, Grant, Redemption
from central_api.coupons.terms import CampaignTerms, terms_of
from central_api.feed import service as feed
from central_api.feed.schemas import EVERYWHERE, STORE
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.ids import new_id
from central_api.kit.unit import Unit
from central_api.members import service as members
from retail_core.codes.errors import CodeError
from retail_core.codes.pq1 import (
    MEMBER_BOUND,
    OFFLINE_ALLOWED,
    PERCENT,
    SINGLE_USE,
    CouponCode,
    code_time_s,
    coupon_bind,
    sign,
)
from retail_core.codes.short import RANDOM_BYTES, make_short, read_short, show_short
from retail_core.wire.counter import CouponHeld, CouponHold, CouponRelease
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.feed import RevocationDoc
from retail_core.wire.shop import CouponIssued

HOLD_MS: Final = 5 * 60 * 1000
"""How long a reservation keeps a coupon for its sale."""

_DAY_MS = 24 * 3600 * 1000
_CLOSED: Final = {"redeemed": "coupon.already_used", "expired": "coupon.expired", "void": "coupon.revoked"}
_NO_ALIAS = "0" * 16


def issue(unit: Unit, grant: Grant, *, tenant: int, store_number: int) -> CouponIssued:
    """Put a coupon of a campaign into a wallet, or make one for anybody; the same request gives the same.

    Args:
        unit: The unit of work; :func:`central_api.members.service.settle` has to follow.
        grant: What is wanted.
        tenant: The chain's number.
        store_number: The home store's number inside codes; 0 for none.

    Raises:
        ApiError: 404 ``campaign.unknown`` or ``member.unknown``; 422 ``campaign.no_coupons``; 409
            ``request.in_progress``: the same request runs beside this one.
    """
    campaign = terms_of(unit, grant.campaign_id)
    known = repository.by_request(unit, grant.request_id)
    if known is None:
        known = _new_coupon(unit, grant, campaign=campaign)
        if not repository.insert(unit, known, request_id=grant.request_id):
            raise ApiError(409, "request.in_progress")
        if grant.member_id is not None:
            members.count_coupons(unit, grant.member_id, change=1)
    return _issued(unit, known, campaign=campaign, tenant=tenant, store_number=store_number)


def hold(unit: Unit, question: CouponHold, *, terminal_id: str) -> CouponHeld:
    """Reserve a coupon for a sale; the same sale may ask again and keeps its reservation."""
    asked = _asked_for(unit, question)
    found = None if asked is None else repository.lock(unit, asked.coupon_id)
    if found is None:
        return _refused("coupon.unknown")
    reason = _reason_against(unit, found, question=question)
    if reason is not None:
        return _refused(reason, found)
    before = repository.hold_of(unit, found.coupon_id, sale_id=question.sale_id)
    hold_id = new_id(unit.now_ms) if before is None else str(before["hold_id"])
    expires_ms = unit.now_ms + HOLD_MS
    repository.put_hold(
        unit,
        {
            "hold_id": hold_id,
            "coupon_id": found.coupon_id,
            "sale_id": question.sale_id,
            "terminal_id": terminal_id,
            "state": "held",
            "expires_ms": expires_ms,
        },
    )
    repository.set_state(unit, found.coupon_id, state="held", among=("issued", "returned", "held"))
    return CouponHeld(
        status="held",
        code="coupon.held",
        hold_id=hold_id,
        coupon_id=found.coupon_id,
        campaign_id=found.campaign_id,
        value_minor=found.value_minor,
        expires_ms=expires_ms,
        coupon_expires_ms=found.expires_ms,
    )


def release(unit: Unit, question: CouponRelease) -> bool:
    """Give a reservation back; return whether it was there. Safe to repeat."""
    found = repository.find_hold(unit, question.hold_id, sale_id=question.sale_id)
    if found is None:
        return False
    coupon_id = str(found["coupon_id"])
    repository.lock(unit, coupon_id)
    repository.end_hold(unit, coupon_id, sale_id=question.sale_id, state="released")
    if not repository.has_other_hold(unit, coupon_id, sale_id=question.sale_id):
        repository.set_state(unit, coupon_id, state="issued", among=("held",))
    return True


def apply_sale(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Consume the coupons of a finished sale; what was used before comes back with both sales."""
    doubts: list[DoubtfulFact] = []
    for use in sale.coupons:
        redemption = Redemption(use.coupon_id, sale.sale_id, context.store_id, context.wall_ms)
        doubts += _redeem(unit, redemption, mode=use.mode)
    return doubts


def apply_returns(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Give coupons of returned goods back; one that this sale did not consume stays as it is."""
    del context
    doubts = []
    for back in sale.returned:
        for coupon_id in back.coupons:
            given = repository.give_back(unit, coupon_id, sale_id=back.sale_id or "")
            if given is None:
                args = {"coupon_id": coupon_id, "sale_id": back.sale_id or "", "return_id": sale.sale_id}
                doubts.append(DoubtfulFact("coupon.not_given_back", {**args}))
                continue
            if given.member_id is not None:
                members.count_coupons(unit, given.member_id, change=1)
            if given.flags & OFFLINE_ALLOWED and given.store_id is not None:
                _withdraw_revocation(unit, given.store_id, coupon_id=coupon_id)
    return doubts


def revoke(unit: Unit, coupon_id: str, *, reason: str) -> None:
    """Make a coupon worthless before it is used, and tell every till.

    Raises:
        ApiError: 404 ``coupon.unknown``; 409 ``coupon.already_used`` or as it is closed already.
    """
    found = repository.lock(unit, coupon_id)
    if found is None:
        raise ApiError(404, "coupon.unknown")
    if not repository.set_state(unit, coupon_id, state="void", among=("issued", "held", "returned")):
        raise ApiError(409, _CLOSED.get(found.state, "coupon.revoked"))
    if found.member_id is not None:
        members.count_coupons(unit, found.member_id, change=-1)
    _publish_revocation(unit, EVERYWHERE, coupon_id=coupon_id, reason=reason)


def wallet(unit: Unit, member_id: str, *, tenant: int, store_numbers: dict[str, int]) -> list[CouponIssued]:
    """Return the usable coupons of a member with their codes, the first to expire first."""
    return [
        _issued(
            unit,
            found,
            campaign=terms_of(unit, found.campaign_id),
            tenant=tenant,
            store_number=store_numbers.get(found.store_id or "", 0),
        )
        for found in repository.of_member(unit, member_id)
        if found.expires_ms > unit.now_ms
    ]


def _redeem(unit: Unit, redemption: Redemption, *, mode: str) -> list[DoubtfulFact]:
    args = {"coupon_id": redemption.coupon_id, "sale_id": redemption.sale_id, "mode": mode}
    consumed = repository.consume(unit, redemption)
    if consumed is not None:
        repository.end_hold(unit, redemption.coupon_id, sale_id=redemption.sale_id, state="confirmed")
        if consumed.member_id is not None:
            members.count_coupons(unit, consumed.member_id, change=-1)
        if consumed.flags & OFFLINE_ALLOWED and consumed.store_id is not None:
            _publish_revocation(unit, consumed.store_id, coupon_id=consumed.coupon_id, reason="used")
        late = redemption.sold_ms > consumed.expires_ms
        return [DoubtfulFact("coupon.expired", {**args})] if late else []
    found = repository.by_id(unit, redemption.coupon_id)
    if found is None:
        return [DoubtfulFact("coupon.unknown", {**args})]
    if found.redeemed_sale_id == redemption.sale_id:
        return []
    kind = _CLOSED.get(found.state, "coupon.not_valid")
    return [DoubtfulFact(kind, {**args, "first_sale_id": found.redeemed_sale_id or ""})]


def _asked_for(unit: Unit, question: CouponHold) -> Coupon | None:
    if question.coupon_id is not None:
        return repository.by_id(unit, question.coupon_id)
    try:
        return repository.by_short_code(unit, read_short(question.short_code or ""))
    except CodeError:
        return None


def _reason_against(unit: Unit, found: Coupon, *, question: CouponHold) -> str | None:
    if found.state in _CLOSED:
        return _CLOSED[found.state]
    if unit.now_ms >= found.expires_ms:
        return "coupon.expired"
    if unit.now_ms < found.starts_ms:
        return "coupon.not_yet"
    if found.flags & MEMBER_BOUND and question.member_id != found.member_id:
        return "coupon.other_member" if question.member_id else "coupon.member_needed"
    if repository.has_other_hold(unit, found.coupon_id, sale_id=question.sale_id):
        return "coupon.held_elsewhere"
    return None


def _refused(code: str, found: Coupon | None = None) -> CouponHeld:
    return CouponHeld(
        status="refused",
        code=code,
        hold_id=None,
        coupon_id=None if found is None else found.coupon_id,
        campaign_id=None if found is None else found.campaign_id,
        value_minor=None,
        expires_ms=None,
    )


def _new_coupon(unit: Unit, grant: Grant, *, campaign: CampaignTerms) -> Coupon:
    store_id = grant.store_id
    if grant.member_id is not None:
        store_id = store_id or members.get(unit, grant.member_id).home_store
    flags = SINGLE_USE
    if grant.member_id is not None:
        flags |= MEMBER_BOUND
    if campaign.offline_allowed and grant.member_id is not None and store_id is not None:
        flags |= OFFLINE_ALLOWED
    if campaign.is_percent:
        flags |= PERCENT
    starts_ms = unit.now_ms if grant.starts_ms is None else grant.starts_ms
    return Coupon(
        coupon_id=grant.coupon_id or secrets.token_hex(8),
        campaign_id=grant.campaign_id,
        short_code=grant.short_code or make_short(secrets.token_bytes(RANDOM_BYTES)),
        member_id=grant.member_id,
        store_id=store_id,
        state="issued",
        flags=flags,
        value_minor=campaign.value,
        starts_ms=starts_ms,
        expires_ms=starts_ms + grant.days * _DAY_MS,
        redeemed_sale_id=None,
    )


def _issued(
    unit: Unit, found: Coupon, *, campaign: CampaignTerms, tenant: int, store_number: int
) -> CouponIssued:
    kid, seed = keys.issuer_seed(unit, "coupon")
    alias = _NO_ALIAS if found.member_id is None else members.get(unit, found.member_id).alias
    code = CouponCode(
        kid=kid,
        tenant=tenant,
        campaign=campaign.number,
        serial=found.coupon_id,
        nbf_s=code_time_s(found.starts_ms),
        exp_s=code_time_s(found.expires_ms),
        store=store_number,
        flags=found.flags,
        value=found.value_minor,
        bind=coupon_bind(alias, found.coupon_id),
    )
    return CouponIssued(
        coupon_id=found.coupon_id,
        campaign_id=found.campaign_id,
        code=sign(code, seed),
        short_code=show_short(found.short_code),
        value_minor=found.value_minor,
        expires_ms=found.expires_ms,
    )


def _publish_revocation(unit: Unit, scope: str, *, coupon_id: str, reason: str) -> None:
    doc = RevocationDoc(what="coupon", id=coupon_id, reason=reason)
    feed.publish(
        unit, STORE, scope=scope, kind="revoked", key=f"coupon:{coupon_id}", doc=doc.model_dump(mode="json")
    )


def _withdraw_revocation(unit: Unit, scope: str, *, coupon_id: str) -> None:
    feed.publish(unit, STORE, scope=scope, kind="revoked", key=f"coupon:{coupon_id}", doc=None)
