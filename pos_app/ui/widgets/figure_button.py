"""A figure on a card that opens what is behind it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import ElidedLabel, Kind, TextLabel


class FigureButton(TillButton):
    """A figure with its name and how it compares; a tap or Enter opens it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._name = ElidedLabel(f"{name}_name", "muted")
        self._value = TextLabel(f"{name}_value", "figure")
        self._note = ElidedLabel(f"{name}_note", "hint")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(0)
        for label in (self._name, self._value, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(label)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def render_figure(self, name: str, value: str, *, note: str = "", tone: Kind = "neutral") -> None:
        """Show ``value`` (formatted) under ``name``; ``tone`` colours the comparison in ``note``."""
        self._name.setText(name)
        self._value.setText(value)
        self._note.setText(note)
        self._note.set_tone(tone)
        self.setAccessibleName(f"{name}: {value}. {note}")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the three lines; the value is never cut."""
        margins = self._column.contentsMargins()
        width = self._value.sizeHint().width() + margins.left() + margins.right()
        return QSize(max(width, 120), self._column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same as ``sizeHint``."""
        return self.sizeHint()
