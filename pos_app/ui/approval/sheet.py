"""The picture of an approval: what is asked, the people who may allow it, the PIN pad."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.records import StaffTile
from pos_app.ui.approval.presenter import ApprovalPresenter
from pos_app.ui.approval.state import ApprovalState
from pos_app.ui.i18n import translate
from pos_app.ui.said import Said
from pos_app.ui.sayings import Sayings
from pos_app.ui.shell.screen import Shell
from pos_app.ui.texts import role_text
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import OptionCard, TillButton
from pos_app.ui.widgets.keypad import PinPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.surfaces import EmptyState


class ApprovalSheet(Sheet):
    """Slides over whatever is open, which stays as it is behind it."""

    def __init__(self, presenter: ApprovalPresenter, shell: Shell, *, theme: Theme, say: Sayings) -> None:
        super().__init__("approval", theme)
        self._presenter = presenter
        self._shell = shell
        self._say = say
        self._state = ApprovalState()
        self._cards: dict[str, OptionCard] = {}
        self._about = TextLabel("approval.about", "strong", wrap=True)
        self._why = TextLabel("approval.why", "muted", wrap=True)
        self._old_list = TextLabel("approval.old_list", "hint", wrap=True)
        self._old_list.set_tone("warn")
        self._message = TextLabel("approval.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._who = TextLabel("approval.who", "title", wrap=True)
        self._who.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pin = PinPad("approval.pin")
        self._others = TillButton("approval.others")
        self._nobody = EmptyState("approval.nobody")
        self._people = QVBoxLayout()
        self._pages = QStackedWidget()
        self._build()
        self._pin.entered.connect(presenter.submit_pin)
        self._others.clicked.connect(presenter.go_back)
        self.closed.connect(presenter.on_closed)
        self._retranslate()
        presenter.bind(self)

    def on_scan(self, text: str) -> bool:
        """Take a badge."""
        self._presenter.submit_badge(text)
        return True

    def show_state(self, state: ApprovalState) -> None:
        """Show ``state``; the sheet opens and closes with it."""
        before, self._state = self._state, state
        if state.open:
            self._render(before, state)
        if state.open and not self.is_open:
            self._shell.stack_sheet(self)
        elif not state.open and self.is_open:
            self.close_sheet()
        if state.open:
            self._give_keys(before, state)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._render(self._state, self._state)

    def _build(self) -> None:
        pin_page = QWidget()
        column = QVBoxLayout(pin_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._who)
        column.addWidget(self._pin, 1)
        column.addWidget(self._others)
        for page in (self._nobody, self._scroll(), pin_page):
            self._pages.addWidget(page)
        for label in (self._about, self._why, self._old_list):
            self.body.addWidget(label)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._message)

    def _scroll(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "clear")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 8, 0)
        self._people.setSpacing(12)
        outer.addLayout(self._people)
        outer.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("approval.scroll")
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        return scroll

    def _render(self, before: ApprovalState, state: ApprovalState) -> None:
        if before.people != state.people:
            self._render_people(state.people)
        for tile in state.people:
            self._cards[tile.staff_id].render_option(tile.name, role_text(tile.role))
        self._write(self._about, state.about)
        self._write(self._why, state.why)
        self._old_list.setVisible(state.only_managers)
        self._write(self._message, state.message)
        self._pin.setEnabled(not state.busy)
        self._others.setVisible(len(state.people) > 1)
        if state.chosen is not None:
            self._who.setText(state.chosen.name)
        self._pages.setCurrentIndex(2 if state.chosen is not None else 1 if state.people else 0)
        self._nobody.setVisible(state.loaded and not state.people)

    def _write(self, label: TextLabel, what: Said) -> None:
        label.setText(self._say(what))
        label.setVisible(bool(what.code))

    def _render_people(self, people: Sequence[StaffTile]) -> None:
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards = {}
        for tile in people:
            card = OptionCard(f"approval.staff.{tile.staff_id}")
            card.clicked.connect(self._chooser(tile.staff_id))
            self._people.addWidget(card)
            self._cards[tile.staff_id] = card

    def _chooser(self, staff_id: str) -> Callable[[], None]:
        return partial(self._presenter.choose, staff_id)

    def _give_keys(self, before: ApprovalState, state: ApprovalState) -> None:
        """Give the keyboard to the PIN pad, or to the first of the people."""
        if state.chosen is not None:
            if before.chosen != state.chosen:
                self._pin.clear()
            self._pin.setFocus()
        elif before.chosen is not None or before.people != state.people:
            for card in list(self._cards.values())[:1]:
                card.setFocus()

    def _retranslate(self) -> None:
        self.set_title(translate("Approval", "Who allows this?"), translate("Approval", "Back"))
        self._others.setText(translate("Approval", "Somebody else"))
        self._old_list.setText(
            translate("Approval", "The staff list is older than three days: only managers can allow this.")
        )
        self._nobody.render_empty(
            translate("Approval", "Nobody here can allow this"),
            translate("Approval", "It needs another person with the right for it."),
        )
