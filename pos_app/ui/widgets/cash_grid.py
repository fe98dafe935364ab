"""Pieces of each denomination: a tap on plus or minus, or digits for the one that is chosen."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.cash_count import CashCount
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.widgets.buttons import StepButton, TillButton
from pos_app.ui.widgets.count_field import DIGITS
from pos_app.ui.widgets.labels import MoneyLabel
from pos_app.ui.widgets.styling import set_name
from retail_core.money import Money

_ONE_COLUMN = 5
"""So many denominations stand below each other; more of them in two columns."""
_WIDE_PX, _CLOSE_PX = 16, 6
"""Between rows: few of them have room, many stand close."""


class PiecesCell(TillButton):
    """How many pieces; a tap or Tab chooses it, digits go into it, Enter goes to the screen."""

    chosen = Signal()
    typed = Signal(str)
    led = Signal(int)
    """An arrow leads up (-1) or down (1)."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.chosen)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room of four digits, and no more height than the style takes for least."""
        return QSize(max(56, self.fontMetrics().horizontalAdvance("0000") + 16), 50)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Become the one that is counted."""
        super().focusInEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take digits and backspace, lead on by an arrow."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Backspace:
            self.typed.emit("back")
        elif event.key() in steps:
            self.led.emit(steps[Qt.Key(event.key())])
        elif len(event.text()) == 1 and event.text() in DIGITS - {"."}:
            self.typed.emit(event.text())
        else:
            event.ignore()


class PiecesRow(QWidget):
    """One denomination: its face and what its pieces come to, less, how many, more."""

    def __init__(self, name: str) -> None:
        super().__init__()
        set_name(self, name)
        self.face = MoneyLabel(f"{name}_face", "strong")
        self.sum = MoneyLabel(f"{name}_sum", "hint")
        self.minus = StepButton(f"{name}_minus", "\N{MINUS SIGN}")
        self.plus = StepButton(f"{name}_plus", "+")
        self.cell = PiecesCell(f"{name}_pieces")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.face)
        words.addWidget(self.sum)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.minus)
        row.addWidget(self.cell)
        row.addWidget(self.plus)


class CashGrid(QWidget):
    """All denominations of a currency, largest first; it only tells, the owner decides."""

    chosen = Signal(int)
    stepped = Signal(int, int)
    typed = Signal(str)

    def __init__(self, name: str, formats: Formats, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._formats = formats
        self._rows: dict[int, PiecesRow] = {}
        self._count: CashCount | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)

    def render_count(self, count: CashCount, *, enabled: bool = True) -> None:
        """Show what was counted, and which denomination takes the digits."""
        had_focus = self.has_keys()
        if count.values != tuple(self._rows):
            self._rebuild(count.values)
        self._count = count
        for value, row in self._rows.items():
            self._render_row(row, value, count=count)
        self.setEnabled(enabled)
        if had_focus and count.chosen is not None:
            self.take_keys(count.chosen)

    def has_keys(self) -> bool:
        """Return whether a denomination takes what is typed."""
        return any(row.cell.hasFocus() for row in self._rows.values())

    def take_keys(self, value: int) -> None:
        """Give the keyboard to a denomination."""
        if not self._rows[value].cell.hasFocus():
            self._rows[value].cell.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._count is not None:
            for value, row in self._rows.items():
                self._render_row(row, value, count=self._count)

    def _rebuild(self, values: Sequence[int]) -> None:
        for row in self._rows.values():
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {value: self._make(value) for value in values}
        height = len(values) if len(values) <= _ONE_COLUMN else (len(values) + 1) // 2
        self._grid.setVerticalSpacing(_WIDE_PX if height <= _ONE_COLUMN else _CLOSE_PX)
        for place, row in enumerate(self._rows.values()):
            self._grid.addWidget(row, place % height, place // height)
        cells = [row.cell for row in self._rows.values()]
        for before, after in pairwise(cells):
            QWidget.setTabOrder(before, after)

    def _make(self, value: int) -> PiecesRow:
        row = PiecesRow(f"{self.objectName()}_{value}")
        row.minus.clicked.connect(lambda: self.stepped.emit(value, -1))
        row.plus.clicked.connect(lambda: self.stepped.emit(value, 1))
        # By Tab one goes from one denomination to the next; digits and arrows do the rest.
        for step in (row.minus, row.plus):
            step.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.cell.chosen.connect(lambda: self.chosen.emit(value))
        row.cell.typed.connect(self.typed)
        row.cell.led.connect(lambda by: self._lead(value, by))
        return row

    def _lead(self, value: int, by: int) -> None:
        values = list(self._rows)
        place = values.index(value) + by
        if 0 <= place < len(values):
            self._rows[values[place]].cell.setFocus()

    def _render_row(self, row: PiecesRow, value: int, *, count: CashCount) -> None:
        pieces = count.of_value(value)
        face = self._formats.denomination(Money(value, count.currency))
        together = self._formats.denomination(Money(value * pieces, count.currency)) if pieces else ""
        row.face.set_amount(face)
        row.sum.set_amount(together)
        row.sum.setVisible(bool(together))
        row.cell.setText("–" if pieces is None else str(pieces))
        row.cell.setChecked(count.chosen == value)
        row.cell.setAccessibleName(
            translate("CashGrid", "Pieces of {face}: {count}").format(face=face, count=pieces or 0)
        )
        row.minus.setEnabled(bool(pieces))
        row.minus.setAccessibleName(translate("CashGrid", "One {face} less").format(face=face))
        row.plus.setAccessibleName(translate("CashGrid", "One {face} more").format(face=face))
