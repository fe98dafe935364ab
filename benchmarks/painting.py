"""When a widget was painted: what the person at the counter waits for."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_S = 20.0
_OF_WIDGETS = QEventLoop.ProcessEventsFlag.AllEvents


class Painted(QObject):
    """Notices each paint event of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._count = 0
        self._holds: Callable[[], bool] = bool
        self._seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count."""
        if event.type() == QEvent.Type.Paint:
            self._count += 1
            self._seen = self._seen or self._holds()
        return False

    def after(self, act: Callable[[], None]) -> float:
        """Return the seconds from ``act`` until the widget was painted and the frame was handed over.

        What waits before is not let go here: a pause inside a burst of keys would end the burst.
        """
        before = self._count
        began = time.perf_counter()
        act()
        while self._count == before:
            QCoreApplication.processEvents(_OF_WIDGETS)
            if time.perf_counter() - began > PATIENCE_S:
                raise TimeoutError("nothing was painted")
        return time.perf_counter() - began

    def when(self, act: Callable[[], None], holds: Callable[[], bool]) -> float:
        """Return the seconds from ``act`` until the widget was painted with what ``holds`` looks for."""
        self._holds, self._seen = holds, False
        began = time.perf_counter()
        act()
        while not self._seen:
            # Sleeps until something happens: a loop that never rests would take the lanes' time away.
            QCoreApplication.processEvents(_OF_WIDGETS | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() - began > PATIENCE_S:
                raise TimeoutError("nothing was painted")
        return time.perf_counter() - began


def settle() -> None:
    """Let everything that waits happen."""
    for _ in range(3):
        QCoreApplication.processEvents(_OF_WIDGETS)


def wait_for(holds: Callable[[], bool]) -> None:
    """Let the window work until ``holds``.

    Raises:
        TimeoutError: It did not happen.
    """
    ends = time.perf_counter() + PATIENCE_S
    while not holds():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if time.perf_counter() > ends:
            raise TimeoutError


def press(key: int, text: str, at_ms: int) -> None:
    """Press and release a key that the keyboard says to have been pressed at ``at_ms``."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(at_ms)
        QCoreApplication.sendEvent(target, event)
