"""The picture of click and collect: one search, four columns by what to do next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.order_model import Order
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import card_of, said
from pos_app.ui.screens.pickup.pick_sheet import PickSheet
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.sheets import HandOverSheet
from pos_app.ui.screens.pickup.short_sheets import PutBackSheet, RejectSheet, ShortSheet
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.board import BoardColumn
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.inputs import SearchField
from pos_app.ui.widgets.sheet import Sheet

SCAN_DIGITS = 20
"""A typed text of at least so many digits is a pickup code."""


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
        self._open: Sheet | None = None
        self._pick = PickSheet(presenter, theme, formats=formats)
        self._hand_over = HandOverSheet(presenter, theme, formats=formats)
        self._short = ShortSheet(presenter, theme, formats=formats)
        self._reject = RejectSheet(presenter, theme, formats=formats)
        self._put_back = PutBackSheet(presenter, theme, formats=formats)
        self._over = (self._short, self._reject)
        """They lie over the lines that they ask about."""
        self._search = SearchField("pickup.search", key="F2")
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
        """Take a customer's pickup code."""
        self._presenter.take_code(text)
        return True

    def show_state(self, state: PickupState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._render_columns(state)
        self._pick.show_state(state)
        self._hand_over.show_state(state)
        for sheet in (self._short, self._reject, self._put_back):
            sheet.show_state(state)
        self._render_panel(state)
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
        for sheet in (self._pick, self._hand_over, self._short, self._reject, self._put_back):
            sheet.closed.connect(partial(self._on_sheet_closed, sheet))
        for column in self._columns.values():
            column.step_pressed.connect(self._presenter.take_step)
            column.opened.connect(self._presenter.take_step)

    def _on_submitted(self, text: str) -> None:
        if len(text) >= SCAN_DIGITS and text.isdigit():
            self._search.clear()
            self._presenter.take_code(text)
        else:
            self._presenter.open_only_match()

    def _on_sheet_closed(self, sheet: Sheet) -> None:
        if self._open is not sheet:
            return  # Another one took its place.
        self._open = None
        if sheet in self._over:
            self._open = self._pick
            self._presenter.picking.back_to_lines()
        elif self._state.panel != "none":
            self._presenter.close_panel()

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
                card_of(order, now_ms=state.now_ms, formats=self._formats) for order in self._shown(orders)
            ]
            self._columns[name].render_column(title, cards, empty=empty)

    def _shown(self, orders: Sequence[Order]) -> Sequence[Order]:
        found = self._state.found
        if found is None:
            return orders
        ids = {order.order_id for order in found}
        return [order for order in orders if order.order_id in ids]

    def _render_panel(self, state: PickupState) -> None:
        sheets: dict[str, Sheet] = {
            "pick": self._pick,
            "short": self._short,
            "reject": self._reject,
            "hand_over": self._hand_over,
            "put_back": self._put_back,
        }
        wanted = sheets.get(state.panel)
        before = self._open
        if wanted is before:
            return
        self._open = wanted
        if wanted is not None and wanted in self._over:
            self._shell.stack_sheet(wanted)
        elif wanted is not None and not (before in self._over and wanted is self._pick):
            self._shell.open_sheet(wanted)
        else:
            self._shell.close_sheet()
            if wanted is None and before in self._over:
                self._shell.close_sheet()  # The lines below it, too.

    def _retranslate(self) -> None:
        self._search.set_placeholder(
            translate("Pickup", "Scan a pickup code, or type phone digits, name or number")
        )
        self._back.set_label(translate("Pickup", "Sell"))
