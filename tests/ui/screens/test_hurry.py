"""A hurried person: keys typed while the till is busy, taps that come twice, a change of mind."""

from collections.abc import Callable, Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.services.basket_steps import told
from pos_app.services.events import EventBus
from pos_app.services.price_basket import PriceBasket
from pos_app.services.read_scan import UnknownCode
from pos_app.services.records import Actor, Shift, StaffTile
from pos_app.services.session import Session
from pos_app.services.shift_desk import ShiftStart
from pos_app.ui.app import Face
from pos_app.ui.approval.presenter import ApprovalPresenter
from pos_app.ui.format import Formats
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter, CloseShiftTools
from pos_app.ui.screens.close_shift.view import CloseShiftScreen
from pos_app.ui.screens.open_shift.presenter import OpenShiftPresenter
from pos_app.ui.screens.pay.look import PayLook
from pos_app.ui.screens.pay.needs import CardTools, PayTools
from pos_app.ui.screens.pay.presenter import PayPresenter
from pos_app.ui.screens.pay.view import PayScreen
from pos_app.ui.screens.sign_in.presenter import SignInPresenter, Ways
from pos_app.ui.screens.sign_in.state import SignInState
from pos_app.ui.screens.sign_in.view import Corner, SignInScreen
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.main_window import MainWindow
from pos_app.ui.shell.screen import Screen
from pos_app.ui.widgets.buttons import PrimaryButton
from tests.fakes import FakeCentralApi
from tests.ui.conftest import FaceFactory
from tests.ui.fakes import FakeTimers
from tests.ui.screens.balances import Purses, prove_of, spend_of
from tests.ui.screens.hall import PAY_STORE, SHANGHAI
from tests.ui.screens.sell_window import SellWindow
from tests.ui.screens.shop_floor import PEOPLE, FakePayments, FakeTill
from tests.unit.pos_app.ui.approval_fakes import FakeApprover
from tests.unit.pos_app.ui.screens.close_shift.fakes import (
    ACTOR,
    OPEN,
    PAPER,
    FakeCloseShift,
    FakeComparison,
)
from tests.unit.pos_app.ui.screens.sell_world import CROISSANT, LI, STORE, HeldLane, SellWorld


class Doors:
    """Lets everybody in and opens every shift."""

    def tiles(self) -> Sequence[StaffTile]:
        return PEOPLE

    def with_pin(self, staff_id: str, pin: str) -> Actor:  # noqa: ARG002 - by its name
        return ACTOR

    def with_badge(self, badge: str) -> Actor:  # noqa: ARG002 - by its name
        return ACTOR

    def start(self, actor: Actor) -> ShiftStart:  # noqa: ARG002 - by its name
        return ShiftStart()

    def open(self, actor: Actor, *, float_minor: int, denominations: Mapping[int, int]) -> Shift:  # noqa: ARG002
        return OPEN

    def resume(self, actor: Actor, shift_id: str) -> Shift:  # noqa: ARG002 - by its name
        return OPEN


class Counter:
    """A window for one screen, and the lane on which its work waits."""

    def __init__(self, qtbot: QtBot, face: Face) -> None:
        self.face = face
        self.lane = HeldLane()
        self.went: list[str] = []
        self.world = SellWorld()
        self.formats = Formats(lambda: face.language.name, SHANGHAI)
        self.window = MainWindow(KeyMap(), FakeTimers())
        qtbot.addWidget(self.window)

    def show(self, screen: Screen) -> None:
        """Enter ``screen``."""
        self.window.add_screen(screen)
        self.window.show()
        self.window.navigate(screen.name)
        QApplication.processEvents()

    def pay(self) -> None:
        """Take money for a croissant of 18.00."""
        self.world.basket.add_product(CROISSANT)
        prices = PriceBasket(catalog=self.world.catalog, clock=self.world.clock, profile=STORE)
        events = EventBus()
        tools = PayTools(
            complete_sale=FakeTill(PAY_STORE),
            basket=lambda: self.world.basket.basket,
            price=prices,
            profile=PAY_STORE,
            read_scan=UnknownCode,
            card=CardTools(FakePayments(events), self.world.approval, FakeTimers(), events),
            spend=spend_of(Purses(), FakeCentralApi(), PAY_STORE),
            prove=prove_of(Purses(), FakeCentralApi()),
            know_member=self.world.basket.know_member,
            want_points=self.world.basket.want_points,
            tell_total=lambda: self.world.basket.amend(told),
            network=self.lane,
            start_new=self.world.basket.start_new,
            sell_scan=lambda _text: None,
        )
        presenter = PayPresenter(
            tools, session=Session(ACTOR, OPEN), storage=self.lane, navigate=self.went.append
        )
        look = PayLook(
            theme=self.face.theme,
            formats=self.formats,
            say=Sayings(self.formats, lambda: self.face.language.name),
            keymap=KeyMap(),
            campaign_name=str,
        )
        self.show(PayScreen(presenter, self.window, look=look))

    def sign_in(self) -> None:
        """Show who may sign in."""
        presenter = SignInPresenter(
            Doors(),
            current_shift=lambda _actor: OPEN,
            session=Session(),
            storage=self.lane,
            ways=Ways(self.went.append, "store", "till"),
            events=EventBus(),
        )
        corner = Corner(lambda _language: None, lambda: None, lambda: self.face.language.name)
        self.show(SignInScreen(presenter, corner))

    def close_shift(self) -> None:
        """Count."""
        tools = CloseShiftTools(
            FakeCloseShift(),
            paper=lambda _closed: PAPER,
            preview=lambda _document: b"",
            approval=ApprovalPresenter(FakeApprover(), session=Session(ACTOR, OPEN), storage=self.lane),
            compare_cards=FakeComparison(),
        )
        presenter = CloseShiftPresenter(
            tools, session=Session(ACTOR, OPEN), storage=self.lane, navigate=self.went.append
        )
        self.show(CloseShiftScreen(presenter, self.formats))

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for character in text:
            QTest.keyClick(self.window.windowHandle(), ord(character))

    def press(self, key: Qt.Key) -> None:
        """Press a key of the window."""
        QTest.keyClick(self.window.windowHandle(), key)

    def part(self, name: str) -> QWidget:
        """Return the widget called ``name``."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def text(self, name: str) -> str:
        """Return what stands on the label called ``name``."""
        return str(self.part(name).property("text"))


@pytest.fixture
def counter(qtbot: QtBot, make_face: FaceFactory) -> Counter:
    return Counter(qtbot, make_face("en"))


def focus() -> str:
    """Return the name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def test_digits_go_on_after_an_amount_that_was_too_small(counter: Counter) -> None:
    counter.pay()
    counter.lane.open = False
    counter.type("1")
    counter.press(Qt.Key.Key_Return)
    counter.lane.let_go()
    counter.type("00")
    assert "100.00" in counter.text("pay.note")


def test_a_scan_adds_no_digit_to_the_money(counter: Counter) -> None:
    counter.pay()
    counter.type("50.55")
    screen = counter.part("pay")
    assert isinstance(screen, PayScreen)
    before = screen.scan_snapshot()
    counter.type("6")
    screen.scan_restore(before)
    assert "50.55" in counter.text("pay.note")


def test_the_keyboard_stays_on_the_screen_once_it_is_paid(counter: Counter) -> None:
    counter.pay()
    counter.lane.open = False
    counter.press(Qt.Key.Key_Return)
    counter.lane.let_go()
    assert focus() == "pay.finish"


def test_the_exact_amount_is_not_taken_in_cash_while_another_device_takes_it(counter: Counter) -> None:
    counter.pay()
    QTest.mouseClick(counter.part("pay.tender.external"), Qt.MouseButton.LeftButton)
    assert not counter.part("pay.exact").isEnabled()
    counter.press(Qt.Key.Key_F10)
    assert counter.text("pay.caption") == "To pay on the other device"


def test_the_count_takes_digits_as_soon_as_there_is_something_to_count(counter: Counter) -> None:
    counter.lane.open = False
    counter.close_shift()
    counter.lane.let_go()
    counter.press(Qt.Key.Key_Return)
    counter.type("12")
    assert counter.text("close_shift.count.cash_amount") == "¥12.00"


def test_digits_go_to_the_search_again_when_a_sheet_closes_by_itself(
    qtbot: QtBot, make_face: FaceFactory
) -> None:
    shown = SellWindow(make_face("en"))
    qtbot.addWidget(shown.window)
    shown.world.members.known["13800138000"] = LI
    QTest.keyClick(shown.window, Qt.Key.Key_F9)
    field = shown.part("member.phone")
    QTest.keyClicks(field, "13800138000")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert focus() == "sell.search_line"


def test_names_are_chosen_by_keys_alone(counter: Counter) -> None:
    counter.sign_in()
    assert focus() == "sign_in.staff.u1"
    counter.press(Qt.Key.Key_Return)
    assert focus() == "sign_in.pin_keys"


def test_nobody_leaves_while_the_shift_is_being_opened_in_their_name() -> None:
    lane, went = HeldLane(), list[str]()
    presenter = OpenShiftPresenter(
        Doors(), session=Session(ACTOR), storage=lane, navigate=went.append, currency="CNY"
    )
    presenter.enter()
    lane.open = False
    presenter.submit()
    presenter.leave_till()
    lane.let_go()
    assert went == ["sell"]


class _Chosen:
    """A view that knows who is asked for a PIN."""

    name = ""

    def show_state(self, state: SignInState) -> None:
        self.name = "" if state.chosen is None else state.chosen.staff_id


@pytest.mark.parametrize("change_of_mind", [SignInPresenter.go_back, lambda each: each.choose("u2")])
def test_nobody_else_is_chosen_while_a_pin_is_checked(
    change_of_mind: Callable[[SignInPresenter], None],
) -> None:
    lane, view = HeldLane(), _Chosen()
    presenter = SignInPresenter(
        Doors(),
        current_shift=lambda _actor: OPEN,
        session=Session(),
        storage=lane,
        ways=Ways(lambda _name: None, "store", "till"),
        events=EventBus(),
    )
    presenter.bind(view)
    presenter.enter()
    presenter.choose("u1")
    lane.open = False
    presenter.submit_pin("1111")
    change_of_mind(presenter)
    assert view.name == "u1"


def test_a_double_tap_presses_a_primary_button_once(qtbot: QtBot) -> None:
    button, pressed = PrimaryButton("finish", "Finish"), list[bool]()
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
