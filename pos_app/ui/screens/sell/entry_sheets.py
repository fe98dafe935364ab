"""The sheets of the Sell screen that ask for something: coupon, open item, quantity."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import OpenItemForm, QuantityForm, SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.buttons import Chip, PrimaryButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.styling import set_style_property

_DEPARTMENTS = 5
"""How many categories stand ready as names of an open item."""


class MessageLabel(TextLabel):
    """What was answered, in the colour of its meaning; takes no room while there is nothing to say."""

    def __init__(self, name: str) -> None:
        super().__init__(name, wrap=True)
        self.set_tone("bad")

    def say(self, text: str, *, good: bool = False) -> None:
        """Show ``text``, or nothing."""
        self.set_tone("ok" if good else "bad")
        self.setText(text)
        self.setVisible(bool(text))


def entry_field(name: str) -> QLineEdit:
    """Return a field to type into."""
    field = QLineEdit()
    field.setObjectName(name)
    return field


class CouponSheet(CounterSheet):
    """A coupon to scan, or its short code to type."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("coupon", presenter, look=look)
        self._words = words
        self._hint = TextLabel("coupon.hint", "muted", wrap=True)
        self._code = entry_field("coupon.code")
        self._code.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._code.setMaxLength(32)
        self._message = MessageLabel("coupon.message")
        self._add = PrimaryButton("coupon.add", key="Enter")
        for part in (self._hint, self._code, self._message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self._add)
        self._add.clicked.connect(self._on_submitted)
        self.confirmed.connect(self._on_submitted)

    def show_sheet(self, state: SellState) -> None:
        """Show the answer; an accepted code makes room for the next."""
        form = state.coupon_form
        # One that is being checked is out of the cashier's hands, too.
        accepted = form.status in {"valid", "valid_settled_later", "checking"}
        if accepted:
            self._code.clear()
        refused = bool(form.status) and not accepted
        set_style_property(self._code, "state", value="bad" if refused else "")
        busy = translate("Sell", "Checking the coupon…") if form.busy else ""
        self._message.say(busy or self._words.said(form.answer), good=form.busy or accepted)
        self._add.setEnabled(not form.busy)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Coupon"), translate("Sell", "Back"))
        self._hint.setText(translate("Sell", "Scan the coupon, or type its 12 characters."))
        self._code.setPlaceholderText("XXXX-XXXX-XXXX")
        self._code.setAccessibleName(translate("Sell", "Coupon code"))
        self._add.set_label(translate("Sell", "Redeem"))

    def take_keys(self) -> None:
        """Type into an empty field."""
        self._code.clear()
        self._code.setFocus()

    def _on_submitted(self) -> None:
        self.presenter.coupons.redeem(self._code.text())


class OpenItemSheet(CounterSheet):
    """Name or department, amount, tax rate."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("open_item", presenter, look=look)
        self._words = words
        self._form: OpenItemForm | None = None
        self._name = entry_field("open_item.name")
        self._departments = QWidget()
        self._department_row = QHBoxLayout(self._departments)
        self._department_row.setContentsMargins(0, 0, 0, 0)
        self._department_row.setSpacing(8)
        self._chips: list[Chip] = []
        self._amount = MoneyLabel("open_item.amount", "figure")
        self._taxes = {rate: Chip(f"open_item.tax.{rate}") for rate in presenter.tax_rates_bp}
        self._tax_caption = TextLabel("open_item.tax_caption", "muted")
        self._message = MessageLabel("open_item.message")
        self._pad = KeyPad("open_item.key")
        self._add = PrimaryButton("open_item.add", key="Enter", small=True)
        self._build()
        self._name.textEdited.connect(presenter.open_item.set_name)
        self._pad.pressed.connect(presenter.open_item.press)
        for rate, chip in self._taxes.items():
            chip.clicked.connect(partial(presenter.open_item.set_tax, rate))
        self._add.clicked.connect(presenter.open_item.submit)
        self.confirmed.connect(presenter.open_item.submit)

    def show_sheet(self, state: SellState) -> None:
        """Show what was entered and what is wrong with it."""
        form = self._form = state.open_item
        title = translate("Sell", "Open item")
        self.set_title(f"{title} · {form.code}" if form.code else title, translate("Sell", "Back"))
        if form.name != self._name.text():
            self._name.setText(form.name)
        set_style_property(self._name, "state", value="bad" if form.error.code == "open_item.no_name" else "")
        self._amount.set_amount(self._words.money(form.amount.money))
        for rate, chip in self._taxes.items():
            chip.setText(self._words.percent(rate))
            chip.setAccessibleName(self._words.percent(rate))
            chip.setChecked(rate == form.tax_rate_bp)
        names = [self._words.name(each.names) for each in state.products.categories[:_DEPARTMENTS]]
        self._show_departments(names, form.name)
        self._message.say(self._words.said(form.error))

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._form

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, OpenItemForm):
            self.presenter.open_item.take_back(snapshot)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._name.setPlaceholderText(translate("Sell", "Name or department"))
        self._name.setAccessibleName(translate("Sell", "Name or department"))
        self._tax_caption.setText(translate("Sell", "Tax"))
        self._amount.setAccessibleName(translate("Sell", "Price"))
        self._add.set_label(translate("Sell", "Add"))

    def take_keys(self) -> None:
        """Type the amount first: digits go to the pad."""
        self._pad.setFocus()

    def _show_departments(self, names: list[str], chosen: str) -> None:
        if [chip.text() for chip in self._chips] != names:
            for chip in self._chips:
                self._department_row.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = [Chip(f"open_item.department.{place}", name) for place, name in enumerate(names)]
            for chip in self._chips:
                # No department is on until one is touched.
                chip.setAutoExclusive(False)
                chip.clicked.connect(partial(self.presenter.open_item.set_name, chip.text()))
                self._department_row.addWidget(chip)
            self._department_row.addStretch(1)
        for chip in self._chips:
            chip.setChecked(chip.text() == chosen)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._tax_caption)
        for chip in self._taxes.values():
            row.addWidget(chip)
        row.addWidget(self._amount, 1)
        self.body.addWidget(self._name)
        self.body.addWidget(self._departments)
        self.body.addLayout(row)
        self.body.addWidget(self._message)
        self.body.addWidget(self._pad, 1)
        self.body.addWidget(self._add)


class QuantitySheet(CounterSheet):
    """How many, or how much."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("quantity", presenter, look=look)
        self._words = words
        self._form: QuantityForm | None = None
        self._name = TextLabel("quantity.name", "title", wrap=True)
        self._price = TextLabel("quantity.price", "muted")
        self._value = MoneyLabel("quantity.value", "total")
        self._message = MessageLabel("quantity.message")
        self._pad = KeyPad("quantity.key")
        self._ok = PrimaryButton("quantity.ok", key="Enter")
        for part in (self._name, self._price, self._value, self._message):
            self.body.addWidget(part)
        self.body.addWidget(self._pad, 1)
        self.body.addWidget(self._ok)
        self._pad.pressed.connect(presenter.quantity.press)
        self._ok.clicked.connect(presenter.quantity.submit)
        self.confirmed.connect(presenter.quantity.submit)

    def show_sheet(self, state: SellState) -> None:
        """Show what was keyed in."""
        form = self._form = state.quantity
        self._name.setText(self._words.name(form.names))
        unit = "/kg" if form.entry.weighed else ""
        self._price.setText(f"{self._words.money(form.unit_price)}{unit}")
        self._value.set_amount(f"{form.entry.text or '0'}{' kg' if form.entry.weighed else ''}")
        self._message.say(self._words.said(form.error))
        title = translate("Sell", "Weight") if form.entry.weighed else translate("Sell", "Quantity")
        self.set_title(title, translate("Sell", "Back"))
        self._value.setAccessibleName(title)

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._form

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, QuantityForm):
            self.presenter.quantity.take_back(snapshot)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._ok.set_label(translate("Sell", "Set"))

    def take_keys(self) -> None:
        """Digits go to the pad."""
        self._pad.setFocus()
