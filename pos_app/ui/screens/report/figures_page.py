"""The page of figures: six cards, pictures, tables; it scrolls where the window is low."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.parts import WIDE_PX, FigureRow, HeadedCard, WatchList
from pos_app.ui.screens.report.reading_table import ReadingTable
from pos_app.ui.screens.report.state import Reading
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.charts import HBarList
from pos_app.ui.widgets.facts_table import Column
from pos_app.ui.widgets.series import Series, SeriesChart

WATCHED = 9


class FiguresPage(QScrollArea):
    """Everything about one shift."""

    def __init__(self, theme: Theme, words: ReportWords) -> None:
        super().__init__()
        self.setObjectName("report.page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._figures = FigureRow()
        self._hours = SeriesChart("report.chart.hours", theme)
        self._hours.setMinimumHeight(200)
        self._tenders = HBarList("report.chart.tenders", theme)
        self._categories = HBarList("report.chart.categories", theme)
        self._discounts = ReadingTable("report.table.discounts", theme)
        self._cash = ReadingTable("report.table.cash", theme, headed=False)
        self._watch = WatchList("report.table.watch", WATCHED)
        self._cards = {
            name: HeadedCard(f"report.card.{name}", body, fills=name == "hours")
            for name, body in (
                ("hours", self._hours),
                ("tenders", self._tenders),
                ("categories", self._categories),
                ("discounts", self._discounts),
                ("cash", self._cash),
                ("watch", self._watch),
            )
        }
        self._tables = QGridLayout()
        self._wide: bool | None = None
        self._build()

    def show_reading(self, reading: Reading) -> None:
        """Show the figures."""
        figures, words = reading.figures, self._words
        for name, figure in words.figures(figures).items():
            self._figures.cards[name].render_figure(
                figure.name, figure.value, note=figure.note, tone=figure.tone
            )
        self._show_pictures(reading)
        title = translate("Report", "Who pays for the discounts")
        rows = words.discounts(figures)
        self._cards["discounts"].render_head(title, "" if rows else translate("Report", "None in this shift"))
        self._discounts.set_facts(
            [
                Column(translate("Report", "Campaign"), stretch=True),
                Column(translate("Report", "Paid by")),
                Column(translate("Report", "Times"), figures=True),
                Column(translate("Report", "Amount"), figures=True),
            ],
            rows,
            name=title,
        )
        self._discounts.setVisible(bool(rows))
        title = translate("Report", "Cash")
        self._cards["cash"].render_head(title)
        self._cash.set_facts(
            [Column("", stretch=True), Column("", figures=True)], words.cash(figures), name=title
        )
        self._cards["watch"].render_head(translate("Report", "Worth a look"))
        self._watch.show_watched(words.watched(figures))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the tables side by side where there is room."""
        super().resizeEvent(event)
        self._place_tables(wide=self.width() >= WIDE_PX)

    def _show_pictures(self, reading: Reading) -> None:
        figures, words = reading.figures, self._words
        title = translate("Report", "Receipts by the hour")
        points = words.hours(figures, reading.earlier_hours)
        nothing = translate("Report", "Nothing sold yet")
        self._cards["hours"].render_head(title, "" if points else nothing)
        self._hours.set_series(
            Series(
                tuple(points),
                now=translate("Report", "This shift"),
                against=translate("Report", "last week"),
            ),
            name=title,
        )
        title = translate("Report", "Tenders")
        self._cards["tenders"].render_head(title, words.total(figures))
        self._tenders.set_bars(words.tenders(figures), name=title)
        title = translate("Report", "Categories")
        bars = words.categories(figures)
        self._cards["categories"].render_head(title, "" if bars else nothing)
        self._categories.set_bars(bars, name=title)

    def _build(self) -> None:
        ground = QWidget()
        pictures = QHBoxLayout()
        pictures.setSpacing(8)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._cards["tenders"])
        side.addWidget(self._cards["categories"], 1)
        pictures.addWidget(self._cards["hours"], 1)
        pictures.addLayout(side, 1)
        self._tables.setSpacing(8)
        column = QVBoxLayout(ground)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._figures)
        column.addLayout(pictures)
        column.addLayout(self._tables)
        column.addStretch(1)
        self.setWidget(ground)
        self._place_tables(wide=False)

    def _place_tables(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        tables, cards = self._tables, self._cards
        tables.addWidget(cards["discounts"], 0, 0, 1, 1 if wide else 2)
        tables.addWidget(cards["cash"], 0 if wide else 1, 1 if wide else 0)
        tables.addWidget(cards["watch"], 0 if wide else 1, 2 if wide else 1)
        for column, stretch in enumerate((5, 3, 4) if wide else (1, 1, 0)):
            tables.setColumnStretch(column, stretch)
