"""From what is unfinished over the blind count to the closed shift."""

import pytest

from pos_app.services.card_comparison import Comparison
from pos_app.services.documents import Document, DocumentKind
from pos_app.services.errors import DeviceError, RuleError
from pos_app.services.session import Session
from pos_app.services.shift_desk import Unfinished
from pos_app.ui.approval.presenter import ApprovalPresenter
from pos_app.ui.said import Said
from pos_app.ui.screens.close_shift.presenter import PLACES, CloseShiftPresenter, CloseShiftTools
from pos_app.ui.screens.close_shift.state import CloseShiftState
from retail_core.money import Money
from tests.fakes import InlineLane
from tests.unit.pos_app.services.paper_examples import Z
from tests.unit.pos_app.ui.approval_fakes import FakeApprover
from tests.unit.pos_app.ui.screens.close_shift.fakes import (
    ACTOR,
    OPEN,
    PAPER,
    FakeCloseShift,
    FakeComparison,
)


class Stage:
    """The presenter with everything that it touches."""

    def __init__(self, *, basket_open: bool = False) -> None:
        self.close_shift = FakeCloseShift(basket_open=basket_open)
        self.cards = FakeComparison()
        self.session = Session(ACTOR, OPEN)
        self.went: list[str] = []
        self.states: list[CloseShiftState] = []
        self.drawing_fault: DeviceError | None = None
        self.approval = ApprovalPresenter(FakeApprover(), session=self.session, storage=InlineLane())
        self.presenter = CloseShiftPresenter(
            CloseShiftTools(
                self.close_shift,
                paper=lambda closed: PAPER if closed.job_id == 7 else Document(DocumentKind.RECEIPT, ()),
                preview=self._draw,
                approval=self.approval,
                compare_cards=self.cards,
                words=lambda code: f"<{code}>",
            ),
            session=self.session,
            storage=InlineLane(),
            navigate=self.went.append,
        )
        self.presenter.bind(self)
        self.presenter.enter()

    def show_state(self, state: CloseShiftState) -> None:
        self.states.append(state)

    @property
    def state(self) -> CloseShiftState:
        return self.states[-1]

    def has_cards(self) -> bool:
        return self.state.cards is not None

    def key(self, digits: str) -> None:
        for digit in digits:
            self.presenter.press(digit)

    def count(self, cash: str = "1500", external: str = "3908.38") -> None:
        if self.state.step == "unfinished":
            self.presenter.confirm()
        self.key(cash)
        self.presenter.confirm()
        self.key(external)
        self.presenter.confirm()

    def allow(self) -> None:
        self.approval.choose("M1")
        self.approval.submit_pin("1234")

    def _draw(self, document: Document) -> bytes:
        if self.drawing_fault is not None:
            raise self.drawing_fault
        return b"PNG" if document is PAPER else b"something else"


def test_closing_begins_with_what_is_unfinished_and_each_has_a_way_to_it() -> None:
    stage = Stage()
    stage.close_shift.unfinished = (Unfinished("ready", 2), Unfinished("unsent", 3))
    stage.presenter.enter()
    assert stage.state.step == "unfinished"
    assert [thing.kind for thing in stage.state.unfinished] == ["ready", "unsent"]
    for thing in stage.state.unfinished:
        stage.presenter.open_place(thing.kind)
    assert stage.went == [PLACES["ready"], PLACES["unsent"]] == ["pickup", "health"]


def test_what_stops_the_close_stops_it_before_the_count() -> None:
    stage = Stage(basket_open=True)
    stage.presenter.confirm()
    assert stage.state.step == "unfinished"


def test_the_count_starts_with_nothing_counted() -> None:
    stage = Stage()
    stage.presenter.confirm()
    assert stage.state.step == "count"
    assert [(count.kind, count.cash.is_empty) for count in stage.state.counts] == [
        ("cash", True),
        ("external", True),
    ]


def test_digits_go_to_the_tender_that_is_chosen() -> None:
    stage = Stage()
    stage.presenter.confirm()
    stage.key("12.5")
    stage.presenter.choose("external")
    stage.key("30")
    assert [count.cash.money.minor for count in stage.state.counts] == [1_250, 3_000]


def test_pieces_are_counted_denomination_by_denomination() -> None:
    stage = Stage()
    stage.presenter.confirm()
    stage.presenter.choose_value(10_000)
    stage.key("14")
    for _ in range(5):
        stage.presenter.confirm()
    stage.key("99")
    stage.presenter.step(100, 1)
    stage.presenter.choose("external")
    stage.key("3908.38")
    stage.presenter.confirm()
    assert stage.close_shift.pieces == [{10_000: 14, 100: 100}]
    assert stage.close_shift.counted == [{"cash": 150_000, "external": 390_838}]


def test_confirming_goes_on_to_the_tender_that_is_not_counted_yet() -> None:
    stage = Stage()
    stage.presenter.confirm()
    stage.key("5")
    stage.presenter.confirm()
    assert stage.state.chosen == "external"


def test_a_tender_that_is_not_counted_is_named() -> None:
    stage = Stage()
    stage.presenter.confirm()
    stage.key("5")
    stage.presenter.submit()
    assert stage.state.chosen == "external"
    assert stage.state.message is not None
    assert stage.state.message.code == "shift.count_missing"


def test_a_right_count_shows_what_usually_stays_and_what_goes_to_the_safe() -> None:
    stage = Stage()
    stage.count()
    state = stage.state
    assert state.step == "result"
    assert state.leaving.left.money == Money(50_000, "CNY")
    assert state.taken == Money(100_000, "CNY")


def test_less_than_what_usually_stays_stays_altogether() -> None:
    stage = Stage()
    stage.count(cash="300")
    assert stage.state.leaving.left.money == Money(30_000, "CNY")
    assert stage.state.taken == Money(0, "CNY")


def test_the_first_digit_takes_the_place_of_what_usually_stays() -> None:
    stage = Stage()
    stage.count()
    stage.key("200")
    assert stage.state.leaving.left.money == Money(20_000, "CNY")
    assert stage.state.taken == Money(130_000, "CNY")


def test_a_small_difference_closes_without_anybody_else() -> None:
    stage = Stage()
    stage.count(cash="1499.50")
    stage.presenter.confirm()
    assert stage.close_shift.closed == [(50_000, "", "陈伟")]
    assert stage.state.step == "closed"
    assert stage.session.shift is None


def test_a_large_difference_is_counted_once_more_and_both_counts_are_kept() -> None:
    stage = Stage()
    stage.count(cash="1400")
    outcome = stage.state.outcome
    assert outcome is not None
    assert (outcome.needs_approval, outcome.attempts_left) == (True, 1)
    stage.presenter.recount()
    assert all(count.cash.is_empty for count in stage.state.counts)
    stage.count(cash="1450")
    assert [outcome.cash_minor for outcome in stage.state.outcomes] == [140_000, 145_000]
    assert stage.close_shift.counted == [
        {"cash": 140_000, "external": 390_838},
        {"cash": 145_000, "external": 390_838},
    ]


def test_nobody_counts_more_often_than_the_store_lets() -> None:
    stage = Stage()
    stage.count(cash="1400")
    stage.presenter.recount()
    stage.count(cash="1450")
    stage.presenter.recount()
    assert stage.state.step == "result"


def test_counts_that_are_used_up_lead_to_their_difference_when_somebody_comes_back() -> None:
    stage = Stage()
    stage.count(cash="1400")
    stage.presenter.recount()
    stage.count(cash="1450")
    stage.presenter.go_back()
    stage.presenter.enter()
    stage.presenter.confirm()
    assert stage.state.step == "result"
    assert [outcome.cash_minor for outcome in stage.state.outcomes] == [140_000, 145_000]


def test_another_person_allows_a_large_difference_with_its_explanation() -> None:
    stage = Stage()
    stage.count(cash="1400")
    stage.presenter.explain("wrong_change", " 100 yuan too much ")
    stage.presenter.confirm()
    assert stage.approval.state.about == Said("ask.shift_difference", (Money(10_000, "CNY"),))
    assert stage.close_shift.closed == []
    stage.allow()
    assert stage.close_shift.closed == [(50_000, "<difference.wrong_change> · 100 yuan too much", "陈思远")]
    assert stage.state.z == Z


def test_a_refusal_is_told_in_place() -> None:
    stage = Stage()
    stage.count()
    stage.close_shift.fault = RuleError("shift.count_stale")
    stage.presenter.confirm()
    assert stage.state.message is not None
    assert stage.state.message.code == "shift.count_stale"
    assert stage.state.z is None


def test_the_z_is_drawn_once_it_is_written() -> None:
    stage = Stage()
    stage.count()
    stage.presenter.confirm()
    assert (stage.state.z, stage.state.preview) == (Z, b"PNG")


def test_a_z_that_cannot_be_drawn_is_closed_all_the_same() -> None:
    stage = Stage()
    stage.drawing_fault = DeviceError("fonts.missing")
    stage.count()
    stage.presenter.confirm()
    assert stage.state.z == Z
    assert stage.state.message is not None
    assert stage.state.message.code == "fonts.missing"


def test_a_copy_is_printed_only_of_a_closed_shift() -> None:
    stage = Stage()
    stage.presenter.print_again()
    assert stage.close_shift.copies == []
    stage.count()
    stage.presenter.confirm()
    stage.presenter.print_again()
    assert stage.close_shift.copies == ["h1"]
    assert stage.state.message is not None
    assert stage.state.message.good


@pytest.mark.parametrize(("shift", "place"), [(OPEN, "sell"), (None, "sign_in")])
def test_leaving_without_closing_goes_back_to_work(shift: object, place: str) -> None:
    stage = Stage()
    stage.session.shift = OPEN if shift is OPEN else None
    stage.presenter.go_back()
    assert stage.went == [place]


def test_a_closed_shift_stays_to_be_looked_at_until_somebody_says_done() -> None:
    stage = Stage()
    stage.count()
    stage.presenter.confirm()
    stage.presenter.open_report()
    stage.presenter.enter()
    assert stage.state.z == Z
    stage.presenter.confirm()
    assert stage.went == ["report", "sign_in"]
    assert stage.state.z is None


def test_the_first_character_of_a_scan_is_taken_back() -> None:
    stage = Stage()
    stage.presenter.confirm()
    stage.key("12")
    before = stage.state
    stage.key("6")
    stage.presenter.take_back(before)
    assert stage.state.counts[0].cash.money.minor == 1_200


def test_nothing_is_taken_while_the_till_is_busy_and_an_approval_counts_once() -> None:
    stage = Stage()
    stage.count(cash="1400")
    stage.presenter.confirm()
    stage.allow()
    stage.presenter.close()
    assert len(stage.close_shift.closed) == 1
    assert not stage.approval.state.open


def test_nobody_who_allows_it_leaves_the_shift_open() -> None:
    stage = Stage()
    stage.count(cash="1400")
    stage.presenter.confirm()
    stage.approval.on_closed()
    assert stage.close_shift.closed == []
    assert stage.state.step == "result"


def test_what_the_providers_list_says_is_shown_beside_the_count() -> None:
    stage = Stage()
    assert not stage.has_cards()
    found = Comparison("equal", "CNY", 2, 5_600, 5_600)
    stage.presenter.confirm()
    stage.key("15")
    stage.cards.say(found)
    assert stage.state.cards == found
    assert (stage.state.step, stage.state.count and stage.state.count.money) == ("count", Money(1_500, "CNY"))
    stage.presenter.compare_cards()
    assert stage.cards.asked == len(("at once", "again"))
    assert not stage.has_cards()


def test_a_comparison_that_was_refused_was_not_heard_and_stops_nothing() -> None:
    stage = Stage()
    assert stage.cards.refuse is not None
    stage.cards.refuse(RuleError("shift.other_drawer", "王芳"))
    assert stage.state.cards == Comparison("not_heard")
    stage.count()
    assert stage.state.step == "result"


def test_a_list_that_is_heard_after_the_close_changes_nothing() -> None:
    stage = Stage()
    stage.count()
    stage.presenter.confirm()
    assert stage.state.step == "closed"
    stage.presenter.finish()
    stage.cards.say(Comparison("equal", "CNY", 2, 5_600, 5_600))
    assert stage.state == CloseShiftState()
