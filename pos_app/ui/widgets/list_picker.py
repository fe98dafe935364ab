"""A list to choose one from: products with one code, members, reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.styling import set_name

Grade = Literal["", "head", "detail"]
_DETAIL_PX = 20
_Index = QModelIndex | QPersistentModelIndex
_ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class PickItem:
    """One choice: its key for the owner, its texts for the reader."""

    key: str
    title: str
    note: str = ""
    value: str = ""
    enabled: bool = True
    grade: Grade = ""
    """``head`` begins a part of a list that is read, ``detail`` belongs below one."""


class PickModel(QAbstractListModel):
    """The choices as Qt wants them."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[PickItem, ...] = ()

    def set_items(self, items: Sequence[PickItem]) -> None:
        """Replace all choices."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def item(self, row: int) -> PickItem:
        """Return the choice in ``row``."""
        return self._items[row]

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of choices; choices have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the choice, its title, or all of it in words."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == _ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (item.title, item.note, item.value) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Choices that are not enabled cannot be chosen."""
        if index.isValid() and not self._items[index.row()].enabled:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _PickDelegate(QStyledItemDelegate):
    """Paints title, note and value of a choice."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        metrics = self._theme.metrics
        return QSize(240, max(metrics.target + 8, metrics.body + metrics.hint + 28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(_ITEM_ROLE)
        if not isinstance(item, PickItem):
            return
        colors, metrics = self._theme.colors, self._theme.metrics
        row = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = colors.surface2 if item.grade == "head" else colors.surface
        painter.fillRect(row, colors.primary_soft if chosen else ground)
        if chosen:
            painter.fillRect(QRect(row.left(), row.top(), 4, row.height()), colors.primary)
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), colors.line)
        words = row.adjusted(16 + (_DETAIL_PX if item.grade == "detail" else 0), 6, -16, -6)
        painter.setFont(self._theme.font(metrics.body, bold=item.grade != "detail"))
        painter.setPen(colors.text if item.enabled else colors.disabled)
        painter.drawText(words, _RIGHT, item.value)
        taken = painter.fontMetrics().horizontalAdvance(item.value) + 12 if item.value else 0
        words.adjust(0, 0, -taken, 0)
        painter.setFont(self._theme.font(metrics.body, bold=item.grade == "head"))
        title = painter.fontMetrics().elidedText(item.title, Qt.TextElideMode.ElideRight, words.width())
        top = words.adjusted(0, 0, 0, -(words.height() - metrics.body - 10)) if item.note else words
        painter.drawText(top, _LEFT, title)
        if item.note:
            painter.setFont(self._theme.font(metrics.hint))
            painter.setPen(colors.muted if item.enabled else colors.disabled)
            note = painter.fontMetrics().elidedText(item.note, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(QRect(words.left(), top.bottom(), words.width(), metrics.hint + 8), _LEFT, note)
        painter.restore()


class _PickView(QListView):
    """A list view in which Enter chooses."""

    entered_row = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ListPicker(QWidget):
    """Choices one below the other; a tap or Enter picks."""

    picked = Signal(str)

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._model = PickModel()
        self._view = _PickView()
        self._view.setObjectName(f"{name}_view")
        self._view.setModel(self._model)
        self._view.setItemDelegate(_PickDelegate(theme, self))
        self._view.setUniformItemSizes(True)
        self._view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(lambda index: self._pick(index.row()))
        self._view.entered_row.connect(self._pick)
        theme.changed.connect(self._view.scheduleDelayedItemsLayout)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self.setFocusProxy(self._view)

    @property
    def items(self) -> PickModel:
        """The choices as the list shows them."""
        return self._model

    def set_items(self, items: Sequence[PickItem], *, name: str) -> None:
        """Show ``items`` under the accessible ``name``; the first is chosen already."""
        self._view.setAccessibleName(name)
        self._model.set_items(items)
        if items:
            self._view.setCurrentIndex(self._model.index(0))

    def mark(self, key: str) -> None:
        """Make the choice with ``key`` the chosen one, in sight, without picking it."""
        for row in range(self._model.rowCount()):
            if self._model.item(row).key == key:
                self._view.setCurrentIndex(self._model.index(row))

    def painted_texts(self) -> list[str]:
        """Return what is painted, for the checks of the looks."""
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        return [text for item in items for text in (item.title, item.note, item.value) if text]

    def _pick(self, row: int) -> None:
        item = self._model.item(row)
        if item.enabled:
            self.picked.emit(item.key)
