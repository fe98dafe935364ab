"""The X as it prints: the shift so far, nothing reset."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.drawer.presenter import DrawerPresenter
from pos_app.ui.screens.drawer.state import DrawerState
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.receipt import PaperPreview
from pos_app.ui.widgets.surfaces import Card


class XPage(QWidget):
    """Shows the paper, and prints it when it is wanted."""

    def __init__(self, presenter: DrawerPresenter, *, say: Sayings) -> None:
        super().__init__()
        self.setObjectName("drawer.x")
        self._say = say
        self._title = TextLabel("drawer.x.title", "figure", wrap=True)
        self._hint = TextLabel("drawer.x.hint", "body", wrap=True)
        self._message = TextLabel("drawer.x.message", "body", wrap=True)
        self._back = ActionButton("drawer.x.back", key="Esc")
        self._print = PrimaryButton("drawer.x.print", key="Enter")
        self._paper = PaperPreview("drawer.x.paper")
        self._build()
        self._back.clicked.connect(presenter.go_back)
        self._print.clicked.connect(presenter.print_x)
        self._retranslate()

    def take_focus(self) -> None:
        """Let the keys of the screen work."""
        self.setFocus()

    def show_state(self, state: DrawerState) -> None:
        """Show the X of ``state``."""
        self._title.setText(translate("Drawer", "X {number}").format(number=state.x_number))
        self._message.setText(self._say(state.said))
        self._message.set_tone("ok" if state.good else "bad")
        self._print.setEnabled(not state.busy)
        self._paper.show_png(state.preview, self._title.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; the screen shows its state anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        left = Card("drawer.x.card")
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._message)
        column.addStretch(1)
        column.addWidget(self._print)
        right = Card("drawer.x.ground", column=True)
        side = QVBoxLayout(right)
        side.setContentsMargins(8, 8, 8, 8)
        side.addWidget(self._paper)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(left, 1)
        row.addWidget(right, 1)

    def _retranslate(self) -> None:
        self._hint.setText(translate("Drawer", "The shift so far. Nothing is reset, and the shift goes on."))
        self._back.set_label(translate("Drawer", "Back"))
        self._print.set_label(translate("Drawer", "Print"))
        self._paper.setAccessibleName(translate("Drawer", "The X as it prints"))
