"""The rows of the Returns screen: what comes back of a line, by steps or by the pad."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.screens.returns.state import LooseRow, SoldRow
from pos_app.ui.screens.returns.words import ReturnsWords
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.inputs import Stepper
from pos_app.ui.widgets.labels import ElidedLabel

BUTTON_PX = 128


class LineRow(QWidget):
    """A line with a stepper for its pieces, or a button for its weight; without a receipt a price."""

    stepped = Signal(int)
    asked = Signal()
    price_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = ElidedLabel(f"{name}.name", "strong")
        self._detail = ElidedLabel(f"{name}.detail", "muted")
        self._price = TillButton(f"{name}.price")
        self._weight = TillButton(f"{name}.weight")
        self._stepper = Stepper(f"{name}.step")
        self._price.hide()
        for label in (self._name, self._detail):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for button in (self._price, self._weight):
            button.setMinimumWidth(BUTTON_PX)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._name)
        texts.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self._price)
        row.addWidget(self._weight)
        row.addWidget(self._stepper)
        self._stepper.stepped.connect(self.stepped)
        self._weight.clicked.connect(self.asked)
        self._price.clicked.connect(self.price_asked)

    def show_sold(self, row: SoldRow, words: ReturnsWords) -> None:
        """Show how much of a line of the receipt comes back, and how much could."""
        self._name.setText(row.name)
        self._detail.setText(words.row(row))
        self._show_quantity(
            words.quantity(row.back_milli, weighed=row.sold_by == "weight"),
            weighed=row.sold_by == "weight",
            lower=row.back_milli > 0,
            more=row.back_milli < row.left_milli,
        )
        self._weight.setEnabled(row.left_milli > 0)

    def show_loose(self, row: LooseRow, words: ReturnsWords) -> None:
        """Show goods without a receipt, what one gives and how many there are."""
        self._name.setText(words.loose_name(row))
        self._detail.setText(words.loose(row))
        self._price.show()
        self._price.setText(words.unit(row))
        self._price.setAccessibleName(words.price_of(row))
        self._show_quantity(
            words.quantity(row.back_milli, weighed=row.is_weighed),
            weighed=row.is_weighed,
            lower=True,
            more=True,
        )

    def take_keys(self) -> None:
        """Give the keyboard to what changes the quantity."""
        if self._weight.isVisibleTo(self):
            self._weight.setFocus()
        else:
            self._stepper.setFocus()

    def _show_quantity(self, text: str, *, weighed: bool, lower: bool, more: bool) -> None:
        self._weight.setVisible(weighed)
        self._stepper.setVisible(not weighed)
        self._weight.setText(text)
        self._weight.setAccessibleName(f"{self._name.text()} {text}")
        self._stepper.render_value(text, can_lower=lower, can_raise=more)
        self._stepper.setAccessibleName(self._name.text())
