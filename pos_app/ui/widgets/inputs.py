"""Fields: the search box and the stepper."""

from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.widgets.buttons import StepButton
from pos_app.ui.widgets.labels import KeyBadge
from pos_app.ui.widgets.styling import set_name, set_style_property


class _Lens(QWidget):
    """The magnifying glass in front of a search box."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(2, 2, 12, 12))
        painter.drawLine(QPointF(12.5, 12.5), QPointF(18, 18))


class _Line(QLineEdit):
    """The line of a search box: tells its frame about the focus, and while empty leaves keys to the till."""

    focused = Signal(bool)

    def event(self, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and not self.text() and _is_till_key(cast("QKeyEvent", event)):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.focused.emit(False)


def _is_till_key(event: QKeyEvent) -> bool:
    """Return whether an empty line has no use for a key that the till has one for."""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Asterisk}
    history = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    is_redo = event.matches(history[1]) or _is_ctrl_y(event)
    return event.key() == Qt.Key.Key_Delete or event.matches(history[0]) or is_redo


def _is_ctrl_y(event: QKeyEvent) -> bool:
    """Return whether this is the till's key for redo, which is not that of every desktop."""
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class SearchField(QFrame):
    """One box for every kind of search, with the key that leads to it.

    Input methods stay on, because names are searched in Chinese; a box that is only ever scanned into says
    ``scan_only`` and turns them off, so that a scanner's letters do not end in a candidate window.
    """

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        key: str = "",
        scan_only: bool = False,
        height_px: int = 52,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_name(self, name)
        self.line = _Line()
        self.line.setObjectName(f"{name}_line")
        self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not scan_only)
        self.line.setMaxLength(200)
        self.line.focused.connect(lambda focused: set_style_property(self, "focused", value=focused))
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(lambda: self.submitted.emit(self.line.text().strip()))
        self._badge = KeyBadge(key)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(_Lens())
        row.addWidget(self.line, 1)
        row.addWidget(self._badge)
        self.setMinimumHeight(height_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)

    def set_placeholder(self, text: str) -> None:
        """Say what can be searched; it is the accessible name too."""
        self.line.setPlaceholderText(text)
        self.line.setAccessibleName(text)

    def set_key(self, key: str) -> None:
        """Change the key on the badge."""
        self._badge.set_key(key)

    def text(self) -> str:
        """Return what stands in the box."""
        return self.line.text()

    def clear(self) -> None:
        """Empty the box; nothing is searched by that."""
        self.line.clear()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable width."""
        return QSize(420, self.minimumHeight())


class Stepper(QWidget):
    """A value between a minus and a plus; it only tells, the owner decides."""

    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._minus = StepButton(f"{name}_minus", "\N{MINUS SIGN}")
        self._plus = StepButton(f"{name}_plus", "+")
        self._value = QLabel("0")
        self._value.setObjectName(f"{name}_value")
        self._value.setProperty("role", "strong")
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._value.setMinimumWidth(32)
        self._minus.clicked.connect(lambda: self.stepped.emit(-1))
        self._plus.clicked.connect(lambda: self.stepped.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._minus, self._value, self._plus):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._plus)
        self._retranslate()

    def render_value(self, text: str, *, can_lower: bool = True, can_raise: bool = True) -> None:
        """Show the value and which way it can go."""
        self._value.setText(text)
        self._minus.setEnabled(can_lower)
        self._plus.setEnabled(can_raise)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._minus.setAccessibleName(translate("Stepper", "One less"))
        self._plus.setAccessibleName(translate("Stepper", "One more"))
