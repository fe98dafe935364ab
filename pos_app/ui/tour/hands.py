"""What hands and a scanner do: real events of mouse, keyboard, wedge scanner and input method."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

SCAN_GAP_MS = 4
_LEFT = Qt.MouseButton.LeftButton
_GROUP_SEPARATOR = "\x1d"


class Hands:
    """Touches and types into one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def touch(self, widget: QWidget, place: QPoint) -> None:
        """Press and release at ``place``."""
        QTest.mouseClick(widget, _LEFT, Qt.KeyboardModifier.NoModifier, place)

    def press_keys(self, keys: str) -> None:
        """Press a key or a chord, such as ``F9`` or ``Ctrl+Z``."""
        QTest.keySequence(self._target(), QKeySequence(keys))

    def press_character(self, character: str) -> None:
        """Press the key of one character, as a person does; a newline is Enter."""
        if character == "\n":
            QTest.keyClick(self._target(), Qt.Key.Key_Return)
            return
        QTest.keyClicks(self._target(), character)

    def compose(self, text: str) -> None:
        """Write ``text`` with an input method."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self._target(), event)

    def scan(self, text: str) -> None:
        """Type ``text`` and Enter as a wedge scanner does, a few milliseconds between its keys."""
        now_ms = time.monotonic_ns() // 1_000_000
        for place, character in enumerate(f"{text}\r"):
            self._scanned_key(character, now_ms + place * SCAN_GAP_MS)

    def focus_name(self) -> str:
        """Return the name of the widget that has the keyboard."""
        return self._target().objectName()

    def is_ready(self) -> bool:
        """Return whether the window takes keys."""
        return QApplication.activeWindow() is not None

    def wake(self) -> None:
        """Bring the window to the front."""
        self._window.raise_()
        self._window.activateWindow()

    def _scanned_key(self, character: str, at_ms: int) -> None:
        code, modifiers = _key_of(character)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, modifiers, character)
            event.setTimestamp(at_ms)
            QCoreApplication.sendEvent(self._target(), event)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self._window


def _key_of(character: str) -> tuple[int, Qt.KeyboardModifier]:
    if character == "\r":
        return int(Qt.Key.Key_Return), Qt.KeyboardModifier.NoModifier
    if character == _GROUP_SEPARATOR:
        return int(Qt.Key.Key_BracketRight), Qt.KeyboardModifier.ControlModifier
    shift = Qt.KeyboardModifier.ShiftModifier if character.isupper() else Qt.KeyboardModifier.NoModifier
    return (ord(character.upper()) if character.isascii() else int(Qt.Key.Key_unknown)), shift
