"""A message in place: no box to close, it goes by itself."""

from collections.abc import Callable
from typing import Literal, Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.styling import set_name, set_style_property

NoticeKind = Literal["info", "ok", "warn", "bad"]
_MARKS: dict[NoticeKind, str] = {"info": "ⓘ", "ok": "✓", "warn": "△", "bad": "⊘"}
_VISIBLE_MS: dict[NoticeKind, int] = {"info": 5_000, "ok": 4_000, "warn": 8_000, "bad": 0}
"""How long a notice stays; what went wrong stays until the next one or a tap."""


class After(Protocol):
    """Calls once, later."""

    def after(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        """Call after ``delay_ms``; the returned function cancels."""
        ...


class Notice(QFrame):
    """What happened, what it means, what to press; with at most one action."""

    appeared = Signal()
    gone = Signal()

    def __init__(self, name: str, timers: After, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._timers = timers
        self._cancel: Callable[[], None] | None = None
        self._action: Callable[[], None] | None = None
        self._mark = TextLabel(f"{name}_mark", "title")
        self._text = TextLabel(f"{name}_text", wrap=True)
        self._button = TillButton(f"{name}_action")
        self._close = TillButton(f"{name}_close", "✕")
        self._button.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()
        self._retranslate()

    def show_notice(
        self, kind: NoticeKind, text: str, *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Show ``text`` instead of what was shown before, and say it to screen readers."""
        self._stop_timer()
        set_style_property(self, "kind", value=kind)
        self._mark.setText(_MARKS[kind])
        self._text.setText(text)
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self._action = on_action
        self.setAccessibleName(text)
        self.show()
        self.appeared.emit()
        self._announce(text, urgent=kind in {"warn", "bad"})
        if _VISIBLE_MS[kind]:
            self._cancel = self._timers.after(_VISIBLE_MS[kind], self.dismiss)

    def stay(self) -> None:
        """Keep the message that is shown until somebody closes it."""
        self._stop_timer()

    def dismiss(self) -> None:
        """Hide the message."""
        self._stop_timer()
        self._action = None
        self.hide()
        self.gone.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; the message itself is from before."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _announce(self, text: str, *, urgent: bool) -> None:
        event = QAccessibleAnnouncementEvent(self, text)
        level = QAccessible.AnnouncementPoliteness
        event.setPoliteness(level.Assertive if urgent else level.Polite)
        QAccessible.updateAccessibility(event)

    def _on_action_clicked(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    def _stop_timer(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    def _retranslate(self) -> None:
        self._close.setAccessibleName(translate("Notice", "Close message"))
