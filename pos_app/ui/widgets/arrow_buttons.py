"""Buttons among which the arrow keys lead: choices of a group, places of a grid."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from pos_app.ui.widgets.buttons import Chip, TillButton

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ChoiceChip(Chip):
    """One choice of a group: Space takes it, Enter is left to the sheet, arrows lead on."""

    arrow = Signal(object)
    """Which way: (across, down), each -1, 0 or 1."""

    def __init__(self, name: str, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(name, text, parent=parent)
        # What excludes what is the group's affair.
        self.setAutoExclusive(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room of the bold words of a choice that is on, so that nothing moves when it is."""
        size = super().sizeHint()
        bold = QFont(self.font())
        bold.setBold(True)
        width = self.fontMetrics().horizontalAdvance(self.text())
        return size.expandedTo(
            QSize(size.width() + QFontMetrics(bold).horizontalAdvance(self.text()) - width, 0)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lead on by an arrow; leave Enter to whoever is around."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self.arrow.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CellButton(TillButton):
    """One place of a grid: Enter and Space take it, arrows lead on."""

    arrow = Signal(object)
    """Which way: (across, down), each -1, 0 or 1."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a little more than a finger needs."""
        return super().sizeHint().expandedTo(QSize(64, 56))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lead on by an arrow."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.arrow.emit(step)


def lead(
    rows: Sequence[Sequence[QPushButton | None]], at: QPushButton, *, step: tuple[int, int]
) -> QPushButton | None:
    """Return the button to which an arrow leads from ``at``; ``None`` at an edge. Holes are passed over."""
    across, down = step
    row = next(place for place, each in enumerate(rows) if at in each)
    column = list(rows[row]).index(at)
    if across:
        found = [
            each for each in (rows[row][column + across :: across] if column + across >= 0 else []) if each
        ]
        return found[0] if found else None
    row += down
    while 0 <= row < len(rows):
        there = [(abs(place - column), each) for place, each in enumerate(rows[row]) if each is not None]
        if there:
            return min(there, key=lambda item: item[0])[1]
        row += down
    return None
