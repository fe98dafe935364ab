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


def by_a_number(world: SellWorld) -> None:
    """Let the member be one who only said a number: nothing is spent without a proof."""
    world.rewards.spendable = replace(world.rewards.spendable, most=0, refusal="spend.not_present")
    world.presenter.rewards.open_sheet()
    world.presenter.rewards.take("gift-wrap")
    assert (world.presenter.sheet, world.basket.basket.lines) == ("proof", ())


def proven(world: SellWorld) -> None:
    world.rewards.spendable = replace(world.rewards.spendable, most=500, refusal="")


def test_who_said_a_number_proves_by_pin_and_the_reward_is_in_the_basket(world: SellWorld) -> None:
    by_a_number(world)
    proof = world.presenter.rewards.proof
    proof.enter("111213")
    assert world.now.proof is not None
    assert world.now.proof.said == Said("proof.wrong", (4,))
    proven(world)
    proof.enter("304958")
    assert world.presenter.sheet == ""
    assert [line.names.en for line in world.basket.basket.lines] == ["Gift wrapping"]
    assert world.basket.basket.member is not None
    assert world.basket.basket.member.proof == "pin"
    assert world.prover.asked[-1] == ("W1", world.basket.basket.basket_id, "pin")


def test_the_phone_proves_without_head_office(world: SellWorld) -> None:
    by_a_number(world)
    world.prover.is_away = True
    proof = world.presenter.rewards.proof
    proof.enter("304958")
    assert world.now.proof is not None
    assert world.now.proof.said == Said("proof.offline")
    proof.scan("PQ1.OTHERS")
    assert world.now.proof.said == Said("proof.other_member")
    proven(world)
    proof.scan("PQ1.THEIRS")
    assert [line.names.en for line in world.basket.basket.lines] == ["Gift wrapping"]


def test_a_proof_that_comes_after_the_sheet_was_left_takes_nothing(world: SellWorld) -> None:
    by_a_number(world)
    world.network.open = False
    world.presenter.rewards.proof.enter("304958")
    world.presenter.on_sheet_closed()
    proven(world)
    world.network.let_go()
    assert world.presenter.sheet == ""
    assert world.basket.basket.lines == ()


def test_what_a_proof_does_not_lift_is_said_on_the_rewards(world: SellWorld) -> None:
    by_a_number(world)
    world.rewards.spendable = replace(world.rewards.spendable, most=20, refusal="")
    world.presenter.rewards.proof.enter("304958")
    assert world.presenter.sheet == "rewards"
    assert world.now.rewards.error == Said("spend.not_enough", (20,))
    assert world.basket.basket.lines == ()
