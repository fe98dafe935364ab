"""The picture of signing in: people left, the PIN pad right, language and theme in the corner."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.records import StaffTile
from pos_app.ui.i18n import LANGUAGES, OWN_NAMES, LanguageName, translate
from pos_app.ui.screens.sign_in.presenter import SignInPresenter
from pos_app.ui.screens.sign_in.state import SignInState
from pos_app.ui.shell.screen import Action
from pos_app.ui.texts import role_text, text_of
from pos_app.ui.widgets.buttons import Chip, OptionCard, TillButton
from pos_app.ui.widgets.keypad import PinPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card, EmptyState

COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Corner:
    """The choices that belong to the window and not to the screen."""

    switch_language: Callable[[LanguageName], None]
    switch_theme: Callable[[], None]
    language: Callable[[], LanguageName]
    practise: Callable[[], None] | None = None
    """Opens a till to practise on; ``None`` where this is one."""


class SignInScreen(QWidget):
    """Shows who may sign in and takes a PIN; implements the window's ``Screen``."""

    name = "sign_in"

    def __init__(self, presenter: SignInPresenter, corner: Corner) -> None:
        super().__init__()
        self.setObjectName("sign_in")
        self._presenter = presenter
        self._corner = corner
        self._state = SignInState()
        self._cards: dict[str, OptionCard] = {}
        self._title = TextLabel("sign_in.store", "figure")
        self._till = TextLabel("sign_in.till", "muted")
        self._who = TextLabel("sign_in.who", "title", wrap=True)
        self._message = TextLabel("sign_in.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._pin = PinPad("sign_in.pin")
        self._back = TillButton("sign_in.back")
        self._hint = EmptyState("sign_in.hint")
        self._languages = {language: Chip(f"sign_in.lang.{language}") for language in LANGUAGES}
        self._theme = TillButton("sign_in.theme")
        self._practise = TillButton("sign_in.practise")
        self._people = QGridLayout()
        self._side = QStackedWidget()
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Nothing stands on the bar before somebody is signed in; Escape goes back to the people."""
        return [Action("back", self._presenter.go_back, on_bar=False, enabled=self._state.chosen is not None)]

    def enter(self) -> None:
        """Show the people anew."""
        self._presenter.enter()
        self._give_focus_to_people()

    def leave(self) -> None:
        """Forget digits that were typed."""
        self._pin.clear()

    def on_scan(self, text: str) -> bool:
        """Take a badge."""
        self._presenter.submit_badge(text)
        return True

    def show_state(self, state: SignInState) -> None:
        """Show ``state``."""
        staff_changed, chosen_before = state.staff != self._state.staff, self._state.chosen
        if staff_changed:
            self._render_people(state.staff)
        self._state = state
        for staff_id, card in self._cards.items():
            tile = next(tile for tile in state.staff if tile.staff_id == staff_id)
            chosen = state.chosen is not None and state.chosen.staff_id == staff_id
            card.render_option(tile.name, role_text(tile.role), chosen=chosen)
        self._title.setText(state.store_name)
        self._till.setText(state.till)
        self._pin.setEnabled(not state.busy)
        self._side.setCurrentIndex(0 if state.chosen is None else 1)
        if state.chosen is not None:
            self._who.setText(state.chosen.name)
            self._pin.setFocus()
        elif staff_changed or chosen_before is not None:
            self._give_focus_to_people()
        self._message.setText(
            "" if state.message is None else text_of(state.message.code, *state.message.arguments)
        )
        self._render_hint(state)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _build(self) -> None:
        left = Card("sign_in.people")
        column = QVBoxLayout(left)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._till)
        column.addSpacing(20)
        column.addWidget(self._scroll(), 1)
        column.addLayout(self._corner_row())
        right = Card("sign_in.side")
        side = QVBoxLayout(right)
        side.setContentsMargins(24, 24, 24, 24)
        side.setSpacing(12)
        side.addWidget(self._side, 1)
        side.addWidget(self._message)
        self._side.addWidget(self._hint)
        self._side.addWidget(self._pin_page())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(left, 3)
        row.addWidget(right, 2)

    def _scroll(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "clear")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 8, 0)
        self._people.setSpacing(12)
        outer.addLayout(self._people)
        outer.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("sign_in.scroll")
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        return scroll

    def _pin_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._who.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._who)
        column.addWidget(self._pin, 1)
        column.addWidget(self._back)
        return page

    def _corner_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for chip in (*self._languages.values(), self._theme):
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self._practise)
        self._practise.setVisible(self._corner.practise is not None)
        return row

    def _connect(self) -> None:
        self._pin.entered.connect(self._presenter.submit_pin)
        self._back.clicked.connect(self._presenter.go_back)
        self._theme.clicked.connect(self._corner.switch_theme)
        if self._corner.practise is not None:
            self._practise.clicked.connect(self._corner.practise)
        for language, chip in self._languages.items():
            chip.clicked.connect(self._switcher(language))

    def _switcher(self, language: LanguageName) -> Callable[[], None]:
        return lambda: self._corner.switch_language(language)

    def _chooser(self, staff_id: str) -> Callable[[], None]:
        return lambda: self._presenter.choose(staff_id)

    def _render_people(self, staff: Sequence[StaffTile]) -> None:
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards = {}
        for place, tile in enumerate(staff):
            card = OptionCard(f"sign_in.staff.{tile.staff_id}")
            card.clicked.connect(self._chooser(tile.staff_id))
            self._people.addWidget(card, place // COLUMNS, place % COLUMNS)
            self._cards[tile.staff_id] = card

    def _give_focus_to_people(self) -> None:
        for card in list(self._cards.values())[:1]:
            card.show()
            card.setFocus()

    def _render_hint(self, state: SignInState) -> None:
        if state.loaded and not state.staff:
            self._hint.render_empty(
                translate("SignIn", "No staff here yet"),
                translate("SignIn", "The list of staff comes from the central API. Check the connection."),
            )
            return
        self._hint.render_empty(
            translate("SignIn", "Who is working?"),
            translate("SignIn", "Touch your name and enter your PIN, or scan your badge."),
            mark="☺",
        )

    def _retranslate(self) -> None:
        self._back.setText(translate("SignIn", "Somebody else"))
        self._theme.setText(translate("SignIn", "Light or dark"))
        self._practise.setText(translate("SignIn", "Practise"))
        for language, chip in self._languages.items():
            chip.setText(OWN_NAMES[language])
            chip.setChecked(language == self._corner.language())
