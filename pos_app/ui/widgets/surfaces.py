"""What things stand on: cards, rules, empty states, figures."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QStyle, QStyleOption, QVBoxLayout, QWidget

from pos_app.ui.widgets.labels import Kind, TextLabel
from pos_app.ui.widgets.styling import set_name, set_style_property

Edge = Literal["none", "ok", "warn", "bad"]


class Card(QFrame):
    """A surface with a border and, in the light theme, one soft shadow."""

    def __init__(self, name: str, *, column: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self.setProperty("shape", "column" if column else "card")

    def set_edge(self, edge: Edge) -> None:
        """Mark the left edge in the colour of a meaning."""
        set_style_property(self, "edge", value=edge)

    def set_selected(self, selected: bool) -> None:
        """Show the card as the chosen one."""
        set_style_property(self, "selected", value=selected)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the shadow into the margin, then the card as the stylesheet says."""
        painter = QPainter(self)
        shadow = QColor(self.palette().color(QPalette.ColorRole.Shadow))
        if shadow.alpha() and self.property("shape") == "card":
            painter.save()
            self._paint_shadow(painter, shadow)
            painter.restore()
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)

    def _paint_shadow(self, painter: QPainter, shadow: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow.setAlpha(shadow.alpha() // 2)
        painter.setBrush(shadow)
        area = QRectF(self.rect())
        for spread in (0.0, 1.0, 2.0):
            painter.drawRoundedRect(area.adjusted(spread, 2.0 + spread / 2, -spread, -spread), 13, 13)


class Rule(QFrame):
    """A thin line that separates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")


class EmptyState(QWidget):
    """What a place says while nothing is there: what it is for, and what to do."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._mark = TextLabel(f"{name}_mark", "total")
        self._mark.set_tone("primary")
        self._title = TextLabel(f"{name}_title", "title", wrap=True)
        self._hint = TextLabel(f"{name}_hint", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self._mark, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)

    def render_empty(self, title: str, hint: str = "", *, mark: str = "") -> None:
        """Show a sentence, a hint below it, and a large character above it."""
        for label, text in ((self._mark, mark), (self._title, title), (self._hint, hint)):
            label.setText(text)
            label.setVisible(bool(text))


class FigureCard(Card):
    """A figure with its name and how it compares."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._name = TextLabel(f"{name}_name", "muted")
        self._value = TextLabel(f"{name}_value", "figure")
        self._note = TextLabel(f"{name}_note", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(0)
        for label in (self._name, self._value, self._note):
            column.addWidget(label)
        column.addStretch(1)

    def render_figure(self, name: str, value: str, *, note: str = "", tone: Kind = "neutral") -> None:
        """Show ``value`` (formatted) under ``name``; ``tone`` colours the comparison in ``note``."""
        self._name.setText(name)
        self._value.setText(value)
        self._note.setText(note)
        self._note.set_tone(tone)
        self.setAccessibleName(f"{name}: {value}. {note}")
