"""A finger scrolls what it drags, and presses what it taps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QScroller, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.widgets.finger import scroll_by_finger

LEFT = Qt.MouseButton.LeftButton


class Shelf(QScrollArea):
    """Forty buttons of which seven are in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[int] = []
        self.holder = QWidget()
        self.column = QVBoxLayout(self.holder)
        self.buttons: list[QPushButton] = []
        for _ in range(40):
            self.add()
        self.setWidget(self.holder)
        self.setWidgetResizable(True)
        self.resize(300, 500)

    def add(self) -> QPushButton:
        number = len(self.buttons)
        button = QPushButton(str(number))
        button.setMinimumHeight(60)
        button.clicked.connect(lambda: self.pressed.append(number))
        self.buttons.append(button)
        self.column.addWidget(button)
        return button

    @property
    def at(self) -> int:
        return self.verticalScrollBar().value()


@pytest.fixture
def shelf(qtbot: QtBot) -> Shelf:
    made = Shelf()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    scroll_by_finger(made)
    return made


def _drag(shelf: Shelf, button: QPushButton, by_px: int) -> None:
    """Drag ``by_px`` downwards from the middle of ``button``, as the window system tells it."""
    window = shelf.windowHandle()
    middle = button.mapTo(shelf, button.rect().center())
    QTest.mousePress(window, LEFT, pos=middle)
    for step in range(1, 21):
        QTest.mouseMove(window, middle + QPoint(0, by_px * step // 20), 5)
    QTest.mouseRelease(window, LEFT, pos=middle + QPoint(0, by_px))


def test_a_tap_presses_once_and_moves_nothing(shelf: Shelf) -> None:
    QTest.mouseClick(shelf.buttons[3], LEFT)
    assert (shelf.pressed, shelf.at) == ([3], 0)


def test_a_drag_scrolls_and_presses_nothing(shelf: Shelf, qtbot: QtBot) -> None:
    _drag(shelf, shelf.buttons[5], -200)
    assert shelf.pressed == []
    assert not shelf.buttons[5].isDown()
    qtbot.waitUntil(lambda: shelf.at > 0)
    QScroller.scroller(shelf.viewport()).stop()
    qtbot.waitUntil(lambda: QScroller.scroller(shelf.viewport()).state() == QScroller.State.Inactive)
    QTest.mouseClick(shelf.buttons[12], LEFT)
    assert shelf.pressed == [12]


def test_a_trembling_finger_still_taps(shelf: Shelf) -> None:
    _drag(shelf, shelf.buttons[3], -5)
    assert (shelf.pressed, shelf.at) == ([3], 0)


def test_what_comes_later_follows_the_finger_too(shelf: Shelf, qtbot: QtBot) -> None:
    late = shelf.add()
    qtbot.waitUntil(late.isVisible)
    shelf.ensureWidgetVisible(late)
    before = shelf.at
    _drag(shelf, late, 36)
    assert late.text() == "40"
    assert shelf.pressed == []
    qtbot.waitUntil(lambda: shelf.at < before)
