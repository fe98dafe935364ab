from collections.abc import Callable

import pytest

from pos_app.services.attach_member import AttachMember
from pos_app.services.basket_model import Basket
from pos_app.services.complete_sale import TenderInput
from pos_app.services.records import CouponGrant
from pos_app.services.redeem_coupon import RedeemCoupon
from retail_core.codes.short import make_short
from tests.fakes import NOON_MS
from tests.till_shop import Till, coupon_code, member_code, store_page

SERIAL = "fedcba9876543210"
SHORT = make_short(bytes(7))
DAY_MS = 24 * 3600 * 1000


@pytest.fixture
def redeem(till: Till) -> RedeemCoupon:
    return RedeemCoupon(store=till.store, api=till.api, prices=till.prices, clock=till.clock)


def _basket(till: Till, *, ttl_s: int = 60, nonce: int = 1) -> Basket:
    current = till.basket()
    current.add_product(till.product("latte"))
    attach = AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)
    current.attach_member(attach.by_code(member_code(till.clock, ttl_s=ttl_s, nonce=nonce)))
    return current.basket


def test_online_the_coupon_is_held_for_this_sale(till: Till, redeem: RedeemCoupon) -> None:
    till.api.online = True
    till.api.grants[SERIAL] = CouponGrant(True, "coupon.held", "h1", SERIAL, "FIVE-OFF", 500, None)
    basket = _basket(till)
    answer = redeem(basket, coupon_code(till.clock))
    assert answer.status == "valid"
    assert answer.coupon is not None
    assert (answer.coupon.mode, answer.coupon.hold_id) == ("online", "h1")
    assert till.api.holds == [(basket.basket_id, SERIAL, None, None)]


def test_what_the_server_refuses_is_refused_with_its_reason(till: Till, redeem: RedeemCoupon) -> None:
    till.api.online = True
    till.api.grants[SERIAL] = CouponGrant(False, "coupon.used")
    answer = redeem(_basket(till), coupon_code(till.clock))
    assert (answer.status, answer.reason) == ("refused", "coupon.used")


def test_offline_a_coupon_of_the_member_in_the_home_store_is_settled_later(
    till: Till, redeem: RedeemCoupon
) -> None:
    answer = redeem(_basket(till), coupon_code(till.clock))
    assert (answer.status, answer.reason) == ("valid_settled_later", "")
    assert answer.coupon is not None
    assert (answer.coupon.mode, answer.coupon.value_minor) == ("offline", 500)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"store": 13}, "coupon.not_home_store"),
        ({"flags": 6}, "coupon.campaign_online_only"),
        ({"flags": 5}, "coupon.not_member_bound"),
        ({"campaign": 78}, "coupon.campaign_unknown"),
        ({"value": 5_001}, "coupon.over_cap"),
    ],
)
def test_offline_each_condition_alone_makes_it_online_only(
    till: Till, redeem: RedeemCoupon, changed: dict[str, object], reason: str
) -> None:
    answer = redeem(_basket(till), coupon_code(till.clock, **changed))
    assert (answer.status, answer.reason) == ("online_only", reason)


def test_offline_a_printed_card_is_not_enough(till: Till, redeem: RedeemCoupon) -> None:
    answer = redeem(_basket(till, ttl_s=0), coupon_code(till.clock))
    assert (answer.status, answer.reason) == ("online_only", "coupon.member_not_present")


def test_offline_lists_older_than_a_day_are_not_enough(till: Till, redeem: RedeemCoupon) -> None:
    till.clock.advance(DAY_MS + 1)
    answer = redeem(_basket(till), coupon_code(till.clock))
    assert (answer.status, answer.reason) == ("online_only", "coupon.lists_too_old")


def _expired(till: Till) -> str:
    code = coupon_code(till.clock)
    till.clock.advance(2 * DAY_MS)
    return code


def _of_somebody_else(till: Till) -> str:
    return coupon_code(till.clock, bind="00000000")


def _revoked(till: Till) -> str:
    doc: dict[str, object] = {"what": "coupon", "id": SERIAL, "reason": "stolen"}
    till.data.feed_sink.apply_store_page(store_page(("revoked", f"coupon:{SERIAL}", doc)), now_ms=NOON_MS)
    return coupon_code(till.clock)


def _not_begun(till: Till) -> str:
    return coupon_code(till.clock, nbf_s=2**32 - 1)


def _mistyped(till: Till) -> str:
    del till
    return "ABCD-EFGH-JKMN"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_expired, "coupon.expired"),
        (_of_somebody_else, "coupon.other_member"),
        (_revoked, "coupon.revoked"),
        (_not_begun, "coupon.too_early"),
        (_mistyped, "coupon.code_mistyped"),
    ],
)
def test_a_coupon_that_is_no_good_is_refused_with_its_reason(
    till: Till, redeem: RedeemCoupon, make: Callable[[Till], str], reason: str
) -> None:
    code = make(till)
    answer = redeem(_basket(till), code)
    assert (answer.status, answer.reason) == ("refused", reason)


def test_a_single_use_coupon_is_not_taken_twice_here(till: Till, redeem: RedeemCoupon) -> None:
    till.open_shift()
    current = till.basket()
    current.restore(_basket(till))
    answer = redeem(current.basket, coupon_code(till.clock))
    assert answer.coupon is not None
    current.add_coupon(answer.coupon)
    # A latte for gold members at 26.00, less 5.00.
    paid = till.pay(current.basket, TenderInput("cash", 2_100))
    assert paid.total_minor == 2_100
    again = redeem(_basket(till, nonce=2), coupon_code(till.clock))
    assert (again.status, again.reason) == ("refused", "coupon.used")


def test_a_coupon_that_is_taken_off_gives_its_reservation_back(till: Till, redeem: RedeemCoupon) -> None:
    till.api.online = True
    till.api.grants[SERIAL] = CouponGrant(True, "coupon.held", "h1", SERIAL, "FIVE-OFF", 500, None)
    basket = _basket(till)
    coupon = redeem(basket, coupon_code(till.clock)).coupon
    assert coupon is not None
    redeem.release(basket, coupon)
    assert till.api.released == [("h1", basket.basket_id)]


def test_the_first_answer_asks_nobody(till: Till, redeem: RedeemCoupon) -> None:
    till.api.online = True
    till.api.grants[SERIAL] = CouponGrant(False, "coupon.already_used")
    answer = redeem.first(_basket(till), coupon_code(till.clock))
    assert (answer.status, till.api.holds) == ("valid_settled_later", [])
    assert answer.coupon is not None
    assert answer.coupon.mode == "offline"


def test_what_the_offline_rule_does_not_accept_is_checked_first(till: Till, redeem: RedeemCoupon) -> None:
    basket = _basket(till)
    answers = [redeem.first(basket, text) for text in (coupon_code(till.clock, store=13), SHORT)]
    assert [(each.status, each.reason, each.coupon) for each in answers] == [
        ("checking", "coupon.not_home_store", None),
        ("checking", "coupon.short_code", None),
    ]


def test_the_first_answer_refuses_what_no_server_could_allow(till: Till, redeem: RedeemCoupon) -> None:
    answer = redeem.first(_basket(till), _of_somebody_else(till))
    assert (answer.status, answer.reason) == ("refused", "coupon.other_member")


def test_a_coupon_accepted_offline_that_comes_back_is_asked_about_when_there_is_a_network(
    till: Till, redeem: RedeemCoupon
) -> None:
    basket = _basket(till)
    coupon = redeem.first(basket, coupon_code(till.clock)).coupon
    assert coupon is not None
    assert redeem.again(basket, coupon).coupon == coupon
    till.api.online = True
    till.api.grants[SERIAL] = CouponGrant(False, "coupon.already_used")
    again = redeem.again(basket, coupon)
    assert (again.status, again.reason) == ("refused", "coupon.already_used")
