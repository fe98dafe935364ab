"""The parts of the shift report: cards in rows that fit the width, headed cards, what is worth a look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.screens.report.words import Watched
from pos_app.ui.widgets.labels import ElidedLabel, Tag, TextLabel
from pos_app.ui.widgets.surfaces import Card, FigureCard

FIGURES = ("net_sales", "receipts", "average", "members", "pickups", "difference")
WIDE_PX = 1_200
"""From this width on all six figures stand side by side."""


class FigureRow(QWidget):
    """The six cards: in one row where there is room, otherwise in two."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = {name: FigureCard(f"report.figure.{name}") for name in FIGURES}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
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


class HeadedCard(Card):
    """A card with a heading, a remark beside it, and one thing below, which may fill it."""

    def __init__(self, name: str, body: QWidget, *, fills: bool = False) -> None:
        super().__init__(name)
        self._title = TextLabel(f"{name}_title", "strong")
        self._note = TextLabel(f"{name}_note", "hint")
        self._mark = TextLabel(f"{name}_mark", "hint")
        self._mark.set_tone("warn")
        head = QHBoxLayout()
        head.setSpacing(8)
        for label in (self._title, self._note):
            head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(body, 1 if fills else 0)
        if not fills:
            column.addStretch(1)

    def render_head(self, title: str, note: str = "", *, mark: str = "") -> None:
        """Show the heading; ``mark`` explains a colour in the picture below."""
        for label, text in ((self._title, title), (self._note, note), (self._mark, mark)):
            label.setText(text)
            label.setVisible(bool(text))


class WatchList(QWidget):
    """What is worth a look: how often, and what it was."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tags = [Tag(f"{name}_tag_{row}") for row in range(rows)]
        self._notes = [ElidedLabel(f"{name}_note_{row}", "muted") for row in range(rows)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (tag, note) in enumerate(zip(self._tags, self._notes, strict=True)):
            note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            grid.addWidget(tag, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(note, row, 1)
            grid.setRowMinimumHeight(row, 26)
        grid.setRowStretch(rows, 1)

    def show_watched(self, watched: Sequence[Watched]) -> None:
        """Show a row each."""
        for each, tag, note in zip(watched, self._tags, self._notes, strict=True):
            tag.render_tag(each.tag, each.kind)
            note.setText(each.note)
