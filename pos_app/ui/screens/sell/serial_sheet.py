"""The sheet that asks for the serial number of a piece."""

from PySide6.QtCore import Qt

from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.entry_sheets import MessageLabel, entry_field
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.piece_part import MOST_SERIAL
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.buttons import PrimaryButton
from pos_app.ui.widgets.labels import TextLabel


class SerialSheet(CounterSheet):
    """A serial number to scan or to type; without one the piece is not sold."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("serial", presenter, look=look)
        self._words = words
        self._part = presenter.goods.piece
        self._name = TextLabel("serial.name", "strong", wrap=True)
        self._hint = TextLabel("serial.hint", "muted", wrap=True)
        self._code = entry_field("serial.code")
        self._code.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._code.setMaxLength(MOST_SERIAL)
        self._message = MessageLabel("serial.message")
        self._sell = PrimaryButton("serial.sell", key="Enter")
        for part in (self._name, self._hint, self._code, self._message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self._sell)
        self._sell.clicked.connect(self._on_submitted)
        self.confirmed.connect(self._on_submitted)

    def on_scan(self, text: str) -> bool:
        """Take the scan as the number."""
        self._part.scanned(text)
        return True

    def show_sheet(self, state: SellState) -> None:
        """Show which piece it is about, and what was wrong."""
        self._name.setText(self._words.name(state.serial.names))
        self._message.say(self._words.said(state.serial.error))

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Serial number"), translate("Sell", "Back"))
        self._hint.setText(translate("Sell", "Scan the serial number of this piece, or type it."))
        self._code.setAccessibleName(translate("Sell", "Serial number"))
        self._sell.set_label(translate("Sell", "Sell this piece"))

    def take_keys(self) -> None:
        """Type into an empty field."""
        self._code.clear()
        self._code.setFocus()

    def _on_submitted(self) -> None:
        self._part.submit(self._code.text())
