"""The panels of a walk: which orders go along, and what to fetch into which bin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pos_app.services.pick_walk import Walk, WalkBin, WalkRow
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import goods_of, promise_of, said
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import OptionCard, PrimaryButton, TillButton
from pos_app.ui.widgets.inputs import Stepper
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet


class WalkChooseSheet(Sheet):
    """The orders that nobody has begun, by promise; the next few are chosen."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("walk_choose", theme, width_px=560)
        self._walking = presenter.walking
        self._formats = formats
        self._caption = TextLabel("walk_choose.caption", "body", wrap=True)
        self._count = Stepper("walk_choose.count")
        self._rows = _Rows("walk_choose.list")
        self._cards: dict[str, OptionCard] = {}
        self._message = TextLabel("walk_choose.message", wrap=True)
        self._print = TillButton("walk_choose.card")
        self._begin = PrimaryButton("walk_choose.begin", key="Enter")
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self._count)
        self.body.addLayout(head)
        self.body.addWidget(self._rows, 1)
        self.body.addWidget(self._message)
        self.body.addWidget(self._print)
        self.body.addWidget(self._begin)
        self._count.stepped.connect(self._walking.step)
        self._print.clicked.connect(self._walking.print_card)
        self._begin.clicked.connect(self._walking.begin)
        self.confirmed.connect(self._walking.begin)

    def show_state(self, state: PickupState) -> None:
        """Show which orders could go along."""
        if state.panel != "walk_choose":
            return
        self.set_title(translate("Pickup", "Several orders in one walk"), translate("Pickup", "Back"))
        self._caption.setText(translate("Pickup", "The next orders by promise"))
        chosen = len(state.walk_choice)
        self._count.render_value(
            self._formats.number(chosen), can_lower=chosen > 1, can_raise=chosen < len(state.walk_orders)
        )
        ids = [order.order_id for order in state.walk_orders]
        if ids != list(self._cards):
            self._cards = {order_id: self._card(order_id) for order_id in ids}
            self._rows.put(list(self._cards.values()))
        for order in state.walk_orders:
            promise, _ = promise_of(order, now_ms=state.now_ms)
            is_chosen = order.order_id in state.walk_choice
            self._cards[order.order_id].render_option(
                f"{'✓ ' if is_chosen else ''}{order.number} · {promise}",
                goods_of(order, self._formats),
                chosen=is_chosen,
            )
        self._print.setText(translate("Pickup", "Print the card that begins this"))
        self._begin.set_label(translate("Pickup", "Start picking"))
        self._print.setEnabled(not state.busy)
        self._begin.setEnabled(not state.busy and bool(chosen))
        _show_message(self._message, state, formats=self._formats)

    def _card(self, order_id: str) -> OptionCard:
        card = OptionCard(f"walk_choose.order.{order_id}")
        card.clicked.connect(lambda: self._walking.toggle(order_id))
        return card


class WalkSheet(Sheet):
    """What to fetch, in the order of the store, and into which bin the last piece goes."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("walk", theme, width_px=640)
        self._presenter = presenter
        self._walking = presenter.walking
        self._formats = formats
        self._bin_now = TextLabel("walk.bin", "change")
        self._bin_now.set_tone("primary")
        self._last = TextLabel("walk.last", "title", wrap=True)
        self._rows = _Rows("walk.list")
        self._lines: dict[str, tuple[QWidget, OptionCard, TillButton]] = {}
        self._shown: tuple[str, ...] = ()
        self._bins: dict[str, OptionCard] = {}
        self._bin_row = QHBoxLayout()
        self._bin_row.setSpacing(8)
        self._message = TextLabel("walk.message", wrap=True)
        self._pack = PrimaryButton("walk.pack", key="Enter")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._bin_now)
        head.addWidget(self._last, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._rows, 1)
        self.body.addWidget(self._message)
        self.body.addLayout(self._bin_row)
        self.body.addWidget(self._pack)
        self._pack.clicked.connect(self._walking.pack_next)
        self.confirmed.connect(self._walking.pack_next)

    def on_scan(self, text: str) -> bool:
        """Take goods, the label of a shelf, or a customer's code."""
        self._presenter.scanning.take_on_walk(text)
        return True

    def show_state(self, state: PickupState) -> None:
        """Show the walk as it stands."""
        walk = state.walk
        if walk is None or "walk" not in (state.panel, *state.under):
            return
        self.set_title(translate("Pickup", "Pick several orders"), translate("Pickup", "Back"))
        last = state.walk_last
        self._last.setVisible(last is not None)
        self._bin_now.setVisible(last is not None)
        if last is not None:
            words = translate("Pickup", "{name} · complete") if last.completes else "{name}"
            self._last.setText(words.format(name=last.name))
            self._bin_now.setText(last.letter)
        self._render_rows(walk)
        self._render_bins(walk)
        found = walk.to_pack
        self._pack.setEnabled(found is not None and not state.busy)
        self._pack.set_label(
            translate("Pickup", "Pack")
            if found is None
            else translate("Pickup", "Pack {bin}").format(bin=found.letter)
        )
        _show_message(self._message, state, formats=self._formats)

    def _render_rows(self, walk: Walk) -> None:
        keys = tuple(row.key for row in walk.rows)
        if keys != self._shown:
            self._shown = keys
            self._lines = {row.key: self._line(row, place) for place, row in enumerate(walk.rows)}
            self._rows.put([line for line, _, _ in self._lines.values()])
        for row in walk.rows:
            _, card, short = self._lines[row.key]
            wanted, missing = row.wanted_milli, row.missing_milli
            quantity = self._formats.quantity(wanted)
            if 0 < missing < wanted:
                quantity = f"{self._formats.quantity(wanted - missing)} / {quantity}"
            card.render_option(
                f"{'' if missing else '✓ '}{quantity} × {row.name}", self._note(row), chosen=not missing
            )
            short.setText(translate("Pickup", "Not there"))
            short.setEnabled(bool(missing))

    def _note(self, row: WalkRow) -> str:
        bins = "  ".join(
            f"{part.letter} {self._formats.quantity(part.wanted_milli)}"
            if part.missing_milli
            else f"{part.letter} ✓"
            for part in row.parts
        )
        place = "" if row.category is None else self._formats.name(row.category)
        return " · ".join(part for part in (place, bins) if part)

    def _render_bins(self, walk: Walk) -> None:
        letters = [each.letter for each in walk.bins]
        if letters != list(self._bins):
            for card in self._bins.values():
                card.hide()
                card.deleteLater()
            self._bins = {letter: self._bin(letter) for letter in letters}
        for each in walk.bins:
            self._bins[each.letter].render_option(
                f"{'✓ ' if not each.missing else ''}{each.letter}", _bin_note(each), chosen=not each.missing
            )

    def _bin(self, letter: str) -> OptionCard:
        card = OptionCard(f"walk.bin.{letter}")
        card.clicked.connect(lambda: self._walking.open_bin(letter))
        self._bin_row.addWidget(card, 1)
        return card

    def _line(self, row: WalkRow, place: int) -> tuple[QWidget, OptionCard, TillButton]:
        ground = QWidget()
        inside = QHBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        card = OptionCard(f"walk.line.{place}")
        card.clicked.connect(self._toggling(row.key))
        short = TillButton(f"walk.short.{place}")
        short.clicked.connect(self._asking(row.key))
        inside.addWidget(card, 1)
        inside.addWidget(short)
        return ground, card, short

    def _toggling(self, key: str) -> Callable[[], None]:
        return lambda: self._walking.toggle_row(key)

    def _asking(self, key: str) -> Callable[[], None]:
        return lambda: self._walking.short(key)


class _Rows(QScrollArea):
    """A list that scrolls by the finger."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        ground = QWidget()
        self._list = QVBoxLayout(ground)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, rows: Sequence[QWidget]) -> None:
        """Show ``rows`` in place of what was there."""
        while self._list.count() > 1:
            item = self._list.takeAt(0)
            before = None if item is None else item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        for place, row in enumerate(rows):
            self._list.insertWidget(place, row)


def _bin_note(each: WalkBin) -> str:
    if not each.missing:
        return each.order.number
    words = translate("Pickup", "{number} · {count} missing")
    return words.format(number=each.order.number, count=each.missing)


def _show_message(label: TextLabel, state: PickupState, *, formats: Formats) -> None:
    message = state.message
    label.set_tone("ok" if message is not None and message.good else "bad")
    label.setText("" if message is None else said(message, formats))
