"""Members and coupons at the counter: asked for on a lane, answered in place, given back when unwanted."""

from dataclasses import replace

import pytest

from pos_app.services.act_model import Act, NeedsApproval
from pos_app.services.best_use import ProposedCoupon
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.read_scan import CouponScanned, MemberScanned
from pos_app.services.redeem_coupon import CouponAnswer
from pos_app.ui.said import Said
from retail_core.money import Money
from tests.unit.pos_app.ui.screens.sell_world import LI, SellWorld, ten_off

_AMERICANO = "6901234500016"
_CAKE = "6901234500054"


def yuan(minor: int) -> Money:
    return Money(minor, "CNY")


@pytest.fixture
def world() -> SellWorld:
    return SellWorld().enter()


def said(world: SellWorld) -> Said | None:
    """Return what is said in place."""
    return None if world.now.note is None else world.now.note.said


def scan_all(world: SellWorld, *codes: str) -> None:
    for code in codes:
        world.presenter.on_scan(code)


def test_a_member_code_changes_the_prices_at_once(world: SellWorld) -> None:
    world.members.known["code"] = LI
    world.scans.meanings["code"] = MemberScanned("code")
    scan_all(world, _AMERICANO, "code")
    assert world.now.member == LI
    assert (world.now.totals.total, world.now.totals.saving) == (yuan(2200), yuan(300))


def test_taking_the_member_off_gives_the_list_price_back(world: SellWorld) -> None:
    world.members.known["code"] = LI
    world.scans.meanings["code"] = MemberScanned("code")
    scan_all(world, _AMERICANO, "code")
    world.presenter.members.detach()
    assert (world.now.member, world.now.totals.total) == (None, yuan(2500))


def test_who_is_known_by_the_code_only_is_asked_for_while_selling_goes_on(world: SellWorld) -> None:
    stranger = replace(LI, member_id=None, masked_name="", points=None)
    world.members.known["code"] = stranger
    world.members.at_server[LI.alias] = LI
    world.scans.meanings["code"] = MemberScanned("code")
    world.network.open = False
    scan_all(world, "code", _AMERICANO)
    assert (world.now.member, world.now.totals.total, world.now.can_pay) == (stranger, yuan(2200), True)
    world.network.let_go()
    assert (world.now.member, world.now.totals.total) == (LI, yuan(2200))
    # What was learned is no step: one undo takes the goods out, the next one the member off.
    world.presenter.history.undo()
    assert (world.now.lines, world.now.member) == ((), LI)
    world.presenter.history.undo()
    assert world.now.member is None


def test_what_the_server_tells_of_a_member_who_was_taken_off_changes_nothing(world: SellWorld) -> None:
    world.members.known["code"] = replace(LI, member_id=None)
    world.members.at_server[LI.alias] = LI
    world.scans.meanings["code"] = MemberScanned("code")
    world.network.open = False
    scan_all(world, "code")
    world.presenter.members.detach()
    world.network.let_go()
    assert world.now.member is None


def test_a_code_counts_where_nobody_can_be_asked(world: SellWorld) -> None:
    world.members.known["code"] = LI
    world.members.at_server[LI.alias] = Unreachable()
    world.scans.meanings["code"] = MemberScanned("code")
    scan_all(world, "code")
    assert (world.now.member, world.now.note) == (LI, None)


def test_a_phone_number_is_looked_up_on_the_network_lane(world: SellWorld) -> None:
    world.members.known["13800138000"] = LI
    world.network.open = False
    world.presenter.members.open_sheet()
    for key in "13800138000":
        world.presenter.members.press(key)
    world.presenter.members.submit_phone()
    assert (world.now.pending, world.now.member_form.busy, world.now.member) == ("member", True, None)
    world.network.let_go()
    assert (world.now.pending, world.now.sheet, world.now.member) == ("", "", LI)


def test_an_unknown_number_is_said_in_the_sheet(world: SellWorld) -> None:
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("138 0013 8000")
    world.presenter.members.submit_phone()
    assert world.now.member_form.error == Said("member.unknown")
    assert world.now.member_form.phone == "13800138000"
    assert world.now.sheet == "member"


def test_offline_the_sheet_asks_for_the_code_instead(world: SellWorld) -> None:
    world.members.known["13800138000"] = Unreachable()
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("13800138000")
    world.presenter.members.submit_phone()
    assert world.now.member_form.error == Said("member.offline")


def test_a_forged_member_code_is_refused_in_place(world: SellWorld) -> None:
    world.members.known["code"] = RuleError("member.code_forged")
    world.scans.meanings["code"] = MemberScanned("code")
    world.presenter.on_scan("code")
    assert said(world) == Said("member.code_forged")
    assert world.now.pending == ""


def test_an_answer_for_the_last_customer_reaches_nobody(world: SellWorld) -> None:
    world.members.known["13800138000"] = LI
    world.network.open = False
    world.presenter.members.set_phone("13800138000")
    world.presenter.members.submit_phone()
    world.basket.start_new()
    world.network.let_go()
    assert (world.now.member, world.now.pending) == (None, "")


def with_coupon(world: SellWorld, answer: CouponAnswer) -> None:
    world.scans.meanings["coupon"] = CouponScanned("coupon")
    world.coupons.answers["coupon"] = answer
    scan_all(world, *[_CAKE] * 4, "coupon")


def test_a_valid_coupon_takes_its_amount_off(world: SellWorld) -> None:
    with_coupon(world, CouponAnswer("valid", "", ten_off()))
    (coupon,) = world.now.coupons
    assert (coupon.amount, coupon.applied) == (yuan(1000), True)
    assert world.now.totals.total == yuan(4 * 3200 - 1000)
    assert said(world) == Said("coupon_status.valid")


def test_a_coupon_accepted_offline_says_that_it_is_settled_later(world: SellWorld) -> None:
    with_coupon(world, CouponAnswer("valid_settled_later", "", ten_off(hold_id=None)))
    assert said(world) == Said("coupon_status.valid_settled_later")


@pytest.mark.parametrize(
    ("status", "reason", "kind"),
    [("online_only", "coupon.campaign_online_only", "warn"), ("refused", "coupon.used", "bad")],
)
def test_a_refused_coupon_says_its_reason(world: SellWorld, status: str, reason: str, kind: str) -> None:
    answer = CouponAnswer("refused" if status == "refused" else "online_only", reason)
    with_coupon(world, answer)
    note = world.now.note
    assert note is not None
    assert (note.said, note.kind, world.now.coupons) == (Said(reason), kind, ())


def test_the_coupon_sheet_shows_the_answer_and_stays(world: SellWorld) -> None:
    world.presenter.coupons.open_sheet()
    world.presenter.coupons.redeem("ABCD")
    assert (world.now.sheet, world.now.coupon_form.status) == ("coupon", "refused")
    assert world.now.coupon_form.answer == Said("coupon.unknown")


def test_a_coupon_below_its_minimum_stays_with_its_reason(world: SellWorld) -> None:
    world.scans.meanings["coupon"] = CouponScanned("coupon")
    world.coupons.answers["coupon"] = CouponAnswer("valid", "", ten_off())
    scan_all(world, _CAKE, "coupon")
    (coupon,) = world.now.coupons
    assert (coupon.applied, coupon.reason_code) == (False, "pricing.below_minimum")


def test_a_removed_coupon_is_given_back(world: SellWorld) -> None:
    with_coupon(world, CouponAnswer("valid", "", ten_off()))
    world.presenter.coupons.remove("K1")
    assert (world.now.coupons, world.coupons.released) == ((), ["K1"])
    assert world.now.totals.total == yuan(4 * 3200)


def test_a_coupon_answered_after_its_customer_left_is_given_back(world: SellWorld) -> None:
    world.network.open = False
    with_coupon(world, CouponAnswer("valid", "", ten_off()))
    world.basket.start_new()
    world.network.open = True
    world.network.let_go()
    assert (world.now.coupons, world.coupons.released) == ((), ["K1"])


def test_a_manager_lets_coupons_count_for_longer_and_the_one_that_waits_counts(world: SellWorld) -> None:
    act = Act("coupon.offline_extend", "t-0001")
    world.extend_coupons.error = NeedsApproval("right.missing", act.verb, act=act)
    with_coupon(world, CouponAnswer("online_only", "coupon.lists_too_old", can_extend=True))
    assert said(world) == Said("coupon.lists_too_old")
    assert world.now.note is not None
    assert (world.now.note.action, world.now.coupons) == ("extend_coupons", ())

    world.coupons.answers["coupon"] = CouponAnswer("valid_settled_later", "", ten_off(hold_id=None))
    world.presenter.act_on_note()
    assert world.approval.state.about == Said("ask.extend_coupons")
    world.approval.choose("M1")
    world.approval.submit_pin("1234")
    assert [approval is None for approval in world.extend_coupons.approvals] == [False]
    assert said(world) == Said("coupon_status.valid_settled_later")
    assert [coupon.coupon_id for coupon in world.now.coupons] == ["K1"]


def test_the_best_use_is_shown_at_once_and_refined_and_taken_by_one_key(world: SellWorld) -> None:
    scan_all(world, *[_CAKE] * 4)
    world.basket.attach_member(LI)
    world.best_use.best_minor = 11_800
    world.best_use.known = [ProposedCoupon("K1", "TEN", True, 1_000, code="coupon")]
    world.best_use.wallet = [
        ProposedCoupon("K1", "TEN", True, 1_000, code="coupon"),
        ProposedCoupon("K2", "TEN", False, reason="pricing.over_basket_limit"),
    ]
    world.network.open = False
    world.presenter.best.open_sheet()
    assert (world.now.sheet, world.now.best.busy) == ("best", True)
    assert world.now.best.proposal is not None
    assert world.now.best.proposal.saves_minor == 1_000
    world.network.open = True
    world.network.let_go()
    assert (world.now.best.busy, len(world.now.best.proposal.coupons)) == (False, 2)

    world.coupons.answers["coupon"] = CouponAnswer("valid", "", ten_off())
    world.presenter.best.take()
    assert [coupon.coupon_id for coupon in world.now.coupons] == ["K1"]
    assert world.now.totals.total == yuan(4 * 3200 - 1000)


def test_the_best_use_plans_points_for_pay_unless_they_are_kept(world: SellWorld) -> None:
    world.basket.attach_member(LI)
    world.best_use.points, world.best_use.points_minor = 1_200, 1_200
    world.presenter.best.open_sheet()
    world.presenter.best.take()
    assert said(world) == Said("points.planned", (1_200,))
    assert world.basket.basket.use_points
    world.presenter.best.open_sheet()
    world.presenter.best.take_coupons()
    assert not world.basket.basket.use_points


def test_without_a_member_the_best_use_asks_for_one(world: SellWorld) -> None:
    scan_all(world, _CAKE)
    world.presenter.best.open_sheet()
    assert (world.now.sheet, said(world)) == ("", Said("coupon.best_needs_member"))


def test_a_proposal_for_the_last_customer_is_not_taken(world: SellWorld) -> None:
    scan_all(world, *[_CAKE] * 4)
    world.basket.attach_member(LI)
    world.best_use.known = [ProposedCoupon("K1", "TEN", True, 1_000, code="coupon")]
    world.presenter.best.open_sheet()
    world.basket.start_new()
    world.presenter.best.take()
    assert world.now.coupons == ()
