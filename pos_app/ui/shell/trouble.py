"""The window of a till that cannot be opened: what is so, what to do, and another try."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from pos_app.ui.app import Face
from pos_app.ui.i18n import translate
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card


class TroubleWindow(QDialog):
    """Accepted for another try, rejected for closing; Enter and Escape do the same."""

    def __init__(self, code: str, *arguments: object) -> None:
        super().__init__()
        self.setObjectName("trouble")
        self.setProperty("role", "page")
        self.setWindowTitle(translate("Trouble", "The till cannot be opened"))
        title = TextLabel("trouble.title", "order", wrap=True)
        title.setText("⊘  " + translate("Trouble", "The till cannot be opened"))
        title.set_tone("bad")
        reason = TextLabel("trouble.reason", "body", wrap=True)
        reason.setText(text_of(code, *arguments))
        named = TextLabel("trouble.code", "hint")
        named.setText(translate("Trouble", "Code for support: {code}").format(code=code))
        card = Card("trouble.card")
        card.set_edge("bad")
        words = QVBoxLayout(card)
        words.setContentsMargins(20, 16, 20, 16)
        words.setSpacing(12)
        for label in (title, reason, named):
            words.addWidget(label)
        words.addStretch(1)
        again = PrimaryButton("trouble.again", key="Enter", small=True)
        again.set_label(translate("Trouble", "Try again"))
        again.clicked.connect(self.accept)
        close = ActionButton("trouble.close", key="Esc")
        close.set_label(translate("Trouble", "Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(again)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 24, 24, 24)
        page.setSpacing(16)
        page.addWidget(card, 1)
        page.addLayout(buttons)
        self.setMinimumSize(640, 320)
        again.setDefault(True)
        again.setFocus(Qt.FocusReason.OtherFocusReason)


def wants_another_try(face: Face, code: str, *arguments: object) -> bool:
    """Say what is so, and return whether the person wants another try; ``face`` is what it is drawn with."""
    face.app.beep()
    return TroubleWindow(code, *arguments).exec() == QDialog.DialogCode.Accepted.value
