"""Types as a person or as a scanner: key events with timestamps, so that no test waits."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_HAND_GAP_MS = 120
_SCAN_GAP_MS = 5
_SPECIAL = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space, "\b": Qt.Key.Key_Backspace}


class Keyboard:
    """Posts key events to whatever has the focus; every key has its own time in milliseconds."""

    def __init__(self, start_ms: int = 10_000) -> None:
        self.now_ms = start_ms

    def type_by_hand(self, text: str) -> None:
        """Type as a person does; a newline is Enter."""
        self._type(text, _HAND_GAP_MS)

    def scan(self, text: str, *, end: str = "\n") -> None:
        """Type as a scanner does, with Enter at the end unless told otherwise."""
        self.pause()
        self._type(text + end, _SCAN_GAP_MS)

    def type_with_gap(self, text: str, gap_ms: int) -> None:
        """Type with ``gap_ms`` between the keys."""
        self._type(text, gap_ms)

    def pause(self, length_ms: int = 1_000) -> None:
        """Let time pass between two ways of typing."""
        self.now_ms += length_ms

    def _type(self, text: str, gap_ms: int) -> None:
        for character in text:
            self.now_ms += gap_ms
            self._press(character)

    def _press(self, character: str) -> None:
        key = _SPECIAL.get(character)
        code = int(key) if key is not None else _key_of(character)
        typed = "\r" if character == "\n" else character
        modifiers = Qt.KeyboardModifier.NoModifier
        if character.isupper():
            modifiers = Qt.KeyboardModifier.ShiftModifier
        if character == "\x1d":
            modifiers = Qt.KeyboardModifier.ControlModifier
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = QApplication.focusWidget() or QApplication.activeWindow()
            assert target is not None, "nothing has the focus"
            event = QKeyEvent(kind, code, modifiers, typed)
            event.setTimestamp(self.now_ms)
            QCoreApplication.sendEvent(target, event)


def _key_of(character: str) -> int:
    if character == "\x1d":
        return int(Qt.Key.Key_BracketRight)
    return ord(character.upper()) if character.isascii() else int(Qt.Key.Key_unknown)
