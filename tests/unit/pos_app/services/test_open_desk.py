"""Who signs in finds a shift: the shared one, or their own where drawers are personal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.open_desk import OpenDesk
from tests.till_shop import LI, Till, open_shop
from tests.unit.pos_app.services.drawer_desk import CASHIER, Desk

OTHER = replace(CASHIER, staff_id="chen", name="陈思远")


@pytest.fixture
def personal(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path / "personal", drawers="personal") as shop:
        yield shop


def test_with_a_shared_drawer_cashiers_change_without_closing(till: Till) -> None:
    desk = Desk(till)
    shift = desk.open(LI, float_minor=20_000)

    found = OpenDesk(desk.open, desk.suspend).settle(CASHIER)

    assert found is not None
    assert found.shift_id == shift.shift_id


def test_with_personal_drawers_each_goes_on_with_their_own(personal: Till) -> None:
    desk = Desk(personal)
    at_the_door = OpenDesk(desk.open, desk.suspend)
    assert at_the_door.settle(CASHIER) is None
    own = desk.open(CASHIER, float_minor=20_000)

    assert at_the_door.settle(OTHER) is None
    theirs = desk.open(OTHER, float_minor=30_000)
    back = at_the_door.settle(CASHIER)

    assert back is not None
    assert back.shift_id == own.shift_id
    assert [each.shift_id for each in desk.suspend.state(CASHIER).suspended] == [theirs.shift_id]


def test_who_opens_a_shift_sees_which_ones_wait_and_why_each_was_put_aside(personal: Till) -> None:
    desk = Desk(personal)
    at_the_door = OpenDesk(desk.open, desk.suspend)
    own = desk.open(CASHIER, float_minor=20_000)
    desk.suspend(CASHIER, reason="break")
    desk.suspend.resume(CASHIER, own.shift_id)
    assert at_the_door.settle(OTHER) is None  # puts it aside once more
    desk.open(OTHER, float_minor=30_000)
    desk.suspend(OTHER, reason="other_till")

    waiting = at_the_door.start(CASHIER).suspended

    assert [(each.number, each.reason) for each in waiting] == [(own.number, "cashier_change")]
    assert [each.reason for each in at_the_door.start(OTHER).suspended] == ["other_till"]


def test_a_manager_sells_in_the_drawer_that_is_open(personal: Till) -> None:
    desk = Desk(personal)
    own = desk.open(CASHIER, float_minor=20_000)

    found = OpenDesk(desk.open, desk.suspend).settle(LI)

    assert found is not None
    assert found.shift_id == own.shift_id


def test_who_may_not_open_shifts_works_beside_somebodys_drawer_and_takes_no_money(personal: Till) -> None:
    desk = Desk(personal)
    own = desk.open(CASHIER, float_minor=20_000)
    picker = replace(
        CASHIER, staff_id="wu", rights={"sell": None, "order.pick": None, "cash.safe_drop": None}
    )

    found = OpenDesk(desk.open, desk.suspend).settle(picker)

    assert found is not None
    assert found.shift_id == own.shift_id
    assert desk.suspend.state(CASHIER).suspended == ()
    with pytest.raises(RuleError, match=r"shift.needs_own"):
        desk.move(picker, "safe_drop", 500)
    with pytest.raises(RuleError, match=r"shift.other_drawer"):
        desk.move(OTHER, "safe_drop", 500)
    assert "cash.moved" not in desk.types()


def test_goods_on_the_counter_are_finished_before_the_next_drawer(personal: Till) -> None:
    desk = Desk(personal)
    desk.open(CASHIER, float_minor=20_000)
    personal.basket().add_product(personal.product("latte"))

    with pytest.raises(RuleError, match=r"shift\.basket_open"):
        OpenDesk(desk.open, desk.suspend).settle(OTHER)
