"""The sheet on which a member proves who they are: PIN or message code typed, or the phone's code scanned."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from pos_app.ui.i18n import translate
from pos_app.ui.proving.part import ProofPart
from pos_app.ui.proving.state import ProofForm
from pos_app.ui.said import Said
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import Chip, TillButton
from pos_app.ui.widgets.keypad import PinPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet
from retail_core.proofs import PROOF_DIGITS, ProofMeans

_MEANS: tuple[ProofMeans, ...] = ("pin", "message")


class ProofSheet(Sheet):
    """Opens over the screen; what is typed is shown as dots."""

    def __init__(self, part: ProofPart, *, theme: Theme, say: Callable[[Said], str]) -> None:
        super().__init__("proof", theme)
        self._part = part
        self._say = say
        self._form: ProofForm | None = None
        self._who = TextLabel("proof.who", "strong", wrap=True)
        self._hint = TextLabel("proof.hint", "muted", wrap=True)
        self._means = {means: Chip(f"proof.{means}") for means in _MEANS}
        self._send = TillButton("proof.send")
        self._message = TextLabel("proof.message", wrap=True)
        self._pad = PinPad("proof.pad", min_digits=PROOF_DIGITS, max_digits=PROOF_DIGITS)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self._means.values():
            chips.addWidget(chip, 1)
        self.body.addWidget(self._who)
        self.body.addWidget(self._hint)
        self.body.addLayout(chips)
        self.body.addWidget(self._send)
        self.body.addWidget(self._message)
        self.body.addWidget(self._pad, 1)
        for means, chip in self._means.items():
            chip.clicked.connect(partial(self._on_means, means))
        self._send.clicked.connect(self._on_send)
        self._pad.entered.connect(part.enter)
        self.confirmed.connect(self._pad.submit)
        self.closed.connect(self._on_closed)

    def on_scan(self, text: str) -> bool:
        """Take the code of the member's phone."""
        return self._part.scan(text)

    def show_form(self, form: ProofForm | None, *, who: str) -> None:
        """Show what is asked of ``who``, and what came of it."""
        before = self._form
        self._form = form
        if form is None:
            return
        if before is None or before.means != form.means:
            self._pad.clear()
        self._who.setText(who)
        self._who.setVisible(bool(who))
        for means, chip in self._means.items():
            chip.setChecked(means == form.means)
            chip.setEnabled(not form.busy)
        self._send.setVisible(form.means == "message")
        self._send.setEnabled(not form.busy)
        text = translate("Pay", "Head office is asked…") if form.busy else self._say(form.said)
        self._message.setText(text)
        self._message.set_tone("neutral" if form.busy else "ok" if form.is_good else "bad")
        self._message.setVisible(bool(text))
        self._pad.setEnabled(not form.busy)
        if before is not None and before.busy and not form.busy:
            self._pad.setFocus()

    def take_keys(self) -> None:
        """Let the pad have the keys."""
        self._pad.setFocus()

    def scan_snapshot(self) -> object:
        """Return what was typed before a scan begins."""
        return self._pad.scan_snapshot()

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan typed."""
        self._pad.scan_restore(snapshot)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Pay", "Is it the member?"), translate("Pay", "Back"))
        self._hint.setText(
            translate(
                "Pay",
                "A phone number alone does not spend. Scan the code on the member's phone, or let the "
                "member type here.",
            )
        )
        self._means["pin"].setText(translate("Pay", "PIN of the member"))
        self._means["message"].setText(translate("Pay", "Code by message"))
        self._send.setText(translate("Pay", "Send a code to the member's phone"))
        self._send.setAccessibleName(self._send.text())

    def _on_means(self, means: ProofMeans) -> None:
        self._part.choose(means)
        if self._form is not None:
            # A tap alone chooses nothing: the state says which one is on.
            self._means[self._form.means].setChecked(True)
        self._pad.setFocus()

    def _on_send(self) -> None:
        self._part.send_code()

    def _on_closed(self) -> None:
        self._pad.clear()
        self._part.close()
