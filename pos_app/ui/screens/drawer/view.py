"""The picture of the drawer: what happened in this shift, and what can be done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.drawer.form_page import FormPage
from pos_app.ui.screens.drawer.presenter import DrawerPresenter
from pos_app.ui.screens.drawer.state import ACTS, DrawerState
from pos_app.ui.screens.drawer.words import act_label, columns, rows
from pos_app.ui.screens.drawer.x_page import XPage
from pos_app.ui.shell.screen import Action
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.facts_table import FactsTable
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card, EmptyState


class DrawerScreen(QWidget):
    """The list with its acts, the form of one, the X; implements the window's ``Screen``."""

    name = "drawer"

    def __init__(self, presenter: DrawerPresenter, formats: Formats, *, theme: Theme, say: Sayings) -> None:
        super().__init__()
        self.setObjectName("drawer")
        self._presenter = presenter
        self._formats = formats
        self._say = say
        self._state = DrawerState()
        self._title = TextLabel("drawer.title", "figure", wrap=True)
        self._whose = TextLabel("drawer.whose", "muted", wrap=True)
        self._message = TextLabel("drawer.message", "body", wrap=True)
        self._table = FactsTable("drawer.notes", theme)
        self._empty = EmptyState("drawer.empty")
        self._buttons = {act: ActionButton(f"drawer.{act}") for act in ACTS}
        self._x_button = ActionButton("drawer.x_read")
        self._back = ActionButton("drawer.back", key="Esc")
        self._form = FormPage(presenter, formats, say=say)
        self._x = XPage(presenter, say=say)
        self._pages = QStackedLayout(self)
        self._build()
        for act, button in self._buttons.items():
            button.clicked.connect(partial(presenter.begin, act))
        self._x_button.clicked.connect(presenter.read_x)
        self._back.clicked.connect(presenter.go_back)
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Enter does what the form says, Escape goes back."""
        return [
            Action("confirm", self._presenter.confirm, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
        ]

    def enter(self) -> None:
        """Show what happened so far, keys at hand."""
        self._presenter.enter()
        self._take_focus()

    def leave(self) -> None:
        """Nothing is kept."""

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: nothing is sold here."""
        return False

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._state

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, DrawerState):
            self._presenter.take_back(snapshot)

    def show_state(self, state: DrawerState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        if state.form is not None:
            self._form.show_state(state)
            self._pages.setCurrentIndex(1)
            if before.form is None or before.form.act != state.form.act:
                self._form.take_focus(state.form)
        elif state.x_number:
            self._x.show_state(state)
            self._pages.setCurrentIndex(2)
            if not before.x_number:
                self._x.take_focus()
        else:
            self._render_list(state)
            self._pages.setCurrentIndex(0)
            if before.form is not None or before.x_number or (before.busy and not state.busy):
                self._take_focus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _take_focus(self) -> None:
        if self._state.form is None and not self._state.x_number:
            self._buttons["paid_in"].setFocus()

    def _build(self) -> None:
        page = QWidget()
        left = Card("drawer.list")
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for label in (self._title, self._whose, self._message):
            column.addWidget(label)
        column.addWidget(self._table, 1)
        column.addWidget(self._empty, 1)
        right = Card("drawer.acts")
        side = QVBoxLayout(right)
        side.setContentsMargins(20, 20, 20, 20)
        side.setSpacing(10)
        side.addWidget(self._back)
        side.addSpacing(8)
        for act in ACTS:
            if act == "suspend":
                side.addStretch(1)
            side.addWidget(self._buttons[act])
            if act == "no_sale":
                side.addWidget(self._x_button)
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(left, 3)
        row.addWidget(right, 1)
        self._table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for each in (page, self._form, self._x):
            self._pages.addWidget(each)

    def _render_list(self, state: DrawerState) -> None:
        book = state.book
        if book is None:
            self._title.setText(translate("Drawer", "Drawer"))
            self._whose.setText("")
        else:
            self._title.setText(
                translate("Drawer", "Drawer · shift {number}").format(number=book.shift_number)
            )
            whose = (
                translate("Drawer", "The drawer of {name}, open since {when}.")
                if book.drawer == "personal"
                else translate("Drawer", "A shared drawer, opened by {name}, {when}.")
            )
            self._whose.setText(
                whose.format(name=book.opened_by_name, when=self._formats.date_time(book.opened_ms))
            )
            self._table.set_facts(
                columns(), rows(book, self._formats), name=translate("Drawer", "What happened at the drawer")
            )
        notes = () if book is None else book.notes
        self._table.setVisible(bool(notes))
        self._empty.setVisible(not notes)
        for button in (*self._buttons.values(), self._x_button):
            button.setEnabled(book is not None and not state.busy)
        self._back.setEnabled(not state.busy)
        self._message.setText(self._say(state.said))
        self._message.set_tone("ok" if state.good else "bad")
        self._message.setVisible(bool(state.said.code))

    def _retranslate(self) -> None:
        self._back.set_label(translate("Drawer", "Back"))
        for act, button in self._buttons.items():
            button.set_label(act_label(act))
        self._x_button.set_label(act_label("x_read"))
        self._empty.render_empty(
            translate("Drawer", "Nothing happened at the drawer yet"),
            translate("Drawer", "Cash that moves without a sale stands here: who, why and how much."),
        )
