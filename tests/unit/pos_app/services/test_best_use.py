"""The best set of a wallet's coupons, what it saves, and why not the others."""

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.attach_member import AttachMember
from pos_app.services.basket_model import Basket
from pos_app.services.best_use import BestUse, Proposal
from pos_app.services.forget_members import ForgetMembers
from pos_app.services.records import WalletCoupon
from pos_app.services.redeem_coupon import RedeemCoupon
from retail_core.codes.pq1 import coupon_bind
from retail_core.wire.enrolment import PointsRate
from tests.fakes import NOON_MS
from tests.till_shop import ALIAS, Till, coupon_code, member_code, member_doc, open_shop, store_page

DAY_MS = 24 * 3600 * 1000
CAMPAIGNS = {
    "FIVE-OFF": (77, None),
    "ALONE-12": (101, {"amount_minor": 1_200, "stackable": False}),
    "TEN-STACKS": (102, {"amount_minor": 1_000}),
    "FROM-100": (103, {"amount_minor": 3_000, "min_spend_minor": 10_000}),
}


def wallet_coupon(till: Till, serial: str, campaign_id: str, **others: object) -> WalletCoupon:
    number, _ = CAMPAIGNS.get(campaign_id, (99, None))
    code = coupon_code(
        till.clock,
        **{"serial": serial, "campaign": number, "bind": coupon_bind(ALIAS, serial), **others},
    )
    return WalletCoupon(serial, campaign_id, ALIAS, code, 500, NOON_MS, NOON_MS + DAY_MS)


@pytest.fixture
def shop(till: Till) -> Till:
    """A till that runs the campaigns of these tests."""
    docs = [
        {
            "id": name,
            "kind": "coupon_amount",
            "names": {"en": name},
            "params": params,
            "offline_allowed": True,
        }
        for name, (_, params) in CAMPAIGNS.items()
        if params is not None
    ]
    till.run_campaigns(*docs)
    return till


def know(till: Till, *coupons: WalletCoupon) -> None:
    """Let the store's feed bring coupons."""
    changes: list[tuple[str, str, dict[str, object] | None]] = [
        (
            "coupon",
            coupon.coupon_id,
            {
                "coupon_id": coupon.coupon_id,
                "campaign_id": coupon.campaign_id,
                "member_id": "m1",
                "alias": coupon.alias,
                "code": coupon.code,
                "value_minor": coupon.value_minor,
                "starts_ms": coupon.starts_ms,
                "expires_ms": coupon.expires_ms,
            },
        )
        for coupon in coupons
    ]
    till.data.feed_sink.apply_store_page(store_page(*changes, next_cursor="w1"), now_ms=NOON_MS)


def basket(till: Till) -> Basket:
    """A latte of 26.00 for gold members."""
    current = till.basket()
    current.add_product(till.product("latte"))
    attach = AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)
    current.attach_member(attach.by_code(member_code(till.clock)))
    return current.basket


def best_use(till: Till) -> BestUse:
    redeem = RedeemCoupon(store=till.store, api=till.api, prices=till.prices, clock=till.clock)
    return BestUse(store=till.store, api=till.api, prices=till.prices, redeem=redeem, spend=till.spend)


def said(proposal: Proposal) -> dict[str, tuple[bool, int, str]]:
    return {each.campaign_id: (each.applies, each.amount_minor, each.reason) for each in proposal.coupons}


def test_the_set_that_leaves_the_least_is_proposed_and_the_others_say_why_not(shop: Till) -> None:
    know(
        shop,
        wallet_coupon(shop, "00000000000000a1", "FIVE-OFF"),
        wallet_coupon(shop, "00000000000000a2", "ALONE-12"),
        wallet_coupon(shop, "00000000000000a3", "TEN-STACKS"),
        wallet_coupon(shop, "00000000000000a4", "FROM-100"),
    )
    proposal = best_use(shop).first(basket(shop))
    # 5.00 + 10.00 together are more than 12.00 alone; 26.00 does not reach 100.00.
    assert said(proposal) == {
        "TEN-STACKS": (True, 1_000, ""),
        "FIVE-OFF": (True, 500, ""),
        "ALONE-12": (False, 0, "pricing.not_combinable"),
        "FROM-100": (False, 0, "pricing.below_minimum"),
    }
    assert (proposal.now_minor, proposal.best_minor, proposal.saves_minor) == (2_600, 1_100, 1_500)
    assert len(proposal.to_redeem) == 2
    assert not proposal.is_final


def test_the_first_answer_asks_nobody_and_reserves_nothing(shop: Till) -> None:
    shop.api.online = True
    know(shop, wallet_coupon(shop, "00000000000000a1", "FIVE-OFF"))
    best_use(shop).first(basket(shop))
    assert shop.api.holds == []


def test_head_offices_wallet_stands_in_place_of_what_was_known(shop: Till) -> None:
    shop.api.online = True
    know(shop, wallet_coupon(shop, "00000000000000a1", "FIVE-OFF"))
    shop.api.wallet = [wallet_coupon(shop, "00000000000000a3", "TEN-STACKS", store=13)]
    proposal = best_use(shop)(basket(shop))
    assert said(proposal) == {"TEN-STACKS": (True, 1_000, "")}
    assert (proposal.is_final, proposal.is_offline, shop.api.holds) == (True, False, [])


def test_without_the_network_only_what_counts_offline_is_proposed(shop: Till) -> None:
    know(
        shop,
        wallet_coupon(shop, "00000000000000a1", "FIVE-OFF"),
        wallet_coupon(shop, "00000000000000a3", "TEN-STACKS", flags=6),
    )
    proposal = best_use(shop)(basket(shop))
    assert said(proposal) == {
        "FIVE-OFF": (True, 500, ""),
        "TEN-STACKS": (False, 0, "coupon.campaign_online_only"),
    }
    assert (proposal.is_final, proposal.is_offline, proposal.saves_minor) == (True, True, 500)


def test_a_coupon_that_is_no_good_says_so(shop: Till) -> None:
    know(
        shop,
        wallet_coupon(shop, "00000000000000a1", "FIVE-OFF", nbf_s=1, exp_s=2),
        wallet_coupon(shop, "00000000000000a5", "GONE"),
    )
    proposal = best_use(shop).first(basket(shop))
    # The one whose time is over is no coupon any more; head office takes it out of the wallet.
    assert said(proposal) == {"GONE": (False, 0, "coupon.campaign_unknown")}
    assert (proposal.saves_minor, proposal.to_redeem) == (0, ())


def test_coupons_go_from_the_till_with_their_time_and_with_their_member(shop: Till) -> None:
    page = store_page(("member", "m1", member_doc()), next_cursor="w0")
    shop.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    stranger = replace(wallet_coupon(shop, "00000000000000a5", "FIVE-OFF"), alias="00000000000000ee")
    over = replace(wallet_coupon(shop, "00000000000000a3", "FIVE-OFF"), expires_ms=NOON_MS)
    know(shop, wallet_coupon(shop, "00000000000000a1", "FIVE-OFF"), stranger, over)
    forget = ForgetMembers(store=shop.store, clock=shop.clock)
    assert forget().coupons == 2
    with shop.store.read() as work:
        assert [each.coupon_id for each in work.coupons.wallet(ALIAS)] == ["00000000000000a1"]
    shop.clock.advance(31 * DAY_MS)
    assert forget().members == 1
    with shop.store.read() as work:
        assert work.coupons.wallet(ALIAS) == []


def test_a_coupon_in_the_basket_takes_part_and_is_not_redeemed_again(shop: Till) -> None:
    five = wallet_coupon(shop, "00000000000000a1", "FIVE-OFF")
    know(shop, five, wallet_coupon(shop, "00000000000000a3", "TEN-STACKS"))
    redeem = RedeemCoupon(store=shop.store, api=shop.api, prices=shop.prices, clock=shop.clock)
    before = basket(shop)
    held = redeem(before, five.code).coupon
    assert held is not None
    proposal = best_use(shop).first(replace(before, coupons=(held,)))
    assert (proposal.now_minor, proposal.best_minor, len(proposal.to_redeem)) == (2_100, 1_100, 1)


def test_a_used_coupon_leaves_the_wallet_with_the_feed(shop: Till) -> None:
    know(shop, wallet_coupon(shop, "00000000000000a1", "FIVE-OFF"))
    gone = store_page(("coupon", "00000000000000a1", None), next_cursor="w2")
    shop.data.feed_sink.apply_store_page(gone, now_ms=NOON_MS)
    assert best_use(shop).first(basket(shop)).coupons == ()


def test_seven_coupons_are_compared_stepwise_and_it_says_so(shop: Till) -> None:
    know(shop, *(wallet_coupon(shop, f"{number:016x}", "TEN-STACKS") for number in range(7)))
    proposal = best_use(shop).first(basket(shop))
    assert proposal.compared_stepwise
    assert [each.reason for each in proposal.coupons if not each.applies] == ["pricing.over_basket_limit"] * 6


@pytest.mark.parametrize(("allowance", "points", "left"), [(1_000, 1_000, 1_100), (5_000, 1_050, 1_050)])
def test_points_pay_a_part_of_what_the_coupons_leave(
    tmp_path: Path, *, allowance: int, points: int, left: int
) -> None:
    # 100 points are worth 1.00; of 26.00 less 5.00 they may pay half: 10.50.
    rate = PointsRate(points=100, minor=100, most_percent=50, offline_points=allowance)
    with open_shop(tmp_path, points=rate) as shop:
        member = member_doc(points=5_000)
        page = store_page(("member", "m1", member), next_cursor="w0")
        shop.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
        know(shop, wallet_coupon(shop, "00000000000000a1", "FIVE-OFF"))
        proposal = best_use(shop).first(basket(shop))
    assert (proposal.best_minor, proposal.points, proposal.points_minor) == (2_100, points, points)
    assert proposal.left_minor == left


def test_who_said_a_number_is_told_what_points_would_pay_after_a_proof(tmp_path: Path) -> None:
    with open_shop(tmp_path, points=PointsRate(points=100, minor=100, offline_points=1_000)) as shop:
        page = store_page(("member", "m1", member_doc(points=5_000)), next_cursor="w0")
        shop.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
        by_code = basket(shop)
        assert by_code.member is not None
        by_phone = replace(by_code, member=replace(by_code.member, means="phone", present=False))
        proposals = [best_use(shop).first(each) for each in (by_code, by_phone)]
    assert [(each.points, each.needs_proof) for each in proposals] == [(1_000, False), (1_000, True)]


def test_without_terms_of_points_none_are_proposed(shop: Till) -> None:
    know(shop, wallet_coupon(shop, "00000000000000a1", "FIVE-OFF"))
    proposal = best_use(shop).first(basket(shop))
    assert (proposal.points, proposal.points_minor) == (0, 0)
