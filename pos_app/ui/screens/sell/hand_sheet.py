"""The sheets for one line and for the whole sale: percentage, amount, price, small change, note."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_app.services.act_by_hand import REASONS
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.entry_sheets import MessageLabel
from pos_app.ui.screens.sell.hand_state import (
    LINE_MODES,
    QUICK_BP,
    SALE_MODES,
    HandForm,
    HandMode,
    Preview,
)
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, Chip, KeyedButton, PrimaryButton, TillButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel

_WIDTH_PX = 640
_QUICK = len(QUICK_BP)


class HandSheet(CounterSheet):
    """What a person decides by hand; of a line, or of the sale."""

    modes: tuple[HandMode, ...] = LINE_MODES

    def __init__(self, name: str, presenter: SellPresenter, *, words: SellWords, look: SellLook) -> None:
        super().__init__(name, presenter, look=look, width_px=_WIDTH_PX)
        self._words = words
        self._form: HandForm | None = None
        self._choices: list[tuple[int, str]] = []
        self.summary = TextLabel(f"{name}.summary", "muted", wrap=True)
        self._chips = {mode: Chip(f"{name}.mode.{mode}") for mode in self.modes}
        self._value = MoneyLabel(f"{name}.value", "figure")
        self._preview = TextLabel(f"{name}.preview", "body", wrap=True)
        self._quick = [TillButton(f"{name}.quick.{place}") for place in range(_QUICK)]
        self._pad = KeyPad(f"{name}.key")
        self._why = TextLabel(f"{name}.why", "muted")
        self._reasons = {reason: Chip(f"{name}.reason.{reason}") for reason in REASONS}
        self._note = QLineEdit()
        self._note.setObjectName(f"{name}.note")
        self._note_hint = TextLabel(f"{name}.note_hint", "muted", wrap=True)
        self._message = MessageLabel(f"{name}.message")
        self._off = TillButton(f"{name}.off")
        self._ok = PrimaryButton(f"{name}.ok", key="Enter", small=True)
        self.modes_row = QHBoxLayout()
        self.foot = QVBoxLayout()
        self.foot.setSpacing(8)
        self._build()
        self._connect(presenter)

    def show_sheet(self, state: SellState) -> None:
        """Show what was chosen and keyed in, and what it would come to."""
        before, form = self._form, state.hand
        self._form = form
        for mode, chip in self._chips.items():
            chip.setChecked(mode == form.mode)
        is_note, is_drop = form.mode == "note", form.mode == "drop"
        for part in (self._value, self._pad):
            part.setVisible(not is_note)
        self._right.setVisible(not (is_note or is_drop))
        self._note.setVisible(is_note)
        self._note_hint.setVisible(is_note)
        if self._note.text() != form.note:
            self._note.setText(form.note)
        self._show_value(form)
        self._show_quick(form)
        self._show_preview(form.preview)
        for reason, chip in self._reasons.items():
            chip.setChecked(reason == form.reason)
        self._off.setVisible(form.can_take_off)
        self._message.say(self._words.said(form.error))
        self._preview.setVisible(not is_note and not form.error.code)
        self.show_thing(state)
        if before is not None and before.mode != form.mode:
            self.take_keys()

    def show_thing(self, state: SellState) -> None:
        """Name what this is about."""

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._form

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, HandForm):
            self.presenter.hand.take_back(snapshot)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        labels = {
            "percent": translate("Sell", "Percent off"),
            "amount": translate("Sell", "Amount off"),
            "price": translate("Sell", "New price"),
            "drop": translate("Sell", "Small change"),
            "note": translate("Sell", "Note"),
        }
        for mode, chip in self._chips.items():
            chip.setText(labels[mode])
            chip.setAccessibleName(labels[mode])
        self._why.setText(translate("Sell", "Reason"))
        for reason, chip in self._reasons.items():
            chip.setText(text_of(f"reason.{reason}"))
            chip.setAccessibleName(chip.text())
        self._note.setPlaceholderText(translate("Sell", "Note"))
        self._note.setAccessibleName(translate("Sell", "Note"))
        self._note_hint.setText(translate("Sell", "Stands in the basket and on the receipt."))
        self._off.setText(translate("Sell", "Take it off again"))
        self._ok.set_label(translate("Sell", "Set"))

    def take_keys(self) -> None:
        """Digits go to the pad, words into the note."""
        target = self._note if self._form is not None and self._form.mode == "note" else self._pad
        target.setFocus()

    def _show_value(self, form: HandForm) -> None:
        if form.mode == "percent":
            self._value.set_amount(f"{form.percent.text or '0'}%")
        elif form.mode != "note":
            self._value.set_amount(self._words.money(form.amount.money))

    def _show_quick(self, form: HandForm) -> None:
        if form.mode == "percent":
            choices = list(zip(QUICK_BP, quick_words(), strict=True))
        elif form.mode == "drop":
            choices = [
                (drop.minor, translate("Sell", "Drop {amount}").format(amount=self._words.money(drop)))
                for drop in form.drops
            ]
        else:
            choices = []
        self._choices = choices
        for place, button in enumerate(self._quick):
            button.setVisible(place < len(choices))
            if place < len(choices):
                button.setText(choices[place][1])
                button.setAccessibleName(choices[place][1])

    def _show_preview(self, preview: Preview | None) -> None:
        if preview is None:
            self._preview.setText("")
            return
        off, left = self._words.money(preview.off), self._words.money(preview.left)
        text = translate("Sell", "{off}, leaves {left}").format(off=off, left=left)
        if not preview.reaches:
            above = translate("Sell", "Above your limit: somebody else has to allow it.")
            text = f"{text}\n{above}"
        self._preview.setText(text)
        self._preview.set_tone("ok" if preview.reaches else "warn")

    def _on_quick_clicked(self, place: int) -> None:
        if place < len(self._choices):
            self.presenter.hand.put(self._choices[place][0])

    def _connect(self, presenter: SellPresenter) -> None:
        hand = presenter.hand
        for mode, chip in self._chips.items():
            chip.clicked.connect(partial(hand.choose, mode))
        for place, button in enumerate(self._quick):
            button.clicked.connect(partial(self._on_quick_clicked, place))
        for reason, chip in self._reasons.items():
            chip.clicked.connect(partial(hand.set_reason, reason))
        self._pad.pressed.connect(hand.press)
        self._note.textEdited.connect(hand.set_note)
        self._off.clicked.connect(hand.take_off)
        self._ok.clicked.connect(hand.submit)
        self.confirmed.connect(hand.submit)

    def _build(self) -> None:
        modes = self.modes_row
        modes.setSpacing(8)
        for chip in self._chips.values():
            modes.addWidget(chip)
        modes.addStretch(1)
        quick = QHBoxLayout()
        quick.setSpacing(8)
        for button in self._quick:
            quick.addWidget(button, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self._note, self._note_hint, self._value, self._preview, self._message):
            left.addWidget(part)
        left.addWidget(self._pad, 1)
        self._note_hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 3)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._make_reasons())
        right.addStretch(1)
        right.addLayout(self.foot)
        both.addLayout(right, 2)
        for row in (modes, quick, both):
            self.body.addLayout(row, 1 if row is both else 0)
        self.body.insertWidget(0, self.summary)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self._off)
        last.addWidget(self._ok, 1)
        self.body.addLayout(last)

    def _make_reasons(self) -> QWidget:
        self._right = QWidget()
        grid = QGridLayout(self._right)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self._why, 0, 0, 1, 2)
        for place, chip in enumerate(self._reasons.values()):
            # No reason is given until one is touched.
            chip.setAutoExclusive(False)
            grid.addWidget(chip, 1 + place // 2, place % 2)
        return self._right


class LineSheet(HandSheet):
    """One line: what comes off, its note, its quantity, where its price comes from, and away with it."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("line", presenter, words=words, look=look)
        self._keymap = look.keymap
        badge = look.keymap.badge
        self._quantity = KeyedButton("line.quantity", key=badge("quantity"))
        self._explain = KeyedButton("line.explain", key=badge("why"))
        self._options = KeyedButton("line.options", key=badge("options"))
        self._remove = KeyedButton("line.remove", key=badge("remove_line"))
        self._keyed = {
            "quantity": self._quantity,
            "why": self._explain,
            "options": self._options,
            "remove_line": self._remove,
        }
        self.modes_row.addWidget(self._quantity)
        self._split = KeyedButton("line.split")
        self._order = KeyedButton("line.order")
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._options)
        first.addWidget(self._order, 1)
        first.addWidget(self._split, 1)
        self.foot.addLayout(first)
        for button in (self._explain, self._remove):
            self.foot.addWidget(button)
        self._split.clicked.connect(self._on_split_clicked)
        self._order.clicked.connect(self._on_order_clicked)
        self._quantity.clicked.connect(presenter.quantity.open_for_line)
        self._explain.clicked.connect(presenter.why.open_for_line)
        self._options.clicked.connect(presenter.goods.open_options_of_line)
        self._remove.clicked.connect(self._on_remove_clicked)

    def show_thing(self, state: SellState) -> None:
        """Name the line and what it costs."""
        line = state.line(state.hand.line_id)
        if line is None:
            return
        self.set_title(self._words.name(line.names), translate("Sell", "Back"))
        self.summary.setText(self._words.summary(line))
        self._options.setVisible(bool(line.options))
        self._order.setVisible(self.presenter.more.can_order(line.line_id))

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        super().retranslate()
        self._quantity.set_label(translate("Sell", "Quantity"))
        self._explain.set_label(translate("Sell", "Why this price?"))
        self._options.set_label(translate("Sell", "Options"))
        self._remove.set_label(translate("Sell", "Remove"))
        self._order.set_label(translate("Sell", "Order it instead"))
        self._split.set_label(translate("Sell", "Into a second sale"))

    def _on_order_clicked(self) -> None:
        form = self._form
        if form is not None and form.line_id is not None:
            self.presenter.more.order_line(form.line_id)

    def _on_split_clicked(self) -> None:
        form = self._form
        if form is not None and form.line_id is not None:
            self.presenter.parking.open_split(form.line_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let the keys on the buttons do here what they do on the screen."""
        pressed = QKeySequence(event.keyCombination())
        for code, button in self._keyed.items():
            if pressed in self._keymap.keys(code) and button.isVisible():
                button.click()
                return
        super().keyPressEvent(event)

    def _on_remove_clicked(self) -> None:
        self.presenter.open_sheet("")
        self.presenter.remove_line()


class SaleSheet(HandSheet):
    """The whole sale: what comes off, its note, a gift receipt."""

    modes = SALE_MODES

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("sale", presenter, words=words, look=look)
        self._gift = ActionButton("sale.gift")
        self._gift.setCheckable(True)
        self._gift.clicked.connect(presenter.hand.toggle_gift_receipt)
        self.foot.addWidget(self._gift)

    def show_thing(self, state: SellState) -> None:
        """Say what the sale comes to."""
        total = self._words.money(state.totals.total)
        self.summary.setText(translate("Sell", "To pay: {total}").format(total=total))
        self._gift.setChecked(state.gift_receipt)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        super().retranslate()
        self.set_title(translate("Sell", "Whole sale"), translate("Sell", "Back"))
        self._gift.set_label(translate("Sell", "Gift receipt, without prices"))


def quick_words() -> tuple[str, ...]:
    """Return what the percentages of one touch are called: Chinese says what is left, in tenths."""
    return (
        translate("Sell", "5% off"),
        translate("Sell", "10% off"),
        translate("Sell", "15% off"),
        translate("Sell", "20% off"),
        translate("Sell", "50% off"),
    )
