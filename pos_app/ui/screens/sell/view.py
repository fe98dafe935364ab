"""The picture of selling: basket left, products right, sheets over both."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.adjust_sheet import AdjustSheet
from pos_app.ui.screens.sell.basket_panel import BasketPanel
from pos_app.ui.screens.sell.best_sheet import BestSheet
from pos_app.ui.screens.sell.entry_sheets import CouponSheet, OpenItemSheet, QuantitySheet
from pos_app.ui.screens.sell.hand_sheet import LineSheet, SaleSheet
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.member_sheets import JoinSheet, MemberInfoSheet, MemberSheet
from pos_app.ui.screens.sell.options_sheet import OptionsSheet
from pos_app.ui.screens.sell.park_sheets import NewsSheet, ParkSheet, RecallSheet, SplitSheet
from pos_app.ui.screens.sell.park_words import ParkWords
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.products_panel import ProductsPanel
from pos_app.ui.screens.sell.proof_sheet import MemberProofSheet
from pos_app.ui.screens.sell.reward_sheet import RewardSheet
from pos_app.ui.screens.sell.serial_sheet import SerialSheet
from pos_app.ui.screens.sell.sheets import (
    CounterSheet,
    HelpSheet,
    MoreSheet,
    PickerSheet,
    key_code,
    more_labels,
)
from pos_app.ui.screens.sell.state import SellState, SheetName
from pos_app.ui.screens.sell.style_sheet import StyleSheet
from pos_app.ui.screens.sell.top_up_sheet import TopUpSheet
from pos_app.ui.screens.sell.why_sheet import WhySheet
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.widgets.buttons import Tone

_PLACES = (
    "returns",
    "stock",
    "drawer",
    "close_shift",
    "day_close",
    "report",
    "exceptions",
    "campaigns",
    "health",
)


class SellPage(QWidget):
    """The ground of the screen; tells about a change of language."""

    language_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sell")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()


class SellScreen:
    """Sells; implements the window's ``Screen``."""

    name = "sell"

    def __init__(self, presenter: SellPresenter, shell: Shell, *, look: SellLook) -> None:
        self._presenter = presenter
        self._shell = shell
        self._words = SellWords(look.formats, look.language, campaign_name=presenter.campaign_name)
        self._state: SellState | None = None
        self._open: SheetName = ""
        self._page = SellPage()
        self._left = BasketPanel(presenter, self._words, look=look)
        self._right = ProductsPanel(presenter, self._words, look=look)
        row = QHBoxLayout(self._page)
        row.setContentsMargins(12, 12, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._left, 36)
        row.addWidget(self._right, 64)
        parked = ParkWords(self._words, look.formats)
        self._sheets: dict[SheetName, CounterSheet | MemberProofSheet] = {
            "member": MemberSheet(presenter, self._words, look=look),
            "member_join": JoinSheet(presenter, self._words, look=look),
            "member_sheet": MemberInfoSheet(presenter, self._words, look=look),
            "coupon": CouponSheet(presenter, self._words, look=look),
            "best": BestSheet(presenter, self._words, look=look),
            "open_item": OpenItemSheet(presenter, self._words, look=look),
            "serial": SerialSheet(presenter, self._words, look=look),
            "quantity": QuantitySheet(presenter, self._words, look=look),
            "line": LineSheet(presenter, self._words, look=look),
            "sale": SaleSheet(presenter, self._words, look=look),
            "park": ParkSheet(presenter, parked, look=look),
            "split": SplitSheet(presenter, parked, look=look),
            "recall": RecallSheet(presenter, parked, look=look),
            "news": NewsSheet(presenter, parked, look=look),
            "picker": PickerSheet(presenter, self._words, look=look),
            "options": OptionsSheet(presenter, self._words, look=look),
            "style": StyleSheet(presenter, self._words, look=look),
            "why": WhySheet(presenter, self._words, look=look),
            "help": HelpSheet(presenter, look, actions=self._labels),
            "more": MoreSheet(presenter, self._words, look=look),
            "member_adjust": AdjustSheet(presenter, self._words, look=look),
            "top_up": TopUpSheet(presenter, self._words, look=look),
            "rewards": RewardSheet(presenter, self._words, look=look),
            "proof": MemberProofSheet(presenter, self._words, look=look),
        }
        for name, sheet in self._sheets.items():
            sheet.setParent(self._page)
            sheet.closed.connect(partial(self._on_sheet_closed, name))
        self._page.language_changed.connect(self._retranslate)
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self._page

    def current_actions(self) -> Sequence[Action]:
        """Return what can be done now; what leads nowhere is left out."""
        presenter, state = self._presenter, self._state
        has_line = state is not None and state.current_id is not None
        hidden = partial(Action, on_bar=False)
        actions = [
            Action("member", presenter.members.open_sheet, translate("Sell", "Member")),
            Action("coupon", presenter.coupons.open_sheet, translate("Sell", "Coupon")),
            Action("open_item", self._on_open_item, translate("Sell", "Open item")),
            Action("discount", presenter.hand.open_sale, translate("Sell", "Discount"), enabled=has_line),
            Action("park", presenter.parking.open_park, translate("Sell", "Park"), enabled=has_line),
            self._recall(),
            *self._pickup(),
            Action("more", presenter.more.open_sheet, translate("Sell", "More")),
            hidden("pay", presenter.pay, translate("Sell", "Pay"), enabled=bool(state and state.can_pay)),
            hidden("search", self._on_search, translate("Sell", "Search")),
            hidden("remove_line", presenter.remove_line, translate("Sell", "Remove line"), enabled=has_line),
            hidden(
                "quantity",
                presenter.quantity.open_for_line,
                translate("Sell", "Change quantity"),
                enabled=has_line,
            ),
            *self._away(),
            hidden("reprint", presenter.more.reprint_last, translate("Sell", "Copy of receipt")),
            hidden(
                "options",
                presenter.goods.open_options_of_line,
                translate("Sell", "Change options"),
                enabled=has_line,
            ),
            hidden(
                "why", presenter.why.open_for_line, translate("Sell", "Why this price?"), enabled=has_line
            ),
            hidden("best_use", presenter.best.open_sheet, translate("Sell", "Best use of coupons")),
            hidden("undo", presenter.history.undo, translate("Sell", "Undo")),
            hidden("redo", presenter.history.redo, translate("Sell", "Redo")),
            hidden("back", self._on_back, translate("Sell", "Clear the search")),
            hidden("help", partial(presenter.open_sheet, "help"), translate("Sell", "Keys")),
        ]
        labels = more_labels()
        if presenter.top_up.is_offered:
            actions.append(hidden("top_up", presenter.top_up.open_sheet, labels["top_up"]))
        if presenter.rewards.is_offered:
            actions.append(hidden("rewards", presenter.rewards.open_sheet, labels["rewards"]))
        actions += [
            hidden(key_code(place), partial(presenter.show_place, place), labels[place])
            for place in _PLACES
            if presenter.more.leads_to(place)
        ]
        if presenter.more.sign_out is not None:
            actions.append(hidden(key_code("sign_out"), presenter.more.sign_out, labels["sign_out"]))
        return actions

    def enter(self) -> None:
        """Show the basket as it is; names are typed, codes are scanned."""
        self._presenter.enter()
        self._right.search.setFocus()

    def leave(self) -> None:
        """Let no search wait for the next customer."""
        self._presenter.products.clear_search()

    def on_scan(self, text: str) -> bool:
        """Sell, or whatever the code means."""
        self._presenter.on_scan(text)
        return True

    def show_state(self, state: SellState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._left.show_basket(state)
        self._right.show_products(state.products, state.totals.total.currency)
        self._right.show_way(state.takes_away)
        if state.sheet:
            self._sheets[state.sheet].show_sheet(state)
        self._show_sheet(state.sheet)
        if before is None or self._bar_of(before) != self._bar_of(state):
            self._shell.refresh_actions()

    def _show_sheet(self, name: SheetName) -> None:
        if name == self._open:
            return
        self._open = name
        if not name:
            self._shell.close_sheet()
            self._right.search.setFocus()
            return
        self._shell.open_sheet(self._sheets[name])
        self._sheets[name].take_keys()

    def _bar_of(self, state: SellState) -> tuple[object, ...]:
        return (
            state.waiting_orders,
            state.parking.count,
            state.can_pay,
            state.current_id is None,
            state.takes_away is None,
        )

    def _away(self) -> list[Action]:
        """Return the switch between eating here and taking away, where it changes a tax."""
        if self._state is None or self._state.takes_away is None:
            return []
        label = translate("Sell", "Eat in or take away")
        return [Action("away", self._presenter.toggle_away, label, on_bar=False)]

    def _recall(self) -> Action:
        waiting = self._state.parking.count if self._state is not None else 0
        label = translate("Sell", "Recall")
        return Action("recall", self._presenter.parking.open_recall, label, count=waiting or None)

    def _pickup(self) -> list[Action]:
        if not self._presenter.more.leads_to("pickup"):
            return []
        waiting = self._state.waiting_orders if self._state is not None else 0
        label = translate("Sell", "Pickup")
        tone: Tone = "warn" if waiting else "plain"
        return [Action("pickup", self._presenter.show_pickups, label, count=waiting or None, tone=tone)]

    def _labels(self) -> list[tuple[str, str]]:
        # Enter has no shortcut: it belongs to what has the keyboard, and means the line in an empty search.
        line = ("confirm", translate("Sell", "Change the chosen line"))
        return [line, *((action.code, action.label) for action in self.current_actions())]

    def _on_open_item(self) -> None:
        if self._left.message.isHidden():
            self._presenter.on_note_gone()
        self._presenter.open_item.open_sheet()

    def _on_search(self) -> None:
        self._right.search.setFocus()
        self._right.search.line.selectAll()

    def _on_back(self) -> None:
        self._presenter.products.clear_search()
        self._right.search.clear()

    def _on_sheet_closed(self, name: SheetName) -> None:
        if self._open == name:
            self._open = ""
            self._presenter.on_sheet_closed()
            self._right.search.setFocus()

    def _retranslate(self) -> None:
        self._words.forget()
        self._left.retranslate()
        self._right.retranslate()
        for sheet in self._sheets.values():
            sheet.retranslate()
        if self._state is not None:
            self.show_state(self._state)
