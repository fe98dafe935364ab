"""The sheet that asks how much of a product it is, or how much the delivery note says."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.stock.line_part import LinePart
from pos_app.ui.screens.stock.state import LineForm, StockState
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, Chip, PrimaryButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.sheet import Sheet


class LineSheet(Sheet):
    """Opens over the Stock screen; what is keyed in is the state's."""

    def __init__(self, part: LinePart, formats: Formats, *, theme: Theme, say: Sayings) -> None:
        super().__init__("stock_line", theme)
        self._part = part
        self._formats = formats
        self._say = say
        self._form: LineForm | None = None
        self._name = TextLabel("stock_line.name", "title", wrap=True)
        self._before = TextLabel("stock_line.before", "muted", wrap=True)
        self._came = Chip("stock_line.came")
        self._expected = Chip("stock_line.expected")
        self._date = Chip("stock_line.date")
        self._value = MoneyLabel("stock_line.value", "total")
        self._message = TextLabel("stock_line.message", wrap=True)
        self._message.set_tone("bad")
        self._pad = KeyPad("stock_line.key")
        self._remove = ActionButton("stock_line.remove", key="Del")
        self._ok = PrimaryButton("stock_line.ok", key="Enter")
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self._came)
        chips.addWidget(self._expected)
        chips.addWidget(self._date)
        chips.addStretch(1)
        self.body.addWidget(self._name)
        self.body.addLayout(chips)
        for widget in (self._before, self._value, self._message):
            self.body.addWidget(widget)
        self.body.addWidget(self._pad, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._remove, 1)
        row.addWidget(self._ok, 2)
        self.body.addLayout(row)
        self._came.clicked.connect(partial(part.switch_field, "quantity"))
        self._expected.clicked.connect(partial(part.switch_field, "expected"))
        self._date.clicked.connect(partial(part.switch_field, "date"))
        self._pad.pressed.connect(part.press)
        self._remove.clicked.connect(part.remove_line)
        self._ok.clicked.connect(part.submit)
        self.confirmed.connect(part.submit)
        self.closed.connect(part.close_form)

    def show_state(self, state: StockState) -> None:
        """Show what is asked for and what was keyed in."""
        form = self._form = state.form
        line = None if form is None or state.draft is None else state.draft.line(form.line_id)
        if form is None or line is None or state.draft is None:
            return
        self._name.setText(self._formats.name(line.names))
        two = state.draft.kind == "receive"
        dated = state.draft.kind != "count" and line.sold_by == "piece"
        self._came.setVisible(two or dated)
        self._date.setVisible(dated)
        self._date.setChecked(form.what == "date")
        self._expected.setVisible(two)
        self._came.setChecked(form.what == "quantity")
        self._expected.setChecked(form.what == "expected")
        known = line.expected_milli if form.what == "expected" else line.qty_milli
        if state.draft.kind == "count":
            known = line.in_area(state.draft.area)
        before = "—" if known is None else self._formats.quantity(known)
        self._before.setText(translate("Stock", "So far {count}").format(count=before))
        if form.what == "date":
            self._before.setText(translate("Stock", "Year, month, day as on the pack: 261231"))
        unit = translate("Stock", "kg") if line.sold_by == "weight" else ""
        keyed = form.date if form.what == "date" else form.entry.text
        self._value.set_amount(f"{keyed or '—'} {unit}".strip())
        self._value.setAccessibleName(translate("Stock", "Quantity"))
        self._message.setText(self._say(form.said))
        self._message.setVisible(bool(form.said.code))

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._form

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, LineForm):
            self._part.take_back(snapshot)

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - whatever it is, the question comes first
        """Take no scan while a quantity is asked for."""
        self._part.answer_first()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the product out by the key that does so everywhere."""
        if event.key() == Qt.Key.Key_Delete:
            self._part.remove_line()
        else:
            super().keyPressEvent(event)

    def take_keys(self) -> None:
        """Digits go to the pad."""
        self._pad.setFocus()

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Stock", "How much is it?"), translate("Stock", "Back"))
        for chip, text in (
            (self._came, translate("Stock", "Quantity")),
            (self._date, translate("Stock", "Date")),
            (self._expected, translate("Stock", "Delivery note")),
        ):
            chip.setText(text)
            chip.setAccessibleName(text)
        self._remove.set_label(translate("Stock", "Take out"))
        self._ok.set_label(translate("Stock", "Set"))
