"""The window carries keys, scans and notices to the screen that is shown."""

import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.shell.keymap import KeyConflict, KeyMap
from pos_app.ui.shell.main_window import MainWindow
from pos_app.ui.shell.screen import Action
from pos_app.ui.theme.tokens import THEME_NAMES
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.inputs import SearchField
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.notice import Notice
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.topbar import StatusState
from tests.ui import looks
from tests.ui.conftest import FaceFactory
from tests.ui.fakes import FakeTimers


class _Screen:
    """A screen that notes what reaches it."""

    def __init__(self, name: str, *, takes_scans: bool = True) -> None:
        self.name = name
        self.widget: QWidget = QWidget()
        self.search = SearchField(f"{name}_search", key="F2")
        QVBoxLayout(self.widget).addWidget(self.search)
        self.heard: list[str] = []
        self.recall_count = 0
        self._takes_scans = takes_scans

    def current_actions(self) -> Sequence[Action]:
        return [
            Action("park", self._note("park"), "挂单"),
            Action("recall", self._note("recall"), "取单", count=self.recall_count, tone="warn"),
            Action("coupon", self._note("coupon"), "优惠券", enabled=False),
            Action("pay", self._note("pay"), on_bar=False),
            Action("undo", self._note("undo"), on_bar=False),
        ]

    def enter(self) -> None:
        self.heard.append("enter")

    def leave(self) -> None:
        self.heard.append("leave")

    def on_scan(self, text: str) -> bool:
        self.heard.append(f"scan {text}")
        return self._takes_scans

    def _note(self, what: str) -> Callable[[], None]:
        return lambda: self.heard.append(what)


@pytest.fixture
def timers() -> FakeTimers:
    return FakeTimers()


@pytest.fixture
def sell() -> _Screen:
    return _Screen("sell")


@pytest.fixture
def window(qtbot: QtBot, make_face: FaceFactory, timers: FakeTimers, sell: _Screen) -> MainWindow:
    make_face("zh-Hans")
    made = MainWindow(KeyMap(), timers)
    qtbot.addWidget(made)
    made.add_screen(sell)
    made.navigate("sell")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def _button(window: QWidget, name: str) -> ActionButton:
    button = window.findChild(ActionButton, name)
    assert isinstance(button, ActionButton)
    return button


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_an_empty_window_opens_in_every_language_and_theme(
    qtbot: QtBot, make_face: FaceFactory, timers: FakeTimers, language: str, theme: str
) -> None:
    face = make_face(language, theme)
    window = MainWindow(KeyMap(), timers)
    qtbot.addWidget(window)
    window.status.render_status(StatusState("漫咖啡", "02", "王晓", "●", "ok", "0", "neutral", "14:32"))
    for size in looks.SCREENS:
        looks.assert_looks_right(window, face, size=size)
    assert window.grab().toImage().pixelColor(700, 500).name() == face.theme.colors.bg.name()


def test_a_key_does_what_its_button_does(window: MainWindow, sell: _Screen) -> None:
    sell.heard.clear()
    QTest.keyClick(window, Qt.Key.Key_F6)
    _button(window, "action_park").click()
    assert sell.heard == ["park", "park"]


def test_an_action_without_a_button_has_its_key(window: MainWindow, sell: _Screen) -> None:
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert sell.heard[-1] == "pay"


def test_the_plus_of_the_number_block_pays_even_from_the_empty_search_box(
    window: MainWindow, sell: _Screen
) -> None:
    sell.search.setFocus()
    QTest.keyClick(sell.search.line, Qt.Key.Key_Plus, Qt.KeyboardModifier.KeypadModifier)
    assert sell.heard[-1] == "pay"
    assert sell.search.text() == ""
    assert window.current == "sell"


def test_undo_from_the_empty_search_box_is_the_tills_and_in_a_text_the_boxs(
    window: MainWindow, sell: _Screen
) -> None:
    sell.search.setFocus()
    QTest.keyClick(sell.search.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sell.heard[-1] == "undo"
    sell.heard.clear()
    QTest.keyClicks(sell.search.line, "ab")
    QTest.keyClick(sell.search.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sell.heard == []
    assert window.current == "sell"


def test_a_disabled_action_does_nothing(window: MainWindow, sell: _Screen) -> None:
    sell.heard.clear()
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert sell.heard == []
    assert not _button(window, "action_coupon").isEnabled()


def test_a_count_appears_when_the_screen_says_so(window: MainWindow, sell: _Screen) -> None:
    button = _button(window, "action_recall")
    assert button.accessibleName() == "取单"
    sell.recall_count = 2
    window.refresh_actions()
    assert button.accessibleName() == "取单 2"
    assert _button(window, "action_recall") is button


def test_moving_on_leaves_one_screen_and_enters_the_other(window: MainWindow, sell: _Screen) -> None:
    pay = _Screen("pay")
    window.add_screen(pay)
    window.navigate("pay")
    assert sell.heard == ["enter", "leave"]
    assert pay.heard == ["enter"]
    assert window.current == "pay"


def test_an_unknown_screen_is_a_mistake(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.navigate("nowhere")


def test_a_scan_that_the_screen_does_not_take_goes_to_the_owner(window: MainWindow) -> None:
    lost: list[str] = []
    window.on_unclaimed_scan(lost.append)
    window.take_scan("690")
    window.add_screen(_Screen("report", takes_scans=False))
    window.navigate("report")
    window.take_scan("691")
    assert lost == ["691"]


def test_an_open_sheet_keeps_keys_from_the_screen_and_closes_by_escape(
    window: MainWindow, sell: _Screen, make_face: FaceFactory
) -> None:
    sheet = Sheet("sheet", make_face("zh-Hans").theme)
    sheet.set_title("会员", "返回")
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    window.open_sheet(sheet)
    sell.heard.clear()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert sheet.is_open
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert closed == [True]
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert sell.heard == ["park"]


def test_a_notice_goes_by_itself_and_an_error_stays(window: MainWindow, timers: FakeTimers) -> None:
    notice = window.findChild(Notice, "notice")
    assert isinstance(notice, Notice)
    window.notify("ok", "已收款")
    assert notice.isVisible()
    timers.advance(4_001)
    assert not notice.isVisible()
    window.notify("bad", "打印机没有回应")
    timers.advance(600_000)
    assert notice.isVisible()
    assert notice.accessibleName() == "打印机没有回应"


def test_a_notice_moves_nothing_under_the_finger(window: MainWindow) -> None:
    screens = window.findChild(QStackedWidget, "screens")
    assert screens is not None
    before = screens.geometry()
    window.notify("bad", "这张收据已经退过货。" * 8, action="查看")
    QApplication.processEvents()
    assert screens.geometry() == before
    assert not window.status.isVisible()
    window.dismiss_notice()
    QApplication.processEvents()
    assert screens.geometry() == before
    assert window.status.isVisible()


def test_the_action_of_a_notice_runs_once_and_closes_it(window: MainWindow) -> None:
    done: list[str] = []
    window.notify("ok", "已交付", action="撤销", on_action=lambda: done.append("undo"))
    button = window.findChild(QWidget, "notice_action")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert not button.isVisible()


def test_a_notice_is_read_as_plain_text(window: MainWindow) -> None:
    window.notify("warn", "<b>x</b>")
    text = window.findChild(TextLabel, "notice_text")
    assert isinstance(text, QLabel)
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_one_key_cannot_mean_two_things() -> None:
    with pytest.raises(KeyConflict):
        KeyMap(changes={"park": ("F9",)})


def test_a_key_can_be_moved_and_its_badge_follows() -> None:
    moved = KeyMap(changes={"park": ("Ctrl+K",)})
    assert moved.badge("park") == "Ctrl K"
    assert KeyMap().badge("park") == "F6"
    assert KeyMap().badge("pay") == "F12"


@pytest.mark.parametrize("preset", ["standard", "supermarket", "ledger"])
def test_no_key_of_a_preset_is_a_bare_printable_character(preset: str) -> None:
    keymap = KeyMap(preset)  # type: ignore[arg-type]  # the parameters are its literals
    for action in keymap.actions():
        for key in keymap.keys(action):
            assert len(key.toString()) > 1, action


def test_the_face_imports_nothing_slow() -> None:
    slow = ("sqlalchemy", "requests", "nacl", "pydantic", "biip", "babel", "escpos")
    code = (
        "import sys, pos_app.ui.app, pos_app.ui.shell.main_window, pos_app.ui.widgets.basket\n"
        f"print([name for name in {slow!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_all_of_the_till_can_be_imported_without_the_library_of_charts() -> None:
    code = (
        "import sys, pos_app.bootstrap.window, pos_app.ui.gallery\n"
        "print([name for name in ('pyqtgraph', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_the_window_is_not_smaller_than_the_smallest_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSize() == QSize(1024, 720)
