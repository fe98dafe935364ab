"""What can be seen of the window: widgets by name, their words, their rows."""

from PySide6.QtCore import QAbstractAnimation, QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QTextEdit,
    QWidget,
)

BOX = 40
"""Pixels that are left around a widget which is scrolled into sight."""


class Eyes:
    """Looks at one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def find(self, name: str) -> QWidget | None:
        """Return the visible widget called ``name``, or nothing."""
        if self._window.objectName() == name:
            return self._window
        found = self._window.findChildren(QWidget, name)
        return next((widget for widget in found if widget.isVisible()), None)

    def names(self, prefix: str) -> list[str]:
        """Return the names of visible widgets that begin with ``prefix``, in the order of their making."""
        widgets = self._window.findChildren(QWidget)
        return [
            each.objectName() for each in widgets if each.objectName().startswith(prefix) and each.isVisible()
        ]

    def words(self, widget: QWidget) -> str:
        """Return what a widget says: its rows, its text, its parts, or its accessible name."""
        if isinstance(widget, QAbstractItemView):
            return "\n".join(self.rows(widget))
        if isinstance(widget, (QPlainTextEdit, QTextEdit)):
            return widget.toPlainText()
        if isinstance(widget, (QLabel, QLineEdit, QProgressBar)):
            return widget.text()
        if isinstance(widget, QAbstractButton) and widget.text():
            return widget.text()
        parts = [self.words(part) for part in widget.findChildren(QLabel) if part.isVisible()]
        return "\n".join(part for part in parts if part) or widget.accessibleName()

    def rows(self, view: QAbstractItemView) -> list[str]:
        """Return the rows of a list as a screen reader says them."""
        model = view.model()
        spoken = Qt.ItemDataRole.AccessibleTextRole
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        return [str(index.data(spoken) or index.data() or "") for index in indexes]

    def row_with(self, view: QAbstractItemView, text: str) -> QModelIndex | None:
        """Return the first row that contains ``text``."""
        for place, row in enumerate(self.rows(view)):
            if text in row:
                return view.model().index(place, 0)
        return None

    def inner_list(self, widget: QWidget) -> QAbstractItemView:
        """Return the list that ``widget`` is, or holds.

        Raises:
            LookupError: There is none.
        """
        if isinstance(widget, QAbstractItemView):
            return widget
        inside = widget.findChild(QAbstractItemView)
        if inside is None:
            raise LookupError(f"{widget.objectName()} holds no list")
        return inside

    def is_on_top(self, widget: QWidget, place: QPoint) -> bool:
        """Return whether a finger at ``place`` of ``widget`` would touch it and nothing that covers it."""
        at = self._window.childAt(widget.mapTo(self._window, place))
        return at is not None and (at is widget or widget.isAncestorOf(at))

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll the areas around ``widget`` until it can be seen."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget, BOX, BOX)
            parent = parent.parentWidget()

    def is_moving(self) -> bool:
        """Return whether something still slides."""
        running = QAbstractAnimation.State.Running
        return any(each.state() == running for each in self._window.findChildren(QAbstractAnimation))

    def picture(self) -> QImage:
        """Return what the window shows now."""
        return self._window.grab().toImage()
