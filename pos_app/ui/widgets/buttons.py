"""Buttons: the primary action, the actions of the bar, chips, options, keys and steps."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.widgets.labels import KeyBadge, TextLabel
from pos_app.ui.widgets.styling import set_name, set_style_property

Tone = Literal["plain", "primary", "warn", "bad"]


TARGET_PX = 48


class TillButton(QPushButton):
    """A push button that a tap does not give the keyboard to, and that Enter presses as Space does."""

    def __init__(self, name: str, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        set_name(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        if text:
            self.setAccessibleName(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for room for the words, and never less than a finger needs."""
        return super().sizeHint().expandedTo(QSize(TARGET_PX, TARGET_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same as ``sizeHint``: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button that has the focus."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class KeyedButton(TillButton):
    """A button with a label, a count and the key that does the same."""

    def __init__(self, name: str, label: str = "", *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._label = QLabel(label)
        self._label.setProperty("part", "label")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._badge = KeyBadge(key)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._label)
        row.addWidget(self._badge)
        row.addStretch(1)
        for part in (self._label, self._badge):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = label
        self._count: int | None = None
        self._show_label()

    @property
    def label(self) -> str:
        """The words on the button, without the count."""
        return self._words

    def set_label(self, label: str) -> None:
        """Change the words."""
        self._words = label
        self._show_label()

    def stand_close(self) -> None:
        """Take less room to the left and right, where many stand in a row."""
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(6)

    def set_key(self, key: str) -> None:
        """Change the key on the badge; empty hides it."""
        self._badge.set_key(key)
        self.updateGeometry()

    def set_count(self, count: int | None) -> None:
        """Show how many wait behind the button; none and 0 show nothing."""
        self._count = count
        self._show_label()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that label and badge need."""
        return self._row.sizeHint().expandedTo(QSize(TARGET_PX, self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same as ``sizeHint``: a label is never cut."""
        return self.sizeHint()

    def _show_label(self) -> None:
        text = f"{self._words} {self._count}" if self._count else self._words
        self._label.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()


class PrimaryButton(KeyedButton):
    """The one action that matters most on a screen."""

    def __init__(
        self, name: str, label: str = "", *, key: str = "", small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, key=key, parent=parent)
        self.setProperty("grade", "small" if small else "large")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take no second tap right after the first: by then the button may mean the next step."""
        event.accept()


class ActionButton(KeyedButton):
    """An action beside the primary one; it lights up when something waits behind it."""

    def set_tone(self, tone: Tone) -> None:
        """Light up in the colour of a meaning, or go back to ``plain``."""
        set_style_property(self, "tone", value=tone)


class Chip(TillButton):
    """One of several choices of which one is on, such as a product category."""

    def __init__(self, name: str, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(name, text, parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for room for the bold words of a chosen chip, so that none is cut and none moves."""
        bold = QFont(self.font())
        bold.setBold(True)
        wide = QFontMetrics(bold).horizontalAdvance(self.text())
        plain = self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, wide - plain), 0)


class StepButton(TillButton):
    """A square button with a plus or a minus."""

    def __init__(self, name: str, sign: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, sign, parent=parent)
        self.setAutoRepeat(True)


class KeyButton(TillButton):
    """One key of a number pad."""

    def __init__(self, name: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, text, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


class OptionCard(TillButton):
    """A large choice with a title, its key, and what it can do right now, such as a tender."""

    def __init__(self, name: str, parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(name, parent=parent)
        self.setCheckable(True)
        self._title = TextLabel(f"{name}_title", "strong")
        self._note = TextLabel(f"{name}_note", "muted")
        self._badge = KeyBadge(key)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._badge)
        column.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addStretch(1)
        for part in (self._title, self._note, self._badge):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def render_option(self, title: str, note: str, *, enabled: bool = True, chosen: bool = False) -> None:
        """Show the choice; ``note`` says what it can do, or why it cannot."""
        self._title.setText(title if enabled else f"⊘ {title}")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setEnabled(enabled)
        self.setChecked(chosen)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that both lines need."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same as ``sizeHint``: the note is never cut."""
        return self.sizeHint()
