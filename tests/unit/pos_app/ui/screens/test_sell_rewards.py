"""Rewards on the Sell screen: shown at once, refined by head office, put into the basket by one touch."""

from dataclasses import replace

import pytest

from pos_app.ui.said import Said
from tests.unit.pos_app.ui.screens.sell_world import LI, SellWorld


@pytest.fixture
def world() -> SellWorld:
    found = SellWorld().enter()
    found.basket.attach_member(LI)
    return found


def test_they_are_shown_before_head_office_answers_and_refined_by_it(world: SellWorld) -> None:
    world.network.open = False
    world.rewards.after_asking = replace(world.rewards.spendable, most=2_380, is_online=True)
    world.presenter.rewards.open_sheet()
    form = world.now.rewards
    assert form.offered is not None
    assert (form.offered.spendable.most, form.asking) == (500, True)
    world.network.let_go()
    form = world.now.rewards
    assert form.offered is not None
    assert (form.offered.spendable.most, form.asking) == (2_380, False)


def test_one_touch_puts_a_reward_into_the_basket(world: SellWorld) -> None:
    world.presenter.rewards.open_sheet()
    world.presenter.rewards.take("gift-wrap")
    assert world.presenter.sheet == ""
    assert [line.names.en for line in world.basket.basket.lines] == ["Gift wrapping"]


def test_too_few_points_are_said_in_place(world: SellWorld) -> None:
    world.presenter.rewards.open_sheet()
    world.presenter.rewards.take("tasting")
    assert world.now.rewards.error == Said("spend.not_enough", (500,))
    assert world.presenter.sheet == "rewards"
    assert world.basket.basket.lines == ()


def test_somebody_has_to_be_attached_first(world: SellWorld) -> None:
    world.basket.detach_member()
    world.presenter.rewards.open_sheet()
    assert world.presenter.sheet == ""
    assert world.now.note is not None
    assert world.now.note.said == Said("spend.no_member")
