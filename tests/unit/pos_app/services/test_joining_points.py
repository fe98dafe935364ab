"""A sale without a member says what whoever joins by its receipt gets; one with a member gives nothing."""

import pytest

from pos_app.services.basket_model import AttachedMember
from pos_app.services.complete_sale import TenderInput
from tests.returns_counter import ReturnsCounter
from tests.till_shop import ALIAS, Till

POINTS = {"id": "POINTS", "kind": "points", "names": {"en": "Points"}, "params": {"per_minor": 100}}


@pytest.fixture
def shop(till: Till) -> Till:
    till.open_shift()
    return till


def test_each_line_says_its_share_of_what_a_member_of_the_lowest_tier_would_have_earned(shop: Till) -> None:
    shop.run_campaigns({**POINTS, "params": {"per_minor": 100, "tier_percent": {"gold": 200}}})
    paid = shop.sell(["latte", "cake"], TenderInput("external", 4_795))
    body = ReturnsCounter(shop).body(paid.receipt_number)
    # 47 points for 47.95: 27.44 and 19.56 of them.
    assert [line.joining_points for line in body.lines] == [27, 20]
    assert body.points_earned == 0
    assert [line.points for line in body.lines] == [0, 0]


def test_nothing_is_left_for_a_receipt_of_a_member(shop: Till) -> None:
    shop.run_campaigns(POINTS)
    current = shop.basket()
    current.add_product(shop.product("cake"))
    current.attach_member(AttachedMember("m1", ALIAS, "张**", "8888", "basic", 0, 0, "phone", present=False))
    paid = shop.pay(current.basket, TenderInput("external", 1_995))
    body = ReturnsCounter(shop).body(paid.receipt_number)
    assert (body.points_earned, [line.joining_points for line in body.lines]) == (19, [0])


def test_where_nobody_earns_points_nobody_is_promised_any(shop: Till) -> None:
    paid = shop.sell(["latte"], TenderInput("external", 2_800))
    body = ReturnsCounter(shop).body(paid.receipt_number)
    assert [line.joining_points for line in body.lines] == [0]
