"""What a report draws itself: figure cards and bars, as vectors that also read in black and white."""

import math
from collections.abc import Sequence

from reportlab.lib.colors import HexColor, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from pos_app.devices.encoder import clean
from pos_app.services.documents import BarChart, ColumnChart, FigureCard

INK = HexColor("#1f2933")
QUIET = HexColor("#52606d")
LINE = HexColor("#cbd2d9")
_CARD = HexColor("#f3f5f7")
_BAR = HexColor("#2f6f6d")
_LABEL_GAP = 1.2 * mm


class Card(Flowable):
    """A figure: its label small, its value large, its remark below."""

    def __init__(self, figure: FigureCard, font: str, *, width: float) -> None:
        super().__init__()
        self._figure = figure
        self._font = font
        self.width = width
        self.height = 23 * mm

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return how much room it takes."""
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(_CARD)
        canvas.roundRect(0, 0, self.width, self.height, 2 * mm, stroke=0, fill=1)
        inner = self.width - 6 * mm
        lines = (
            (self._figure.label, 9.0, QUIET, 16.5 * mm),
            (self._figure.value, 16.0, INK, 8.5 * mm),
            (self._figure.note, 8.0, QUIET, 3.5 * mm),
        )
        for text, size, color, height in lines:
            canvas.setFillColor(color)
            draw_fitting(canvas, clean(text), place=(3 * mm, height), font=self._font, size=size, width=inner)


class Bars(Flowable):
    """A bar chart: label left, bar in the middle, value right of the bar."""

    _TITLE = 8 * mm
    _ROW = 6.5 * mm

    def __init__(self, chart: BarChart, font: str, *, width: float) -> None:
        super().__init__()
        self._chart = chart
        self._font = font
        self.width = width
        self.height = self._TITLE + self._ROW * max(1, len(chart.bars))

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return how much room it takes."""
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(INK)
        draw_fitting(
            canvas,
            clean(self._chart.title),
            place=(0, self.height - 5 * mm),
            font=self._font,
            size=12,
            width=self.width,
        )
        label_width, value_width = self.width * 0.3, self.width * 0.25
        longest = max((bar.value for bar in self._chart.bars if bar.value > 0), default=1)
        room = self.width - label_width - value_width
        for number, bar in enumerate(self._chart.bars):
            bottom = self.height - self._TITLE - (number + 1) * self._ROW
            base = bottom + 1.9 * mm
            canvas.setFillColor(INK)
            draw_fitting(
                canvas, clean(bar.label), place=(0, base), font=self._font, size=9, width=label_width - 2 * mm
            )
            length = max(0.0, room * bar.value / longest)
            canvas.setFillColor(_BAR)
            canvas.rect(label_width, bottom + 1 * mm, length, self._ROW - 2 * mm, stroke=0, fill=1)
            canvas.setFillColor(QUIET)
            place = (label_width + length + 1.5 * mm, base)
            draw_fitting(
                canvas, clean(bar.value_text), place=place, font=self._font, size=9, width=value_width
            )


class Columns(Flowable):
    """Upright bars over time: filled is now, open is what it is compared with: grey paper tells them."""

    _TITLE = 8 * mm
    _PLOT = 44 * mm
    _LABELS = 5 * mm
    _LABEL = 7
    _AXIS = 20 * mm
    _FILL = 0.78
    _MOST_BAR = 9 * mm

    def __init__(self, chart: ColumnChart, font: str, *, width: float) -> None:
        super().__init__()
        self._chart = chart
        self._font = font
        self.width = width
        self.height = self._TITLE + self._PLOT + self._LABELS

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return how much room it takes."""
        return self.width, self.height

    def draw(self) -> None:
        self._draw_head()
        self._draw_axis()
        room = (self.width - self._AXIS) / max(1, len(self._chart.columns))
        labels = [clean(column.label) for column in self._chart.columns]
        widths = [self.canv.stringWidth(label, self._font, self._LABEL) for label in labels]
        step = every(widths, room)
        for number, column in enumerate(self._chart.columns):
            left = self._AXIS + number * room
            self._draw_column(left, room, values=(column.value, column.before))
            if number % step == 0:
                wide = widths[number]
                start = min(left + (room - wide) / 2, self.width - wide)
                self.canv.setFillColor(QUIET)
                self.canv.setFont(self._font, self._LABEL)
                self.canv.drawString(start, 1.2 * mm, labels[number])

    def _draw_head(self) -> None:
        canvas, top = self.canv, self.height - 5 * mm
        canvas.setFillColor(INK)
        title = clean(self._chart.title)
        draw_fitting(canvas, title, place=(0, top), font=self._font, size=12, width=self.width * 0.6)
        if not self._chart.before:
            return
        right = self.width
        for text, is_open in ((self._chart.before, True), (self._chart.now, False)):
            right -= canvas.stringWidth(clean(text), self._font, 8)
            canvas.setFillColor(QUIET)
            canvas.setFont(self._font, 8)
            canvas.drawString(right, top, clean(text))
            right -= 4.5 * mm
            self._draw_bar((right, top - 0.3 * mm), 3.2 * mm, height=2.6 * mm, is_open=is_open)
            right -= 5 * mm

    def _draw_axis(self) -> None:
        canvas = self.canv
        for value, text in self._chart.ticks:
            height = self._height_of(value)
            canvas.setStrokeColor(INK if value == 0 else LINE)
            canvas.setLineWidth(0.8 if value == 0 else 0.4)
            canvas.line(self._AXIS, height, self.width, height)
            canvas.setFillColor(QUIET)
            wide = canvas.stringWidth(clean(text), self._font, 7)
            start = max(0.0, self._AXIS - 2 * mm - wide)
            place = (start, height - 0.8 * mm)
            draw_fitting(canvas, clean(text), place=place, font=self._font, size=7, width=self._AXIS - 2 * mm)

    def _draw_column(self, left: float, room: float, *, values: tuple[int, int | None]) -> None:
        now, before = values
        bars = ((now, False),) if before is None else ((now, False), (before, True))
        width = min(self._MOST_BAR, room * self._FILL / len(bars))
        start = left + (room - width * len(bars)) / 2
        zero = self._height_of(0)
        for number, (value, is_open) in enumerate(bars):
            if not value:
                continue
            height = self._height_of(value) - zero
            self._draw_bar((start + number * width, zero), width, height=height, is_open=is_open)

    def _draw_bar(self, place: tuple[float, float], width: float, *, height: float, is_open: bool) -> None:
        canvas = self.canv
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(QUIET if is_open else _BAR)
        canvas.setFillColor(white if is_open else _BAR)
        canvas.rect(*place, width, height, stroke=1, fill=1)

    def _height_of(self, value: int) -> float:
        """Return where a value stands above the foot of the picture."""
        low, high = self._chart.ticks[0][0], self._chart.ticks[-1][0]
        return self._LABELS + self._PLOT * (value - low) / max(1, high - low)


def every(widths: Sequence[float], room: float) -> int:
    """Return which columns are labelled so that no label touches the next: each, every second, ...

    ``room`` is how wide a column is; the labels' ``widths`` are of the same unit.
    """
    widest = max(widths, default=0.0) + _LABEL_GAP
    return max(1, math.ceil(widest / room)) if room > 0 else 1


def draw_fitting(
    canvas: Canvas, text: str, *, place: tuple[float, float], font: str, size: float, width: float
) -> None:
    """Draw one line, smaller if it is wider than ``width``: a figure is never cut."""
    needed = canvas.stringWidth(text, font, size)
    fitting = size if needed <= width else size * width / needed
    canvas.setFont(font, fitting)
    canvas.drawString(*place, text)
