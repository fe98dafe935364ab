"""The window of a till that cannot be opened, and what a second process on the same folder is told."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pos_app.bootstrap.start import Start, open_window
from pos_app.services.errors import StorageError
from pos_app.services.ports import TillKeys
from pos_app.ui.shell.trouble import TroubleWindow
from pos_app.ui.shell.unlock import UnlockWindow
from tests.till_shop import open_shop
from tests.ui import looks
from tests.ui.conftest import FaceFactory

CODES = ("storage.in_use", "storage.damaged", "keys.missing", "till.not_enrolled")


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_window_looks_right(qtbot: QtBot, make_face: FaceFactory, language: str, theme: str) -> None:
    face = make_face(language, theme=theme)
    for code in CODES:
        window = TroubleWindow(code)
        qtbot.addWidget(window)
        looks.assert_looks_right(window, face, size=QSize(640, 320), own_words=frozenset(code.split(".")))


@pytest.mark.parametrize(
    ("key", "code"), [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)], ids=["Enter", "Escape"]
)
def test_enter_tries_again_and_escape_closes(
    qtbot: QtBot, make_face: FaceFactory, key: Qt.Key, code: int
) -> None:
    make_face("zh-Hans")
    window = TroubleWindow("storage.in_use")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    QTest.keyClick(window, key)
    assert window.result() == code


def test_a_second_window_of_the_same_till_says_that_it_is_open_already(
    qapp: QApplication, make_face: FaceFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_face("zh-Hans")
    monkeypatch.setattr(sys, "argv", ["pos-app"])
    said: list[str] = []

    def answer(press: Callable[[TroubleWindow], None]) -> None:
        window = qapp.activeModalWidget()
        assert isinstance(window, TroubleWindow)
        label = window.findChild(QLabel, "trouble.reason")
        assert label is not None
        said.append(label.text())
        press(window)

    with open_shop(tmp_path):
        QTimer.singleShot(0, qapp, lambda: answer(_try_again_then(qapp, answer)))
        with pytest.raises(StorageError) as refused:
            open_window(Start(tmp_path / "data", key_file=tmp_path / "keys.json"))
    assert refused.value.code == "storage.in_use"
    assert said == ["收银程序已打开，请找到它的窗口。"] * 2


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_window_for_the_passphrase_looks_right_and_says_when_it_was_wrong(
    qtbot: QtBot, make_face: FaceFactory, language: str, theme: str
) -> None:
    face = make_face(language, theme=theme)
    keys = TillKeys(b"a" * 32, b"b" * 32)

    def open_keys(spoken: str) -> TillKeys:
        if spoken != "correct horse":
            raise StorageError("keys.wrong_passphrase")
        return keys

    window = UnlockWindow(open_keys)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    QTest.keyClicks(window.field, "wrong")
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert (window.keys, window.isVisible(), window.error.text() != "") == (None, True, True)
    looks.assert_looks_right(window, face, size=QSize(640, 320))
    QTest.keyClicks(window.field, "correct horse")
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert (window.keys, window.isVisible()) == (keys, False)


def _try_again_then(
    app: QApplication, answer: Callable[[Callable[[TroubleWindow], None]], None]
) -> Callable[[TroubleWindow], None]:
    def press(window: TroubleWindow) -> None:
        QTimer.singleShot(0, app, lambda: answer(TroubleWindow.reject))
        window.accept()

    return press
