"""The sheet that corrects points or a balance: what, how much, in which direction, and why."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from pos_app.services.correction_model import ADJUST_REASONS, Bucket
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.entry_sheets import MessageLabel
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import Chip, PrimaryButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from retail_core.money import Money

_BUCKETS: tuple[Bucket, ...] = ("points", "principal", "bonus")


class AdjustSheet(CounterSheet):
    """Opens from the member's sheet, for who may."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("member_adjust", presenter, look=look, width_px=560)
        self._words = words
        self._hint = TextLabel("member_adjust.hint", "muted", wrap=True)
        self._buckets = {bucket: Chip(f"member_adjust.{bucket}") for bucket in _BUCKETS}
        self._ways = {takes: Chip(f"member_adjust.{'take' if takes else 'give'}") for takes in (False, True)}
        self._reasons = {reason: Chip(f"member_adjust.reason.{reason}") for reason in ADJUST_REASONS}
        for chip in (*self._buckets.values(), *self._ways.values(), *self._reasons.values()):
            # The state says which one is on; three rows in one panel would else share one choice.
            chip.setAutoExclusive(False)
        self._figure = MoneyLabel("member_adjust.figure", "figure")
        self._message = MessageLabel("member_adjust.message")
        self._pad = KeyPad("member_adjust.key", extra="00")
        self._ok = PrimaryButton("member_adjust.ok", key="Enter")
        amount = _row(*self._ways.values())
        amount.addStretch(1)
        amount.addWidget(self._figure)
        self.body.addWidget(self._hint)
        self.body.addLayout(_row(*self._buckets.values(), stretch=True))
        self.body.addLayout(amount)
        self.body.addWidget(self._pad, 1)
        self.body.addLayout(_row(*self._reasons.values(), stretch=True))
        self.body.addWidget(self._message)
        self.body.addWidget(self._ok)
        self._connect()

    def show_sheet(self, state: SellState) -> None:
        """Show what is to be corrected."""
        form, currency = state.adjust, state.totals.total.currency
        for bucket, chip in self._buckets.items():
            chip.setChecked(bucket == form.bucket)
        for takes, chip in self._ways.items():
            chip.setChecked(takes == form.takes)
        for reason, chip in self._reasons.items():
            chip.setChecked(reason == form.reason)
        if form.bucket == "points":
            figure = self._words.number(form.amount)
        else:
            figure = self._words.money(Money(form.amount, currency))
        self._figure.set_amount(figure, tone="bad" if form.takes else "neutral")
        asking = translate("Sell", "Head office is asked…")
        self._message.say(asking if form.busy else self._words.said(form.said), good=form.busy)
        self._ok.setEnabled(bool(form.amount) and not form.busy)
        self._ok.set_label(translate("Sell", "Correct by {amount}").format(amount=figure))

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Correct points or balance"), translate("Sell", "Back"))
        self._hint.setText(
            translate("Sell", "Head office does it at once and notes who and why. It works online only.")
        )
        self._buckets["points"].setText(translate("Sell", "Points"))
        self._buckets["principal"].setText(translate("Sell", "Principal"))
        self._buckets["bonus"].setText(translate("Sell", "Bonus"))
        self._ways[False].setText(translate("Sell", "Give"))
        self._ways[True].setText(translate("Sell", "Take away"))
        for reason, chip in self._reasons.items():
            chip.setText(text_of(f"adjust_reason.{reason}"))

    def take_keys(self) -> None:
        """Let the pad have the keys."""
        self._pad.setFocus()

    def _connect(self) -> None:
        part = self.presenter.adjust
        for bucket, chip in self._buckets.items():
            chip.clicked.connect(partial(part.choose, bucket))
        for takes, chip in self._ways.items():
            chip.clicked.connect(partial(part.turn, takes=takes))
        for reason, chip in self._reasons.items():
            chip.clicked.connect(partial(part.because, reason))
        self._pad.pressed.connect(part.press)
        self._ok.clicked.connect(part.submit)
        self.confirmed.connect(part.submit)


def _row(*chips: Chip, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for chip in chips:
        row.addWidget(chip, int(stretch))
    return row
