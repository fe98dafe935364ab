"""Coupons: instances of campaigns, held for a sale for five minutes, redeemed once.

A sale that a till has finished is a fact: it consumes the coupon if it is the first, and comes back as a
doubtful fact, with both sales, if it is not. Reservations only keep two counters from trying at once.

Source: docs/rules/coupons.md, "The life of a coupon".
"""

import secrets
from dataclasses import replace
from typing import Final

from central_api.coupons import accounts, repository, wallets
from central_api.coupons.schemas import Change, Coupon, Grant, Redemption
from central_api.coupons.terms import CampaignTerms, terms_of
from central_api.feed.schemas import EVERYWHERE
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.ids import new_id
from central_api.kit.unit import Unit
from central_api.members import service as members
from retail_core.codes.errors import CodeError
from retail_core.codes.pq1 import MEMBER_BOUND, OFFLINE_ALLOWED, PERCENT, SINGLE_USE
from retail_core.codes.short import RANDOM_BYTES, make_short, read_short
from retail_core.wire.counter import CouponHeld, CouponHold, CouponRelease
from retail_core.wire.facts import CouponUse, SaleCompleted
from retail_core.wire.feed import CouponDoc
from retail_core.wire.shop import CouponIssued

__all__ = [
    "HOLD_MS",
    "apply_returns",
    "apply_sale",
    "hold",
    "issue",
    "keep_limit",
    "redeem",
    "release",
    "revoke",
    "wallet",
    "wallet_at_counter",
]

HOLD_MS: Final = 5 * 60 * 1000
"""How long a reservation keeps a coupon for its sale."""

_DAY_MS = 24 * 3600 * 1000
_CLOSED: Final = {"redeemed": "coupon.already_used", "expired": "coupon.expired", "void": "coupon.revoked"}


def issue(unit: Unit, grant: Grant, *, tenant: int, store_number: int) -> CouponIssued:
    """Put a coupon of a campaign into a wallet, or make one for anybody; the same request gives the same.

    Args:
        unit: The unit of work; :func:`central_api.members.service.settle` has to follow.
        grant: What is wanted.
        tenant: The chain's number.
        store_number: The home store's number inside codes; 0 for none.

    Raises:
        ApiError: 404 ``campaign.unknown`` or ``member.unknown``; 422 ``campaign.no_coupons``; 409
            ``request.in_progress``: the same request runs beside this one; 409 ``coupon.all_issued``,
            ``coupon.member_limit``.
    """
    campaign = terms_of(unit, grant.campaign_id)
    known = repository.by_request(unit, grant.request_id)
    if known is None:
        known = _make(unit, grant, campaign=campaign)
    return wallets.issued(unit, known, campaign=campaign, tenant=tenant, store_number=store_number)


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
    reserved_minor = _reserve(unit, found, is_held=before is not None and before["state"] == "held")
    if reserved_minor is None:
        return _refused("coupon.budget_used_up", found)
    if before is not None and before["state"] == "held":
        reserved_minor = int(before["reserved_minor"])
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
            "reserved_minor": reserved_minor,
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
    of = repository.lock(unit, coupon_id)
    reserved = repository.end_hold(unit, coupon_id, sale_id=question.sale_id, state="released")
    if reserved is None:
        return False
    if reserved and of is not None:
        accounts.add(unit, of.campaign_id, change=Change(reserved_minor=-reserved))
    if not repository.has_other_hold(unit, coupon_id, sale_id=question.sale_id):
        repository.set_state(unit, coupon_id, state="issued", among=("held",))
    return True


def apply_sale(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Consume the coupons of a finished sale; what was used before comes back with both sales."""
    doubts: list[DoubtfulFact] = []
    for use in sale.coupons:
        doubts += redeem(unit, _redemption(context, sale.sale_id, use=use), mode=use.mode)
    return doubts


def apply_returns(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Give coupons of returned goods back; one that this sale did not consume stays as it is."""
    doubts = []
    for back in sale.returned:
        for coupon_id in back.coupons:
            given = repository.give_back(unit, coupon_id, sale_id=back.sale_id or "")
            if given is None:
                args = {"coupon_id": coupon_id, "sale_id": back.sale_id or "", "return_id": sale.sale_id}
                doubts.append(DoubtfulFact("coupon.not_given_back", {**args}))
                continue
            redemption = Redemption(
                coupon_id, sale.sale_id, context.store_id, context.wall_ms, entry_id=context.entry_id
            )
            accounts.returned(unit, given.campaign_id, redemption=redemption, of_sale_id=back.sale_id or "")
            if given.member_id is not None:
                members.count_coupons(unit, given.member_id, change=1)
                wallets.tell(unit, given)
            if given.flags & OFFLINE_ALLOWED and given.store_id is not None:
                wallets.withdraw_revocation(unit, given.store_id, coupon_id=coupon_id)
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
    if found.reserved_minor:
        accounts.add(unit, found.campaign_id, change=Change(reserved_minor=-found.reserved_minor))
    wallets.tell_gone(unit, found)
    wallets.revoke(unit, EVERYWHERE, coupon_id=coupon_id, reason=reason)


def wallet(unit: Unit, member_id: str, *, tenant: int, store_numbers: dict[str, int]) -> list[CouponIssued]:
    """Return the usable coupons of a member with their codes, the first to expire first."""
    return [
        wallets.issued(
            unit,
            found,
            campaign=terms_of(unit, found.campaign_id),
            tenant=tenant,
            store_number=store_numbers.get(found.store_id or "", 0),
        )
        for found in repository.of_member(unit, member_id)
        if found.expires_ms > unit.now_ms
    ]


def retell_wallet(unit: Unit, member_id: str) -> None:
    """Tell tills of a member's coupons anew: the codes are bound to the alias that the member has now."""
    for found in repository.of_member(unit, member_id):
        wallets.tell(unit, found)


def wallet_at_counter(unit: Unit, *, alias: str) -> tuple[CouponDoc, ...]:
    """Return the usable coupons of a member as a till may know them; none for one that nobody knows."""
    found = members.find_by_alias(unit, alias)
    if found is None:
        return ()
    return tuple(
        wallets.doc_of(unit, coupon)
        for coupon in repository.of_member(unit, found.member_id)
        if coupon.expires_ms > unit.now_ms
    )


def redeem(unit: Unit, redemption: Redemption, *, mode: str) -> list[DoubtfulFact]:
    """Let a sale or an order use a coupon, if it is the first; otherwise a person has to see both."""
    args: dict[str, str | int] = {
        "coupon_id": redemption.coupon_id,
        "sale_id": redemption.sale_id,
        "mode": mode,
        "amount_minor": redemption.amount_minor,
    }
    consumed = repository.consume(unit, redemption)
    if consumed is not None:
        return _consumed(unit, consumed, redemption=redemption, args=args, in_wallet=True)
    consumed = repository.consume_in_time(unit, redemption)
    if consumed is not None:
        return _consumed(unit, consumed, redemption=redemption, args=args, in_wallet=False)
    found = repository.by_id(unit, redemption.coupon_id)
    if found is None:
        accounts.conflict(unit, redemption.campaign_id, redemption=redemption, first_sale_id="")
        return [DoubtfulFact("coupon.unknown", {**args, "rule_id": redemption.campaign_id})]
    if found.redeemed_sale_id == redemption.sale_id:
        return []
    first_sale_id = found.redeemed_sale_id or ""
    accounts.conflict(unit, found.campaign_id, redemption=redemption, first_sale_id=first_sale_id)
    kind = _CLOSED.get(found.state, "coupon.not_valid")
    return [DoubtfulFact(kind, {**args, "rule_id": found.campaign_id, "first_sale_id": first_sale_id})]


def _consumed(
    unit: Unit, consumed: Coupon, *, redemption: Redemption, args: dict[str, str | int], in_wallet: bool
) -> list[DoubtfulFact]:
    """Write that a sale is the one that used a coupon; ``in_wallet`` if it still counted in one."""
    held = repository.end_hold(unit, redemption.coupon_id, sale_id=redemption.sale_id, state="confirmed")
    released = consumed.reserved_minor + (held or 0)
    accounts.redeemed(unit, consumed.campaign_id, redemption=redemption, released_minor=released)
    if consumed.member_id is not None and in_wallet:
        members.count_coupons(unit, consumed.member_id, change=-1)
    wallets.tell_gone(unit, consumed)
    if consumed.flags & OFFLINE_ALLOWED and consumed.store_id is not None:
        wallets.revoke(unit, consumed.store_id, coupon_id=consumed.coupon_id, reason="used")
    if redemption.sold_ms <= consumed.expires_ms:
        return []
    return [DoubtfulFact("coupon.expired", {**args, "rule_id": consumed.campaign_id})]


def _redemption(context: FactContext, sale_id: str, *, use: CouponUse) -> Redemption:
    return Redemption(
        coupon_id=use.coupon_id,
        sale_id=sale_id,
        store_id=context.store_id,
        sold_ms=context.wall_ms,
        amount_minor=abs(use.amount_minor),
        entry_id=context.entry_id,
        campaign_id=use.campaign_id,
    )


def _reserve(unit: Unit, found: Coupon, *, is_held: bool) -> int | None:
    """Reserve what a coupon may cost of its campaign's budget; ``None`` where there is no room for it."""
    if is_held or found.reserved_minor:
        return 0
    terms = terms_of(unit, found.campaign_id)
    if not terms.to_reserve_minor:
        return 0
    return terms.to_reserve_minor if accounts.reserve(unit, terms) else None


def _make(unit: Unit, grant: Grant, *, campaign: CampaignTerms) -> Coupon:
    """Make a new coupon, as the campaign allows it and its budget has room for it."""
    new = _new_coupon(unit, grant, campaign=campaign)
    is_offline = bool(new.flags & OFFLINE_ALLOWED)
    reserved = accounts.issued(unit, campaign, in_wallet=new.member_id is not None, wants_reserve=is_offline)
    if new.member_id is not None:
        keep_limit(
            unit, campaign, member_id=new.member_id, most=campaign.issuing.per_member or grant.most_per_member
        )
    flags = new.flags if reserved is not None else new.flags & ~OFFLINE_ALLOWED
    new = replace(new, flags=flags, reserved_minor=reserved or 0)
    if not repository.insert(unit, new, request_id=grant.request_id):
        raise ApiError(409, "request.in_progress")
    if new.member_id is not None:
        members.count_coupons(unit, new.member_id, change=1)
        wallets.tell(unit, new)
    return new


def keep_limit(unit: Unit, campaign: CampaignTerms, *, member_id: str, most: int | None) -> None:
    """Refuse one coupon more than a member may get; the account's row is ours, so nobody counts beside us.

    Raises:
        ApiError: 409 ``coupon.member_limit``.
    """
    if most is None:
        return
    if repository.count_of_member(unit, campaign.campaign_id, member_id=member_id) >= most:
        raise ApiError(409, "coupon.member_limit", detail=campaign.campaign_id)


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
        expires_ms=starts_ms + (grant.days or campaign.issuing.days) * _DAY_MS,
        redeemed_sale_id=None,
    )
