"""What a coupon looks like outside: its signed code, and what tills of its home store know of a wallet."""

from typing import Final

from central_api.coupons.schemas import Coupon
from central_api.coupons.terms import CampaignTerms, terms_of
from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.feed.schemas import STORE
from central_api.keys import service as keys
from central_api.kit.unit import Unit
from central_api.members import service as members
from retail_core.codes.pq1 import CouponCode, code_time_s, coupon_bind, sign
from retail_core.codes.short import show_short
from retail_core.wire.feed import CouponDoc, RevocationDoc
from retail_core.wire.shop import CouponIssued

_NO_ALIAS: Final = "0" * 16


def issued(
    unit: Unit, found: Coupon, *, campaign: CampaignTerms, tenant: int, store_number: int
) -> CouponIssued:
    """Return a coupon with its codes."""
    alias = _NO_ALIAS if found.member_id is None else members.get(unit, found.member_id).alias
    return CouponIssued(
        coupon_id=found.coupon_id,
        campaign_id=found.campaign_id,
        code=_code(unit, found, number=campaign.number, alias=alias, place=(tenant, store_number)),
        short_code=show_short(found.short_code),
        value_minor=found.value_minor,
        expires_ms=found.expires_ms,
    )


def doc_of(unit: Unit, found: Coupon) -> CouponDoc:
    """Return a coupon of a wallet as a till may know it."""
    assert found.member_id is not None, "a wallet belongs to a member"
    terms = terms_of(unit, found.campaign_id)
    alias = members.get(unit, found.member_id).alias
    number = 0 if found.store_id is None else enrolment.store_card(unit, found.store_id).store_number
    place = (keys.tenant_number(unit), number)
    return CouponDoc(
        coupon_id=found.coupon_id,
        campaign_id=found.campaign_id,
        member_id=found.member_id,
        alias=alias,
        code=_code(unit, found, number=terms.number, alias=alias, place=place),
        value_minor=None if terms.is_percent else found.value_minor,
        starts_ms=found.starts_ms,
        expires_ms=found.expires_ms,
    )


def tell(unit: Unit, found: Coupon) -> None:
    """Tell the tills of a coupon's home store that it lies in a wallet."""
    if found.store_id is not None and found.member_id is not None:
        _publish(unit, found.store_id, coupon_id=found.coupon_id, doc=doc_of(unit, found))


def tell_gone(unit: Unit, found: Coupon) -> None:
    """Tell them that it is in no wallet any more."""
    if found.store_id is not None and found.member_id is not None:
        _publish(unit, found.store_id, coupon_id=found.coupon_id, doc=None)


def revoke(unit: Unit, scope: str, *, coupon_id: str, reason: str) -> None:
    """Tell tills not to take a coupon."""
    doc = RevocationDoc(what="coupon", id=coupon_id, reason=reason)
    feed.publish(
        unit, STORE, scope=scope, kind="revoked", key=f"coupon:{coupon_id}", doc=doc.model_dump(mode="json")
    )


def withdraw_revocation(unit: Unit, scope: str, *, coupon_id: str) -> None:
    """Tell tills that a coupon counts again."""
    feed.publish(unit, STORE, scope=scope, kind="revoked", key=f"coupon:{coupon_id}", doc=None)


def _publish(unit: Unit, scope: str, *, coupon_id: str, doc: CouponDoc | None) -> None:
    plain = None if doc is None else doc.model_dump(mode="json")
    feed.publish(unit, STORE, scope=scope, kind="coupon", key=coupon_id, doc=plain)


def _code(unit: Unit, found: Coupon, *, number: int, alias: str, place: tuple[int, int]) -> str:
    kid, seed = keys.issuer_seed(unit, "coupon")
    tenant, store_number = place
    code = CouponCode(
        kid=kid,
        tenant=tenant,
        campaign=number,
        serial=found.coupon_id,
        nbf_s=code_time_s(found.starts_ms),
        exp_s=code_time_s(found.expires_ms),
        store=store_number,
        flags=found.flags,
        value=found.value_minor,
        bind=coupon_bind(alias, found.coupon_id),
    )
    return sign(code, seed)
