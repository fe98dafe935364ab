"""When a signed code counts: rotating member codes 60 seconds with 90 of skew, the others from and until.

Source: DESIGN, "What a code may do".
"""

from typing import Literal

from retail_core.codes.errors import CodeError
from retail_core.codes.pq1 import CouponCode, MemberCode, SignedCode

SKEW_S = 90
"""How far the clocks of phone and till may lie apart."""

MAX_TTL_S = 60
"""The longest life of a rotating code, whatever it says itself."""

Freshness = Literal["fresh", "printed", "too_early", "expired"]


def freshness(code: MemberCode, *, now_s: int) -> Freshness:
    """Return whether ``code`` counts at ``now_s`` (seconds since 2020-01-01Z); both ends are inclusive.

    A printed card has no end: it identifies and earns, and spends only online or with the PIN.
    """
    if now_s < code.nbf_s - SKEW_S:
        return "too_early"
    if code.is_printed:
        return "printed"
    return "fresh" if now_s <= ends_at_s(code) else "expired"


def ends_at_s(code: MemberCode) -> int:
    """Return the last second at which a rotating code counts, skew included."""
    return code.nbf_s + min(code.ttl_s, MAX_TTL_S) + SKEW_S


def check_time(code: SignedCode, *, now_s: int) -> None:
    """Refuse a code out of its time; ``now_s`` is seconds since 2020-01-01Z, both ends are inclusive.

    Raises:
        CodeError: ``code.too_early`` or ``code.expired``.
    """
    if isinstance(code, MemberCode):
        standing = freshness(code, now_s=now_s)
        is_early, is_over = standing == "too_early", standing == "expired"
    else:
        # A pickup code says its end only: the order itself says when it is ready.
        is_early = isinstance(code, CouponCode) and now_s < code.nbf_s
        is_over = now_s > code.exp_s
    if is_early:
        raise CodeError("code.too_early")
    if is_over:
        raise CodeError("code.expired")
