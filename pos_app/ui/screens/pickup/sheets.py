"""The panel that hands an order over, whole or in part."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_app.services.order_model import Order
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import amount_due, notes_of, said, who
from pos_app.ui.screens.pickup.courier_part import CourierPart
from pos_app.ui.screens.pickup.part_rows import PartRows
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import OptionCard, PrimaryButton, TillButton
from pos_app.ui.widgets.labels import Tag, TextLabel
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.surfaces import Card


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
        self._due = TextLabel("hand_over.due", "strong", wrap=True)
        self._age = OptionCard("hand_over.age")
        self._digits = _field("hand_over.digits", 4)
        self._name = _field("hand_over.name", 20)
        self._check = TillButton("hand_over.identify")
        self._proof = Tag("hand_over.proof")
        self._reason = _field("hand_over.reason", 100)
        self._any = TillButton("hand_over.without_proof")
        self._courier = CourierPart(presenter)
        self._notes = TextLabel("hand_over.notes", "body", wrap=True)
        self._notes.set_tone("warn")
        self._part = TillButton("hand_over.part")
        self._rows = PartRows("hand_over", presenter.giving.step, formats=formats)
        self._refund_rest = TillButton("hand_over.refund_rest")
        self._bags = TextLabel("hand_over.bags", "strong")
        self._labels = TillButton("hand_over.labels")
        self._message = TextLabel("hand_over.message", wrap=True)
        self._confirm = PrimaryButton("hand_over.confirm", key="Enter")
        self._undo = TillButton("hand_over.undo")
        self._touch = TillButton("hand_over.touch", "⌨")
        self._ask = _row(self._digits, self._name, self._touch, self._check)
        self._ask_reason = _row(self._reason, self._any)
        card = Card("hand_over.panel")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 8, 20, 8)
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._number)
        head.addWidget(self._who, 1)
        head.addWidget(self._labels)
        inside.addLayout(head)
        for label in (self._where, self._bags, self._due, self._notes, self._goods):
            inside.addWidget(label)
        self.body.addWidget(card)
        for part in (
            *(self._proof, self._courier, self._ask, self._ask_reason, self._age, self._part, self._rows),
            *(self._refund_rest, self._message),
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for part in (self._undo, self._confirm):
            self.body.addWidget(part)
        self._connect()

    def on_scan(self, text: str) -> bool:
        """Take the customer's code."""
        self._presenter.take_code(text)
        return True

    def show_state(self, state: PickupState) -> None:
        """Show the order at the counter."""
        order = state.order
        if order is None or state.panel != "hand_over":
            return
        self._render_words(order)
        self._render_proof(state, order)
        handed_over = state.done is not None
        self._confirm.set_label(_confirm_label(order, handed_over=handed_over))
        self._confirm.setEnabled(not state.busy and (handed_over or state.offer is not None))
        may_part = state.part is None and not handed_over and state.offer is not None
        self._part.setVisible(may_part and not order.due_minor)
        self._rows.setVisible(state.part is not None and not handed_over)
        if state.part is not None:
            self._rows.show_part(order, state.part, most=order.at_hand())
        # The rows name the goods and need the place.
        is_whole = state.part is None or handed_over
        self._where.setVisible(is_whole)
        self._goods.setVisible(is_whole)
        self._refund_rest.setVisible(state.part is not None and not handed_over)
        self._labels.setVisible(not handed_over and bool(order.bags) and state.offer is None)
        self._labels.setEnabled(not state.busy)
        self._bags.setText(_bags_text(order, state.bags_seen))
        self._bags.setVisible((bool(state.bags_seen) or order.bags > 1) and not handed_over)
        self._bags.set_tone("ok" if len(state.bags_seen) >= order.bags else "warn")
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
        self._where.setAccessibleName(translate("Pickup", "Shelf {shelf}").format(shelf=order.shelf))
        at_hand = order.at_hand()
        self._goods.setText(
            "\n".join(
                f"{self._formats.quantity(at_hand[line.line_id])} × {line.full_name}"
                for line in order.goods
                if line.line_id in at_hand
            )
        )
        self._due.setText(amount_due(order, self._formats))
        self._due.setVisible(bool(order.due_minor))
        self._where.setText(order.shelf or "—")
        self._notes.setText(notes_of(order))
        self._notes.setVisible(bool(notes_of(order)))
        self._digits.setPlaceholderText(translate("Pickup", "Last 4 digits"))
        self._digits.setAccessibleName(translate("Pickup", "Last 4 digits"))
        self._name.setPlaceholderText(translate("Pickup", "Name"))
        self._name.setAccessibleName(translate("Pickup", "Name"))
        self._check.setText(translate("Pickup", "Check"))
        self._touch.setAccessibleName(translate("Pickup", "Write by touch"))
        self._reason.setPlaceholderText(translate("Pickup", "Why without a proof"))
        self._reason.setAccessibleName(translate("Pickup", "Why without a proof"))
        self._any.setText(translate("Pickup", "Without code"))
        self._part.setText(translate("Pickup", "Only a part"))
        self._refund_rest.setText(translate("Pickup", "Refund the rest"))
        self._labels.setText(translate("Pickup", "Print the labels again"))

    def _render_proof(self, state: PickupState, order: Order) -> None:
        offer = state.offer
        self._courier.show_state(state)
        by_courier = order.fulfilment == "courier"
        self._ask.setVisible(offer is None and not by_courier)
        self._ask_reason.setVisible(offer is None and not by_courier)
        if offer is None and by_courier:
            text = translate("Pickup", "Scan the courier's code, or ask for number and name")
            self._proof.render_tag(text, "warn")
        elif offer is None:
            self._proof.render_tag(
                translate("Pickup", "Scan the customer's code, or ask for digits and name"), "warn"
            )
        elif offer.proof.means == "code":
            self._proof.render_tag(translate("Pickup", "The code is genuine"), "ok")
        elif offer.proof.means == "phone_and_name":
            self._proof.render_tag(translate("Pickup", "Digits and name match"), "ok")
        elif offer.proof.means == "platform_code" or (by_courier and offer.proof.evidence):
            self._proof.render_tag(translate("Pickup", "The platform's code fits"), "ok")
        elif offer.proof.means == "courier":
            self._proof.render_tag(translate("Pickup", "The courier knows the number"), "ok")
        else:
            self._proof.render_tag(translate("Pickup", "Given out for a reason, without a proof"), "warn")
        self._age.setVisible(order.checked_age > 0 and state.done is None)
        self._age.render_option(
            translate("Pickup", "At least {age} years old").format(age=order.min_age),
            translate("Pickup", "Checked") if state.age_checked else translate("Pickup", "Look at an ID"),
            chosen=state.age_checked,
        )

    def _connect(self) -> None:
        self._check.clicked.connect(self._identify)
        self._touch.clicked.connect(lambda: self._presenter.touching.open("digits"))
        self._name.returnPressed.connect(self._identify)
        self._digits.returnPressed.connect(self._name.setFocus)
        self._age.clicked.connect(self._presenter.check_age)
        self._any.clicked.connect(self._without_proof)
        self._reason.returnPressed.connect(self._without_proof)
        self._part.clicked.connect(self._presenter.giving.choose_part)
        self._labels.clicked.connect(self._presenter.minding.reprint)
        self._refund_rest.clicked.connect(self._presenter.giving.refund_rest)
        self._confirm.clicked.connect(self._on_confirm)
        self.confirmed.connect(self._on_confirm)
        self._undo.clicked.connect(self._presenter.undo)

    def _identify(self) -> None:
        self._presenter.identify(self._digits.text(), self._name.text())

    def _without_proof(self) -> None:
        self._presenter.giving.without_proof(self._reason.text())

    def _on_confirm(self) -> None:
        self._presenter.finish()


def _confirm_label(order: Order, *, handed_over: bool) -> str:
    if handed_over:
        return translate("Pickup", "Done")
    if order.due_minor:
        return translate("Pickup", "Take the payment")
    if order.fulfilment == "courier":
        return translate("Pickup", "Given to the courier")
    return translate("Pickup", "Handed over")


def _bags_text(order: Order, seen: frozenset[int]) -> str:
    """Return how many bags the order has, or which of them were scanned."""
    if not seen:
        return translate("Pickup", "Bags: {count}").format(count=order.bags)
    marks = "  ".join(
        f"{bag} {'✓' if bag in seen else '…'}" for bag in range(1, max(order.bags, *seen, 1) + 1)
    )
    return translate("Pickup", "Bags: {marks}").format(marks=marks)


def _field(name: str, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(most)
    return field


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for part in parts:
        layout.addWidget(part)
    return row
