"""The three most frequent things at the board, each by touch alone, by keyboard alone and by scanner alone.

Find the order of the person in front, hand it over, and mark an order ready: the real window and the real
till, one way of working at a time.
"""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.format import Formats
from pos_app.ui.screens.pickup.view import PickupScreen
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.main_window import MainWindow
from tests.till_shop import ORDER_ID, open_shop, pickup_code
from tests.ui.conftest import FaceFactory
from tests.ui.fakes import FakeTimers
from tests.ui.keyboard import Keyboard
from tests.unit.pos_app.ui.screens.pickup_stage import Stage

LATTE = "6901234567892"


class Counter:
    """The board in a window, with hands of each kind."""

    def __init__(self, stage: Stage, qtbot: QtBot, make_face: FaceFactory) -> None:
        face = make_face("zh-Hans", "light")
        self.stage = stage
        self.window = MainWindow(KeyMap(), FakeTimers())
        formats = Formats(lambda: face.language.name, ZoneInfo("Asia/Shanghai"))
        self.window.add_screen(PickupScreen(stage.presenter, self.window, theme=face.theme, formats=formats))
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.keyboard = Keyboard()

    def show(self) -> None:
        self.window.navigate("pickup")
        QApplication.processEvents()

    def touch(self, *names: str) -> None:
        """Tap what can be seen, in its middle."""
        for name in names:
            part = self.part(name)
            assert part.isVisible(), name
            assert isinstance(part, QAbstractButton), name
            assert part.isEnabled(), name
            QTest.mouseClick(part, Qt.MouseButton.LeftButton)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        self.keyboard.type_by_hand(text)
        QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Press Tab until a part has the keyboard."""
        for _ in range(40):
            focus = QApplication.focusWidget()
            if focus is not None and focus.objectName() == name:
                return
            QTest.keyClick(focus or self.window, Qt.Key.Key_Tab)
        pytest.fail(f"no Tab leads to {name}")

    def scan(self, text: str) -> None:
        self.window.take_scan(text)
        QApplication.processEvents()

    def part(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    @property
    def order(self) -> str:
        """The order whose hand-over is on the screen."""
        state = self.stage.presenter._state
        return "" if state.panel != "hand_over" or state.order is None else state.order.order_id

    @property
    def is_proven(self) -> bool:
        return self.part("hand_over.confirm").isEnabled()

    def standing(self) -> tuple[str, str]:
        with self.stage.till.store.read() as work:
            found = work.orders.get(ORDER_ID)
        assert found is not None
        return found.state, found.shelf


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot, make_face: FaceFactory) -> Iterator[Counter]:
    with open_shop(tmp_path) as till:
        yield Counter(Stage(till), qtbot, make_face)


def test_by_touch_alone_an_order_becomes_ready(counter: Counter) -> None:
    counter.stage.order_arrives("placed")
    counter.show()
    counter.touch(f"pickup.column.new_card_{ORDER_ID}_step", "pick.line.1", "pick.touch")
    counter.touch("keys.letter.B", "keys.letter.-", "keys.digits_7", "keys.done", "pick.done")
    assert counter.standing() == ("ready", "B-7")


def test_by_touch_alone_the_order_of_the_person_in_front_is_found_and_handed_over(counter: Counter) -> None:
    counter.stage.order_arrives("ready")
    counter.show()
    counter.touch(f"pickup.column.ready_card_{ORDER_ID}_step")
    assert (counter.order, counter.is_proven) == (ORDER_ID, False)
    counter.touch("hand_over.touch", *(f"keys.digits_{digit}" for digit in "1234"), "keys.name", "keys.done")
    assert (counter.order, counter.is_proven) == (ORDER_ID, True)
    counter.touch("hand_over.confirm")
    assert counter.standing()[0] == "handed_over"


def test_by_touch_a_name_that_nobody_said_proves_nothing(counter: Counter) -> None:
    counter.stage.order_arrives("ready")
    counter.show()
    counter.touch(f"pickup.column.ready_card_{ORDER_ID}_step", "hand_over.touch")
    counter.touch(*(f"keys.digits_{digit}" for digit in "1234"), "keys.done")
    assert (counter.order, counter.is_proven) == (ORDER_ID, False)


def test_by_keyboard_alone_an_order_becomes_ready(counter: Counter) -> None:
    counter.stage.order_arrives("placed")
    counter.show()
    counter.type("1024\n")
    counter.tab_to("pick.line.1")
    counter.type(" ")
    counter.tab_to("pick.shelf")
    counter.type("b7\n")
    assert counter.standing() == ("ready", "B7")


def test_by_keyboard_alone_the_order_of_the_person_in_front_is_found_and_handed_over(
    counter: Counter,
) -> None:
    counter.stage.order_arrives("ready")
    counter.show()
    counter.type("1234\n")
    assert (counter.order, counter.is_proven) == (ORDER_ID, False)
    counter.tab_to("hand_over.digits")
    counter.type("1234\n")
    counter.type("王\n")
    assert (counter.order, counter.is_proven) == (ORDER_ID, True)
    counter.tab_to("hand_over.confirm")
    counter.type("\n")
    assert counter.standing()[0] == "handed_over"


def test_by_scanner_alone_an_order_becomes_ready(counter: Counter) -> None:
    counter.stage.order_arrives("placed")
    counter.show()
    counter.scan(LATTE)
    counter.scan("R-07")
    assert counter.standing() == ("ready", "R-07")


def test_by_scanner_alone_the_order_of_the_person_in_front_is_found_and_handed_over(counter: Counter) -> None:
    counter.stage.order_arrives("ready")
    counter.show()
    code = pickup_code(counter.stage.till.clock)
    counter.scan(code)
    assert (counter.order, counter.is_proven) == (ORDER_ID, True)
    counter.stage.till.clock.advance(2_000)
    counter.scan(code)
    assert counter.standing()[0] == "handed_over"
