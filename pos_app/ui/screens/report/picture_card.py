"""A card with a picture, and the table of the same numbers behind it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.opening_table import OpeningTable
from pos_app.ui.screens.report.picture_words import PictureWords, Shown
from pos_app.ui.screens.report.sections import PictureSpec
from pos_app.ui.screens.report.state import Opening
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.charts import HBarList
from pos_app.ui.widgets.labels import ElidedLabel, TextLabel
from pos_app.ui.widgets.series import SeriesChart
from pos_app.ui.widgets.surfaces import Card
from retail_core.reporting.report import Report


class PictureCard(Card):
    """A heading, the picture, and a button that turns it into its table and back."""

    opened = Signal(object)
    """What was touched, an ``Opening``."""

    def __init__(self, spec: PictureSpec, theme: Theme) -> None:
        name = f"{spec.place}{spec.name}"
        super().__init__(f"report.card.{name}")
        self.spec = spec
        self._shown = Shown()
        self._as_table = spec.kind == "table"
        self._title = TextLabel(f"report.card.{name}_title", "strong")
        self._note = ElidedLabel(f"report.card.{name}_note", "hint")
        self._turn = TillButton(f"report.turn.{name}")
        self._axes = SeriesChart(f"report.chart.{name}", theme) if spec.kind == "axes" else None
        self._bars = HBarList(f"report.chart.{name}", theme, opens=True) if spec.kind == "bars" else None
        self._table = OpeningTable(f"report.table.{name}", theme)
        self._build()

    def show_report(self, report: Report, words: PictureWords) -> None:
        """Show what the report has for this card."""
        shown = self._shown = words.picture(self.spec, report)
        self._title.setText(shown.title)
        self._note.setText(shown.note)
        self._note.setVisible(bool(shown.note))
        if self._axes is not None and shown.series.points:
            self._axes.set_series(shown.series, name=shown.title)
        if self._bars is not None:
            self._bars.set_bars(shown.bars, name=shown.title)
        self._table.set_facts(shown.columns, shown.rows, name=shown.title)
        self._place()

    def is_superfluous(self) -> bool:
        """Whether there is no use in it: one day by itself says no more than the figures above."""
        if self.spec.only_if_any and not (self._shown.has_picture or self._shown.rows):
            return True
        return self.spec.series_id.endswith("_by_day") and len(self._shown.series.points) < 2

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._note)
        head.addStretch(1)
        head.addWidget(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 12)
        column.setSpacing(4)
        column.addLayout(head)
        for body in self._bodies():
            column.addWidget(body, 1 if body is self._axes else 0)
        if self._axes is not None:
            self._axes.setMinimumHeight(236)
        column.addStretch(0 if self._axes is not None else 1)
        self._turn.clicked.connect(self._on_turned)
        if self._axes is not None:
            self._axes.opened.connect(self._on_point_opened)
        if self._bars is not None:
            self._bars.opened.connect(self._on_point_opened)
        self._table.cell_opened.connect(self._on_cell_opened)

    def _bodies(self) -> list[QWidget]:
        return [body for body in (self._axes, self._bars, self._table) if body is not None]

    def _place(self) -> None:
        shown = self._shown
        as_table = bool(shown.rows) and (self._as_table or not shown.has_picture)
        for picture in (self._axes, self._bars):
            if picture is not None:
                picture.setVisible(shown.has_picture and not as_table)
        self._table.setVisible(as_table)
        self._turn.setVisible(shown.has_picture and bool(shown.rows))
        words = translate("Report", "Picture") if as_table else translate("Report", "Table")
        self._turn.setText(words)
        self._turn.setAccessibleName(f"{shown.title}: {words}")

    def _on_turned(self) -> None:
        self._as_table = not self._as_table
        self._place()

    def _on_point_opened(self, number: int) -> None:
        self._open(self._shown.openings[number])

    def _on_cell_opened(self, row: int, column: int) -> None:
        self._open(self._shown.cell_openings[row][column])

    def _open(self, opening: Opening | None) -> None:
        if opening is not None:
            self.opened.emit(opening)
