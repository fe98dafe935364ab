"""The panels for what does not go as ordered: not there, rejected, put back."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from pos_app.services.order_model import Order
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import said
from pos_app.ui.screens.pickup.giving import to_put_back
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState, Short
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import OptionCard, PrimaryButton, TillButton
from pos_app.ui.widgets.inputs import Stepper
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet
from retail_core.money import Money
from retail_core.wire.order_facts import RejectReason

REASONS: tuple[RejectReason, ...] = ("not_there", "too_busy", "closing", "other")


class ShortSheet(Sheet):
    """What happens to goods that are not there: refund them, or put something in their place."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("short", theme, width_px=560)
        self._picking = presenter.picking
        self._formats = formats
        self._name = TextLabel("short.name", "title", wrap=True)
        self._wish = TextLabel("short.wish", "muted", wrap=True)
        self._quantity = Stepper("short.quantity")
        self._refund = TillButton("short.refund")
        self._elsewhere = TillButton("short.other_store")
        self._code = QLineEdit()
        self._code.setObjectName("short.code")
        self._code.setMaxLength(40)
        self._look = TillButton("short.look")
        self._offer = TextLabel("short.offer", "body", wrap=True)
        self._asked = OptionCard("short.asked")
        self._message = TextLabel("short.message", wrap=True)
        self._message.set_tone("bad")
        self._take = PrimaryButton("short.take", key="Enter")
        self.body.addWidget(self._name)
        self.body.addWidget(self._wish)
        self.body.addWidget(self._quantity)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self._refund, 1)
        others.addWidget(self._elsewhere, 1)
        self.body.addLayout(others)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._code, 1)
        row.addWidget(self._look)
        self.body.addLayout(row)
        for part in (self._offer, self._asked, self._message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self._take)
        self._quantity.stepped.connect(self._picking.step_short)
        self._refund.clicked.connect(self._picking.refund)
        self._elsewhere.clicked.connect(presenter.moving.open)
        self._look.clicked.connect(self._find)
        self._code.returnPressed.connect(self._find)
        self._asked.clicked.connect(self._toggle_asked)
        self._take.clicked.connect(self._picking.substitute)
        self._is_asked = False

    def on_scan(self, text: str) -> bool:
        """Take the substitute that was scanned."""
        self._picking.look_for(text)
        return True

    def show_state(self, state: PickupState) -> None:
        """Show the line of which something is missing."""
        order, short = state.order, state.short
        if order is None or short is None:
            self._code.clear()
            return
        line = order.goods_by_id()[short.line_id]
        self.set_title(translate("Pickup", "Not there"), translate("Pickup", "Back"))
        self._name.setText(line.full_name)
        self._wish.setText(text_of(f"order_wish.{line.preference}"))
        most = line.line.open_milli
        self._quantity.render_value(
            self._formats.quantity(short.qty_milli),
            can_lower=short.qty_milli > 1000,
            can_raise=short.qty_milli < most,
        )
        self._refund.setText(self._leave_out_text(order, line.line.share_minor(short.qty_milli)))
        self._refund.setEnabled(not state.busy)
        self._elsewhere.setText(translate("Pickup", "Another store…"))
        self._elsewhere.setVisible(order.fulfilment == "pickup" and not order.paid_by_receipt)
        self._elsewhere.setEnabled(not state.busy)
        prompt = translate("Pickup", "Scan the substitute, or type its code")
        self._code.setPlaceholderText(prompt)
        self._code.setAccessibleName(prompt)
        self._look.setText(translate("Pickup", "Look up"))
        self._render_offer(short, order=order)
        self._take.set_label(translate("Pickup", "Take it instead"))
        self._take.setEnabled(not state.busy and short.offer is not None)
        self._message.setText("" if state.message is None else said(state.message, self._formats))

    def _leave_out_text(self, order: Order, share_minor: int) -> str:
        """Return what leaving goods out means in money: who has not paid gets nothing back."""
        back_minor, less_minor = order.given_back_of(share_minor)
        back = self._formats.money(Money(back_minor, order.currency))
        less = self._formats.money(Money(less_minor, order.currency))
        if not less_minor:
            return translate("Pickup", "Refund {amount}").format(amount=back)
        if not back_minor:
            return translate("Pickup", "Leave it out: {amount} less to pay").format(amount=less)
        both = translate("Pickup", "Leave it out: {amount} less to pay, refund {refund}")
        return both.format(amount=less, refund=back)

    def _render_offer(self, short: Short, *, order: Order) -> None:
        offer = short.offer
        self._is_asked = short.asked
        self._asked.setVisible(offer is not None and bool(offer.fault))
        self._asked.render_option(
            translate("Pickup", "The customer was asked and wants it"),
            "" if offer is None or not offer.fault else text_of(offer.fault),
            chosen=short.asked,
        )
        if offer is None:
            self._offer.setText("")
            return
        name = self._formats.name(offer.product.names)
        price = self._formats.money(Money(offer.price_minor, order.currency))
        back_minor, less_minor = order.given_back_of(offer.refund_minor)
        if less_minor:
            words = translate("Pickup", "{name}: {price}, {amount} less to pay, refund {refund}")
        else:
            words = translate("Pickup", "{name}: {price}, refund {refund}")
        self._offer.setText(
            words.format(
                name=name,
                price=price,
                amount=self._formats.money(Money(less_minor, order.currency)),
                refund=self._formats.money(Money(back_minor, order.currency)),
            )
        )

    def _find(self) -> None:
        self._picking.look_for(self._code.text())

    def _toggle_asked(self) -> None:
        self._picking.say_asked(not self._is_asked)


class RejectSheet(Sheet):
    """Why the store cannot do an order."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("reject", theme, width_px=480)
        self._presenter = presenter
        self._formats = formats
        self._note = TextLabel("reject.note", "body", wrap=True)
        self._message = TextLabel("reject.message", wrap=True)
        self._message.set_tone("bad")
        self.body.addWidget(self._note)
        self._buttons = {reason: OptionCard(f"reject.{reason}") for reason in REASONS}
        for reason, button in self._buttons.items():
            button.clicked.connect(self._rejecting(reason))
            self.body.addWidget(button)
        self.body.addWidget(self._message)
        self.body.addStretch(1)

    def show_state(self, state: PickupState) -> None:
        """Show the order that is rejected."""
        order = state.order
        if order is None:
            return
        self.set_title(
            translate("Pickup", "Reject {number}").format(number=order.number), translate("Pickup", "Back")
        )
        self._note.setText(
            translate("Pickup", "The customer is told. Nothing was paid.")
            if order.settled_minor == 0
            else translate("Pickup", "The customer is told and gets everything back.")
        )
        for reason, button in self._buttons.items():
            button.render_option(text_of(f"reject_reason.{reason}"), "", chosen=False)
            button.setEnabled(not state.busy)
        self._message.setText("" if state.message is None else said(state.message, self._formats))

    def _rejecting(self, reason: RejectReason) -> Callable[[], None]:
        return lambda: self._presenter.picking.reject(reason)


class PutBackSheet(Sheet):
    """What was laid aside for nobody: back on the shelf, or thrown away."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("put_back", theme, width_px=480)
        self._giving = presenter.giving
        self._formats = formats
        self._where = TextLabel("put_back.where", "title", wrap=True)
        self._goods = TextLabel("put_back.goods", "body", wrap=True)
        self._message = TextLabel("put_back.message", wrap=True)
        self._message.set_tone("bad")
        self._waste = TillButton("put_back.waste")
        self._done = PrimaryButton("put_back.done", key="Enter")
        for part in (self._where, self._goods, self._message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self._waste)
        self.body.addWidget(self._done)
        self._waste.clicked.connect(lambda: self._giving.put_back(wasted=True))
        self._done.clicked.connect(self._put_back)
        self.confirmed.connect(self._put_back)

    def show_state(self, state: PickupState) -> None:
        """Show what has to be put back."""
        order = state.order
        if order is None or state.panel != "put_back":
            return
        self.set_title(
            translate("Pickup", "Put back {number}").format(number=order.number), translate("Pickup", "Back")
        )
        where = translate("Pickup", "Shelf {shelf}").format(shelf=order.shelf) if order.shelf else ""
        self._where.setText(
            " · ".join(part for part in (text_of(f"order_state.{order.state}"), where) if part)
        )
        back = to_put_back(order)
        self._goods.setText(
            "\n".join(
                f"{self._formats.quantity(back[line.line_id])} × {line.full_name}"
                for line in order.goods
                if line.line_id in back
            )
        )
        self._waste.setText(translate("Pickup", "Thrown away"))
        self._done.set_label(translate("Pickup", "Back on sale"))
        self._waste.setEnabled(not state.busy)
        self._done.setEnabled(not state.busy)
        self._message.setText("" if state.message is None else said(state.message, self._formats))

    def _put_back(self) -> None:
        self._giving.put_back(wasted=False)
