"""The sheet that takes points or a balance: what there is, what is pending, how much of it is used."""

from PySide6.QtWidgets import QHBoxLayout

from pos_app.ui.i18n import translate
from pos_app.ui.said import Said
from pos_app.ui.screens.pay.balance_part import BalancePart
from pos_app.ui.screens.pay.look import PayLook
from pos_app.ui.screens.pay.state import BalanceForm, PayState
from pos_app.ui.screens.pay.words import PayWords
from pos_app.ui.widgets.buttons import PrimaryButton, TillButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.sheet import Sheet


class BalanceSheet(Sheet):
    """Opens over the Pay screen."""

    def __init__(self, part: BalancePart, words: PayWords, *, look: PayLook) -> None:
        super().__init__("balance", look.theme)
        self._part = part
        self._words = words
        self._look = look
        self._form: BalanceForm | None = None
        self._there = TextLabel("balance.there", "strong", wrap=True)
        self._pending = TextLabel("balance.pending", "muted", wrap=True)
        self._source = TextLabel("balance.source", "muted", wrap=True)
        self._caption = TextLabel("balance.caption", "muted")
        self._figure = MoneyLabel("balance.figure", "figure")
        self._message = TextLabel("balance.message", wrap=True)
        self._message.set_tone("bad")
        self._pad = KeyPad("balance.key")
        self._all = TillButton("balance.all")
        self._take = PrimaryButton("balance.take", key="Enter")
        figure = QHBoxLayout()
        figure.addWidget(self._caption, 1)
        figure.addWidget(self._figure)
        for widget in (self._there, self._pending, self._source):
            self.body.addWidget(widget)
        self.body.addLayout(figure)
        self.body.addWidget(self._message)
        self.body.addWidget(self._pad, 1)
        self.body.addWidget(self._all)
        self.body.addWidget(self._take)
        self._pad.pressed.connect(part.press)
        self._all.clicked.connect(part.take_all)
        self._take.clicked.connect(part.submit)
        self.confirmed.connect(part.submit)
        self.closed.connect(part.close)

    def show_state(self, state: PayState) -> None:
        """Show what there is and what was keyed in."""
        form = self._form = state.balance
        if form is None:
            return
        words = self._words.balance(form)
        self.set_title(words.title, translate("Pay", "Back"))
        for label, text in (
            (self._there, words.there),
            (self._pending, words.pending),
            (self._source, words.source),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        points, amount = self._part.preview(form)
        self._figure.set_amount(self._words.keyed(form, points, amount=amount))
        self._caption.setText(self._words.to_use(form, amount))
        refusal = Said(form.spendable.refusal, form.spendable.refusal_arguments)
        said = form.said if form.said.code else refusal
        self._message.setText(self._look.say(said))
        self._message.setVisible(bool(said.code))
        can_take = not form.spendable.refusal and form.spendable.most > 0
        for part in (self._pad, self._all, self._caption, self._figure, self._take):
            part.setVisible(can_take)
        self._take.setEnabled(can_take and amount.minor > 0)
        self._take.set_label(translate("Pay", "Pay {amount} so").format(amount=self._words.money(amount)))

    def take_keys(self) -> None:
        """Let the pad have the keys."""
        self._pad.setFocus()

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._all.setText(translate("Pay", "As much as possible"))
        self._all.setAccessibleName(self._all.text())
