"""The work list on the real window: by touch, with the mark where the person is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from pos_app.services.errors import Unreachable
from tests.ui.conftest import FaceFactory
from tests.ui.screens.hall import Hall

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def hall(qtbot: QtBot, make_face: FaceFactory) -> Hall:
    made = Hall(make_face("zh-Hans", "light"))
    qtbot.addWidget(made.window)
    made.window.show()
    made.show("exceptions")
    return made


def _button(hall: Hall, name: str) -> QAbstractButton:
    found = hall.part(name)
    assert isinstance(found, QAbstractButton)
    return found


def _row(hall: Hall) -> int:
    view = hall.part("exceptions.list_view")
    assert isinstance(view, QListView)
    return view.currentIndex().row()


def test_a_note_goes_with_the_answer_and_the_next_one_is_marked(hall: Hall) -> None:
    hall.exceptions.choose(12)
    assert _row(hall) == 1
    note = hall.part("exceptions.note")
    assert isinstance(note, QLineEdit)
    note.setText("双方签字")
    QTest.mouseClick(_button(hall, "exceptions.settle.claimed"), LEFT)
    assert hall.doubts.settled == [("W1", 12, "claimed", "双方签字")]
    assert (hall.exceptions.state.chosen_id, _row(hall)) == (14, 1)
    assert note.text() == ""


def test_an_answer_that_reaches_other_stores_is_asked_once_more(hall: Hall) -> None:
    button = _button(hall, "exceptions.settle.end_campaign")
    QTest.mouseClick(button, LEFT)
    assert hall.doubts.settled == []
    QTest.mouseClick(button, LEFT)
    assert hall.doubts.settled == [("W1", 11, "end_campaign", "")]


def test_the_question_is_forgotten_when_one_looks_at_another(hall: Hall) -> None:
    QTest.mouseClick(_button(hall, "exceptions.settle.end_campaign"), LEFT)
    hall.exceptions.choose(12)
    hall.exceptions.choose(11)
    QTest.mouseClick(_button(hall, "exceptions.settle.end_campaign"), LEFT)
    assert hall.doubts.settled == []


@pytest.mark.parametrize(
    ("show", "labels"),
    [(11, {"exceptions.receipt.S01-T02-000117"}), (12, {"exceptions.receipt.S01-T03-000021"})],
)
def test_each_exception_opens_its_receipts(hall: Hall, show: int, labels: set[str]) -> None:
    hall.exceptions.choose(show)
    for name in labels:
        QTest.mouseClick(_button(hall, name), LEFT)
    paper = hall.part("exceptions.paper")
    assert paper.isVisible()
    assert "牛肉汉堡" in paper.property("text")


def test_without_head_office_one_button_asks_again(hall: Hall) -> None:
    hall.doubts.fault = Unreachable()
    hall.show("exceptions")
    again = _button(hall, "exceptions.more")
    assert (again.isVisible(), again.accessibleName()) == (True, "重试")
    hall.doubts.fault = None
    QTest.mouseClick(again, LEFT)
    assert hall.exceptions.state.chosen_id == 11
    assert not again.isVisible()


def test_escape_leads_back(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []
    go: Callable[[str], None] = went.append
    monkeypatch.setattr(hall.exceptions, "_navigate", go)
    QTest.keyClick(hall.window, Qt.Key.Key_Escape)
    assert went == ["sell"]
