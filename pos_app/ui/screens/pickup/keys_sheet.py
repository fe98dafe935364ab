"""Keys to touch where there is no keyboard."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import KeyButton, OptionCard, PrimaryButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-"
_COLUMNS = 7


class KeysSheet(Sheet):
    """Letters for a shelf, digits for both, and the name that a customer says."""

    def __init__(self, presenter: PickupPresenter, theme: Theme) -> None:
        super().__init__("keys", theme, width_px=720)
        self._touching = presenter.touching
        self._text = TextLabel("keys.text", "figure")
        self._letters = QWidget()
        grid = QGridLayout(self._letters)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, letter in enumerate(_LETTERS):
            key = KeyButton(f"keys.letter.{letter}", letter)
            key.clicked.connect(partial(self._touching.press, letter))
            grid.addWidget(key, place // _COLUMNS, place % _COLUMNS)
        self._digits = KeyPad("keys.digits", extra="none")
        self._name = OptionCard("keys.name")
        self._done = PrimaryButton("keys.done", key="Enter")
        self.body.addWidget(self._text)
        pads = QHBoxLayout()
        pads.setSpacing(16)
        pads.addWidget(self._letters, 7)
        pads.addWidget(self._digits, 4)
        self.body.addLayout(pads, 1)
        self.body.addWidget(self._name)
        self.body.addWidget(self._done)
        self._digits.pressed.connect(self._touching.press)
        self._name.clicked.connect(self._toggle_name)
        self._done.clicked.connect(self._touching.done)
        self.confirmed.connect(self._touching.done)
        self._name_said = False

    def show_state(self, state: PickupState) -> None:
        """Show what was written so far."""
        if state.panel != "keys":
            return
        keys, order = state.keys, state.order
        is_shelf = keys.of == "shelf"
        title = translate("Pickup", "Shelf") if is_shelf else translate("Pickup", "Last 4 digits")
        self.set_title(title, translate("Pickup", "Back"))
        self._text.setText(keys.text or "—")
        self._letters.setVisible(is_shelf)
        self._name_said = keys.name_said
        self._name.setVisible(not is_shelf)
        masked = "" if order is None else order.masked_name
        self._name.render_option(
            translate("Pickup", "The customer says this name: {name}").format(name=masked),
            "",
            chosen=keys.name_said,
        )
        self._done.set_label(translate("Pickup", "Take it") if is_shelf else translate("Pickup", "Check"))
        self._done.setEnabled(bool(keys.text))

    def _toggle_name(self) -> None:
        self._touching.say_name(not self._name_said)
