"""Lying bars with label, value and what they are compared with; where something stands behind, they open."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.styling import set_name

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_BAR_PX = 14
_MARK_PX = 22
_LEAST_TRACK_PX = 140
_ARROW = "›"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its size and how it is written; ``compared`` is the mark, when there is one."""

    label: str
    value: int
    text: str
    compared: int | None = None
    compared_text: str = ""

    def words(self) -> str:
        """Return all of it in words."""
        return f"{self.label}: {self.text}" + (f" ({self.compared_text})" if self.compared_text else "")


class HBarList(QWidget):
    """Lying bars, such as takings by tender.

    With ``opens`` each row is as high as a finger and opens by a tap or Enter; arrow keys lead along.
    Otherwise the bars are only read.
    """

    opened = Signal(int)
    """The number of the bar that was tapped, or taken with Enter."""

    def __init__(
        self, name: str, theme: Theme, *, opens: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._theme = theme
        self._opens = opens
        self._bars: tuple[Bar, ...] = ()
        self._name = ""
        self._current = -1
        self._pressed = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if opens:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        theme.changed.connect(self.update)

    def set_bars(self, bars: Sequence[Bar], *, name: str) -> None:
        """Show ``bars``; ``name`` says what the picture is of."""
        self._bars, self._name = tuple(bars), name
        self._current = min(self._current, len(self._bars) - 1)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(bar.words() for bar in bars))
        if self._opens:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._bars else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    def painted_texts(self) -> list[str]:
        """Return what is painted, for the checks of the looks."""
        return [text for bar in self._bars for text in (bar.label, bar.text) if text]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for every bar."""
        return QSize(420, max(1, len(self._bars)) * self._row_px())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height: bars are never left out."""
        return QSize(240, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lead along the bars and open one; everything else belongs to the window."""
        last = len(self._bars) - 1
        steps = {
            Qt.Key.Key_Up: max(0, self._current - 1),
            Qt.Key.Key_Down: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if self._opens and last >= 0 and key in steps:
            self._choose(steps[key])
        elif self._opens and key in _OPENS and self._current >= 0 and not event.isAutoRepeat():
            self.opened.emit(self._current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the largest bar."""
        super().focusInEvent(event)
        if self._opens and self._bars and self._current < 0:
            self._choose(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose nothing while the focus is elsewhere."""
        super().focusOutEvent(event)
        self._choose(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the bar under the finger."""
        if not self._opens:
            super().mousePressEvent(event)
            return
        self._pressed = self._row_at(event.position().y())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the bar on which the finger stayed."""
        pressed, self._pressed = self._pressed, -1
        self.update()
        inside = self.rect().contains(event.position().toPoint())
        if pressed >= 0 and inside and self._row_at(event.position().y()) == pressed:
            self.opened.emit(pressed)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint one row a bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(self._theme.metrics.body))
        fitting = painter.fontMetrics()
        labels = max((fitting.horizontalAdvance(bar.label) for bar in self._bars), default=0)
        values = max((fitting.horizontalAdvance(bar.text) for bar in self._bars), default=0) + 16
        arrow = fitting.horizontalAdvance(_ARROW) + 10 if self._opens else 0
        # A label keeps its words as long as the bar keeps enough to be read.
        labels = min(labels, max(self.width() // 3, self.width() - values - arrow - _LEAST_TRACK_PX)) + 16
        track = max(24, self.width() - labels - values - arrow)
        for number, bar in enumerate(self._bars):
            row = QRectF(0, number * self._row_px(), self.width(), self._row_px())
            self._paint_ground(painter, row, number=number)
            painter.setPen(self._theme.colors.text)
            label = fitting.elidedText(bar.label, Qt.TextElideMode.ElideRight, labels - 8)
            painter.drawText(QRectF(0, row.top(), labels, row.height()), _LEFT, label)
            painter.drawText(row.adjusted(0, 0, -arrow, 0), _RIGHT, bar.text)
            if self._opens:
                painter.setPen(self._theme.colors.muted)
                painter.drawText(row.adjusted(0, 0, -2, 0), _RIGHT, _ARROW)
            area = QRectF(labels, row.center().y() - _BAR_PX / 2, track, _BAR_PX)
            self._paint_track(painter, bar, area=area)

    def _paint_ground(self, painter: QPainter, row: QRectF, *, number: int) -> None:
        colors = self._theme.colors
        if number == self._pressed:
            painter.fillRect(row, colors.primary_soft)
        if number == self._current and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.primary, 2))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_track(self, painter: QPainter, bar: Bar, *, area: QRectF) -> None:
        colors, radius = self._theme.colors, _BAR_PX / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.surface2)
        painter.drawRoundedRect(area, radius, radius)
        painter.setBrush(colors.primary)
        length = area.width() * max(0, bar.value) / self._largest()
        if length > 0:
            painter.drawRoundedRect(
                QRectF(area.left(), area.top(), max(_BAR_PX, length), _BAR_PX), radius, radius
            )
        if bar.compared is not None:
            at = area.left() + area.width() * max(0, bar.compared) / self._largest()
            mark = QRectF(min(at, area.right()) - 2, area.center().y() - _MARK_PX / 2, 4, _MARK_PX)
            painter.setPen(QPen(colors.surface, 1))
            painter.setBrush(colors.warn)
            painter.drawRect(mark)

    def _choose(self, number: int) -> None:
        if number == self._current:
            return
        self._current = number
        self.update()
        words = self._bars[number].words() if number >= 0 else ""
        self.setAccessibleName(f"{self._name}, {words}" if words else self._name)
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _row_at(self, y_px: float) -> int:
        row = int(y_px // self._row_px())
        return row if 0 <= row < len(self._bars) else -1

    def _largest(self) -> int:
        return max((max(bar.value, bar.compared or 0) for bar in self._bars), default=0) or 1

    def _row_px(self) -> int:
        metrics = self._theme.metrics
        return max(metrics.target, metrics.body + 24) if self._opens else metrics.body + 18
