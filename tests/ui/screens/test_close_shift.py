"""The screen that closes a shift: what is seen before and after, and what the keys do."""

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos_app.services.documents import Document
from pos_app.services.session import Session
from pos_app.ui.app import Face
from pos_app.ui.approval.presenter import ApprovalPresenter
from pos_app.ui.format import Formats
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter, CloseShiftTools
from pos_app.ui.screens.close_shift.view import CloseShiftScreen
from pos_app.ui.widgets.buttons import PrimaryButton
from tests.fakes import InlineLane
from tests.ui import looks
from tests.ui.conftest import FaceFactory
from tests.unit.pos_app.ui.approval_fakes import FakeApprover
from tests.unit.pos_app.ui.screens.close_shift.fakes import (
    ACTOR,
    OPEN,
    PAPER,
    FakeCloseShift,
    FakeComparison,
)


def _png(_document: Document) -> bytes:
    picture = QImage(640, 1800, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes a name
    return bytes(buffer.data().data())


class Stage:
    """The screen with its presenter, in a window."""

    def __init__(self, qtbot: QtBot, face: Face, *, basket_open: bool = False) -> None:
        self.close_shift = FakeCloseShift(basket_open=basket_open)
        self.went: list[str] = []
        session = Session(ACTOR, OPEN)
        presenter = CloseShiftPresenter(
            CloseShiftTools(
                self.close_shift,
                paper=lambda _closed: PAPER,
                preview=_png,
                approval=ApprovalPresenter(FakeApprover(), session=session, storage=InlineLane()),
                compare_cards=FakeComparison(),
            ),
            session=session,
            storage=InlineLane(),
            navigate=self.went.append,
        )
        formats = Formats(lambda: face.language.name, ZoneInfo("Asia/Shanghai"))
        self.screen = CloseShiftScreen(presenter, formats)
        qtbot.addWidget(self.screen)
        self.screen.resize(1366, 640)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.enter()
        self.act("confirm")

    def type(self, text: str) -> None:
        focus = self.screen.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def act(self, code: str) -> None:
        next(action for action in self.screen.current_actions() if action.code == code).handler()

    def text(self, name: str) -> str:
        label = self.screen.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def child(self, name: str) -> QWidget:
        child = self.screen.findChild(QWidget, name)
        assert child is not None
        return child

    def close(self) -> None:
        self.type("1499.5")
        self.act("confirm")
        self.type("3908.38")
        self.act("confirm")
        self.act("confirm")


@pytest.fixture
def stage(qtbot: QtBot, make_face: FaceFactory) -> Stage:
    return Stage(qtbot, make_face("zh-Hans"))


@pytest.mark.parametrize("step", ["unfinished", "count", "result", "closed"])
def test_there_is_room_for_larger_text(qtbot: QtBot, make_face: FaceFactory, step: str) -> None:
    face = make_face("en", text_scale=1.3)
    made = Stage(qtbot, face, basket_open=step == "unfinished")
    if step != "unfinished":
        made.type("1499.5")
    if step in {"result", "closed"}:
        made.act("confirm")
        made.type("3908.38")
        made.act("confirm")
    if step == "closed":
        made.act("confirm")
    looks.assert_looks_right(made.screen, face, size=QSize(1024, 640))


def test_everything_that_can_be_operated_has_a_name(stage: Stage) -> None:
    assert looks.nameless(stage.screen) == []
    stage.close()
    assert looks.nameless(stage.screen) == []


def test_nothing_expected_is_shown_before_the_count_is_submitted(stage: Stage) -> None:
    texts = [shown.text for shown in looks.shown_texts(stage.screen)]
    assert not any("1,500" in text or "3,908" in text for text in texts)


def test_a_step_counts_a_piece_and_typed_digits_the_pieces_that_are_chosen(stage: Stage) -> None:
    for _ in range(3):
        QTest.mouseClick(stage.child("close_shift.pieces_10000_plus"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(stage.child("close_shift.pieces_10000_minus"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(stage.child("close_shift.pieces_500_pieces"), Qt.MouseButton.LeftButton)
    stage.type("12")
    assert stage.text("close_shift.count.cash_amount") == "¥260.00"


def test_enter_leads_from_the_last_denomination_to_the_amount_and_on_to_the_next_tender(stage: Stage) -> None:
    QTest.mouseClick(stage.child("close_shift.pieces_10_pieces"), Qt.MouseButton.LeftButton)
    stage.type("5")
    stage.act("confirm")
    assert stage.screen.focusWidget() is stage.child("close_shift.count.cash")
    stage.act("confirm")
    assert stage.screen.focusWidget() is stage.child("close_shift.count.external")


def test_arrows_lead_from_denomination_to_denomination(stage: Stage) -> None:
    QTest.mouseClick(stage.child("close_shift.pieces_500_pieces"), Qt.MouseButton.LeftButton)
    focus = stage.screen.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Down)
    assert stage.screen.focusWidget() is stage.child("close_shift.pieces_100_pieces")


def test_what_stays_in_the_drawer_is_keyed_in_after_the_count(stage: Stage) -> None:
    stage.type("1500")
    stage.act("confirm")
    stage.type("3908.38")
    stage.act("confirm")
    assert stage.text("close_shift.taken") == "投库：¥1,000.00"
    stage.type("300")
    assert stage.text("close_shift.left_amount") == "¥300.00"
    assert stage.text("close_shift.taken") == "投库：¥1,200.00"


def test_a_large_difference_offers_one_more_count_and_asks_why(stage: Stage) -> None:
    stage.type("1400")
    stage.act("confirm")
    stage.type("3908.38")
    stage.act("confirm")
    assert stage.text("close_shift.found.cash_value") == "短款 ¥100.00"
    assert stage.child("close_shift.recount").isVisible()
    QTest.mouseClick(stage.child("close_shift.reason.wrong_change"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(stage.child("close_shift.note"), "x")
    assert stage.child("close_shift.reason.wrong_change").property("checked")
    QTest.mouseClick(stage.child("close_shift.recount"), Qt.MouseButton.LeftButton)
    assert stage.child("close_shift.pieces").isVisible()


def test_typed_digits_go_to_the_tender_that_has_the_focus(stage: Stage) -> None:
    stage.type("12.5")
    QTest.keyClick(stage.child("close_shift.count.cash"), Qt.Key.Key_Tab)
    stage.type("30")
    assert stage.text("close_shift.count.cash_amount") == "¥12.50"
    assert stage.text("close_shift.count.external_amount") == "¥30.00"


def test_a_tap_chooses_the_tender_that_the_pad_counts(stage: Stage) -> None:
    QTest.mouseClick(stage.child("close_shift.count.external"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(stage.child("close_shift.key_7"), Qt.MouseButton.LeftButton)
    assert stage.text("close_shift.count.external_amount") == "¥7.00"
    assert stage.text("close_shift.count.cash_amount") == "–"


def test_the_button_says_what_comes_next(stage: Stage) -> None:
    button = stage.screen.findChild(PrimaryButton, "close_shift.submit")
    assert button is not None
    stage.type("5")
    assert button.label == "下一种收款方式"
    button.click()
    stage.type("0")
    assert button.label == "清点完毕"


def test_an_open_basket_blocks_and_says_why(qtbot: QtBot, make_face: FaceFactory) -> None:
    stage = Stage(qtbot, make_face("zh-Hans"), basket_open=True)
    assert not stage.child("close_shift.go_on").isEnabled()
    QTest.mouseClick(stage.child("close_shift.way.basket"), Qt.MouseButton.LeftButton)
    assert stage.went == ["sell"]


def test_the_difference_of_each_tender_is_told_in_words_and_figures(stage: Stage) -> None:
    stage.close()
    assert stage.text("close_shift.difference.cash_value") == "短款 ¥0.50"
    assert stage.text("close_shift.difference.cash_note") == "实点 ¥1,499.50，应有 ¥1,500.00"
    assert stage.text("close_shift.difference.external_value") == "相符"


def test_the_z_fits_its_place(stage: Stage) -> None:
    stage.close()
    stage.screen.resize(1024, 640)
    paper = stage.screen.findChild(QLabel, "close_shift.z_paper_label")
    assert paper is not None
    assert stage.child("close_shift.z").isVisible()
    assert 240 <= paper.pixmap().width() <= 424


def test_a_copy_is_printed_by_its_key(stage: Stage) -> None:
    stage.close()
    stage.act("reprint")
    assert stage.close_shift.copies == ["h1"]
    assert stage.text("close_shift.closed.message") == "Z 报表再打印一份，标明副本。"


def test_a_new_language_reaches_the_closed_shift(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("zh-Hans")
    stage = Stage(qtbot, face)
    stage.close()
    face.language.switch("en")
    qtbot.waitUntil(lambda: stage.text("close_shift.difference.cash_value") == "Short ¥0.50")
    assert stage.text("close_shift.closed.title") == "Shift 8 is closed"


def test_done_lets_the_next_person_sign_in(stage: Stage) -> None:
    stage.close()
    stage.act("confirm")
    assert stage.went == ["sign_in"]
