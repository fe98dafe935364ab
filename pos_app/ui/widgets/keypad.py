"""Pads for figures: amounts and quantities, and the PIN."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.widgets.buttons import KeyButton
from pos_app.ui.widgets.styling import set_name

Extra = Literal["dot", "00", "ok", "none"]
_EXTRA_TEXTS = {"dot": ".", "00": "00", "ok": "OK"}
_ROWS = ("789", "456", "123")


class KeyPad(QWidget):
    """Digits, one extra key and backspace; typed keys count as taps while the pad has the focus.

    ``pressed`` carries ``0`` to ``9``, ``.``, ``00``, ``ok`` or ``back``.
    """

    pressed = Signal(str)

    def __init__(self, name: str, *, extra: Extra = "dot", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._keys: dict[str, KeyButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        for row, digits in enumerate(_ROWS):
            for column, digit in enumerate(digits):
                self._add(digit, digit, place=(row, column))
        if extra != "none":
            text = _EXTRA_TEXTS[extra]
            self._add(extra if extra == "ok" else text, text, place=(3, 0))
        self._add("0", "0", place=(3, 1))
        self._add("back", "⌫", place=(3, 2))
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take digits, point and backspace; leave the rest to the screen."""
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self.pressed.emit("back")
        elif (len(text) == 1 and text in "0123456789") or (text == "." and "." in self._keys):
            self.pressed.emit(text)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _add(self, code: str, text: str, *, place: tuple[int, int]) -> None:
        suffix = {".": "dot"}.get(code, code)
        key = KeyButton(f"{self.objectName()}_{suffix}", text)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda: self.pressed.emit(code))
        self._keys[code] = key
        self._grid.addWidget(key, *place)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("KeyPad", "Number pad"))
        self._keys["back"].setAccessibleName(translate("KeyPad", "Delete last digit"))


class PinDots(QWidget):
    """Shows how many digits were entered, never which."""

    def __init__(self, name: str, places: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._places = places
        self._filled = 0
        self.setMinimumSize(places * 36, 32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_filled(self, filled: int) -> None:
        """Show ``filled`` digits as entered."""
        if filled != self._filled:
            self._filled = filled
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a ring per place and a dot per digit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        places = max(self._places, self._filled)
        left = (self.width() - places * 32) // 2
        for place in range(places):
            filled = place < self._filled
            role = QPalette.ColorRole.Highlight if filled else QPalette.ColorRole.Dark
            painter.setPen(palette.color(role))
            painter.setBrush(palette.color(role) if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(left + place * 32 + 8, self.height() // 2 - 8, 16, 16)


class PinPad(QWidget):
    """A number pad for a secret; ``entered`` carries it once, and the pad forgets it."""

    entered = Signal(str)

    def __init__(
        self, name: str, *, min_digits: int = 4, max_digits: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._min = min_digits
        self._max = max_digits
        self._digits = ""
        set_name(self, name)
        self._dots = PinDots(f"{name}_dots", min_digits)
        self._pad = KeyPad(f"{name}_keys", extra="ok")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._dots)
        column.addWidget(self._pad, 1)
        self.setFocusProxy(self._pad)
        self._pad.pressed.connect(self._on_key_pressed)
        self._pad.installEventFilter(self)
        self._retranslate()

    def clear(self) -> None:
        """Forget what was entered."""
        self._set("")

    def submit(self) -> None:
        """Hand the digits over if there are enough of them."""
        if len(self._digits) >= self._min:
            digits = self._digits
            self._set("")
            self.entered.emit(digits)

    def scan_snapshot(self) -> object:
        """Return the state to go back to when a scan begins here."""
        return self._digits

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan did."""
        self._set(str(snapshot))

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Enter submit and Escape clear while the keys have the focus."""
        if watched is self._pad and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.submit()
                return True
            if event.key() == Qt.Key.Key_Escape and self._digits:
                self.clear()
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_key_pressed(self, key: str) -> None:
        if key == "back":
            self._set(self._digits[:-1])
        elif key == "ok":
            self.submit()
        elif len(self._digits) < self._max:
            self._set(self._digits + key)
            if len(self._digits) == self._max:
                self.submit()

    def _set(self, digits: str) -> None:
        self._digits = digits
        self._dots.set_filled(len(digits))

    def _retranslate(self) -> None:
        self._pad.setAccessibleName(translate("PinPad", "PIN"))
        self._dots.setAccessibleName(translate("PinPad", "Digits entered"))
