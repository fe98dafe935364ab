"""Several orders have the code that was scanned: which one is it?"""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from pos_app.services.hand_over_order import OrderChoice
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import goods_of, said, who
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import OptionCard
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet

MOST = 6
"""So many are offered; more of one short number are open at no counter."""


class ChooseSheet(Sheet):
    """A card for each order with the code; a touch chooses it."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("choose", theme, width_px=560)
        self._presenter = presenter
        self._formats = formats
        self._note = TextLabel("choose.note", "body", wrap=True)
        self._message = TextLabel("choose.message", wrap=True)
        self._message.set_tone("bad")
        self._cards = [OptionCard(f"choose.order.{number}") for number in range(1, MOST + 1)]
        self.body.addWidget(self._note)
        cards = QVBoxLayout()
        cards.setSpacing(8)
        for card in self._cards:
            cards.addWidget(card)
        self.body.addLayout(cards)
        self.body.addWidget(self._message)
        self.body.addStretch(1)
        self._choice: OrderChoice | None = None
        for place, card in enumerate(self._cards):
            card.clicked.connect(partial(self._on_card_clicked, place))

    def on_scan(self, text: str) -> bool:
        """Take another code, such as the one on the bag's label."""
        self._presenter.take_code(text)
        return True

    def show_state(self, state: PickupState) -> None:
        """Show the orders."""
        self._choice = state.choice
        if state.choice is None or state.panel != "choose":
            return
        self.set_title(translate("Pickup", "Which order?"), translate("Pickup", "Back"))
        self._note.setText(translate("Pickup", "Several orders have this code. Ask for the name."))
        orders = state.choice.orders
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(orders))
            if place < len(orders):
                order = orders[place]
                when = self._formats.date_time(order.promised_ms)
                stands = text_of(f"order_state.{order.state}")
                note = " · ".join((stands, when, goods_of(order, self._formats)))
                card.render_option(f"{order.number} · {who(order)}", note, enabled=not state.busy)
        self._message.setText("" if state.message is None else said(state.message, self._formats))

    def _on_card_clicked(self, place: int) -> None:
        if self._choice is not None and place < len(self._choice.orders):
            self._presenter.couriers.choose(self._choice.orders[place].order_id)
