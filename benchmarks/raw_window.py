"""What an empty PySide6 window takes on this machine. A process of its own.

``python -m benchmarks.raw_window start`` shows an empty window and ends with its first painted frame.
``python -m benchmarks.raw_window lines`` prints one JSON line: seconds from a key to a painted line.
"""

import json
import sys
import time

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QVBoxLayout, QWidget

LINES = 200
_SIZE = (1366, 768)


def start() -> None:
    """Paint an empty window."""
    from benchmarks.painting import Painted

    app = QApplication(["raw"])
    window = QWidget()
    window.resize(*_SIZE)
    painted = Painted(window)
    painted.after(window.show)
    print("painted", flush=True)
    del app


def lines() -> None:
    """Put one line after the other into a list, and the count into a label, as a till must."""
    from benchmarks.painting import Painted, settle

    app = QApplication(["raw"])
    window = _Window()
    window.resize(*_SIZE)
    window.show()
    window.activateWindow()
    window.setFocus()
    settle()
    painted = Painted(window.view.viewport())
    times = []
    for _ in range(LINES):
        settle()
        times.append(painted.after(_press_enter))
    print(json.dumps({"line": times}))
    del app


def _press_enter() -> None:
    from benchmarks.painting import press

    press(int(Qt.Key.Key_Return), "\r", time.monotonic_ns() // 1_000_000)


class _Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.view = QListView()
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = QStringListModel()
        self.view.setModel(self._model)
        self._count = QLabel("0")
        column = QVBoxLayout(self)
        column.addWidget(self.view)
        column.addWidget(self._count)

    def keyPressEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        row = self._model.rowCount()
        self._model.insertRow(row)
        self._model.setData(self._model.index(row), f"line {row}")
        self.view.scrollToBottom()
        self._count.setText(str(row + 1))


if __name__ == "__main__":
    {"start": start, "lines": lines}[sys.argv[1]]()
