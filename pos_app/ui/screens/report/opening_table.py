"""A table in which every figure opens what is behind it; as tall as its rows, the page scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.facts_table import Column, FactsTable

_EDGES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class OpeningTable(FactsTable):
    """Cells lead by arrow keys; a tap or Enter opens one."""

    cell_opened = Signal(int, int)
    """The row and the column that were opened."""

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent=parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda index: self.cell_opened.emit(index.row(), index.column()))

    def set_facts(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, name: str) -> None:
        """Show ``rows``, and take the height that they need."""
        super().set_facts(columns, rows, name=name)
        headings = [column.heading for column in columns]
        self.setAccessibleDescription(
            "; ".join(
                ", ".join(
                    [row[0], *(f"{head} {text}" for head, text in zip(headings[1:], row[1:], strict=True))]
                )
                for row in rows
            )
        )
        self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open by Enter; at the edges leave the arrows to the page, which scrolls."""
        at = self.currentIndex()
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at.isValid():
            self.cell_opened.emit(at.row(), at.column())
            return
        down, across = _EDGES.get(key, (0, 0))
        if (down or across) and not self.model().index(at.row() + down, at.column() + across).isValid():
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first figure."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.facts.rowCount():
            first = self.facts.index(0, min(1, self.facts.columnCount() - 1))
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Mark nothing while the focus is elsewhere."""
        super().focusOutEvent(event)
        self.clearSelection()

    def _fit_rows(self) -> None:
        super()._fit_rows()
        head = self.horizontalHeader()
        row_px = self.verticalHeader().defaultSectionSize()
        head_px = head.sizeHint().height() if not head.isHidden() else 0
        self.setFixedHeight(head_px + row_px * self.facts.rowCount() + 2)
