"""An order that nobody has begun: what is in it, and whether the store takes it on."""

from PySide6.QtWidgets import QHBoxLayout

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import amount_due, channel_text, notes_of, promise_of, said, who
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import PrimaryButton, TillButton
from pos_app.ui.widgets.labels import Tag, TextLabel
from pos_app.ui.widgets.sheet import Sheet


class LookSheet(Sheet):
    """Who ordered what, and until when; take it on, reject it, or begin to pick."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("look", theme, width_px=560)
        self._presenter = presenter
        self._formats = formats
        self._who = TextLabel("look.who", "title", wrap=True)
        self._promise = Tag("look.promise")
        self._goods = TextLabel("look.goods", "body", wrap=True)
        self._due = TextLabel("look.due", "strong", wrap=True)
        self._notes = TextLabel("look.notes", "body", wrap=True)
        self._notes.set_tone("warn")
        self._message = TextLabel("look.message", wrap=True)
        self._message.set_tone("bad")
        self._accept = TillButton("look.accept")
        self._reject = TillButton("look.reject")
        self._start = PrimaryButton("look.start", key="Enter")
        for part in (self._who, self._promise, self._goods, self._due, self._notes, self._message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self._reject, 1)
        others.addWidget(self._accept, 1)
        self.body.addLayout(others)
        self.body.addWidget(self._start)
        self._accept.clicked.connect(presenter.minding.accept)
        self._reject.clicked.connect(presenter.picking.ask_reason)
        self._start.clicked.connect(self._begin)
        self.confirmed.connect(self._begin)
        self._order_id = ""

    def show_state(self, state: PickupState) -> None:
        """Show the order."""
        order = state.order
        if order is None or state.panel != "look":
            return
        self._order_id = order.order_id
        self.set_title(
            translate("Pickup", "Order {number}").format(number=order.number), translate("Pickup", "Back")
        )
        self._who.setText(f"{who(order)} · {channel_text(order, state.channels)}")
        self._notes.setText(notes_of(order))
        self._notes.setVisible(bool(notes_of(order)))
        promise, kind = promise_of(order, now_ms=state.now_ms)
        state_words = text_of(f"order_state.{order.state}")
        when = self._formats.date_time(order.promised_ms)
        self._promise.render_tag(f"{state_words} · {when} · {promise}", kind)
        self._goods.setText(
            "\n".join(f"{self._formats.quantity(line.qty_milli)} × {line.full_name}" for line in order.goods)
        )
        self._due.setText(amount_due(order, self._formats))
        self._due.setVisible(bool(order.due_minor))
        self._accept.setText(translate("Pickup", "Accept"))
        self._accept.setVisible(order.state == "placed")
        self._reject.setText(translate("Pickup", "Reject"))
        self._start.set_label(translate("Pickup", "Start picking"))
        for button in (self._accept, self._reject, self._start):
            button.setEnabled(not state.busy)
        self._message.setText("" if state.message is None else said(state.message, self._formats))

    def _begin(self) -> None:
        self._presenter.take_step(self._order_id)
