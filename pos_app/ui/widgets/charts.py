"""Simple painted charts: bars with a mark for comparison, and horizontal bars with their values."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.styling import set_name

_CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its size and how it is written; ``compared`` is the dot, when there is one."""

    label: str
    value: int
    text: str
    compared: int | None = None


class _Chart(QWidget):
    """What both charts share: bars, theme, and their content in words."""

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        theme.changed.connect(self.update)

    def set_bars(self, bars: Sequence[Bar], *, name: str) -> None:
        """Show ``bars``; ``name`` says what the picture is of."""
        self._bars = tuple(bars)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def painted_texts(self) -> list[str]:
        """Return what is painted, for the checks of the looks."""
        return [text for bar in self._bars for text in (bar.label, bar.text) if text]

    def _largest(self) -> int:
        return max((max(bar.value, bar.compared or 0) for bar in self._bars), default=0) or 1


class BarChart(_Chart):
    """Upright bars, such as receipts an hour, with the compared day as dots."""

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size in which a day can be read."""
        return QSize(480, 200)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the smallest size in which bars differ."""
        return QSize(240, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint axis, bars, values and dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, metrics = self._theme.colors, self._theme.metrics
        line = metrics.hint + 8
        painter.setFont(self._theme.font(metrics.hint))
        floor = self.height() - line - 2.0
        painter.setPen(colors.line)
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        if not self._bars:
            return
        slot = self.width() / len(self._bars)
        scale = (floor - line - 4) / self._largest()
        skip = self._label_step(painter.fontMetrics(), slot)
        for number, bar in enumerate(self._bars):
            center = slot * (number + 0.5)
            self._paint_bar(painter, QPointF(center, floor), size=(min(44.0, slot * 0.66), bar.value * scale))
            painter.setPen(colors.muted)
            if number % skip == 0:
                painter.drawText(QRectF(center - slot, floor + 2, slot * 2, line), _CENTER, bar.label)
                top = floor - max(bar.value * scale, (bar.compared or 0) * scale + 4) - line
                painter.drawText(QRectF(center - slot, top, slot * 2, line), _CENTER, bar.text)
            if bar.compared is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors.warn)
                painter.drawEllipse(QPointF(center, floor - bar.compared * scale), 4, 4)

    def _label_step(self, metrics: QFontMetrics, slot: float) -> int:
        widest = max(metrics.horizontalAdvance(text) for text in self.painted_texts())
        return max(1, -(-(widest + 6) // max(1, int(slot))))

    def _paint_bar(self, painter: QPainter, foot: QPointF, *, size: tuple[float, float]) -> None:
        width, height = size
        center, floor = foot.x(), foot.y()
        if height < 1:
            return
        radius = min(6.0, height)
        path = QPainterPath()
        path.addRoundedRect(
            QRectF(center - width / 2, floor - height, width, height + radius), radius, radius
        )
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), floor))
        painter.fillPath(path, self._theme.colors.primary)
        painter.restore()


class HBarList(_Chart):
    """Lying bars with label and value, such as takings by tender."""

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for every bar."""
        return QSize(420, max(1, len(self._bars)) * self._row_px())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height: bars are never left out."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint one row a bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.colors
        painter.setFont(self._theme.font(self._theme.metrics.body))
        fitting = painter.fontMetrics()
        labels = max((fitting.horizontalAdvance(bar.label) for bar in self._bars), default=0)
        labels = min(labels, self.width() // 3) + 16
        values = max((fitting.horizontalAdvance(bar.text) for bar in self._bars), default=0) + 16
        track = max(24, self.width() - labels - values)
        for number, bar in enumerate(self._bars):
            top = number * self._row_px()
            middle = top + self._row_px() / 2
            painter.setPen(colors.text)
            label = fitting.elidedText(bar.label, Qt.TextElideMode.ElideRight, labels - 8)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, labels, self._row_px()), left, label)
            painter.drawText(QRectF(self.width() - values, top, values, self._row_px()), right, bar.text)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.surface2)
            painter.drawRoundedRect(QRectF(labels, middle - 7, track, 14), 7, 7)
            painter.setBrush(colors.primary)
            length = track * bar.value / self._largest()
            if length > 0:
                painter.drawRoundedRect(QRectF(labels, middle - 7, max(14.0, length), 14), 7, 7)

    def _row_px(self) -> int:
        return self._theme.metrics.body + 18
