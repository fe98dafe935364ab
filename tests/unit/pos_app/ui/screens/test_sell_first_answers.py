"""Nobody at the counter waits for the network: what the till knows comes first, what head office says later.

The network lane is held: a server that never answers is one whose lane is never let go. What is shown while
it is held was shown before any reply.
"""

from dataclasses import replace

import pytest

from pos_app.services.errors import Unreachable
from pos_app.services.events import CouponLost, SaleCompleted
from pos_app.services.read_scan import CouponScanned, MemberScanned
from pos_app.services.redeem_coupon import CouponAnswer
from pos_app.ui.said import Campaign, Said
from retail_core.money import Money
from tests.unit.pos_app.ui.screens.sell_world import LI, SellWorld, ten_off

_CAKE = "6901234500054"
HERE = replace(ten_off(hold_id=None), mode="offline", status="valid_settled_later")
"""The coupon as the offline rule accepts it."""
FOUR_CAKES, WITH_COUPON = Money(12_800, "CNY"), Money(11_800, "CNY")


@pytest.fixture
def world() -> SellWorld:
    made = SellWorld().enter()
    made.network.open = False
    made.scans.meanings["k"] = CouponScanned("k")
    made.scans.meanings["code"] = MemberScanned("code")
    return made


def scan(world: SellWorld, *codes: str) -> None:
    for code in codes:
        world.presenter.on_scan(code)


def answers(world: SellWorld) -> None:
    """Let the server answer."""
    world.network.open = True
    world.network.let_go()


def said(world: SellWorld) -> Said | None:
    return None if world.now.note is None else world.now.note.said


def known_here(world: SellWorld) -> None:
    """Put four cakes and a coupon that the till accepts by itself onto the counter."""
    world.coupons.firsts["k"] = CouponAnswer("valid_settled_later", "", HERE)
    scan(world, *[_CAKE] * 4, "k")


def test_a_coupon_that_the_till_accepts_counts_before_anybody_answers(world: SellWorld) -> None:
    known_here(world)
    (coupon,) = world.now.coupons
    assert (coupon.checking, coupon.applied, world.now.totals.total) == (True, True, WITH_COUPON)
    assert (said(world), world.now.pending) == (Said("coupon_status.checking"), "")
    assert world.sounds.heard == ["good"] * 5


def test_with_a_server_that_never_answers_it_is_paid_without_a_second_press(world: SellWorld) -> None:
    known_here(world)
    world.presenter.pay()
    assert world.gone_to == ["pay"]
    assert world.basket.basket.coupons == (HERE,)


def test_head_office_says_yes_and_the_coupon_is_held(world: SellWorld) -> None:
    known_here(world)
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off(hold_id="H7"))
    answers(world)
    (coupon,) = world.now.coupons
    assert (coupon.checking, coupon.status, said(world)) == (False, "valid", Said("coupon_status.valid"))
    assert (world.basket.basket.coupons[0].mode, world.basket.basket.coupons[0].hold_id) == ("online", "H7")
    # It was no step of its own: one undo takes the coupon off and gives the reservation back.
    world.presenter.history.undo()
    assert (world.now.coupons, world.coupons.released) == ((), ["K1"])


def test_used_elsewhere_takes_it_off_again_with_a_word(world: SellWorld) -> None:
    lost: list[CouponLost] = []
    world.events.subscribe(CouponLost, lost.append)
    known_here(world)
    world.coupons.answers["k"] = CouponAnswer("refused", "coupon.already_used")
    answers(world)
    assert (world.now.coupons, world.now.totals.total) == ((), FOUR_CAKES)
    assert said(world) == Said("coupon.lost", (Campaign("TEN"), Said("coupon.already_used")))
    assert world.sounds.heard[-1] == "attention"
    assert lost == [CouponLost(world.basket.basket.basket_id, "TEN", "coupon.already_used")]
    world.presenter.history.undo()
    world.presenter.history.redo()
    assert world.basket.basket.coupons == ()


def test_a_server_that_cannot_be_reached_leaves_what_the_till_said(world: SellWorld) -> None:
    known_here(world)
    world.coupons.answers["k"] = world.coupons.firsts["k"]
    answers(world)
    (coupon,) = world.now.coupons
    assert (coupon.checking, coupon.status) == (False, "valid_settled_later")
    assert said(world) == Said("coupon_status.valid_settled_later")


@pytest.mark.parametrize(
    "late", [CouponAnswer("refused", "coupon.already_used"), CouponAnswer("valid", "", ten_off(hold_id="H7"))]
)
def test_an_answer_after_the_money_changes_nothing(world: SellWorld, late: CouponAnswer) -> None:
    known_here(world)
    world.coupons.answers["k"] = late
    paid = world.basket.basket
    world.events.publish(SaleCompleted(paid.basket_id, "S01-T01-000001", Money(0, "CNY")))
    world.basket.start_new()
    scan(world, _CAKE)
    shown = world.now
    answers(world)
    assert (world.now.lines, world.now.totals, said(world)) == (shown.lines, shown.totals, None)
    assert paid.coupons == (HERE,)
    # The hold is the paid sale's own: giving it back would offer the coupon to somebody else.
    assert world.coupons.released == []


def test_a_coupon_that_was_taken_off_before_the_answer_is_given_back(world: SellWorld) -> None:
    known_here(world)
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off(hold_id="H7"))
    world.presenter.coupons.remove("K1")
    answers(world)
    assert (world.now.coupons, world.coupons.released) == ((), ["K1"])


def test_what_only_head_office_knows_is_said_at_once_and_selling_goes_on(world: SellWorld) -> None:
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    world.members.known["code"] = LI
    scan(world, "k")
    assert (said(world), world.now.pending) == (Said("coupon.asking"), "coupon")
    scan(world, *[_CAKE] * 4, "code")
    assert (world.now.member, world.now.totals.total) == (LI, FOUR_CAKES)
    answers(world)
    assert (world.now.totals.total, world.now.pending) == (WITH_COUPON, "")


def test_the_same_coupon_again_is_not_asked_for_twice(world: SellWorld) -> None:
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    scan(world, *[_CAKE] * 4, "k", "k")
    answers(world)
    assert (len(world.now.coupons), world.coupons.released) == (1, [])


def test_pay_says_once_that_nobody_answered_and_goes_on_without_the_coupon(world: SellWorld) -> None:
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    scan(world, *[_CAKE] * 4, "k")
    world.presenter.pay()
    assert (said(world), world.gone_to) == (Said("pay.still_asking"), [])
    world.presenter.pay()
    assert (world.now.pending, world.gone_to) == ("", ["pay"])
    answers(world)
    assert (world.now.coupons, world.coupons.released) == ((), ["K1"])


def test_a_refusal_by_the_till_itself_asks_nobody(world: SellWorld) -> None:
    world.coupons.firsts["k"] = CouponAnswer("refused", "coupon.expired")
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    scan(world, *[_CAKE] * 4, "k")
    assert said(world) == Said("coupon.expired")
    answers(world)
    assert world.now.coupons == ()


def test_a_phone_number_that_is_known_here_is_a_member_before_anybody_answers(world: SellWorld) -> None:
    world.members.here["13800138000"] = replace(LI, points=7, means="phone", present=False)
    world.members.at_server[LI.alias] = replace(LI, points=9, means="phone", present=False)
    world.presenter.members.set_phone("13800138000")
    world.presenter.members.submit_phone()
    assert (world.now.member and world.now.member.points, world.now.pending) == (7, "")
    answers(world)
    assert (world.now.member and world.now.member.points) == 9


def test_a_number_nobody_here_knows_lets_the_sale_go_on_and_be_paid(world: SellWorld) -> None:
    world.members.known["13800138000"] = LI
    world.presenter.members.set_phone("13800138000")
    world.presenter.members.submit_phone()
    scan(world, _CAKE)
    assert (world.now.pending, len(world.now.lines)) == ("member", 1)
    world.presenter.pay()
    world.presenter.pay()
    assert world.gone_to == ["pay"]
    answers(world)
    assert world.now.member is None


def test_a_code_that_is_scanned_meanwhile_stands_in_place_of_the_number(world: SellWorld) -> None:
    stranger = replace(LI, alias="b2", member_id="M2")
    world.members.known |= {"13800138000": stranger, "code": LI}
    world.presenter.members.set_phone("13800138000")
    world.presenter.members.submit_phone()
    scan(world, "code")
    assert world.now.member == LI
    answers(world)
    assert world.now.member == LI


def test_away_is_said_in_place_when_the_sheet_is_gone(world: SellWorld) -> None:
    world.members.known["13800138000"] = Unreachable()
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("13800138000")
    world.presenter.members.submit_phone()
    world.presenter.on_sheet_closed()
    answers(world)
    assert (said(world), world.now.pending) == (Said("member.offline"), "")


def test_a_basket_is_parked_while_head_office_is_asked(world: SellWorld) -> None:
    known_here(world)
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off(hold_id="H7"))
    world.presenter.parking.park()
    assert (len(world.parked.sales), world.now.lines) == (1, ())
    answers(world)
    assert world.coupons.released == ["K1"]
