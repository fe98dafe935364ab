"""The two panels of the pickup screen: picking an order, and handing it over."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pos_app.services.order_model import Order
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import said, who
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import OptionCard, PrimaryButton, TillButton
from pos_app.ui.widgets.labels import Tag, TextLabel
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.surfaces import Card


class PickSheet(Sheet):
    """What to take from the shelves, ticked line by line, and where the bags stand."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("pick", theme, width_px=560)
        self._presenter = presenter
        self._formats = formats
        self._order_id = ""
        self._lines: dict[str, OptionCard] = {}
        self._list = QVBoxLayout()
        self._shelf_caption = TextLabel("pick.shelf.caption", "muted")
        self._shelf = QLineEdit()
        self._shelf.setObjectName("pick.shelf")
        self._shelf.setMaxLength(20)
        self._message = TextLabel("pick.message", wrap=True)
        self._message.set_tone("bad")
        self._done = PrimaryButton("pick.done", key="Enter")
        self._done.clicked.connect(self._submit)
        self._shelf.returnPressed.connect(self._submit)
        self.confirmed.connect(self._submit)
        self.body.addWidget(_scrolled(self._list, "pick.list"), 1)
        for part in (self._shelf_caption, self._shelf, self._message, self._done):
            self.body.addWidget(part)

    def show_state(self, state: PickupState) -> None:
        """Show the order that is being picked."""
        order = state.order
        if order is None:
            return
        if order.order_id != self._order_id:
            self._order_id = order.order_id
            self._shelf.setText(order.shelf)
            self._rebuild(order)
        self.set_title(
            translate("Pickup", "Pick {number}").format(number=order.number), translate("Pickup", "Back")
        )
        self._shelf_caption.setText(translate("Pickup", "Shelf"))
        self._shelf.setAccessibleName(translate("Pickup", "Shelf"))
        self._done.set_label(translate("Pickup", "Ready for pickup"))
        for line in order.goods:
            quantity = self._formats.quantity(line.qty_milli)
            is_picked = line.line_id in state.picked
            self._lines[line.line_id].render_option(
                f"{'✓ ' if is_picked else ''}{quantity} × {line.full_name}", "", chosen=is_picked
            )
        message = state.message
        self._message.setText("" if message is None else said(message, self._formats))
        self._done.setEnabled(not state.busy)

    def _submit(self) -> None:
        self._presenter.mark_ready(self._shelf.text())

    def _rebuild(self, order: Order) -> None:
        for card in self._lines.values():
            card.hide()
            card.deleteLater()
        self._lines = {}
        for place, line in enumerate(order.goods):
            card = OptionCard(f"pick.line.{line.line_id}")
            card.clicked.connect(self._toggler(line.line_id))
            self._list.insertWidget(place, card)
            self._lines[line.line_id] = card

    def _toggler(self, line_id: str) -> Callable[[], None]:
        return lambda: self._presenter.toggle_line(line_id)


class HandOverSheet(Sheet):
    """Who, where the bags stand, what to check, and one big button; ten seconds to undo."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("hand_over", theme, width_px=560)
        self._presenter = presenter
        self._formats = formats
        self._number = TextLabel("hand_over.number", "figure")
        self._who = TextLabel("hand_over.who", "title")
        self._where = TextLabel("hand_over.where", "change")
        self._where.set_tone("primary")
        self._goods = TextLabel("hand_over.goods", "body", wrap=True)
        self._age = OptionCard("hand_over.age")
        self._digits = QLineEdit()
        self._digits.setObjectName("hand_over.digits")
        self._digits.setMaxLength(4)
        self._name = QLineEdit()
        self._name.setObjectName("hand_over.name")
        self._name.setMaxLength(20)
        self._check = TillButton("hand_over.identify")
        self._proof = Tag("hand_over.proof")
        self._message = TextLabel("hand_over.message", wrap=True)
        self._confirm = PrimaryButton("hand_over.confirm", key="Enter")
        self._undo = TillButton("hand_over.undo")
        self._ask = self._ask_row()
        card = Card("hand_over.panel")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        for label in (self._number, self._who, self._where, self._goods):
            inside.addWidget(label)
        self.body.addWidget(card)
        for part in (self._proof, self._ask, self._age, self._message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self._undo)
        self.body.addWidget(self._confirm)
        self._connect()

    def on_scan(self, text: str) -> bool:
        """Take the customer's code."""
        self._presenter.take_code(text)
        return True

    def show_state(self, state: PickupState) -> None:
        """Show the order at the counter."""
        order = state.order
        if order is None:
            return
        self._render_words(order)
        self._render_proof(state, order)
        handed_over = state.done is not None
        self._confirm.set_label(
            translate("Pickup", "Done") if handed_over else translate("Pickup", "Handed over")
        )
        self._confirm.setEnabled(not state.busy and (handed_over or state.offer is not None))
        self._undo.setVisible(handed_over and state.undo_left_s > 0)
        self._undo.setText(translate("Pickup", "Undo ({seconds} s)").format(seconds=state.undo_left_s))
        if state.message is not None:
            self._message.set_tone("ok" if state.message.good else "bad")
            self._message.setText(said(state.message, self._formats))
        else:
            self._message.set_tone("ok")
            self._message.setText(translate("Pickup", "The order has left the store.") if handed_over else "")

    def _render_words(self, order: Order) -> None:
        self.set_title(translate("Pickup", "Hand over"), translate("Pickup", "Back"))
        self._number.setText(order.number)
        self._who.setText(who(order))
        self._where.setText(order.shelf or "—")
        self._where.setAccessibleName(translate("Pickup", "Shelf {shelf}").format(shelf=order.shelf))
        self._goods.setText(
            "\n".join(f"{self._formats.quantity(line.qty_milli)} × {line.full_name}" for line in order.goods)
        )
        self._digits.setPlaceholderText(translate("Pickup", "Last 4 digits"))
        self._digits.setAccessibleName(translate("Pickup", "Last 4 digits"))
        self._name.setPlaceholderText(translate("Pickup", "Name"))
        self._name.setAccessibleName(translate("Pickup", "Name"))
        self._check.setText(translate("Pickup", "Check"))

    def _render_proof(self, state: PickupState, order: Order) -> None:
        offer = state.offer
        self._ask.setVisible(offer is None)
        if offer is None:
            self._proof.render_tag(
                translate("Pickup", "Scan the customer's code, or ask for digits and name"), "warn"
            )
        elif offer.proof.means == "code":
            self._proof.render_tag(translate("Pickup", "The code is genuine"), "ok")
        else:
            self._proof.render_tag(translate("Pickup", "Digits and name match"), "ok")
        self._age.setVisible(order.min_age > 0 and state.done is None)
        self._age.render_option(
            translate("Pickup", "At least {age} years old").format(age=order.min_age),
            translate("Pickup", "Checked") if state.age_checked else translate("Pickup", "Look at an ID"),
            chosen=state.age_checked,
        )

    def _ask_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._digits, self._name, self._check):
            layout.addWidget(part)
        return row

    def _connect(self) -> None:
        self._check.clicked.connect(self._identify)
        self._name.returnPressed.connect(self._identify)
        self._digits.returnPressed.connect(self._name.setFocus)
        self._age.clicked.connect(self._presenter.check_age)
        self._confirm.clicked.connect(self._on_confirm)
        self.confirmed.connect(self._on_confirm)
        self._undo.clicked.connect(self._presenter.undo)

    def _identify(self) -> None:
        self._presenter.identify(self._digits.text(), self._name.text())

    def _on_confirm(self) -> None:
        self._presenter.finish()


def _scrolled(layout: QVBoxLayout, name: str) -> QScrollArea:
    ground = QWidget()
    ground.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addStretch(1)
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidget(ground)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
