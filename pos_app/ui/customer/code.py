"""A QR code on a screen: black on white in every theme, 40 mm wide or a little more."""

import math

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.widgets.styling import set_name

LEAST_MM = 40.0
"""How wide a code is at least, without its white margin: 30 are read from a hand, and here is a counter."""

QUIET_MODULES = 4
_MM_AN_INCH = 25.4
_LEAST_DPI = 96.0
"""Screens that say less are believed to be as dense as this: a code that is too large is read, too."""

Matrix = tuple[tuple[bool, ...], ...]


class CodeView(QWidget):
    """Draws the modules of a code; nothing without one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        set_name(self, name)
        self._rows: Matrix = ()

    def show_code(self, rows: Matrix, *, dpi: float) -> None:
        """Show ``rows`` (True is black) on a screen of ``dpi``."""
        self._rows = rows
        self.setFixedSize(self._side(dpi))
        self.update()

    @property
    def code_px(self) -> int:
        """How wide the code is without its margin, in pixels of the window."""
        modules = len(self._rows)
        return self.width() * modules // (modules + 2 * QUIET_MODULES) if modules else 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the modules, each a whole number of pixels wide."""
        if not self._rows:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        module_px = self.width() // (len(self._rows) + 2 * QUIET_MODULES)
        for y, row in enumerate(self._rows, start=QUIET_MODULES):
            for x, is_black in enumerate(row, start=QUIET_MODULES):
                if is_black:
                    place = QRect(x * module_px, y * module_px, module_px, module_px)
                    painter.fillRect(place, Qt.GlobalColor.black)

    def _side(self, dpi: float) -> QSize:
        if not self._rows:
            return QSize(0, 0)
        least_px = LEAST_MM / _MM_AN_INCH * max(dpi, _LEAST_DPI)
        side_px = math.ceil(least_px / len(self._rows)) * (len(self._rows) + 2 * QUIET_MODULES)
        return QSize(side_px, side_px)
