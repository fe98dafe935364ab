"""A table that is only read: all rows at once, no scrolling of its own, nothing to touch."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.facts_table import Column, FactsTable

_ROW_PADDING_PX = 20


class ReadingTable(FactsTable):
    """As tall as its rows; the page around it scrolls."""

    def __init__(
        self, name: str, theme: Theme, *, headed: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, theme, parent=parent)
        self._headed = headed
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setVisible(headed)

    def set_facts(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, name: str) -> None:
        """Show ``rows``, and take the height that they need."""
        super().set_facts(columns, rows, name=name)
        self._fit_rows()

    def painted_texts(self) -> list[str]:
        """Return what is painted; a head that is hidden is not."""
        texts = super().painted_texts()
        return texts if self._headed else texts[sum(1 for each in self._headings() if each) :]

    def _headings(self) -> list[str]:
        facts, across = self.facts, Qt.Orientation.Horizontal
        return [str(facts.headerData(column, across)) for column in range(facts.columnCount())]

    def _fit_rows(self) -> None:
        row_px = self._theme.metrics.body + _ROW_PADDING_PX
        self.verticalHeader().setMinimumSectionSize(row_px)
        self.verticalHeader().setDefaultSectionSize(row_px)
        head_px = self.horizontalHeader().sizeHint().height() if not self.horizontalHeader().isHidden() else 0
        self.setFixedHeight(head_px + row_px * self.facts.rowCount() + 2)
