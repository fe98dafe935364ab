"""Series drawn with pyqtgraph: the one module that imports it, loaded when a report opens.

Nothing here zooms, pans or has a menu: a finger opens what is behind a bar, arrow keys lead to it.
Told apart without colour, too: compared values are diamonds or a dashed line, what is below zero is hatched.
"""

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QStyleOptionGraphicsItem, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.scale import Scale, every, scale_of
from pos_app.ui.widgets.series import MOST_BARS, Point, Series
from pos_app.ui.widgets.styling import set_name

# Its clean-up at the end walks through every object of the process; the till ends by itself.
pg.setConfigOptions(antialias=True, exitCleanup=False)

_WIDTH = 0.66
_RADIUS_PX = 5.0
_MOST_PX = 72
_DIAMOND_PX = ((0, -7), (7, 0), (0, 7), (-7, 0))
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class _Bars(pg.GraphicsObject):
    """Bars with round ends; those below zero are hatched, the chosen one has a frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._values: tuple[int, ...] = ()
        self.chosen = -1

    def set_values(self, values: tuple[int, ...]) -> None:
        """Draw a bar for each value."""
        self.prepareGeometryChange()
        self._values = values
        self.informViewBoundsChanged()
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the room of all bars, in the units of the axes."""
        low, high = min((0, *self._values)), max((0, *self._values))
        return QRectF(-0.5, low, max(1, len(self._values)), max(1, high - low))

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw in the units of the axes; radii are turned into them."""
        across, up = self.pixelVectors()
        if across is None or up is None:
            return
        colors = self._theme.colors
        half = min(_WIDTH / 2, abs(across.x()) * _MOST_PX / 2)
        radius_x, radius_y = abs(across.x()) * _RADIUS_PX, abs(up.y()) * _RADIUS_PX
        painter.setPen(Qt.PenStyle.NoPen)
        for number, value in enumerate(self._values):
            if not value:
                continue
            height = abs(value)
            round_y = min(radius_y, height)
            top, foot = (value, -round_y) if value > 0 else (round_y, value)
            # The end at the axis is cut off straight.
            painter.save()
            painter.setClipRect(QRectF(number - 0.5, min(0, value), 1, height))
            path = QPainterPath()
            path.addRoundedRect(QRectF(number - half, foot, 2 * half, top - foot), radius_x, round_y)
            painter.fillPath(path, colors.primary if value > 0 else colors.bad_soft)
            if value < 0:
                painter.fillPath(path, _hatching(colors.bad))
            painter.restore()


def _hatching(color: QColor) -> QBrush:
    return QBrush(color, Qt.BrushStyle.BDiagPattern)


class SeriesPlot(pg.GraphicsView):
    """The drawing of one series."""

    chosen = Signal(int)
    """The number of the point that the arrow keys lead to; -1 when there is none."""

    opened = Signal(int)
    """The number of the point that was tapped, or taken with Enter."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(background=None)
        set_name(self, name)
        self._theme = theme
        self._series = Series(())
        self._current = -1
        self._kept = -1
        self._pressed = -1
        self.enableMouse(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._upright, self._level = pg.AxisItem("left"), pg.AxisItem("bottom")
        self._bars = _Bars(theme)
        self._line, self._before_line = pg.PlotCurveItem(), pg.PlotCurveItem()
        layout = pg.GraphicsLayout()
        layout.setContentsMargins(0, 2, 2, 0)
        layout.setSpacing(0)
        for axis, row, column in ((self._upright, 0, 0), (self._level, 1, 1)):
            layout.addItem(axis, row, column)
            axis.linkToView(self._box)
            axis.setZValue(-1)
        layout.addItem(self._box, 0, 1)
        for item in (self._bars, self._before_line, self._line):
            self._box.addItem(item, ignoreBounds=True)
        self.setCentralItem(layout)
        theme.changed.connect(self._draw)
        self._draw()

    def set_series(self, series: Series) -> None:
        """Show ``series``; nothing is chosen any more."""
        self._series = series
        self._kept = -1
        self._choose(-1)
        self._draw()

    @property
    def current(self) -> int:
        """The point that the arrow keys lead to; -1 when there is none."""
        return self._current

    def is_line(self) -> bool:
        """Whether there are too many points for bars."""
        return len(self._series.points) > MOST_BARS

    def place_of(self, number: int) -> QPointF:
        """Return where the value of a point stands, in pixels of this widget."""
        return self._device(number, self._series.points[number].value)

    def number_at(self, x_px: float) -> int:
        """Return the point above or below which a finger stands; -1 beside the picture."""
        across = self._box.mapDeviceToView(QPointF(x_px, 0)).x()
        number = round(across)
        return number if 0 <= number < len(self._series.points) else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lead from point to point, open one; everything else belongs to the window."""
        last = len(self._series.points) - 1
        steps = {
            Qt.Key.Key_Left: max(0, self._current - 1),
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if last >= 0 and key in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._choose(steps[key])
        elif key in _OPENS and self._current >= 0 and not event.isAutoRepeat():
            self.opened.emit(self._current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where one was, at first at the last point: what was just sold is what one looks for."""
        super().focusInEvent(event)
        last = len(self._series.points) - 1
        if last >= 0 and self._current < 0:
            self._choose(min(self._kept, last) if self._kept >= 0 else last)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose nothing while the focus is elsewhere, and keep the place."""
        super().focusOutEvent(event)
        self._kept = self._current
        self._choose(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the point under the finger."""
        self._pressed = self.number_at(event.position().x())
        self._choose(self._pressed)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let a finger that slides away open nothing."""
        if self.number_at(event.position().x()) != self._pressed:
            self._pressed = -1
            if not self.hasFocus():
                self._choose(-1)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the point on which the finger stayed."""
        pressed, self._pressed = self._pressed, -1
        event.accept()
        if pressed >= 0 and self.rect().contains(event.position().toPoint()):
            self.opened.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take a second tap for what it is."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose which labels have room."""
        super().resizeEvent(event)
        if hasattr(self, "_level"):
            self._label_level()

    def drawForeground(self, painter: QPainter, _rect: QRectF | object) -> None:  # noqa: N802 - Qt's name
        """Write the values and frame the chosen point, in pixels."""
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_line():
            self._mark_on_line(painter)
        else:
            self._mark_compared(painter)
            self._write_values(painter)
            self._frame_chosen(painter)
        painter.restore()

    def _choose(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self.viewport().update()
            self.chosen.emit(number)

    def _draw(self) -> None:
        """Draw everything anew in the colours in use."""
        colors, points = self._theme.colors, self._series.points
        self.setBackgroundBrush(colors.surface)
        scale = self._scale()
        self._box.setRange(
            xRange=(-0.5, max(1, len(points)) - 0.5), yRange=(scale.low, scale.high), padding=0.0
        )
        self._upright.setTicks([[(tick, self._series.tick(tick)) for tick in scale.ticks]])
        font = self._theme.font(self._theme.metrics.hint)
        for axis in (self._upright, self._level):
            axis.setPen(QPen(colors.line, 1))
            axis.setTextPen(QPen(colors.muted))
            axis.setStyle(tickLength=0, tickFont=font, hideOverlappingLabels=False)
        self._upright.setGrid(90)
        metrics = self._theme.metrics.hint
        self._level.setHeight(metrics + 12)
        self._show_points(points)
        self._label_level()
        self.viewport().update()

    def _show_points(self, points: tuple[Point, ...]) -> None:
        colors = self._theme.colors
        if self.is_line():
            compared = [
                (number, each.compared) for number, each in enumerate(points) if each.compared is not None
            ]
            self._bars.set_values(())
            self._line.setData(
                x=[float(number) for number in range(len(points))],
                y=[float(each.value) for each in points],
                pen=_pen(colors.primary, 2.5),
            )
            self._before_line.setData(
                x=[float(number) for number, _ in compared],
                y=[float(value) for _, value in compared],
                pen=_pen(colors.warn, 1.5, dashed=True),
            )
            return
        self._line.clear()
        self._before_line.clear()
        self._bars.set_values(tuple(each.value for each in points))

    def _scale(self) -> Scale:
        points = self._series.points
        compared = [each.compared for each in points if each.compared is not None]
        return scale_of([*(each.value for each in points), *compared], unit=self._series.unit)

    def _label_level(self) -> None:
        points = self._series.points
        widest = self._widest([each.label for each in points])
        step = every(len(points), width_px=widest + 8, slot_px=self._slot_px())
        self._level.setTicks([[(n, each.label) for n, each in enumerate(points) if n % step == 0]])

    def _write_values(self, painter: QPainter) -> None:
        """Write each value at its bar, or none where they would touch."""
        points = self._series.points
        painter.setFont(self._theme.font(self._theme.metrics.hint))
        line = self._theme.metrics.hint + 4
        if self._widest([each.written for each in points]) + 6 > self._slot_px():
            return
        painter.setPen(self._theme.colors.muted)
        slot = self._slot_px()
        for number, point in enumerate(points):
            end = self._device(number, point.value)
            if point.value >= 0:
                above = end.y()
                if point.compared is not None:
                    # A diamond that stands just above the bar keeps its place.
                    diamond = self._device(number, point.compared).y()
                    above = min(above, diamond - 7) if -line - 8 < diamond - above < 8 else above
                area = QRectF(end.x() - slot / 2, above - line - 2, slot, line)
            else:
                area = QRectF(end.x() - slot / 2, end.y() + 2, slot, line)
            painter.drawText(area, _CENTER, point.written)

    def _mark_compared(self, painter: QPainter) -> None:
        """Put a diamond where the compared value stands, with a rim that parts it from the bar."""
        colors = self._theme.colors
        painter.setPen(QPen(colors.surface, 2))
        painter.setBrush(colors.warn)
        for number, point in enumerate(self._series.points):
            if point.compared is not None:
                at = self._device(number, point.compared)
                corners = [QPointF(at.x() + across, at.y() + up) for across, up in _DIAMOND_PX]
                painter.drawPolygon(corners)

    def _frame_chosen(self, painter: QPainter) -> None:
        if not 0 <= self._current < len(self._series.points):
            return
        value = self._series.points[self._current].value
        end, foot = self._device(self._current, value), self._device(self._current, 0)
        width = min(self._slot_px() * _WIDTH, _MOST_PX) + 8
        top, bottom = min(end.y(), foot.y()) - 4, max(end.y(), foot.y()) + 4
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colors.text, 2))
        painter.drawRoundedRect(QRectF(end.x() - width / 2, top, width, max(8.0, bottom - top)), 8, 8)

    def _mark_on_line(self, painter: QPainter) -> None:
        if not 0 <= self._current < len(self._series.points):
            return
        place = self.place_of(self._current)
        colors = self._theme.colors
        painter.setPen(QPen(colors.outline, 1))
        painter.drawLine(QPointF(place.x(), 0), QPointF(place.x(), self._device(self._current, 0).y()))
        painter.setPen(QPen(colors.surface, 2))
        painter.setBrush(colors.primary)
        painter.drawEllipse(place, 6, 6)

    def _device(self, number: int, value: int) -> QPointF:
        return self._box.mapViewToDevice(QPointF(number, value))

    def _slot_px(self) -> float:
        if not self._series.points:
            return 0.0
        return abs(self._device(1, 0).x() - self._device(0, 0).x())

    def _widest(self, texts: list[str]) -> int:
        metrics = QFontMetrics(self._theme.font(self._theme.metrics.hint))
        return max((metrics.horizontalAdvance(text) for text in texts), default=0)


def _pen(color: QColor, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(color, width)
    pen.setCosmetic(True)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen
