"""A series with axes: bars or a line over time, with what it is compared to.

The library that draws it is loaded when the first report opens: see ``load_plots``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.labels import ElidedLabel, TextLabel
from pos_app.ui.widgets.styling import set_name

MOST_BARS = 45
"""More points than this are a line: bars would be thinner than what they are compared with."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the level axis: its label, its value and how that is written.

    ``compared`` is the value that it is measured against, if there is one; ``name`` is the label
    in full where the axis shortens it, ``short`` what is written at the bar instead of ``text``.
    """

    label: str
    value: int
    text: str
    compared: int | None = None
    compared_text: str = ""
    name: str = ""
    short: str = ""

    @property
    def written(self) -> str:
        """What is written at the bar."""
        return self.short or self.text

    def words(self, against: str = "") -> str:
        """Return all of it in words: ``12:00: ¥71.00, last week ¥65.00``."""
        words = f"{self.name or self.label}: {self.text}"
        return f"{words}, {against} {self.compared_text}" if self.compared is not None and against else words


@dataclass(frozen=True, slots=True)
class Series:
    """What one picture shows.

    ``tick`` writes a value of the upright axis, ``unit`` is the smallest step between two of them;
    ``against`` says in words what the compared values are, ``now`` what the others are.
    """

    points: tuple[Point, ...]
    tick: Callable[[int], str] = str
    unit: int = 1
    now: str = ""
    against: str = ""

    @property
    def compares(self) -> bool:
        """Whether any point has something to be compared with."""
        return any(point.compared is not None for point in self.points)


def load_plots() -> None:
    """Load what the library of the pictures reckons with, which takes most of its time; on a lane.

    The library itself makes classes of Qt objects and comes with the first picture, on the window's thread.
    """
    import_module("numpy")


class SeriesChart(QWidget):
    """The picture with a line of words above it; arrow keys lead through it, Enter and a tap open."""

    opened = Signal(int)
    """The number of the point that was opened."""

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._theme = theme
        self._series = Series(())
        self._name = ""
        self._plot: QWidget | None = None
        self._now, self._against = TextLabel(f"{name}_now", "hint"), TextLabel(f"{name}_against", "hint")
        self._now.set_tone("primary")
        self._against.set_tone("warn")
        self._point = ElidedLabel(f"{name}_point", "strong")
        self._point.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._point.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        legend = QHBoxLayout()
        legend.setSpacing(16)
        legend.addWidget(self._now)
        legend.addWidget(self._against)
        legend.addWidget(self._point, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(legend)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_series(self, series: Series, *, name: str) -> None:
        """Show ``series``; ``name`` says what the picture is of."""
        from pos_app.ui.widgets.plots import SeriesPlot

        self._series, self._name = series, name
        if self._plot is None:
            plot = SeriesPlot(f"{self.objectName()}_plot", self._theme)
            plot.chosen.connect(self._on_chosen)
            plot.opened.connect(self.opened)
            self._plot = plot
            self._column.addWidget(plot, 1)
            self.setFocusProxy(plot)
        drawn = self._plot
        assert isinstance(drawn, SeriesPlot)
        drawn.set_series(series)
        drawn.setAccessibleName(name)
        drawn.setAccessibleDescription("; ".join(each.words(series.against) for each in series.points))
        self._show_legend()
        self._point.setText("")

    def painted_texts(self) -> list[str]:
        """Return what is painted, for the checks of the looks."""
        points = self._series.points
        return [text for point in points for text in (point.label, point.written) if text]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size in which a day can be read."""
        return QSize(480, 240)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the smallest size in which bars differ."""
        return QSize(260, 180)

    def _on_chosen(self, number: int) -> None:
        """Say the point that the arrow keys lead to, in the line above and to a screen reader."""
        if self._plot is None:
            return
        words = self._series.points[number].words(self._series.against) if number >= 0 else ""
        self._point.setText(words)
        self._plot.setAccessibleName(f"{self._name}, {words}" if words else self._name)
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self._plot, QAccessible.Event.NameChanged))

    def _show_legend(self) -> None:
        series = self._series
        mark = series.against if series.compares else ""
        signs = ("—", "- -") if len(series.points) > MOST_BARS else ("■", "◆")
        for label, sign, words in (
            (self._now, signs[0], series.now),
            (self._against, signs[1], mark),
        ):
            label.setText(f"{sign} {words}" if words else "")
            label.setVisible(bool(words))
