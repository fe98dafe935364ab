"""Topping up on the Sell screen: for whom, which offer, once."""

import pytest

from pos_app.services.errors import RuleError
from pos_app.ui.said import Said
from retail_core.money import Money
from tests.unit.pos_app.ui.screens.sell_world import LI, SellWorld


@pytest.fixture
def world() -> SellWorld:
    return SellWorld().enter()


def test_somebody_has_to_be_attached_first(world: SellWorld) -> None:
    world.presenter.top_up.open_sheet()
    assert world.presenter.sheet == ""
    assert world.seen.now.note is not None
    assert world.seen.now.note.said == Said("spend.no_member")


def test_an_offer_is_chosen_and_paid_in_cash_or_on_the_other_device(world: SellWorld) -> None:
    world.basket.attach_member(LI)
    world.presenter.top_up.open_sheet()
    world.presenter.top_up.submit()
    assert world.top_up.done == []
    world.presenter.top_up.choose(1)
    world.presenter.top_up.pay_by("external")
    world.presenter.top_up.submit()
    assert world.top_up.done == [("top-1", LI.alias, 30_000, "external")]
    assert world.presenter.sheet == ""
    note = world.seen.now.note
    assert note is not None
    assert note.said == Said(
        "top_up.done_with_bonus", (Money(30_000, "CNY"), Money(3_000, "CNY"), "S01-T02-V000001")
    )


def test_a_second_touch_while_it_is_written_takes_nothing_again(world: SellWorld) -> None:
    world.basket.attach_member(LI)
    world.storage.open = False
    world.presenter.top_up.open_sheet()
    world.presenter.top_up.choose(0)
    world.presenter.top_up.submit()
    world.presenter.top_up.choose(3)
    world.presenter.top_up.submit()
    world.storage.let_go()
    assert world.top_up.done == [("top-1", LI.alias, 10_000, "cash")]


def test_a_refusal_is_said_in_place_and_can_be_tried_again_as_the_same_top_up(world: SellWorld) -> None:
    world.basket.attach_member(LI)
    world.presenter.top_up.open_sheet()
    world.presenter.top_up.choose(0)
    world.top_up.fault = RuleError("shift.none_open")
    world.presenter.top_up.submit()
    assert world.seen.now.top_up.error == Said("shift.none_open")
    world.top_up.fault = None
    world.presenter.top_up.submit()
    assert [each[0] for each in world.top_up.done] == ["top-1"]


def test_a_store_without_balances_shows_no_way_to_it(world: SellWorld) -> None:
    world.top_up.terms = None
    assert not world.presenter.top_up.is_offered
