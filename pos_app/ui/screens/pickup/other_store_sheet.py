"""Which other store hands over what is missing here."""

from PySide6.QtWidgets import QVBoxLayout

from pos_app.services.stock_model import StoreStock
from pos_app.ui.distances import distance_text
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import said
from pos_app.ui.screens.pickup.moving import stores_for
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import MoveForm, PickupState
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import OptionCard, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet


class OtherStoreSheet(Sheet):
    """The nearest stores that have it, how old that is, and whether the customer agreed."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("other_store", theme, width_px=560)
        self._moving = presenter.moving
        self._formats = formats
        self._goods = TextLabel("other_store.goods", "title", wrap=True)
        self._note = TextLabel("other_store.note", "muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._cards: dict[str, OptionCard] = {}
        self._agreed = OptionCard("other_store.agreed")
        self._message = TextLabel("other_store.message", wrap=True)
        self._message.set_tone("bad")
        self._move = PrimaryButton("other_store.move", key="Enter")
        for part in (self._goods, self._note):
            self.body.addWidget(part)
        self.body.addLayout(self._list)
        self.body.addWidget(self._message)
        self.body.addStretch(1)
        self.body.addWidget(self._agreed)
        self.body.addWidget(self._move)
        self._agreed.clicked.connect(self._toggle_agreed)
        self._move.clicked.connect(self._moving.move)
        self.confirmed.connect(self._moving.move)
        self._is_agreed = False

    def show_state(self, state: PickupState) -> None:
        """Show the stores."""
        order, short, form = state.order, state.short, state.move
        if order is None or short is None or form is None or state.panel != "other_store":
            return
        self.set_title(translate("Pickup", "Another store"), translate("Pickup", "Back"))
        line = order.goods_by_id()[short.line_id]
        self._goods.setText(f"{self._formats.quantity(short.qty_milli)} × {line.full_name}")
        stores = stores_for(form, pieces_milli=short.qty_milli * line.pack_pieces)
        self._note.setText(self._note_of(form, has_any=bool(stores)))
        self._render_stores(stores, chosen=form.store_id)
        self._is_agreed = form.agreed
        self._agreed.setVisible(bool(stores))
        self._agreed.render_option(
            translate("Pickup", "The customer was asked and collects it there"), "", chosen=form.agreed
        )
        self._move.set_label(translate("Pickup", "Order it there"))
        self._move.setEnabled(not state.busy and bool(form.store_id))
        self._message.setText("" if state.message is None else said(state.message, self._formats))

    def _note_of(self, form: MoveForm, *, has_any: bool) -> str:
        if form.known is None:
            if form.asking:
                return translate("Pickup", "Asking head office…")
            return translate("Pickup", "Head office cannot be asked now.")
        when = self._formats.date_time(form.known.asked_ms)
        words = translate("Pickup", "As head office said at {when}")
        if not has_any:
            words = translate("Pickup", "No other store has enough, as head office said at {when}")
        return words.format(when=when)

    def _render_stores(self, stores: list[StoreStock], *, chosen: str) -> None:
        ids = [store.store_id for store in stores]
        if ids != list(self._cards):
            for card in self._cards.values():
                card.hide()
                card.deleteLater()
            self._cards = {store_id: self._card(store_id) for store_id in ids}
        for store in stores:
            free = translate("Pickup", "{count} free").format(count=self._formats.quantity(store.free_milli))
            parts = [free]
            if store.distance_m is not None:
                parts.append(distance_text(store.distance_m, self._formats))
            if store.heard_ms is not None:
                heard = self._formats.date_time(store.heard_ms)
                parts.append(translate("Pickup", "heard {when}").format(when=heard))
            self._cards[store.store_id].render_option(
                store.name, " · ".join(parts), chosen=store.store_id == chosen
            )

    def _card(self, store_id: str) -> OptionCard:
        card = OptionCard(f"other_store.store.{store_id}")
        card.clicked.connect(lambda: self._moving.choose(store_id))
        self._list.addWidget(card)
        return card

    def _toggle_agreed(self) -> None:
        self._moving.agree(not self._is_agreed)
