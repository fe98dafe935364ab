"""What stands above every screen of a till to practise on: that nothing counts, and the way back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.styling import set_name

WIPE_CODE: Final = 10
"""With this exit code practice asks for its data to be wiped and to begin anew."""


class PracticeRibbon(QFrame):
    """A striking bar with two touches: back to the real till, and practice data wiped."""

    def __init__(
        self, leave: Callable[[], None], wipe: Callable[[], None], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_name(self, "practice")
        self._text = TextLabel("practice.text", "title")
        self._wipe = TillButton("practice.wipe")
        self._leave = TillButton("practice.leave")
        self._wipe.clicked.connect(wipe)
        self._leave.clicked.connect(leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._wipe)
        row.addWidget(self._leave)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._text.setText(translate("Practice", "Training – nothing counts"))
        self.setAccessibleName(self._text.text())
        for button, text in (
            (self._wipe, translate("Practice", "Start afresh")),
            (self._leave, translate("Practice", "Back to the till")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
