"""Counts of coupons by campaign, from the coupons as they stand."""

from sqlalchemy import case, func, or_, select

from central_api.coupon_ways.schemas import Way
from central_api.kit.unit import Unit
from central_api.models.coupons import coupon


def ways(unit: Unit, *, since_ms: int, until_ms: int) -> dict[str, Way]:
    """Return the way of the coupons that were issued from one moment to before another, by campaign.

    What a till was given to print and has not printed is not issued, unless somebody used it: then its till
    has not told yet.
    """
    is_redeemed = coupon.c.state == "redeemed"
    is_out = or_(coupon.c.use_until_ms.is_(None), coupon.c.earned_sale_id.is_not(None), is_redeemed)
    claimed = func.count(coupon.c.member_id)
    redeemed = func.sum(case((is_redeemed, 1), else_=0))
    query = (
        select(coupon.c.campaign_id, func.count().label("issued"), claimed, redeemed)
        .where(coupon.c.issued_ms >= since_ms, coupon.c.issued_ms < until_ms, is_out)
        .group_by(coupon.c.campaign_id)
    )
    return {
        str(campaign_id): Way(int(issued), int(in_wallets), int(used))
        for campaign_id, issued, in_wallets, used in unit.conn.execute(query)
    }
