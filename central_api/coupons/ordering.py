"""Coupons of an order that is placed online: reserved, used with it, given back when nobody gets anything.

Source: docs/rules/order-payment.md, "With coupons, online".
"""

from collections.abc import Sequence

from central_api.coupons import accounts, repository, wallets
from central_api.coupons.instances import hold, redeem
from central_api.coupons.schemas import Redemption
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from retail_core.codes.pq1 import OFFLINE_ALLOWED
from retail_core.pricing.model import CouponFacts, CouponOutcome
from retail_core.wire.counter import CouponHold


def reserve(
    unit: Unit, coupon_ids: Sequence[str], *, order_id: str, member_id: str | None
) -> tuple[CouponFacts, ...]:
    """Reserve coupons for an order, and return them as pricing takes them.

    Raises:
        ApiError: 404 ``coupon.unknown``; 409 as :func:`central_api.coupons.instances.hold` refuses one.
    """
    found = []
    # In one order, so that two orders of the same coupons do not wait for each other.
    for coupon_id in sorted(set(coupon_ids)):
        question = CouponHold(coupon_id=coupon_id, sale_id=order_id, member_id=member_id)
        held = hold(unit, question, terminal_id="")
        if held.status == "refused":
            raise ApiError(404 if held.code == "coupon.unknown" else 409, held.code, detail=coupon_id)
        assert held.campaign_id is not None, "a reserved coupon has its campaign"
        found.append(CouponFacts(coupon_id, held.campaign_id, held.value_minor))
    return tuple(found)


def use(unit: Unit, outcomes: Sequence[CouponOutcome], *, order_id: str, store_id: str) -> None:
    """Use what was reserved; each has to save something, so that nobody loses a coupon for nothing.

    Raises:
        ApiError: 409 ``coupon.no_effect`` with the coupon.
    """
    for outcome in outcomes:
        if not outcome.applied:
            raise ApiError(409, "coupon.no_effect", detail=f"{outcome.coupon_id} {outcome.reason_code}")
        redemption = Redemption(
            coupon_id=outcome.coupon_id,
            sale_id=order_id,
            store_id=store_id,
            sold_ms=unit.now_ms,
            amount_minor=outcome.amount.minor,
            campaign_id=outcome.campaign_id,
        )
        doubts = redeem(unit, redemption, mode="online")
        if doubts:
            raise ApiError(409, doubts[0].kind, detail=outcome.coupon_id)


def give_back(unit: Unit, order_id: str, *, store_id: str) -> None:
    """Give the coupons of an order back of which nothing was handed over."""
    for coupon_id in repository.used_by(unit, order_id):
        given = repository.give_back(unit, coupon_id, sale_id=order_id)
        if given is None:
            continue
        redemption = Redemption(coupon_id, order_id, store_id, unit.now_ms)
        accounts.returned(unit, given.campaign_id, redemption=redemption, of_sale_id=order_id)
        if given.member_id is not None:
            members.count_coupons(unit, given.member_id, change=1)
            wallets.tell(unit, given)
        if given.flags & OFFLINE_ALLOWED and given.store_id is not None:
            wallets.withdraw_revocation(unit, given.store_id, coupon_id=coupon_id)
