"""Correcting points or a balance on the member's sheet: by who may, with a reason, once, and only online."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.adjust_member import AdjustMember
from pos_app.services.errors import Rejected, RuleError, Unreachable
from pos_app.services.records import Actor
from pos_app.ui.said import Said
from tests.till_shop import ALIAS, LI, Till, open_shop
from tests.unit.pos_app.services.test_spend_balance import GOLD, PURSE
from tests.unit.pos_app.ui.screens.member_fakes import LI_KNOWN
from tests.unit.pos_app.ui.screens.sell_world import LI as ATTACHED
from tests.unit.pos_app.ui.screens.sell_world import SellWorld

MEMBER = replace(ATTACHED, alias=LI_KNOWN.alias, member_id=LI_KNOWN.member_id)


@pytest.fixture
def world() -> SellWorld:
    return SellWorld().enter()


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
    assert world.adjust.done == [("adjust-1", MEMBER.alias, "points", -1_200, "mistake")]
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
    assert [request for request, *_ in world.adjust.done] == ["adjust-1"]


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        shop.api.online = True
        shop.api.members[ALIAS] = replace(PURSE, points=5_200)
        yield shop


def adjust(till: Till, rights: dict[str, int | None], amount: int) -> None:
    actor: Actor = replace(LI, rights=rights)
    use_case = AdjustMember(store=till.store, api=till.api, ids=till.ids, events=till.events)
    use_case(actor, GOLD, request_id="r1", bucket="points", amount=amount, reason="goodwill")


def test_what_head_office_answers_is_known_here_at_once(till: Till) -> None:
    adjust(till, {"member.adjust": 500}, 200)
    assert till.api.adjusted == [("r1", ALIAS, LI.staff_id, "points", 200, "goodwill")]
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


def test_what_head_office_refuses_changes_nothing_here(till: Till) -> None:
    with till.store.read() as work:
        before = work.members.by_alias(ALIAS)
    till.api.adjust_error = Rejected("adjust.below_zero")
    with pytest.raises(Rejected):
        adjust(till, {"member.adjust": None}, -9_999)
    with till.store.read() as work:
        assert work.members.by_alias(ALIAS) == before
