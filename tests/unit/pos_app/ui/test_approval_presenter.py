"""Asking another person: one at a time, answered once, and left without having allowed anything."""

import pytest

from pos_app.services.act_model import Act, Approval
from pos_app.services.errors import RuleError
from pos_app.services.session import Session
from pos_app.ui.approval.presenter import ApprovalPresenter, Request
from pos_app.ui.approval.state import ApprovalState
from pos_app.ui.said import Said
from tests.unit.pos_app.ui.approval_fakes import MANAGERS, FakeApprover
from tests.unit.pos_app.ui.screens.sell_world import CASHIER, HeldLane

ACT = Act("discount.line", "L1", value=2_000, amount=2_000, given_minor=560)
REQUEST = Request(ACT, Said("about.it"), Said("right.missing"))


class _Asking:
    """A presenter that is asked, and what came of it."""

    def __init__(self) -> None:
        self.approver = FakeApprover()
        self.lane = HeldLane()
        self.session = Session(CASHIER)
        self.presenter = ApprovalPresenter(self.approver, session=self.session, storage=self.lane)
        self.approved: list[Approval] = []
        self.dropped = 0

    def ask(self) -> "_Asking":
        self.presenter.ask(REQUEST, self.approved.append, on_dropped=self._on_dropped)
        return self

    @property
    def now(self) -> ApprovalState:
        return self.presenter.state

    def _on_dropped(self) -> None:
        self.dropped += 1


@pytest.fixture
def asking() -> _Asking:
    return _Asking()


def test_the_people_who_may_allow_it_are_shown_with_what_is_asked(asking: _Asking) -> None:
    asking.ask()
    assert (asking.now.open, asking.now.about, asking.now.people) == (True, Said("about.it"), MANAGERS)
    assert asking.approver.asked == [ACT]


def test_the_only_one_who_may_is_chosen_at_once(asking: _Asking) -> None:
    asking.approver.people = MANAGERS[:1]
    assert asking.ask().now.chosen == MANAGERS[0]


def test_a_right_pin_gives_the_approval_to_who_asked_and_closes(asking: _Asking) -> None:
    asking.ask().presenter.choose("M2")
    asking.presenter.submit_pin("1234")
    assert [(each.staff_id, each.act) for each in asking.approved] == [("M2", ACT)]
    assert (asking.now.open, asking.dropped) == (False, 0)


def test_a_badge_needs_nobody_to_be_chosen(asking: _Asking) -> None:
    asking.ask().presenter.submit_badge("BADGE")
    assert [each.staff_id for each in asking.approved] == ["M1"]


def test_a_wrong_pin_is_said_in_place_and_can_be_tried_again(asking: _Asking) -> None:
    asking.ask().presenter.choose("M1")
    asking.presenter.submit_pin("9999")
    assert (asking.now.message, asking.now.busy) == (Said("pin.wrong", (4,)), False)
    asking.presenter.submit_pin("1234")
    assert len(asking.approved) == 1


def test_leaving_the_sheet_allows_nothing_and_says_so_once(asking: _Asking) -> None:
    asking.ask().presenter.on_closed()
    asking.presenter.on_closed()
    assert (asking.approved, asking.dropped, asking.now.open) == ([], 1, False)


def test_an_answer_that_comes_after_the_sheet_was_left_allows_nothing(asking: _Asking) -> None:
    asking.ask().presenter.choose("M1")
    asking.lane.open = False
    asking.presenter.submit_pin("1234")
    asking.presenter.on_closed()
    asking.lane.let_go()
    assert (asking.approved, asking.dropped) == ([], 1)


def test_while_a_pin_is_checked_a_second_one_is_not(asking: _Asking) -> None:
    asking.ask().presenter.choose("M1")
    asking.lane.open = False
    asking.presenter.submit_pin("1234")
    asking.presenter.submit_pin("1234")
    asking.presenter.go_back()
    assert asking.now.chosen == MANAGERS[0]
    asking.lane.let_go()
    assert len(asking.approved) == 1


def test_a_second_question_drops_the_first(asking: _Asking) -> None:
    asking.ask().ask().presenter.submit_badge("BADGE")
    assert (asking.dropped, len(asking.approved)) == (1, 1)


def test_nobody_is_asked_before_somebody_is_signed_in(asking: _Asking) -> None:
    asking.session.actor = None
    with pytest.raises(RuleError, match=r"staff.not_signed_in"):
        asking.ask()
