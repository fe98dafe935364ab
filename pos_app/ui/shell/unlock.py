"""The window that asks for the passphrase of a till whose key is sealed with one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from pos_app.services.errors import StorageError
from pos_app.services.ports import TillKeys
from pos_app.ui.app import Face
from pos_app.ui.i18n import translate
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card

FIELD_PX = 48

Open = Callable[[str], TillKeys | None]


class UnlockWindow(QDialog):
    """Accepted once the passphrase was right; ``keys`` are then there."""

    def __init__(self, open_keys: Open) -> None:
        super().__init__()
        self.setObjectName("unlock")
        self.setProperty("role", "page")
        self.setWindowTitle(translate("Unlock", "Passphrase of this till"))
        self.keys: TillKeys | None = None
        self._open_keys = open_keys
        self.field = QLineEdit()
        self.field.setObjectName("unlock.field")
        self.field.setAccessibleName(translate("Unlock", "Passphrase of this till"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMinimumHeight(FIELD_PX)
        self.error = TextLabel("unlock.error", "body", wrap=True)
        self.error.set_tone("bad")
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 24, 24, 24)
        page.setSpacing(16)
        page.addWidget(self._card(), 1)
        page.addLayout(self._buttons())
        self.setMinimumSize(640, 320)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self) -> Card:
        title = TextLabel("unlock.title", "order", wrap=True)
        title.setText(translate("Unlock", "Passphrase of this till"))
        card = Card("unlock.card")
        words = QVBoxLayout(card)
        words.setContentsMargins(20, 16, 20, 16)
        words.setSpacing(12)
        for part in (title, self.field, self.error):
            words.addWidget(part)
        words.addStretch(1)
        return card

    def _buttons(self) -> QHBoxLayout:
        unlock = PrimaryButton("unlock.open", key="Enter", small=True)
        unlock.set_label(translate("Unlock", "Open the till"))
        unlock.clicked.connect(self._on_open)
        unlock.setDefault(True)
        close = ActionButton("unlock.close", key="Esc")
        close.set_label(translate("Unlock", "Close"))
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(unlock)
        return row

    def _on_open(self) -> None:
        try:
            self.keys = self._open_keys(self.field.text())
        except StorageError as error:
            self.error.setText(text_of(error.code, *error.arguments))
            self.field.selectAll()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()


def ask_passphrase(face: Face, open_keys: Open) -> TillKeys | None:
    """Return the keys that the passphrase opened, ``None`` if nobody gave it; ``face`` draws the window."""
    face.app.processEvents()
    window = UnlockWindow(open_keys)
    window.exec()
    return window.keys
