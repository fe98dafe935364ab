"""A table of facts to read: columns, rows, figures to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.styling import set_name

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it holds figures, whether it takes the room that is left."""

    heading: str
    figures: bool = False
    stretch: bool = False


class FactsModel(QAbstractTableModel):
    """The facts as Qt wants them."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def set_facts(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Replace everything; each row has a text per column."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, or on which side it stands; the first cell speaks for its row."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(text for text in self._rows[index.row()] if text)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column; rows have none."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._columns[column].figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class FactsTable(QTableView):
    """Rows to read and, where something stands behind them, to open by a tap or Enter."""

    opened = Signal(int)

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._theme = theme
        self._facts = FactsModel()
        self.setModel(self._facts)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        theme.changed.connect(self._fit_rows)
        self._fit_rows()

    @property
    def facts(self) -> FactsModel:
        """The facts as the table shows them."""
        return self._facts

    def set_facts(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, name: str) -> None:
        """Show ``rows`` under ``columns``; ``name`` says what the table is of."""
        self._facts.set_facts(columns, rows)
        self.setAccessibleName(name)
        header = self.horizontalHeader()
        for number, column in enumerate(columns):
            mode = (
                QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.ResizeToContents
            )
            header.setSectionResizeMode(number, mode)

    def painted_texts(self) -> list[str]:
        """Return what is painted, for the checks of the looks."""
        model = self._facts
        cells = [
            str(model.data(model.index(row, column)))
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        headings = [
            str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())
        ]
        return [text for text in headings + cells if text]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open by Enter; never search by letters, they may be a scan."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(
            max(self._theme.metrics.target, self._theme.metrics.body + 20)
        )
