"""A scan reaches the till from anywhere and lands in no field; a person's typing is left alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.scan_filter import ScanFilter, clean_scan
from pos_app.ui.widgets.count_field import CountField
from pos_app.ui.widgets.keypad import PinPad
from tests.ui.fakes import FakeTimers
from tests.ui.keyboard import Keyboard


class _Counter:
    """A window with a field, a button and a PIN pad, a filter, and a keyboard before it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = QLineEdit()
        self.notes = QPlainTextEdit()
        self.button = QPushButton("pay")
        self.pin = PinPad("pin")
        column = QVBoxLayout(self.window)
        for widget in (self.field, self.notes, self.button, self.pin):
            column.addWidget(widget)
        self.clicks = 0
        self.button.clicked.connect(self._count_click)
        self.button.setAutoDefault(True)
        self.scans: list[str] = []
        self.timers = FakeTimers()
        self.filter = ScanFilter(self.timers, self.timers, on_scan=self.scans.append)
        self.keyboard = Keyboard()
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.field.setFocus()

    def _count_click(self) -> None:
        self.clicks += 1


@pytest.fixture
def counter(qtbot: QtBot, qapp: QApplication) -> Iterator[_Counter]:
    made = _Counter(qtbot)
    qapp.installEventFilter(made.filter)
    yield made
    qapp.removeEventFilter(made.filter)


def test_a_scan_arrives_whole_and_the_field_stays_as_it_was(counter: _Counter) -> None:
    counter.field.setText("latte")
    counter.field.setCursorPosition(2)
    counter.keyboard.scan("6901234567892")
    assert counter.scans == ["6901234567892"]
    assert counter.field.text() == "latte"
    assert counter.field.cursorPosition() == 2


def test_who_listens_to_a_field_hears_that_the_first_character_is_gone(counter: _Counter) -> None:
    heard: list[str] = []
    counter.field.textEdited.connect(heard.append)
    counter.keyboard.scan("6901234567892")
    assert heard == ["6", ""]


def test_a_selection_that_the_first_character_replaced_comes_back(counter: _Counter) -> None:
    counter.field.setText("latte")
    counter.field.setSelection(1, 3)
    counter.keyboard.scan("6901234567892")
    assert counter.field.text() == "latte"
    assert counter.field.selectedText() == "att"


def test_typing_by_hand_is_no_scan(counter: _Counter) -> None:
    counter.keyboard.type_by_hand("6901234567892\n")
    assert counter.scans == []
    assert counter.field.text() == "6901234567892"


def test_gaps_of_35_ms_are_a_scanner_and_of_36_ms_a_person(counter: _Counter) -> None:
    counter.keyboard.type_with_gap("12345678\n", 35)
    counter.keyboard.pause()
    counter.keyboard.type_with_gap("12345678\n", 36)
    assert counter.scans == ["12345678"]
    assert counter.field.text() == "12345678"


def test_a_burst_that_ends_without_enter_is_released_into_the_field(counter: _Counter) -> None:
    counter.keyboard.scan("12345", end="")
    assert counter.field.text() == "1"
    counter.timers.advance(61)
    assert counter.field.text() == "12345"
    assert counter.scans == []


def test_a_burst_that_goes_on_by_hand_is_released_before_the_next_key(counter: _Counter) -> None:
    counter.keyboard.scan("12345", end="")
    counter.keyboard.pause(200)
    counter.keyboard.type_by_hand("6")
    assert counter.field.text() == "123456"


def test_three_quick_characters_are_not_a_scan(counter: _Counter) -> None:
    counter.keyboard.scan("123")
    assert counter.scans == []
    assert counter.field.text() == "123"


def test_a_scan_into_a_focused_button_does_not_press_it(counter: _Counter) -> None:
    counter.button.setFocus()
    counter.keyboard.scan("AB CD 12")
    assert counter.scans == ["AB CD 12"]
    assert counter.clicks == 0


def test_enter_after_three_quick_characters_does_not_press_a_focused_button(counter: _Counter) -> None:
    counter.button.setFocus()
    counter.keyboard.scan("1 3")
    assert counter.clicks == 0


def test_digits_that_came_quickly_reach_a_button_that_takes_digits(counter: _Counter) -> None:
    field, typed = CountField("count", counter.window), list[str]()
    field.typed.connect(typed.append)
    field.show()
    field.setFocus()
    counter.keyboard.scan("123", end="")
    counter.timers.advance(61)
    assert typed == ["1", "2", "3"]


def test_space_by_hand_presses_a_focused_button(counter: _Counter) -> None:
    counter.button.setFocus()
    counter.keyboard.type_by_hand(" ")
    assert counter.clicks == 1


def test_a_badge_scanned_on_the_pin_pad_leaves_no_digit_there(counter: _Counter) -> None:
    entered: list[str] = []
    counter.pin.entered.connect(entered.append)
    counter.pin.setFocus()
    counter.keyboard.scan("98765432")
    counter.keyboard.pause()
    counter.keyboard.type_by_hand("1234\n")
    assert counter.scans == ["98765432"]
    assert entered == ["1234"]


def test_a_scan_into_a_text_of_several_lines_is_taken_back(counter: _Counter) -> None:
    counter.notes.setPlainText("two bags")
    counter.notes.setFocus()
    counter.keyboard.scan("6901234567892")
    assert counter.scans == ["6901234567892"]
    assert counter.notes.toPlainText() == "two bags"


def test_two_scans_without_a_pause_are_two_scans(counter: _Counter) -> None:
    counter.keyboard.type_with_gap("6901234567892\n6901234567885\n", 5)
    assert counter.scans == ["6901234567892", "6901234567885"]
    assert counter.field.text() == ""


def test_tab_ends_a_scan_as_enter_does(counter: _Counter) -> None:
    counter.keyboard.scan("6901234567892", end="\t")
    assert counter.scans == ["6901234567892"]
    assert counter.field.hasFocus()


def test_the_group_separator_of_gs1_arrives(counter: _Counter) -> None:
    counter.keyboard.scan("10ABC\x1d17260101")
    assert counter.scans == ["10ABC\x1d17260101"]


def test_a_code_of_ten_thousand_digits_is_cut_and_delivered_once(counter: _Counter) -> None:
    counter.keyboard.scan("7" * 10_000)
    assert [len(scan) for scan in counter.scans] == [8_193]
    assert counter.field.text() == ""


def test_a_key_held_down_is_no_scan(counter: _Counter) -> None:
    for number in range(20):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7", autorep=number > 0
        )
        event.setTimestamp(1_000 + number * 30)
        QApplication.sendEvent(counter.field, event)
    counter.keyboard.now_ms = 1_600
    counter.keyboard.type_with_gap("\n", 5)
    assert counter.scans == []
    assert counter.field.text() == "7" * 20


def test_events_without_a_time_are_measured_by_the_clock(counter: _Counter) -> None:
    for character in "4711":
        counter.timers.now_ms += 200
        event = QKeyEvent(
            QEvent.Type.KeyPress, int(character) + 0x30, Qt.KeyboardModifier.NoModifier, character
        )
        QApplication.sendEvent(counter.field, event)
    assert counter.field.text() == "4711"
    assert counter.scans == []


def test_no_shortcut_fires_inside_a_burst(counter: _Counter) -> None:
    counter.keyboard.scan("12345", end="")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
    event.setTimestamp(counter.keyboard.now_ms + 5)
    event.ignore()
    QApplication.sendEvent(counter.field, event)
    # Qt looks for shortcuts only when nobody accepted this event.
    assert event.isAccepted()


def test_a_shortcut_by_hand_is_left_to_qt(counter: _Counter) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "")
    event.setTimestamp(1_000)
    event.ignore()
    QApplication.sendEvent(counter.button, event)
    assert not event.isAccepted()


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("６９０１", "6901"),
        ("ＡＢ\u3000Ｃ", "AB C"),
        ("69\u202e01\u200b", "6901"),
        ("\x0269\x0301", "6901"),
        ("01\x1d10", "01\x1d10"),
    ],
)
def test_what_a_scanner_cannot_mean_is_taken_out(raw: str, clean: str) -> None:
    assert clean_scan(raw) == clean
