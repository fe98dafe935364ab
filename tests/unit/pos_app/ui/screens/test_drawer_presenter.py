"""Cash that moves without a sale: why, how much, and who allowed it."""

from pos_app.services.act_model import Act, NeedsApproval
from pos_app.services.errors import RuleError
from pos_app.services.session import Session
from pos_app.services.shift_desk import NewMove
from pos_app.ui.approval.presenter import ApprovalPresenter
from pos_app.ui.said import Said
from pos_app.ui.screens.drawer.presenter import DrawerPresenter, DrawerTools
from pos_app.ui.screens.drawer.state import DrawerState
from retail_core.money import Money
from tests.fakes import InlineLane
from tests.ui.screens.shift_floor import FakeDrawer
from tests.unit.pos_app.ui.approval_fakes import FakeApprover
from tests.unit.pos_app.ui.screens.close_shift.fakes import ACTOR, OPEN


class Counter:
    """The presenter with everything that it touches."""

    def __init__(self) -> None:
        self.drawer = FakeDrawer()
        self.session = Session(ACTOR, OPEN)
        self.went: list[str] = []
        self.state = DrawerState()
        self.approval = ApprovalPresenter(FakeApprover(), session=self.session, storage=InlineLane())
        self.presenter = DrawerPresenter(
            DrawerTools(self.drawer, lambda _paper: b"PNG", self.approval),
            session=self.session,
            storage=InlineLane(),
            navigate=self.went.append,
        )
        self.presenter.bind(self)
        self.presenter.enter()

    def show_state(self, state: DrawerState) -> None:
        self.state = state

    def key(self, digits: str) -> None:
        for digit in digits:
            self.presenter.press(digit)

    def pay_out(self) -> None:
        self.presenter.begin("paid_out")
        self.presenter.choose_reason("purchase")
        self.presenter.write_note(" two bulbs ")
        self.key("258")
        self.presenter.confirm()


def test_cash_is_paid_out_with_its_reason_and_note() -> None:
    counter = Counter()
    counter.pay_out()
    assert counter.drawer.moved == [NewMove("paid_out", 25_800, "purchase", "two bulbs", (), "m1")]
    assert counter.state.said == Said("drawer.paid_out", (Money(25_800, "CNY"),))
    assert counter.state.form is None


def test_a_safe_drop_is_counted_by_pieces() -> None:
    counter = Counter()
    counter.presenter.begin("safe_drop")
    counter.presenter.choose_reason("too_much_cash")
    counter.presenter.step(10_000, 1)
    counter.presenter.choose(5_000)
    counter.key("4")
    counter.presenter.submit()
    assert counter.drawer.moved == [
        NewMove("safe_drop", 30_000, "too_much_cash", "", ((10_000, 1), (5_000, 4)), "m1")
    ]


def test_nothing_moves_without_a_reason() -> None:
    counter = Counter()
    counter.presenter.begin("paid_in")
    counter.key("5")
    counter.presenter.submit()
    assert (counter.drawer.moved, counter.state.said) == ([], Said("cash.bad_reason"))


def test_another_reason_needs_a_note() -> None:
    counter = Counter()
    counter.presenter.begin("paid_in")
    counter.presenter.choose_reason("other")
    counter.key("5")
    counter.presenter.submit()
    assert (counter.drawer.moved, counter.state.said) == ([], Said("cash.note_missing"))


def test_nothing_moves_without_an_amount() -> None:
    counter = Counter()
    counter.presenter.begin("paid_in")
    counter.presenter.choose_reason("found")
    counter.presenter.submit()
    assert (counter.drawer.moved, counter.state.said) == ([], Said("cash.bad_amount"))


def test_where_the_right_ends_another_person_allows_it_on_the_same_screen() -> None:
    counter = Counter()
    act = Act("cash.paid_out", "h1", value=25_800, amount=25_800)
    counter.drawer.fault = NeedsApproval("right.over_limit", act.verb, 10_000, act=act)
    counter.pay_out()
    assert counter.drawer.moved == []
    assert counter.approval.state.about == Said("ask.paid_out", (Money(25_800, "CNY"),))
    assert counter.approval.state.why == Said("right.over_limit", (act.verb, Money(10_000, "CNY")))
    counter.approval.choose("M1")
    counter.approval.submit_pin("1234")
    assert [move.amount_minor for move in counter.drawer.moved] == [25_800]


def test_nobody_who_allows_it_leaves_the_form_as_it_was() -> None:
    counter = Counter()
    act = Act("cash.paid_out", "h1", value=25_800, amount=25_800)
    counter.drawer.fault = NeedsApproval("right.missing", act.verb, act=act)
    counter.pay_out()
    counter.approval.on_closed()
    assert counter.drawer.moved == []
    form = counter.state.form
    assert form is not None
    assert (form.reason, form.count.money.minor) == ("purchase", 25_800)


def test_the_drawer_opens_without_a_sale_for_a_reason() -> None:
    counter = Counter()
    counter.presenter.begin("no_sale")
    counter.presenter.choose_reason("check")
    counter.presenter.confirm()
    assert counter.drawer.opened == [("check", "")]
    assert counter.state.said == Said("drawer.no_sale")


def test_an_x_is_shown_and_one_of_its_own_is_printed_when_it_is_wanted() -> None:
    counter = Counter()
    counter.presenter.read_x()
    assert (counter.state.x_number, counter.state.preview, counter.drawer.printed) == (3, b"PNG", [])
    counter.presenter.confirm()
    assert counter.drawer.printed == [4]
    assert counter.state.said == Said("drawer.x_printing", (4,))
    counter.presenter.go_back()
    assert counter.state.x_number == 0
    assert counter.went == []


def test_who_may_not_see_an_x_is_told() -> None:
    counter = Counter()
    counter.drawer.fault = RuleError("right.missing", "shift.x")
    counter.presenter.read_x()
    assert counter.state.x_number == 0
    assert counter.state.said == Said("right.missing", ("shift.x",))


def test_an_x_is_shown_once_another_person_allowed_it() -> None:
    counter = Counter()
    act = Act("shift.x", "h1", value=3)
    counter.drawer.fault = NeedsApproval("right.missing", act.verb, act=act)
    counter.presenter.read_x()
    assert counter.state.x_number == 0
    assert counter.approval.state.about == Said("ask.read_x")
    counter.approval.choose("M1")
    counter.approval.submit_pin("1234")
    assert counter.state.x_number == 3


def test_a_suspended_shift_lets_the_next_person_sign_in() -> None:
    counter = Counter()
    counter.presenter.begin("suspend")
    counter.presenter.choose_reason("break")
    counter.presenter.confirm()
    assert counter.drawer.suspended == ["break"]
    assert counter.session.shift is None
    assert counter.went == ["sign_in"]


def test_what_goes_wrong_is_told_in_the_form() -> None:
    counter = Counter()
    counter.drawer.fault = RuleError("storage.failed")
    counter.pay_out()
    assert counter.state.said == Said("storage.failed")
    assert counter.state.form is not None


def test_leaving_the_form_stays_on_the_screen() -> None:
    counter = Counter()
    counter.presenter.begin("paid_in")
    counter.presenter.go_back()
    assert (counter.state.form, counter.went) == (None, [])
    counter.presenter.go_back()
    assert counter.went == ["sell"]


def test_the_first_character_of_a_scan_is_taken_back() -> None:
    counter = Counter()
    counter.presenter.begin("paid_in")
    counter.key("12")
    before = counter.state
    counter.key("6")
    counter.presenter.take_back(before)
    form = counter.state.form
    assert form is not None
    assert form.count.money.minor == 1_200
