"""A choice with the amount that was keyed in for it; the one that is chosen takes the digits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.widgets.buttons import OptionCard
from pos_app.ui.widgets.labels import MoneyLabel, Role

DIGITS = frozenset("0123456789.")
"""What is typed into an amount."""


class CountField(OptionCard):
    """Chosen by a tap or by Tab; typed digits go where those of the pad go, Enter goes to the screen."""

    chosen = Signal()
    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, figure: Role = "total") -> None:
        super().__init__(name, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._amount = MoneyLabel(f"{name}_amount", figure)
        self._amount.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words)
        row.addWidget(self._amount, 1)
        self._column.insertLayout(1, row)
        self.clicked.connect(self.chosen)

    def render_count(self, title: str, note: str, *, amount: str, chosen: bool) -> None:
        """Show what was counted; ``amount`` is formatted, a dash when nothing was."""
        self.render_option(title, note, chosen=chosen)
        self._amount.set_amount(amount, tone="primary" if chosen else "neutral")
        self.setAccessibleName(f"{title}: {amount}")

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Become the one that is counted."""
        super().focusInEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take digits, point and backspace."""
        if event.key() == Qt.Key.Key_Backspace:
            self.typed.emit("back")
        elif len(event.text()) == 1 and event.text() in DIGITS:
            self.typed.emit(event.text())
        else:
            event.ignore()
