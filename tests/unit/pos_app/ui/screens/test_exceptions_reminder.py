"""A manager who signs in hears that exceptions wait, once for each number that is new."""

from dataclasses import replace

import pytest

from pos_app.services.errors import Unreachable
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.ui.screens.exceptions.reminder import ExceptionsReminder
from tests.unit.pos_app.ui.screens.sell_world import CASHIER, HeldLane
from tests.unit.pos_app.ui.screens.work_list_fakes import PRICE, FakeWorkList

MANAGER = Actor("M1", "陈伟", "manager", {"sell": None, "exception.settle": None})
OTHER = replace(MANAGER, staff_id="M2")


class Door:
    """Where people come in."""

    def __init__(self) -> None:
        self.list = FakeWorkList()
        self.lane = HeldLane()
        self.session = Session()
        self.said: list[int] = []
        self.reminder = ExceptionsReminder(
            self.list, session=self.session, network=self.lane, tell=self._tell
        )

    def _tell(self, text: str, way: str) -> None:
        assert way
        # Whatever language other tests have left: the number is what counts.
        self.said.append(int("".join(letter for letter in text if letter.isdigit())))

    def come_in(self, actor: Actor) -> None:
        self.session.actor = actor
        self.reminder.welcome(actor)


@pytest.fixture
def door() -> Door:
    return Door()


def test_a_manager_hears_how_many_wait(door: Door) -> None:
    door.come_in(MANAGER)
    assert door.said == [3]


def test_who_may_not_settle_them_hears_nothing_and_nobody_is_asked(door: Door) -> None:
    door.list.fault = Unreachable("sync.unreachable")
    door.lane.open = False
    door.come_in(CASHIER)
    door.lane.let_go()
    assert door.said == []


def test_the_same_number_is_told_once_to_each(door: Door) -> None:
    for actor in (MANAGER, MANAGER, OTHER):
        door.come_in(actor)
    assert len(door.said) == 2


def test_more_of_them_are_told_again_and_fewer_are_not(door: Door) -> None:
    door.list.open = (PRICE,)
    door.come_in(MANAGER)
    door.list.open = ()
    door.come_in(MANAGER)
    door.list.open = (PRICE,)
    door.come_in(MANAGER)
    assert door.said == [1, 1]


def test_an_answer_that_comes_when_somebody_else_is_there_is_not_shown(door: Door) -> None:
    door.lane.open = False
    door.come_in(MANAGER)
    door.session.actor = CASHIER
    door.lane.let_go()
    assert door.said == []
    door.lane.open = True
    door.come_in(MANAGER)
    assert len(door.said) == 1


def test_without_the_network_nothing_is_said(door: Door) -> None:
    door.list.fault = Unreachable("sync.unreachable")
    door.come_in(MANAGER)
    assert door.said == []
