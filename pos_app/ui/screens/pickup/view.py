"""The picture of click and collect: one search, four columns by what to do next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.order_model import Order
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.back_sheet import BringBackSheet
from pos_app.ui.screens.pickup.busy_sheet import BusySheet, busy_text
from pos_app.ui.screens.pickup.cards import card_of, said
from pos_app.ui.screens.pickup.choose_sheet import ChooseSheet
from pos_app.ui.screens.pickup.keys_sheet import KeysSheet
from pos_app.ui.screens.pickup.look_sheet import LookSheet
from pos_app.ui.screens.pickup.other_store_sheet import OtherStoreSheet
from pos_app.ui.screens.pickup.pick_sheet import PickSheet
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.sheets import HandOverSheet
from pos_app.ui.screens.pickup.short_sheets import PutBackSheet, RejectSheet, ShortSheet
from pos_app.ui.screens.pickup.state import Panel, PickupState
from pos_app.ui.screens.pickup.walk_sheets import WalkChooseSheet, WalkSheet
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.board import BoardColumn
from pos_app.ui.widgets.buttons import ActionButton, Chip
from pos_app.ui.widgets.inputs import SearchField
from pos_app.ui.widgets.sheet import Sheet
from retail_core.orders import ENDED

SCAN_DIGITS = 20
"""A typed text of at least so many digits is a pickup code."""

_PickupSheet = (
    LookSheet
    | PickSheet
    | HandOverSheet
    | ShortSheet
    | RejectSheet
    | ChooseSheet
    | PutBackSheet
    | BringBackSheet
    | BusySheet
    | WalkChooseSheet
    | WalkSheet
    | OtherStoreSheet
    | KeysSheet
)


class PickupScreen(QWidget):
    """The board of orders; implements the window's ``Screen``."""

    name = "pickup"

    def __init__(self, presenter: PickupPresenter, shell: Shell, *, theme: Theme, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("pickup")
        self._presenter = presenter
        self._shell = shell
        self._formats = formats
        self._state = PickupState()
        self._sheets: dict[Panel, _PickupSheet] = {
            "look": LookSheet(presenter, theme, formats=formats),
            "pick": PickSheet(presenter, theme, formats=formats),
            "hand_over": HandOverSheet(presenter, theme, formats=formats),
            "short": ShortSheet(presenter, theme, formats=formats),
            "reject": RejectSheet(presenter, theme, formats=formats),
            "choose": ChooseSheet(presenter, theme, formats=formats),
            "put_back": PutBackSheet(presenter, theme, formats=formats),
            "bring_back": BringBackSheet(presenter, theme, formats=formats),
            "busy": BusySheet(presenter, theme, formats=formats),
            "walk_choose": WalkChooseSheet(presenter, theme, formats=formats),
            "walk": WalkSheet(presenter, theme, formats=formats),
            "other_store": OtherStoreSheet(presenter, theme, formats=formats),
            "keys": KeysSheet(presenter, theme),
        }
        self._open: list[_PickupSheet] = []
        """The lowest first."""
        self._search = SearchField("pickup.search", key="F2")
        self._walk = ActionButton("pickup.walk", key="Alt B")
        self._couriers = Chip("pickup.couriers")
        self._couriers.setAutoExclusive(False)
        self._busy = ActionButton("pickup.busy")
        self._back = ActionButton("pickup.back", key="F11")
        self._columns = {
            name: BoardColumn(f"pickup.column.{name}") for name in ("new", "picking", "ready", "trouble")
        }
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Search, and back to selling."""
        return [
            Action("search", self._search.setFocus, on_bar=False),
            Action("batch_pick", self._presenter.walking.open, on_bar=False),
            Action("pickup", self._presenter.go_back, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
        ]

    def enter(self) -> None:
        """Show the board as it is now; what is typed is searched, and Enter starts no picking."""
        self._search.clear()
        self._presenter.search("")
        self._presenter.refresh()
        self._search.setFocus()
        self._presenter.paying.resume()

    def leave(self) -> None:
        """Nothing is kept."""

    def on_scan(self, text: str) -> bool:
        """Take a customer's pickup code, a bag's label, goods to pick, or the card of a walk."""
        self._presenter.scanning.take(text)
        return True

    def show_state(self, state: PickupState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._render_columns(state)
        self._render_filter(state)
        self._busy.set_tone("plain" if state.store_busy is None else "warn")
        self._busy.set_label(
            translate("Pickup", "Busy")
            if state.store_busy is None
            else busy_text(state.store_busy, self._formats)
        )
        for sheet in self._sheets.values():
            sheet.show_state(state)
        self._render_panels(state)
        if state.message is not None and state.message != before.message and state.panel == "none":
            text = said(state.message, self._formats)
            self._shell.notify("ok" if state.message.good else "bad", text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._search, 1)
        head.addWidget(self._couriers)
        head.addWidget(self._walk)
        head.addWidget(self._busy)
        head.addWidget(self._back)
        board = QHBoxLayout()
        board.setSpacing(12)
        for column in self._columns.values():
            board.addWidget(column, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        page.setSpacing(12)
        page.addLayout(head)
        page.addLayout(board, 1)

    def _connect(self) -> None:
        self._search.edited.connect(self._presenter.search)
        self._search.submitted.connect(self._on_submitted)
        self._back.clicked.connect(self._presenter.go_back)
        self._walk.clicked.connect(self._presenter.walking.open)
        self._couriers.clicked.connect(self._presenter.couriers.show_only)
        self._busy.clicked.connect(self._presenter.minding.open_busy)
        for sheet in self._sheets.values():
            sheet.closed.connect(partial(self._on_sheet_closed, sheet))
        for column in self._columns.values():
            column.step_pressed.connect(self._presenter.take_step)
            column.opened.connect(self._presenter.open)

    def _on_submitted(self, text: str) -> None:
        if len(text) >= SCAN_DIGITS and text.isdigit():
            self._search.clear()
            self._presenter.take_code(text)
        else:
            self._presenter.open_only_match()

    def _on_sheet_closed(self, sheet: Sheet) -> None:
        if not self._open or self._open[-1] is not sheet:
            return  # Another one took its place.
        self._open.pop()
        self._presenter.leave_panel()

    def _render_columns(self, state: PickupState) -> None:
        board = state.board
        empty = translate("Pickup", "Nothing here")
        for name, title, orders in (
            ("new", translate("Pickup", "New orders"), board.new),
            ("picking", translate("Pickup", "Picking"), board.picking),
            ("ready", translate("Pickup", "Ready"), board.ready),
            ("trouble", translate("Pickup", "Exceptions"), board.trouble),
        ):
            cards = [
                card_of(order, now_ms=state.now_ms, formats=self._formats, channels=state.channels)
                for order in self._shown(name, orders)
            ]
            self._columns[name].render_column(title, cards, empty=empty)

    def _render_filter(self, state: PickupState) -> None:
        board = state.board
        orders = (*board.new, *board.picking, *board.ready, *board.trouble)
        count = sum(order.fulfilment == "courier" for order in orders)
        self._couriers.setChecked(state.only_couriers)
        self._couriers.setText(translate("Pickup", "Couriers ({count})").format(count=count))
        # Where no courier comes there is nothing to choose.
        self._couriers.setVisible(count > 0 or state.only_couriers)

    def _shown(self, name: str, orders: Sequence[Order]) -> Sequence[Order]:
        found = self._state.found
        if self._state.only_couriers:
            orders = [order for order in orders if order.fulfilment == "courier"]
        if found is None:
            return orders
        ids = {order.order_id for order in found}
        shown = [order for order in orders if order.order_id in ids]
        if name != "ready":
            return shown
        # What was handed over is on no column; found by its customer it can be brought back.
        return [*shown, *(order for order in found if order.state in ENDED and order.with_customer())]

    def _render_panels(self, state: PickupState) -> None:
        """Open and close sheets until those lie over each other that the state names."""
        panels = () if state.panel == "none" else (*state.under, state.panel)
        wanted = [self._sheets[panel] for panel in panels]
        while self._open != wanted[: len(self._open)]:
            self._open.pop()
            self._shell.close_sheet()
        for sheet in wanted[len(self._open) :]:
            if self._open:
                self._shell.stack_sheet(sheet)
            else:
                self._shell.open_sheet(sheet)
            self._open.append(sheet)

    def _retranslate(self) -> None:
        self._search.set_placeholder(
            translate("Pickup", "Scan a pickup code, or type phone digits, name or number")
        )
        self._walk.set_label(translate("Pickup", "Pick several"))
        self._back.set_label(translate("Pickup", "Sell"))
