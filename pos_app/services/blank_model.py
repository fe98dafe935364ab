"""Coupons that head office signed for this till to print with a sale."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Blank:
    """A signed coupon that goes with a sale of ``from_minor`` or more, ``days`` valid from then on.

    It is printed before ``use_until_ms``; its code ends at ``expires_ms``, whatever the days are.
    """

    coupon_id: str
    campaign_id: str
    code: str
    short_code: str
    from_minor: int
    days: int
    use_until_ms: int
    expires_ms: int
