"""The bar on top: where and who, what the counter can do, what waits to be sent, the time."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import ElidedLabel, Kind, Tag, TextLabel
from pos_app.ui.widgets.styling import set_name, set_style_property


@dataclass(frozen=True, slots=True)
class StatusState:
    """What the bar shows; every text is ready to read, empty ones are hidden."""

    title: str = ""
    till: str = ""
    cashier: str = ""
    capability: str = ""
    capability_kind: Kind = "neutral"
    queue: str = ""
    queue_kind: Kind = "neutral"
    clock: str = ""


class _Dot(QWidget):
    """A round mark in the colour of its text; its shape differs by meaning, colour alone says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(12, 12)
        self._kind: Kind = "neutral"

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parent = self.parentWidget()
        label = parent.findChild(QLabel) if parent is not None else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush((label or self).palette().windowText())
        if self._kind == "bad":
            painter.drawRect(1, 1, 10, 10)
        elif self._kind == "warn":
            painter.drawPie(1, 1, 10, 10, 90 * 16, 180 * 16)
            painter.setPen(painter.brush().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(1, 1, 10, 10)
        else:
            painter.drawEllipse(1, 1, 10, 10)


class PillButton(TillButton):
    """A round pill that says something and opens its explanation."""

    def __init__(self, name: str, *, dot: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._dot = _Dot()
        if not dot:
            self._dot.hide()
        self._text = QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._dot)
        self._row.addWidget(self._text)
        for part in (self._dot, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def render_pill(self, text: str, kind: Kind) -> None:
        """Show ``text`` on the ground of ``kind``; no text, no pill."""
        if text != self._text.text():
            self._text.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
        self._dot.set_kind(kind)
        set_style_property(self, "kind", value=kind)
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that the words need."""
        return self._row.sizeHint().expandedTo(QSize(48, 48))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same as ``sizeHint``: a pill is never cut."""
        return self.sizeHint()


class StatusBar(QFrame):
    """The same bar on every screen."""

    capability_pressed = Signal()
    queue_pressed = Signal()
    cashier_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._title = ElidedLabel(f"{name}_title", "title")
        self._till = Tag(f"{name}_till", pill=True)
        self._cashier = PillButton(f"{name}_cashier")
        self._capability = PillButton(f"{name}_capability", dot=True)
        self._queue = PillButton(f"{name}_queue")
        self._clock = TextLabel(f"{name}_clock", "title")
        self._cashier.clicked.connect(self.cashier_pressed)
        self._capability.clicked.connect(self.capability_pressed)
        self._queue.clicked.connect(self.queue_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._till)
        row.addWidget(self._cashier)
        row.addStretch(1)
        for widget in (self._capability, self._queue, self._clock):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.render_status(StatusState())

    def render_status(self, state: StatusState) -> None:
        """Show ``state``."""
        self._title.setText(state.title)
        self._till.setText(state.till)
        self._till.setVisible(bool(state.till))
        self._cashier.render_pill(state.cashier, "neutral")
        self._capability.render_pill(state.capability, state.capability_kind)
        self._queue.render_pill(state.queue, state.queue_kind)
        self._clock.setText(state.clock)
        self._clock.setVisible(bool(state.clock))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(translate("StatusBar", "Status of the till"))
