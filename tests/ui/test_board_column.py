"""A column of the board with hundreds of orders: only the cards near the eye are there, each of its order."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.app import Face
from pos_app.ui.widgets.board import BoardCard, BoardCardState, BoardColumn
from pos_app.ui.widgets.buttons import TillButton
from tests.ui.conftest import FaceFactory

MANY = 500


def states(count: int, *, promise: str = "5 min left", primary: bool = False) -> list[BoardCardState]:
    return [
        BoardCardState(f"k{place}", f"A{place:03}", "Pick", promise=promise, note="18+", primary=primary)
        for place in range(count)
    ]


@pytest.fixture
def face(make_face: FaceFactory) -> Face:
    return make_face("en")


@pytest.fixture
def column(qtbot: QtBot, face: Face) -> BoardColumn:
    del face
    made = BoardColumn("new")
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    return made


def area_of(column: BoardColumn) -> QScrollArea:
    area = column.findChild(QScrollArea, "new_area")
    assert isinstance(area, QScrollArea)
    return area


def shown(column: BoardColumn) -> list[BoardCard]:
    cards = [card for card in column.findChildren(BoardCard) if card.isVisible()]
    return sorted(cards, key=lambda card: card.y())


def card_of(column: BoardColumn, key: str) -> BoardCard | None:
    found = column.findChild(BoardCard, f"new_card_{key}")
    return found if isinstance(found, BoardCard) else None


def test_of_hundreds_of_orders_only_those_near_the_eye_have_a_card(column: BoardColumn) -> None:
    column.render_column("New", states(MANY), empty="")
    assert 4 <= len(shown(column)) <= 10
    assert column.findChild(QWidget, "new_count").text() == "500"  # type: ignore[union-attr]  # a label
    bar = area_of(column).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert card_of(column, "k499") is not None
    assert card_of(column, "k0") is None
    assert 4 <= len(shown(column)) <= 10
    # No gap and no overlap: each begins where the one before it ended, and a space.
    tops = [(card.y(), card.height()) for card in shown(column)]
    assert {lower[0] - upper[0] - upper[1] for upper, lower in pairwise(tops)} == {8}


def test_wherever_somebody_scrolls_a_card_tells_its_own_order(column: BoardColumn) -> None:
    column.render_column("New", states(MANY), empty="")
    steps: list[str] = []
    opened: list[str] = []
    column.step_pressed.connect(steps.append)
    column.opened.connect(opened.append)
    bar = area_of(column).verticalScrollBar()
    for value in (0, bar.maximum() // 3, bar.maximum(), bar.maximum() // 2, 0):
        bar.setValue(value)
        for card in shown(column):
            key = card.objectName().removeprefix("new_card_")
            assert card.state.key == key
            number = card.findChild(QWidget, f"{card.objectName()}_number")
            assert number.text() == f"A{int(key[1:]):03}"  # type: ignore[union-attr]  # a label
            card.step.click()
            QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
            assert (steps.pop(), opened.pop()) == (key, key)
    assert (steps, opened) == ([], [])


def test_an_order_that_changes_keeps_its_card_and_the_keyboard(column: BoardColumn, qtbot: QtBot) -> None:
    column.render_column("New", states(5), empty="")
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    card = card_of(column, "k1")
    assert card is not None
    card.step.setFocus()
    column.render_column("New", states(5, promise="4 min left"), empty="")
    assert card_of(column, "k1") is card
    assert card.step.hasFocus()
    assert "4 min left" in card.accessibleName()
    # A step of another kind has another button.
    column.render_column("New", states(5, primary=True), empty="")
    assert card_of(column, "k1") is not card


def test_an_order_that_is_gone_has_no_card(column: BoardColumn) -> None:
    column.render_column("New", states(5), empty="")
    column.render_column("New", states(5)[1:], empty="")
    assert card_of(column, "k0") is None
    assert [card.state.key for card in shown(column)][:2] == ["k1", "k2"]
    assert shown(column)[0].y() == 0


def test_the_keyboard_goes_from_card_to_card_down_the_column(column: BoardColumn, qtbot: QtBot) -> None:
    column.render_column("New", states(30), empty="")
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    first = card_of(column, "k0")
    assert first is not None
    first.step.setFocus()
    reached = []
    for _ in range(12):
        focused = column.focusWidget()
        assert isinstance(focused, TillButton)
        reached.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [f"new_card_k{place}_step" for place in range(12)]
