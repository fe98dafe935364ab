"""What a manager does with the work list: look, open the receipts, say what was done."""

import pytest

from pos_app.services.errors import Rejected, RuleError, Unreachable
from pos_app.services.records import Shift
from pos_app.services.return_model import FoundReceipt
from pos_app.services.session import Session
from pos_app.ui.said import Said
from pos_app.ui.screens.exceptions.presenter import ExceptionsPresenter, ExceptionsTools
from pos_app.ui.screens.exceptions.state import Evidence, ExceptionsState
from tests.ui.screens.returned import RECEIPT
from tests.unit.pos_app.ui.screens.close_shift.fakes import OPEN
from tests.unit.pos_app.ui.screens.sell_world import CASHIER, HeldLane
from tests.unit.pos_app.ui.screens.work_list_fakes import COUPON, DONE, NAMES, OVERRUN, PRICE, FakeWorkList


class Desk:
    """The screen over a list that the test can change."""

    def __init__(self, shift: Shift | None = OPEN) -> None:
        self.list = FakeWorkList()
        self.lane = HeldLane()
        self.went: list[str] = []
        self.wanted: list[str] = []
        self.receipt_fault: RuleError | None = None
        self.presenter = ExceptionsPresenter(
            ExceptionsTools(self.list, self._find, "CNY"),
            session=Session(CASHIER, shift),
            network=self.lane,
            navigate=self.went.append,
        )
        self.presenter.bind(self)

    def show_state(self, state: ExceptionsState) -> None:
        self.now = state

    def _find(self, number: str) -> FoundReceipt:
        self.wanted.append(number)
        if self.receipt_fault is not None:
            raise self.receipt_fault
        return RECEIPT


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.presenter.enter()
    return made


def test_what_is_open_is_listed_with_names_and_the_oldest_is_shown(desk: Desk) -> None:
    assert desk.now.items == (OVERRUN, COUPON, PRICE)
    assert (desk.now.open_count, desk.now.chosen, desk.now.names) == (3, OVERRUN, NAMES)
    assert not desk.now.loading


def test_both_receipts_of_a_coupon_that_was_used_twice_can_be_opened(desk: Desk) -> None:
    desk.presenter.choose(12)
    for number in COUPON.receipts:
        desk.presenter.open_receipt(number)
        assert desk.now.evidence == Evidence(number, RECEIPT)
    assert desk.wanted == ["S01-T03-000021", "S01-T02-000116"]


def test_a_receipt_that_cannot_be_had_says_why_and_the_rest_stays(desk: Desk) -> None:
    desk.receipt_fault = RuleError("return.other_till_offline", "S01-T03-000021")
    desk.presenter.open_receipt("S01-T03-000021")
    assert desk.now.evidence is not None
    assert desk.now.evidence.error == Said("return.other_till_offline", ("S01-T03-000021",))
    assert desk.now.items == (OVERRUN, COUPON, PRICE)


def test_the_answer_about_another_receipt_comes_too_late(desk: Desk) -> None:
    desk.lane.open = False
    desk.presenter.open_receipt("S01-T03-000021")
    desk.presenter.choose(14)
    desk.lane.let_go()
    assert desk.now.evidence is None


def test_what_is_settled_leaves_the_list_and_the_next_one_is_shown(desk: Desk) -> None:
    desk.presenter.choose(12)
    desk.presenter.settle("claimed", "签字")
    assert desk.list.settled == [("W1", 12, "claimed", "签字")]
    assert (desk.now.items, desk.now.chosen, desk.now.open_count) == ((OVERRUN, PRICE), PRICE, 2)
    assert desk.now.news == Said("exception.settled")


def test_a_second_tap_settles_nothing_while_head_office_is_asked(desk: Desk) -> None:
    desk.lane.open = False
    desk.presenter.settle("accept", "")
    desk.presenter.settle("end_campaign", "")
    desk.lane.let_go()
    assert desk.list.settled == [("W1", 11, "accept", "")]


@pytest.mark.parametrize(
    "fault", [Unreachable(), Rejected("exception.already_settled", ""), RuleError("right.missing", "x")]
)
def test_what_could_not_be_settled_stays_and_says_why(
    desk: Desk, fault: Unreachable | Rejected | RuleError
) -> None:
    desk.list.fault = fault
    desk.presenter.settle("accept", "")
    assert desk.now.items == (OVERRUN, COUPON, PRICE)
    assert (desk.now.error.code, desk.now.settling) == (fault.code, False)
    desk.list.fault = None
    desk.presenter.settle("accept", "")
    assert [each.exception_id for each in desk.now.items] == [12, 14]


def test_without_the_network_the_list_says_so_and_can_be_asked_again(desk: Desk) -> None:
    desk.list.fault = Unreachable()
    desk.presenter.enter()
    assert (desk.now.items, desk.now.error.code, desk.now.loading) == ((), "sync.unreachable", False)
    assert not desk.now.is_known
    desk.list.fault = None
    desk.presenter.load_more()
    assert (desk.now.items, desk.now.error) == ((OVERRUN, COUPON, PRICE), Said())


def test_a_long_list_comes_page_by_page(desk: Desk) -> None:
    desk.list.page_size = 2
    desk.presenter.reload()
    assert (desk.now.items, desk.now.after) == ((OVERRUN, COUPON), 12)
    desk.presenter.load_more()
    assert (desk.now.items, desk.now.after) == ((OVERRUN, COUPON, PRICE), 0)


def test_the_last_one_of_a_page_brings_the_next_page(desk: Desk) -> None:
    desk.list.page_size = 1
    desk.presenter.reload()
    desk.presenter.settle("accept", "")
    assert desk.now.items == (COUPON,)


def test_what_was_settled_can_be_looked_up_and_not_settled_again(desk: Desk) -> None:
    desk.presenter.switch("done")
    assert (desk.now.items, desk.now.chosen) == ((DONE,), DONE)
    desk.presenter.settle("accept", "")
    assert desk.list.settled == []


def test_an_answer_for_the_other_list_comes_too_late(desk: Desk) -> None:
    desk.lane.open = False
    desk.presenter.switch("done")
    desk.presenter.switch("open")
    desk.lane.let_go()
    assert desk.now.items == (OVERRUN, COUPON, PRICE)


@pytest.mark.parametrize(("shift", "place"), [(OPEN, "sell"), (None, "open_shift")])
def test_back_leads_to_where_one_works(shift: Shift | None, place: str) -> None:
    made = Desk(shift)
    made.presenter.go_back()
    assert made.went == [place]
