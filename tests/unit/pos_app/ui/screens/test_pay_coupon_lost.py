"""Head office knows more about a coupon than the till did, while the money is being taken."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from pos_app.services import basket_steps as steps
from pos_app.services.basket_model import AttachedCoupon
from pos_app.services.events import CouponLost
from pos_app.ui.said import Campaign, Said
from retail_core.money import Money
from tests.till_shop import open_shop
from tests.unit.pos_app.ui.screens.test_pay_presenter import Stage

FIVE_OFF = AttachedCoupon("c1", "FIVE-OFF", 500, "offline", None, "valid_settled_later")
LOST = Said("coupon.lost", (Campaign("FIVE-OFF"), Said("coupon.already_used")))


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with open_shop(tmp_path) as till:
        made = Stage(till)
        made.basket.add_product(till.product("latte"))
        made.basket.add_coupon(FIVE_OFF)
        made.presenter.enter()
        yield made


def lose(stage: Stage) -> None:
    """Take the coupon off, as the Sell screen does with a late refusal."""
    stage.basket.amend(partial(steps.without_coupon, coupon_id="c1"))
    stage.till.events.publish(
        CouponLost(stage.basket.basket.basket_id, FIVE_OFF.campaign_id, "coupon.already_used")
    )


def test_the_new_total_is_shown_with_the_reason_before_anything_is_paid(stage: Stage) -> None:
    assert stage.shown.total == Money(2_300, "CNY")
    lose(stage)
    assert (stage.shown.total, stage.shown.said) == (Money(2_800, "CNY"), LOST)
    stage.presenter.exact()
    assert stage.shown.paid is not None
    assert stage.shown.paid.total_minor == 2_800


def test_what_is_paid_stays_as_it_was_paid(stage: Stage) -> None:
    stage.presenter.exact()
    before = stage.shown
    lose(stage)
    assert stage.shown == before
    assert stage.shown.total == Money(2_300, "CNY")


def test_another_customers_coupon_changes_nothing_here(stage: Stage) -> None:
    before = stage.shown
    stage.till.events.publish(CouponLost("another", FIVE_OFF.campaign_id, "coupon.already_used"))
    assert stage.shown == before


def test_a_screen_that_nobody_looks_at_is_not_touched(stage: Stage) -> None:
    stage.presenter.leave()
    before = stage.shown
    lose(stage)
    assert stage.shown == before
