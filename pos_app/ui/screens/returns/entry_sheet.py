"""The sheet that asks for a weight, a number of pieces, or a price."""

from pos_app.ui.i18n import translate
from pos_app.ui.screens.returns.entry_part import EntryPart
from pos_app.ui.screens.returns.look import ReturnsLook
from pos_app.ui.screens.returns.state import EntryForm
from pos_app.ui.screens.returns.words import ReturnsWords
from pos_app.ui.widgets.buttons import PrimaryButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.sheet import Sheet


class EntrySheet(Sheet):
    """Opens over the Returns screen; what is keyed in is the state's."""

    def __init__(self, part: EntryPart, words: ReturnsWords, *, look: ReturnsLook) -> None:
        super().__init__("returns_entry", look.theme)
        self._part = part
        self._words = words
        self._look = look
        self._form: EntryForm | None = None
        self._name = TextLabel("returns_entry.name", "title", wrap=True)
        self._most = TextLabel("returns_entry.most", "muted", wrap=True)
        self._value = MoneyLabel("returns_entry.value", "total")
        self._message = TextLabel("returns_entry.message", wrap=True)
        self._message.set_tone("bad")
        self._pad = KeyPad("returns_entry.key")
        self._ok = PrimaryButton("returns_entry.ok", key="Enter")
        for part_of in (self._name, self._most, self._value, self._message):
            self.body.addWidget(part_of)
        self.body.addWidget(self._pad, 1)
        self.body.addWidget(self._ok)
        self._pad.pressed.connect(part.press)
        self._ok.clicked.connect(part.submit)
        self.confirmed.connect(part.submit)
        self.closed.connect(part.cancel)

    def show_form(self, form: EntryForm | None) -> None:
        """Show what is asked for and what was keyed in."""
        self._form = form
        if form is None:
            return
        self._name.setText(self._words.name(form.name))
        self._most.setText(self._words.most(form))
        self._value.set_amount(self._words.entered(form))
        self._message.setText(self._look.say(form.said))
        self._message.setVisible(bool(form.said.code))
        title = self._words.asked(form)
        self.set_title(title, translate("Returns", "Back"))
        self._value.setAccessibleName(title)

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._form

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, EntryForm):
            self._part.take_back(snapshot)

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - whatever it is, the question comes first
        """Take no scan while something is asked: it would be lost what was begun."""
        self._part.answer_first()
        return False

    def take_keys(self) -> None:
        """Digits go to the pad."""
        self._pad.setFocus()

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._ok.set_label(translate("Returns", "Set"))
