"""A panel that slides over the screen, and the veil behind it."""

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.styling import set_name

_MIN_WIDTH = 400


class Scrim(QFrame):
    """Covers what cannot be used while a sheet is open; a tap on it asks to close."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the sheet was left."""
        event.accept()
        self.pressed.emit()


class Sheet(QFrame):
    """A panel on the right with a title, a way back, and what its owner puts into ``body``.

    It closes by Escape, by its button and by a tap beside it; all of them emit ``closed`` once.
    Enter, when nothing in it takes it, emits ``confirmed``.
    """

    closed = Signal()
    confirmed = Signal()

    def __init__(self, name: str, theme: Theme, *, width_px: int = 480) -> None:
        super().__init__()
        set_name(self, name)
        self._theme = theme
        self._width_px = width_px
        self._scrim: Scrim | None = None
        self._motion = QPropertyAnimation(self, b"pos")
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._title = TextLabel(f"{name}_title", "title")
        self._back = ActionButton(f"{name}_close", key="Esc")
        self._back.clicked.connect(self.close_sheet)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        self.hide()

    def set_title(self, title: str, back: str) -> None:
        """Name the panel and its way back."""
        self._title.setText(title)
        self._back.set_label(back)
        self.setAccessibleName(title)

    def open_over(self, host: QWidget) -> None:
        """Slide in over ``host``, which cannot be used meanwhile."""
        self._scrim = Scrim(host)
        self._scrim.setObjectName(f"{self.objectName()}_scrim")
        self._scrim.pressed.connect(self.close_sheet)
        self.setParent(host)
        host.installEventFilter(self)
        self._place()
        self._scrim.show()
        self.show()
        self.raise_()
        self._slide_in()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Close; nothing happens when it is closed already."""
        if self._scrim is None:
            return
        host = self.parentWidget()
        if host is not None:
            host.removeEventFilter(self)
        self._motion.stop()
        self._scrim.hide()
        self._scrim.deleteLater()
        self._scrim = None
        self.hide()
        self.closed.emit()

    @property
    def is_open(self) -> bool:
        """Whether the sheet covers its host."""
        return self._scrim is not None

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - sheets that take scans use it
        """Take a scan while open; False says that nobody here knows it."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close by Escape, confirm by Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the host."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._motion.stop()
            self._place()
        return False

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None or self._scrim is None:
            return
        self._scrim.setGeometry(host.rect())
        width = min(max(self._width_px, self.minimumSizeHint().width(), _MIN_WIDTH), host.width())
        self.setGeometry(QRect(host.width() - width, 0, width, host.height()))

    def _slide_in(self) -> None:
        if not self._theme.motion_ms:
            return
        end = self.pos()
        self._motion.setDuration(self._theme.motion_ms)
        self._motion.setStartValue(end + QPoint(48, 0))
        self._motion.setEndValue(end)
        self._motion.start()
