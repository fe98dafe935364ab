"""Correcting points or a balance on the member's sheet: by who may, with a reason, once, and only online."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.adjust_member import AdjustMember
from pos_app.services.correction_model import Bucket, Correction
from pos_app.services.errors import Rejected, RuleError, Unreachable
from pos_app.services.records import Actor
from pos_app.ui.said import Said
from retail_core.money import Money
from tests.till_shop import ALIAS, LI, Till, open_shop
from tests.unit.pos_app.services.test_spend_balance import GOLD, PURSE
from tests.unit.pos_app.ui.screens.member_fakes import LI_KNOWN
from tests.unit.pos_app.ui.screens.sell_world import LI as ATTACHED
from tests.unit.pos_app.ui.screens.sell_world import SellWorld

MEMBER = replace(ATTACHED, alias=LI_KNOWN.alias, member_id=LI_KNOWN.member_id)


@pytest.fixture
def world() -> SellWorld:
    """Somebody who corrects up to 50,000 points, or 500.00."""
    entered = SellWorld().enter()
    actor = entered.session.require_actor()
    entered.session.actor = replace(actor, rights={**actor.rights, "member.adjust": 50_000})
    return entered


def open_for(world: SellWorld, *keys: str) -> None:
    world.basket.attach_member(MEMBER)
    world.presenter.members.open_sheet()
    world.presenter.adjust.open_sheet()
    for key in keys:
        world.presenter.adjust.press(key)


def test_a_correction_is_asked_for_once_and_the_member_is_shown_anew(world: SellWorld) -> None:
    open_for(world, "1", "2", "00")
    world.presenter.adjust.turn(takes=True)
    world.presenter.adjust.because("mistake")
    world.presenter.adjust.submit()
    asked = Correction("adjust-1", "points", -1_200, "mistake")
    assert world.adjust.done == [(asked, MEMBER.alias, "")]
    assert world.now.sheet == "member_sheet"
    assert world.basket.basket.member is not None
    assert world.basket.basket.member.points == 1_180


def test_without_a_reason_nothing_is_asked_for(world: SellWorld) -> None:
    open_for(world, "5")
    world.presenter.adjust.submit()
    assert (world.now.adjust.said, world.adjust.done) == (Said("adjust.reason_needed"), [])


def test_another_bucket_is_typed_anew_and_digits_can_be_taken_back(world: SellWorld) -> None:
    open_for(world, "0", "7", "5", "back")
    assert world.now.adjust.amount == 7
    world.presenter.adjust.choose("bonus")
    assert (world.now.adjust.bucket, world.now.adjust.amount) == ("bonus", 0)


def test_a_refusal_is_said_in_place_and_the_request_stays_the_same(world: SellWorld) -> None:
    open_for(world, "5")
    world.presenter.adjust.because("goodwill")
    for fault, code in (
        (Unreachable(), "adjust.offline"),
        (RuleError("adjust.below_zero"), "adjust.below_zero"),
    ):
        world.adjust.fault = fault
        world.presenter.adjust.submit()
        assert (world.now.adjust.said.code, world.now.adjust.busy) == (code, False)
    world.adjust.fault = None
    world.presenter.adjust.submit()
    assert [asked.request_id for asked, *_ in world.adjust.done] == ["adjust-1"]


@pytest.mark.parametrize(
    ("bucket", "about", "why"),
    [
        ("points", Said("ask.adjust_points", ("李**", 80_000)), Said("ask.points_limit", (50_000,))),
        (
            "bonus",
            Said("ask.adjust_bonus", ("李**", Money(80_000, "CNY"))),
            Said("right.over_limit", ("member.adjust", Money(50_000, "CNY"))),
        ),
    ],
)
def test_above_the_limit_another_person_allows_it_by_pin_and_both_are_named(
    world: SellWorld, bucket: Bucket, about: Said, why: Said
) -> None:
    open_for(world)
    world.presenter.adjust.choose(bucket)
    for key in "80000":
        world.presenter.adjust.press(key)
    world.presenter.adjust.because("complaint")
    world.presenter.adjust.submit()
    asking = world.approval.state
    assert (asking.open, asking.about, asking.why) == (True, about, why)
    assert (world.adjust.done, world.now.adjust.busy) == ([], False)
    world.approval.submit_badge("BADGE")
    [(asked, _, approver)] = world.adjust.done
    assert (asked.bucket, asked.amount, approver) == (bucket, 80_000, "M1")
    assert world.now.sheet == "member_sheet"


def test_who_has_no_such_right_asks_for_every_correction(world: SellWorld) -> None:
    world.session.actor = replace(world.session.require_actor(), rights={"sell": None})
    open_for(world, "5")
    world.presenter.adjust.because("goodwill")
    world.presenter.adjust.submit()
    asking = world.approval.state
    assert (asking.open, asking.why) == (True, Said("right.missing", ("member.adjust",)))
    world.approval.submit_badge("BADGE")
    assert [approver for *_, approver in world.adjust.done] == ["M1"]


def test_an_approval_that_is_not_given_corrects_nothing(world: SellWorld) -> None:
    open_for(world, *"80000")
    world.presenter.adjust.because("complaint")
    world.presenter.adjust.submit()
    world.approval.on_closed()
    assert (world.adjust.done, world.now.sheet) == ([], "member_adjust")
    assert world.now.adjust.amount == 80_000


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        shop.api.online = True
        shop.api.members[ALIAS] = replace(PURSE, points=5_200)
        yield shop


def of(amount: int) -> Correction:
    return Correction("r1", "points", amount, "goodwill")


def adjust(till: Till, rights: dict[str, int | None], amount: int, approval: Approval | None = None) -> None:
    actor: Actor = replace(LI, rights=rights)
    use_case = AdjustMember(store=till.store, api=till.api, ids=till.ids, events=till.events)
    use_case(actor, GOLD, correction=of(amount), approval=approval)


def test_what_head_office_answers_is_known_here_at_once(till: Till) -> None:
    adjust(till, {"member.adjust": 500}, 200)
    assert till.api.adjusted == [(of(200), ALIAS, LI.staff_id, None)]
    with till.store.read() as work:
        member = work.members.by_alias(ALIAS)
    assert member is not None
    assert member.points == 5_200


@pytest.mark.parametrize(
    ("rights", "amount", "code"),
    [
        ({"sell": None}, 200, "right.missing"),
        ({"member.adjust": 500}, -501, "right.over_limit"),
        ({"member.adjust": None}, 0, "adjust.nothing"),
    ],
)
def test_who_may_not_asks_nobody(till: Till, rights: dict[str, int | None], amount: int, code: str) -> None:
    with pytest.raises(RuleError) as refused:
        adjust(till, rights, amount)
    assert (refused.value.code, till.api.adjusted) == (code, [])


def test_an_approval_is_for_this_correction_and_no_larger_or_other_one(till: Till) -> None:
    allowed = Approval(of(600).act, "st-wang", "王芳", 0)
    adjust(till, {"member.adjust": 500}, 600, allowed)
    assert till.api.adjusted == [(of(600), ALIAS, LI.staff_id, "st-wang")]
    for amount, approval in (
        (601, allowed),
        (-600, allowed),
        (600, replace(allowed, staff_id=LI.staff_id)),
    ):
        with pytest.raises(NeedsApproval):
            adjust(till, {"member.adjust": 500}, amount, approval)
    # Who may by right did it alone.
    adjust(till, {"member.adjust": None}, 600, allowed)
    assert till.api.adjusted[1:] == [(of(600), ALIAS, LI.staff_id, None)]
    # Who has no such right asks each time.
    adjust(till, {"sell": None}, 600, allowed)
    assert till.api.adjusted[2:] == [(of(600), ALIAS, LI.staff_id, "st-wang")]


def test_what_head_office_refuses_changes_nothing_here(till: Till) -> None:
    with till.store.read() as work:
        before = work.members.by_alias(ALIAS)
    till.api.adjust_error = Rejected("adjust.below_zero")
    with pytest.raises(Rejected):
        adjust(till, {"member.adjust": None}, -9_999)
    with till.store.read() as work:
        assert work.members.by_alias(ALIAS) == before
