"""The basket: a list that repaints the rows that changed and nothing else."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.basket_delegate import BasketDelegate, row_height_px, shows_stepper, stepper_areas
from pos_app.ui.widgets.basket_line import LINE_ROLE, BasketLine
from pos_app.ui.widgets.styling import set_name

_Index = QModelIndex | QPersistentModelIndex
_Part = Literal["minus", "plus"]


class BasketModel(QAbstractListModel):
    """The lines as Qt wants them; ``set_lines`` tells the view only what differs."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[BasketLine] = []

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of lines; lines have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, its name, or all of it in words for screen readers."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.in_words()
        return None

    def line(self, row: int) -> BasketLine:
        """Return the line in ``row``."""
        return self._lines[row]

    def row_of(self, line_id: str) -> int:
        """Return the row of a line, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.line_id == line_id), -1)

    def set_lines(self, lines: Sequence[BasketLine]) -> None:
        """Show ``lines``; rows that stay equal are not touched."""
        old, new = self._lines, list(lines)
        same = 0
        while same < min(len(old), len(new)) and old[same].line_id == new[same].line_id:
            same += 1
        tail = 0
        while tail < min(len(old), len(new)) - same and old[-1 - tail].line_id == new[-1 - tail].line_id:
            tail += 1
        self._replace(same, len(old) - tail, lines=new[same : len(new) - tail])
        for row, line in enumerate(new):
            if self._lines[row] != line:
                self._lines[row] = line
                changed = self.index(row)
                self.dataChanged.emit(changed, changed)

    def _replace(self, first: int, end: int, *, lines: list[BasketLine]) -> None:
        if end > first:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            del self._lines[first:end]
            self.endRemoveRows()
        if lines:
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines[first:first] = lines
            self.endInsertRows()


class BasketList(QListView):
    """The lines with their steppers; it only tells, the owner decides.

    Left and Right step the chosen line; Up and Down choose; Enter and a tap on the chosen one open it.
    """

    stepped = Signal(str, int)
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._theme = theme
        self._model = BasketModel()
        self._pressed: tuple[str, _Part] | None = None
        self._tapped = False
        self.setModel(self._model)
        self.setItemDelegate(BasketDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def lines(self) -> BasketModel:
        """The lines as the list shows them."""
        return self._model

    def set_lines(self, lines: Sequence[BasketLine], *, current_id: str | None = None) -> None:
        """Show ``lines`` and choose ``current_id``, scrolled into sight."""
        self._model.set_lines(lines)
        row = -1 if current_id is None else self._model.row_of(current_id)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row))
        if row >= 0:
            self.scrollTo(self._model.index(row))

    def current_id(self) -> str | None:
        """Return the id of the chosen line."""
        index = self.currentIndex()
        return self._model.line(index.row()).line_id if index.isValid() else None

    def part_area(self, line_id: str, part: _Part) -> QRect:
        """Return where the minus or plus of a line stands, in coordinates of the viewport."""
        row = self.visualRect(self._model.index(self._model.row_of(line_id)))
        minus, _value, plus = stepper_areas(row)
        return minus if part == "minus" else plus

    def painted_texts(self) -> list[str]:
        """Return what is painted, for the checks of the looks."""
        return [text for row in range(self._model.rowCount()) for text in self._model.line(row).texts()]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step by Left and Right; never search by letters, they may be a scan."""
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        current = self.current_id()
        if event.key() in steps and current is not None:
            self.stepped.emit(current, steps[event.key()])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current is not None:
            self.opened.emit(current)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the step that was pressed, or choose the line."""
        point = event.position().toPoint()
        self._pressed = self._part_at(point)
        index = self.indexAt(point)
        self._tapped = index.isValid() and self._pressed is None and index == self.currentIndex()
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Step when the finger leaves where it came down."""
        pressed, self._pressed = self._pressed, None
        tapped, self._tapped = self._tapped, False
        if pressed is None:
            super().mouseReleaseEvent(event)
            current = self.current_id()
            if (
                tapped
                and current is not None
                and self.indexAt(event.position().toPoint()) == self.currentIndex()
            ):
                self.opened.emit(current)
        elif pressed == self._part_at(event.position().toPoint()):
            line_id, part = pressed
            self.stepped.emit(line_id, -1 if part == "minus" else 1)

    def _part_at(self, point: QPoint) -> tuple[str, _Part] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        row = self.visualRect(index)
        if not shows_stepper(row, self._model.line(index.row()), chosen=index == self.currentIndex()):
            return None
        minus, _value, plus = stepper_areas(row)
        line_id = self._model.line(index.row()).line_id
        if minus.contains(point):
            return line_id, "minus"
        return (line_id, "plus") if plus.contains(point) else None

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.line(current.row()).line_id)

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(row_height_px(self._theme))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
