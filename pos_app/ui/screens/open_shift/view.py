"""The picture of opening a shift: the float in large figures, a pad, one button."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.open_shift.presenter import OpenShiftPresenter
from pos_app.ui.screens.open_shift.state import OpenShiftState
from pos_app.ui.shell.screen import Action
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import PrimaryButton, TillButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.surfaces import Card


class OpenShiftScreen(QWidget):
    """Takes the float; implements the window's ``Screen``."""

    name = "open_shift"

    def __init__(self, presenter: OpenShiftPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("open_shift")
        self._presenter = presenter
        self._formats = formats
        self._state: OpenShiftState | None = None
        self._title = TextLabel("open_shift.title", "figure", wrap=True)
        self._hint = TextLabel("open_shift.hint", "muted", wrap=True)
        self._caption = TextLabel("open_shift.caption", "muted")
        self._float = MoneyLabel("open_shift.float", "change")
        self._message = TextLabel("open_shift.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._pad = KeyPad("open_shift.key")
        self._open = PrimaryButton("open_shift.open", key="Enter")
        self._leave = TillButton("open_shift.leave")
        self._build()
        self._pad.pressed.connect(presenter.press)
        self._open.clicked.connect(presenter.submit)
        self._leave.clicked.connect(presenter.leave_till)
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Enter opens the shift, Escape lets somebody else sign in."""
        return [
            Action("confirm", self._presenter.submit, on_bar=False),
            Action("back", self._presenter.leave_till, on_bar=False),
        ]

    def enter(self) -> None:
        """Start anew, keys at hand."""
        self._presenter.enter()
        self._pad.setFocus()

    def leave(self) -> None:
        """Nothing is kept."""

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: goods can wait until the drawer is open."""
        return False

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._state

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, OpenShiftState):
            self._presenter.take_back(snapshot)

    def show_state(self, state: OpenShiftState) -> None:
        """Show ``state``."""
        self._state = state
        self._float.set_amount(self._formats.money(state.entry.money))
        self._title.setText(translate("OpenShift", "Good day, {name}").format(name=state.cashier))
        self._message.setText(text_of(state.code, *state.arguments) if state.code else "")
        self._open.setEnabled(not state.busy)
        self._leave.setEnabled(not state.busy)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._state is not None:
                self.show_state(self._state)

    def _build(self) -> None:
        left = Card("open_shift.figure")
        column = QVBoxLayout(left)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(8)
        self._float.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for label in (self._title, self._hint):
            column.addWidget(label)
        column.addStretch(1)
        for label in (self._caption, self._float, self._message):
            column.addWidget(label)
        column.addStretch(2)
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        right = Card("open_shift.pad")
        side = QVBoxLayout(right)
        side.setContentsMargins(24, 24, 24, 24)
        side.setSpacing(16)
        side.addWidget(self._pad, 1)
        side.addWidget(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(left, 3)
        row.addWidget(right, 2)

    def _retranslate(self) -> None:
        self._hint.setText(
            translate("OpenShift", "Count the change in the drawer, key it in, and open the shift.")
        )
        self._caption.setText(translate("OpenShift", "Float"))
        self._open.set_label(translate("OpenShift", "Open shift"))
        self._leave.setText(translate("OpenShift", "Somebody else"))
