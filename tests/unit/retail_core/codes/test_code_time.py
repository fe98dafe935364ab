from dataclasses import replace

import pytest

from retail_core.codes.code_time import check_time, freshness
from retail_core.codes.errors import CodeError
from retail_core.codes.pq1 import CouponCode, MemberCode, PickupCode, SignedCode

CODE = MemberCode(kid=1, tenant=7, alias="0123456789abcdef", nbf_s=1000, ttl_s=60, tier=0, flags=0, nonce=1)
CARD = replace(CODE, ttl_s=0)
COUPON = CouponCode(
    kid=2,
    tenant=7,
    campaign=77,
    serial="fedcba9876543210",
    nbf_s=1000,
    exp_s=2000,
    store=12,
    flags=7,
    value=1500,
    bind="411d3f1d",
)
PICKUP = PickupCode(
    kid=3, tenant=7, store=12, order="1122334455667788", secret="8877665544332211", exp_s=2000
)


@pytest.mark.parametrize(
    ("now_s", "standing"),
    [(909, "too_early"), (910, "fresh"), (1000, "fresh"), (1150, "fresh"), (1151, "expired")],
)
def test_a_rotating_code_counts_for_a_minute_with_ninety_seconds_of_skew(now_s: int, standing: str) -> None:
    assert freshness(CODE, now_s=now_s) == standing


def test_a_code_cannot_give_itself_a_longer_life() -> None:
    assert freshness(replace(CODE, ttl_s=65535), now_s=1151) == "expired"


def test_a_printed_card_has_no_end_but_a_beginning() -> None:
    assert freshness(CARD, now_s=100_000_000) == "printed"
    assert freshness(CARD, now_s=909) == "too_early"


def standing(code: SignedCode, now_s: int) -> str:
    """Return why a code is refused at ``now_s``, or nothing."""
    try:
        check_time(code, now_s=now_s)
    except CodeError as error:
        return error.code
    return ""


@pytest.mark.parametrize(
    ("code", "first_s", "last_s"),
    [(CODE, 910, 1150), (COUPON, 1000, 2000), (PICKUP, 0, 2000)],
)
def test_each_kind_counts_from_its_first_to_its_last_second(
    code: SignedCode, first_s: int, last_s: int
) -> None:
    moments = (first_s, last_s, last_s + 1)
    assert [standing(code, now_s) for now_s in moments] == ["", "", "code.expired"]


def test_what_has_not_begun_is_told_apart_from_what_is_over() -> None:
    assert [standing(code, 909) for code in (CODE, CARD, COUPON)] == ["code.too_early"] * 3
