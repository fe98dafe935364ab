"""The sheet that takes a voucher: its number and the value that is printed on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from pos_app.ui.i18n import translate
from pos_app.ui.screens.pay.look import PayLook
from pos_app.ui.screens.pay.state import PayState, VoucherForm
from pos_app.ui.screens.pay.voucher_part import VoucherPart
from pos_app.ui.screens.pay.words import PayWords
from pos_app.ui.widgets.buttons import PrimaryButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.styling import set_style_property

_ABOUT_NUMBER = frozenset({"tender.voucher_number", "tender.voucher_twice", "voucher.payment_code"})
_MOST_NUMBER = 48


class VoucherSheet(Sheet):
    """Opens over the Pay screen; scans become the number."""

    def __init__(self, part: VoucherPart, words: PayWords, *, look: PayLook) -> None:
        super().__init__("voucher", look.theme)
        self._part = part
        self._words = words
        self._look = look
        self._form: VoucherForm | None = None
        self._hint = TextLabel("voucher.hint", "muted", wrap=True)
        self._number = QLineEdit()
        self._number.setObjectName("voucher.number")
        self._number.setMaxLength(_MOST_NUMBER)
        self._number.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._value_caption = TextLabel("voucher.value.caption", "muted")
        self._value = MoneyLabel("voucher.value", "figure")
        self._message = TextLabel("voucher.message", wrap=True)
        self._message.set_tone("bad")
        self._pad = KeyPad("voucher.key")
        self._take = PrimaryButton("voucher.take", key="Enter")
        for widget in (self._hint, self._number, self._value_caption, self._value, self._message):
            self.body.addWidget(widget)
        self.body.addWidget(self._pad, 1)
        self.body.addWidget(self._take)
        self._number.textEdited.connect(part.set_number)
        self._number.returnPressed.connect(self._on_number_done)
        self._pad.pressed.connect(part.press)
        self._take.clicked.connect(part.submit)
        self.confirmed.connect(part.submit)
        self.closed.connect(part.close)

    def on_scan(self, text: str) -> bool:
        """Take the number; the value is asked for next."""
        taken = self._part.scan(text)
        if taken:
            self._pad.setFocus()
        return taken

    def show_state(self, state: PayState) -> None:
        """Show what was entered and what is wrong with it."""
        form = self._form = state.voucher
        if form is None:
            return
        if form.number != self._number.text():
            self._number.setText(form.number)
        wrong = form.said.code in _ABOUT_NUMBER
        set_style_property(self._number, "state", value="bad" if wrong else "")
        self._value.set_amount(self._words.money(form.entry.money))
        self._message.setText(self._look.say(form.said))
        self._message.setVisible(bool(form.said.code))
        self._take.setEnabled(bool(form.number) and form.entry.money.minor > 0)

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._form

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, VoucherForm):
            self._part.take_back(snapshot)

    def take_keys(self) -> None:
        """Type the number first."""
        self._number.setFocus()

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Pay", "Voucher"), translate("Pay", "Back"))
        self._hint.setText(
            translate("Pay", "Scan the voucher, or type its number; then the value printed on it.")
        )
        self._number.setPlaceholderText(translate("Pay", "Number"))
        self._number.setAccessibleName(translate("Pay", "Number"))
        self._value_caption.setText(translate("Pay", "Value"))
        self._take.set_label(translate("Pay", "Take the voucher"))

    def _on_number_done(self) -> None:
        """Go on to the value; with both there, take it."""
        form = self._form
        if form is not None and form.entry.is_empty:
            self._pad.setFocus()
        else:
            self._part.submit()
