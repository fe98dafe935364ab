import pytest

from pos_app.services.documents import Document, DocumentKind
from pos_app.services.errors import DeviceError, RuleError
from pos_app.services.list_orders import OrderBoard
from pos_app.services.session import Session
from pos_app.services.store_status import StatusReport
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter, CloseShiftTools
from pos_app.ui.screens.close_shift.state import CloseShiftState
from tests.fakes import InlineLane
from tests.unit.pos_app.services.paper_examples import ORDER, Z
from tests.unit.pos_app.ui.screens.close_shift.fakes import ACTOR, OPEN, PAPER, FakeCloseShift


class Stage:
    """The presenter with everything that it touches."""

    def __init__(self, *, basket_open: bool = False) -> None:
        self.close_shift = FakeCloseShift(basket_open=basket_open)
        self.session = Session(ACTOR, OPEN)
        self.went: list[str] = []
        self.states: list[CloseShiftState] = []
        self.drawing_fault: DeviceError | None = None
        self.presenter = CloseShiftPresenter(
            CloseShiftTools(
                self.close_shift,
                status=lambda: StatusReport("offline", (), (), 3, 1, 0, ""),
                board=lambda: OrderBoard((), (), (ORDER,), ()),
                paper=lambda closed: PAPER if closed.job_id == 7 else Document(DocumentKind.RECEIPT, ()),
                preview=self._draw,
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

    def key(self, digits: str) -> None:
        for digit in digits:
            self.presenter.press(digit)

    def count_all(self) -> None:
        self.key("1500")
        self.presenter.confirm()
        self.key("3908.38")

    def _draw(self, document: Document) -> bytes:
        if self.drawing_fault is not None:
            raise self.drawing_fault
        return b"PNG" if document is PAPER else b"something else"


def test_the_count_starts_with_nothing_keyed_in_and_tells_what_is_unfinished() -> None:
    state = Stage().state
    assert [(count.kind, count.entry.text) for count in state.counts] == [("cash", ""), ("external", "")]
    assert (state.chosen, state.unsent, state.ready_orders) == ("cash", 3, 1)
    assert state.z is None


def test_digits_go_to_the_tender_that_is_chosen() -> None:
    stage = Stage()
    stage.key("12.5")
    stage.presenter.choose("external")
    stage.key("30")
    assert [count.entry.money.minor for count in stage.state.counts] == [1_250, 3_000]


def test_confirming_goes_on_to_the_tender_that_is_not_counted_yet() -> None:
    stage = Stage()
    stage.key("5")
    stage.presenter.confirm()
    assert stage.state.chosen == "external"
    assert stage.close_shift.counted == []


def test_confirming_a_full_count_closes_the_shift_with_it() -> None:
    stage = Stage()
    stage.count_all()
    stage.presenter.confirm()
    assert stage.close_shift.counted == [{"cash": 150_000, "external": 390_838}]
    assert stage.state.z is Z
    assert stage.session.shift is None


def test_the_z_is_shown_as_it_will_print() -> None:
    stage = Stage()
    stage.count_all()
    stage.presenter.submit()
    assert stage.state.preview == b"PNG"


def test_a_z_that_cannot_be_drawn_is_closed_all_the_same() -> None:
    stage = Stage()
    stage.drawing_fault = DeviceError("fonts.missing")
    stage.count_all()
    stage.presenter.submit()
    assert stage.state.z is Z
    assert stage.state.preview == b""
    assert stage.state.message is not None
    assert stage.state.message.code == "fonts.missing"


def test_a_count_of_nothing_is_a_count() -> None:
    stage = Stage()
    stage.key("0")
    stage.presenter.choose("external")
    stage.key("0")
    stage.presenter.submit()
    assert stage.close_shift.counted == [{"cash": 0, "external": 0}]


def test_a_missing_count_is_told_and_chosen() -> None:
    stage = Stage()
    stage.key("5")
    stage.presenter.submit()
    assert stage.state.message is not None
    assert stage.state.message.code == "shift.count_missing"
    assert stage.state.chosen == "external"
    assert not stage.state.busy


def test_choosing_the_chosen_tender_keeps_the_message() -> None:
    stage = Stage()
    stage.presenter.submit()
    stage.presenter.choose("cash")
    assert stage.state.message is not None


def test_without_the_right_nothing_is_closed_and_the_count_stays() -> None:
    stage = Stage()
    stage.count_all()
    stage.close_shift.fault = RuleError("right.missing", "shift.close")
    stage.presenter.submit()
    assert stage.state.message is not None
    assert stage.state.message.code == "right.missing"
    assert stage.state.counts[0].entry.money.minor == 150_000
    assert stage.session.shift is OPEN


def test_without_an_open_shift_the_reason_is_told() -> None:
    stage = Stage()
    stage.close_shift.fault = RuleError("shift.none_open")
    stage.presenter.enter()
    assert stage.state.shift is None
    assert stage.state.message is not None
    assert stage.state.message.code == "shift.none_open"


def test_an_open_basket_is_told_before_the_count() -> None:
    stage = Stage(basket_open=True)
    assert stage.state.shift is not None
    assert stage.state.shift.basket_open


def test_printing_again_names_the_shift_and_says_so() -> None:
    stage = Stage()
    stage.count_all()
    stage.presenter.submit()
    stage.presenter.print_again()
    assert stage.close_shift.copies == ["h1"]
    assert stage.state.message is not None
    assert (stage.state.message.code, stage.state.message.good) == ("z.copy_written", True)


def test_the_closed_shift_stays_when_one_comes_back_from_the_report() -> None:
    stage = Stage()
    stage.count_all()
    stage.presenter.submit()
    stage.presenter.open_report()
    stage.presenter.enter()
    assert stage.went == ["report"]
    assert stage.state.z is Z


def test_the_next_open_shift_starts_a_new_count() -> None:
    stage = Stage()
    stage.count_all()
    stage.presenter.submit()
    stage.session.shift = OPEN
    stage.presenter.enter()
    assert stage.state.z is None
    assert stage.state.counts[0].entry.is_empty


def test_being_done_forgets_the_z_and_lets_the_next_person_sign_in() -> None:
    stage = Stage()
    stage.count_all()
    stage.presenter.confirm()
    stage.presenter.confirm()
    assert stage.went == ["sign_in"]
    assert stage.state.z is None


def test_going_back_closes_nothing() -> None:
    stage = Stage()
    stage.count_all()
    stage.presenter.go_back()
    assert stage.went == ["sell"]
    assert stage.close_shift.counted == []


def test_a_mistake_in_the_program_is_not_told_as_a_rule() -> None:
    stage = Stage()
    stage.count_all()
    stage.close_shift.fault = ValueError("bug")  # type: ignore[assignment]  # a bug is no RuleError
    with pytest.raises(ValueError, match="bug"):
        stage.presenter.submit()
