"""A page of the reports: cards with a figure each, then pictures; it scrolls where the window is low."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from pos_app.ui.screens.report.picture_card import PictureCard
from pos_app.ui.screens.report.picture_words import PictureWords
from pos_app.ui.screens.report.sections import Section
from pos_app.ui.screens.report.state import Opening
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.figure_button import FigureButton
from retail_core.reporting.report import Figure, Report

WIDE_PX = 1_200
"""From this width on all six figures stand side by side."""


class ScrollingPage(QScrollArea):
    """A page that scrolls down only, and whose ground holds a column."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        self.column = QVBoxLayout(ground)
        self.column.setContentsMargins(12, 4, 12, 12)
        self.column.setSpacing(8)
        self.setWidget(ground)


class FigureRow(QWidget):
    """The figures of a page: in one row where there is room, otherwise in two."""

    opened = Signal(str)
    """The figure that was touched."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.cards = {figure_id: FigureButton(_name(section, figure_id)) for figure_id in section.figures}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for figure_id, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, name=figure_id: self.opened.emit(name))
        self._place(3)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the number of rows."""
        super().resizeEvent(event)
        self._place(6 if self.width() >= WIDE_PX else 3)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(6):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _name(section: Section, figure_id: str) -> str:
    """Return the name of a card; those of the overview are plain: guides look for them there."""
    if section.name == "overview":
        return f"report.figure.{figure_id}"
    return f"report.{section.name}.figure.{figure_id}"


class SectionPage(ScrollingPage):
    """Everything of one section."""

    opened = Signal(object)
    """What was touched, an ``Opening``."""

    def __init__(
        self, section: Section, theme: Theme, *, words: PictureWords, aside: QWidget | None = None
    ) -> None:
        """Make the cards of ``section``; ``aside`` stands beside the last of them."""
        super().__init__(f"report.page.{section.name}")
        self._words = words
        self._report: Report | None = None
        self._aside = aside
        self._figures = FigureRow(section)
        self._figures.opened.connect(self._on_figure_opened)
        self._cards = [PictureCard(spec, theme) for spec in section.pictures]
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for card in self._cards:
            card.opened.connect(self.opened)
        self.column.addWidget(self._figures)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def show_report(self, report: Report) -> None:
        """Show the figures and pictures of a report."""
        self._report = report
        for figure_id, button in self._figures.cards.items():
            written = self._words.words.figure(self._figure(figure_id), report)
            button.render_figure(written.name, written.value, note=written.note, tone=written.tone)
        for card in self._cards:
            card.show_report(report, self._words)
        self._place_cards()
        # Only now: a card without a parent would be a window of its own for a moment.
        for card in self._cards:
            card.setVisible(not card.is_superfluous())

    def _figure(self, figure_id: str) -> Figure:
        return figure_in(self._report, figure_id)

    def _place_cards(self) -> None:
        """Put cards two by two; one alone in its row, and a wide one, take the row."""
        rows: list[list[QWidget]] = []
        wide: set[int] = set()
        hidden = [card for card in self._cards if card.is_superfluous()]
        for card in self._cards:
            if card in hidden:
                continue
            if card.spec.wide or not rows or len(rows[-1]) == 2 or len(rows) - 1 in wide:
                rows.append([card])
            else:
                rows[-1].append(card)
            if card.spec.wide:
                wide.add(len(rows) - 1)
        if self._aside is not None:
            if rows and len(rows[-1]) == 1 and len(rows) - 1 not in wide:
                rows[-1].append(self._aside)
            else:
                rows.append([self._aside])
        rows.extend([card] for card in hidden)
        for row, cards in enumerate(rows):
            for column, each in enumerate(cards):
                self._grid.addWidget(each, row, column, 1, 2 if len(cards) == 1 else 1)

    def _on_figure_opened(self, figure_id: str) -> None:
        if self._report is None:
            return
        figure = self._figure(figure_id)
        if figure.drill is not None:
            self.opened.emit(opening_of(figure, self._report, words=self._words))


def figure_in(report: Report | None, figure_id: str) -> Figure:
    """Return a figure of a report; one that it does not have is not defined."""
    found = report.figures.get(figure_id) if report is not None else None
    return found if found is not None else Figure(figure_id, "count", None)


def opening_of(figure: Figure, report: Report, *, words: PictureWords) -> Opening:
    """Return what a figure as a whole opens."""
    assert figure.drill is not None
    value = words.words.value(figure.value, figure.unit, currency=report.currency)
    note = words.words.change(figure.figure_id, figure.value, before=next(iter(figure.compared), None))[0]
    if note and report.comparisons:
        against = words.words.against(report.comparisons[0], report.scope)
        before = words.words.value(figure.compared[0], figure.unit, currency=report.currency)
        note = f"{note} · {against} {before}"
    return Opening(figure.figure_id, figure.drill, value, note=note)
