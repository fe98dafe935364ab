"""From any thread to the UI thread: how events of lanes reach screens."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot


class UiHop(QObject):
    """Runs calls on the thread that made it: at once from there, later and in order from others."""

    _call = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call.connect(self._run)

    def deliver(self, call: Callable[[], None]) -> None:
        """Run ``call`` on the UI thread."""
        self._call.emit(call)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()
