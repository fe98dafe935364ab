"""Goods of an order that a customer brings back after the hand-over."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import said, who
from pos_app.ui.screens.pickup.part_rows import PartRows
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import PrimaryButton, TillButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet


class BringBackSheet(Sheet):
    """What comes back, why, and whether it is fit for the shelf."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("bring_back", theme, width_px=560)
        self._minding = presenter.minding
        self._formats = formats
        self._who = TextLabel("bring_back.who", "title", wrap=True)
        self._when = TextLabel("bring_back.when", "muted", wrap=True)
        self._rows = PartRows("bring_back", self._minding.step, formats=formats)
        self._reason = QLineEdit()
        self._reason.setObjectName("bring_back.reason")
        self._reason.setMaxLength(100)
        self._message = TextLabel("bring_back.message", wrap=True)
        self._message.set_tone("bad")
        self._waste = TillButton("bring_back.waste")
        self._shelf = PrimaryButton("bring_back.restock", key="Enter")
        for part in (self._who, self._when, self._rows, self._reason, self._message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        others = QHBoxLayout()
        others.addWidget(self._waste, 1)
        self.body.addLayout(others)
        self.body.addWidget(self._shelf)
        self._waste.clicked.connect(lambda: self._take(restock=False))
        self._shelf.clicked.connect(lambda: self._take(restock=True))
        self._reason.returnPressed.connect(lambda: self._take(restock=True))
        self.confirmed.connect(lambda: self._take(restock=True))

    def show_state(self, state: PickupState) -> None:
        """Show what was handed over and what of it comes back."""
        order = state.order
        if order is None or state.panel != "bring_back":
            self._reason.clear()
            return
        self.set_title(
            translate("Pickup", "Brought back: {number}").format(number=order.number),
            translate("Pickup", "Back"),
        )
        self._who.setText(who(order))
        when = "" if order.handed_over_ms is None else self._formats.date_time(order.handed_over_ms)
        self._when.setText(f"{text_of('order_state.handed_over')} {when}".strip())
        self._rows.show_part(order, state.part or {}, most=order.with_customer())
        words = translate("Pickup", "Why it comes back")
        self._reason.setPlaceholderText(words)
        self._reason.setAccessibleName(words)
        self._waste.setText(translate("Pickup", "Not fit for sale: write off"))
        self._shelf.set_label(translate("Pickup", "Take back, on sale again"))
        self._waste.setEnabled(not state.busy)
        self._shelf.setEnabled(not state.busy)
        self._message.setText("" if state.message is None else said(state.message, self._formats))

    def _take(self, *, restock: bool) -> None:
        self._minding.bring_back(self._reason.text(), restock=restock)
