"""The panel that picks an order: its lines, bags and shelf; scanning goods lays them aside."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pos_app.services.order_model import Order, OrderLine
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import said
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import OptionCard, PrimaryButton, TillButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet

SCAN_DIGITS = 100
"""A scan of so many digits is a customer's code, not goods."""


class PickSheet(Sheet):
    """What to take from the shelves, line by line, and where the bags stand."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("pick", theme, width_px=560)
        self._presenter = presenter
        self._formats = formats
        self._shown: tuple[str, ...] = ()
        self._lines: dict[str, tuple[QWidget, OptionCard, TillButton]] = {}
        self._list = QVBoxLayout()
        self._bags_caption = TextLabel("pick.bags.caption", "muted")
        self._bags = _field("pick.bags", 2)
        self._shelf_caption = TextLabel("pick.shelf.caption", "muted")
        self._shelf = _field("pick.shelf", 20)
        self._touched = ""
        self._touch = TillButton("pick.touch", "⌨")
        self._message = TextLabel("pick.message", wrap=True)
        self._message.set_tone("bad")
        self._take_over = TillButton("pick.take_over")
        self._reject = TillButton("pick.reject")
        self._later = TillButton("pick.later")
        self._done = PrimaryButton("pick.done", key="Enter")
        self.body.addWidget(_scrolled(self._list, "pick.list"), 1)
        self.body.addWidget(self._places())
        self.body.addWidget(self._message)
        others = QHBoxLayout()
        others.setSpacing(8)
        for button in (self._reject, self._take_over, self._later):
            others.addWidget(button, 1)
        self.body.addLayout(others)
        self.body.addWidget(self._done)
        self._connect()

    def on_scan(self, text: str) -> bool:
        """Lay what was scanned aside; a customer's code opens their order."""
        if len(text.strip()) >= SCAN_DIGITS:
            self._presenter.take_code(text)
        else:
            self._presenter.picking.scan(text, self._bags.text())
        return True

    def show_state(self, state: PickupState) -> None:
        """Show the order that is being picked."""
        order = state.order
        if order is None or state.panel not in {"pick", "short", "reject"}:
            return
        wanted = (order.order_id, *(line.line_id for line in order.goods))
        if wanted != self._shown:
            if not self._shown or self._shown[0] != order.order_id:
                self._shelf.setText(order.shelf)
                self._bags.setText(str(order.bags or 1))
            self._shown = wanted
            self._rebuild(order)
        if state.touched_shelf != self._touched:
            self._touched = state.touched_shelf
            self._shelf.setText(self._touched or self._shelf.text())
        self._retranslate(order)
        missing = False
        for line in order.goods:
            missing = self._render_line(line, state.picked.get(line.line_id, 0)) or missing
        message = state.message
        self._message.setText("" if message is None else said(message, self._formats))
        self._render_buttons(order, state, missing=missing)

    def _render_line(self, line: OrderLine, picked_milli: int) -> bool:
        """Show how much of a line is laid aside; return whether something is missing."""
        _, card, short = self._lines[line.line_id]
        handed = line.done.handed_milli
        most = line.line.open_milli
        aside = picked_milli - handed
        is_whole = aside >= most
        quantity = self._formats.quantity(most)
        if not is_whole and aside:
            quantity = f"{self._formats.quantity(aside)} / {quantity}"
        note = translate("Pickup", "Substitute") if line.substitutes else ""
        if not most and not handed:
            note = translate("Pickup", "Not there")
        card.render_option(
            f"{'✓ ' if is_whole and most else ''}{quantity} × {line.full_name}", note, chosen=is_whole
        )
        card.setEnabled(bool(most))
        short.setText(translate("Pickup", "Not there"))
        short.setEnabled(bool(most) and not is_whole)
        return not is_whole

    def _render_buttons(self, order: Order, state: PickupState, *, missing: bool) -> None:
        has_aside = any(state.picked.get(line.line_id, 0) > line.done.handed_milli for line in order.goods)
        self._done.setEnabled(not state.busy)
        self._reject.setVisible(order.state == "picking" and not has_aside)
        self._later.setVisible(missing and has_aside)
        self._take_over.setVisible(state.message is not None and state.message.code == "order.line_of_other")

    def _retranslate(self, order: Order) -> None:
        self.set_title(
            translate("Pickup", "Pick {number}").format(number=order.number), translate("Pickup", "Back")
        )
        for caption, field, text in (
            (self._bags_caption, self._bags, translate("Pickup", "Bags")),
            (self._shelf_caption, self._shelf, translate("Pickup", "Shelf")),
        ):
            caption.setText(text)
            field.setAccessibleName(text)
        self._touch.setAccessibleName(translate("Pickup", "Write by touch"))
        self._done.set_label(translate("Pickup", "Ready for pickup"))
        self._reject.setText(translate("Pickup", "Reject"))
        self._take_over.setText(translate("Pickup", "Take over"))
        self._later.setText(translate("Pickup", "The rest comes later"))

    def _connect(self) -> None:
        self._done.clicked.connect(self._submit)
        self._shelf.returnPressed.connect(self._submit)
        self._bags.returnPressed.connect(self._shelf.setFocus)
        self.confirmed.connect(self._submit)
        self._touch.clicked.connect(lambda: self._presenter.touching.open("shelf"))
        self._reject.clicked.connect(self._presenter.picking.ask_reason)
        self._take_over.clicked.connect(self._presenter.picking.take_over)
        self._later.clicked.connect(
            lambda: self._presenter.picking.leave_open(self._shelf.text(), self._bags.text())
        )

    def _submit(self) -> None:
        self._presenter.picking.mark_ready(self._shelf.text(), self._bags.text())

    def _places(self) -> QWidget:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for caption, field, stretch in (
            (self._bags_caption, self._bags, 1),
            (self._shelf_caption, self._shelf, 3),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(caption)
            column.addWidget(field)
            row.addLayout(column, stretch)
        row.addWidget(self._touch, 0, Qt.AlignmentFlag.AlignBottom)
        return ground

    def _rebuild(self, order: Order) -> None:
        for row, _, _ in self._lines.values():
            row.hide()
            row.deleteLater()
        self._lines = {}
        for place, line in enumerate(order.goods):
            row = QWidget()
            inside = QHBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(8)
            card = OptionCard(f"pick.line.{line.line_id}")
            card.clicked.connect(self._toggler(line.line_id))
            short = TillButton(f"pick.short.{line.line_id}")
            short.clicked.connect(self._asking(line.line_id))
            inside.addWidget(card, 1)
            inside.addWidget(short)
            self._list.insertWidget(place, row)
            self._lines[line.line_id] = row, card, short

    def _toggler(self, line_id: str) -> Callable[[], None]:
        return lambda: self._presenter.picking.toggle_line(line_id)

    def _asking(self, line_id: str) -> Callable[[], None]:
        return lambda: self._presenter.picking.open_short(line_id)


def _field(name: str, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(most)
    return field


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
