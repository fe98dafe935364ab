"""The sheets of the Sell screen that ask nothing: a choice, why this price, the keys, and the rest."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker, PickItem
from pos_app.ui.widgets.sheet import Sheet

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
_MORE_PX = 640
_KEY_CODES = {"report": "reports", "sign_out": "lock"}
"""Actions whose key stands under another name in the key map."""


def key_code(action: str) -> str:
    """Return the name under which the key map knows ``action``."""
    return _KEY_CODES.get(action, action)


class CounterSheet(Sheet):
    """A sheet of this screen: scans go to the counter, the state says what it shows."""

    def __init__(self, name: str, presenter: SellPresenter, *, look: SellLook, width_px: int = 480) -> None:
        super().__init__(name, look.theme, width_px=width_px)
        self.presenter = presenter

    def on_scan(self, text: str) -> bool:
        """Give the scan to the counter, which knows whether this sheet stays open."""
        self.presenter.on_scan(text)
        return True

    def show_sheet(self, state: SellState) -> None:
        """Show the part of ``state`` that this sheet is about."""

    def retranslate(self) -> None:
        """Write the fixed words anew."""

    def take_keys(self) -> None:
        """Give the keyboard to the part that is typed into."""


class PickerSheet(CounterSheet):
    """Several things may be meant: products with one code, or the piece and the packs of one product."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("picker", presenter, look=look)
        self._words = words
        self._list = ListPicker("picker.list", look.theme)
        self._list.picked.connect(presenter.goods.pick)
        self.body.addWidget(self._list, 1)

    def show_sheet(self, state: SellState) -> None:
        """Show what may be meant."""
        currency = state.totals.total.currency
        items = [self._words.goods.choice(choice, currency) for choice in state.picker.choices]
        self._list.set_items(items, name=translate("Sell", "Which of these?"))

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Which of these?"), translate("Sell", "Back"))

    def take_keys(self) -> None:
        """Let the arrows choose."""
        self._list.setFocus()


class HelpSheet(CounterSheet):
    """Every key of this screen."""

    def __init__(
        self, presenter: SellPresenter, look: SellLook, *, actions: Callable[[], Sequence[tuple[str, str]]]
    ) -> None:
        super().__init__("help", presenter, look=look)
        self._look = look
        self._actions = actions
        self._list = ListPicker("help.keys", look.theme)
        self.body.addWidget(self._list, 1)

    def show_sheet(self, _state: SellState) -> None:
        """Show the keys of what can be done now."""
        badge = self._look.keymap.badge
        items = [
            PickItem(code, label, value=badge(key_code(code)))
            for code, label in self._actions()
            if label and badge(key_code(code))
        ]
        self._list.set_items(items, name=translate("Sell", "Keys"))

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Keys"), translate("Sell", "Back"))

    def take_keys(self) -> None:
        """Let the arrows scroll."""
        self._list.setFocus()


class MoreSheet(CounterSheet):
    """The ways to rarer places, and giving the basket up with one question in place."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("more", presenter, look=look, width_px=_MORE_PX)
        self._words = words
        badge = look.keymap.badge
        more = presenter.more
        self._buttons: dict[str, ActionButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.body.addLayout(self._grid)
        for place in _PLACES:
            if more.leads_to(place):
                self._add(place, partial(presenter.show_place, place), key=badge(key_code(place)))
        if presenter.top_up.is_offered:
            self._add("top_up", presenter.top_up.open_sheet, key=badge("top_up"))
        if presenter.rewards.is_offered:
            self._add("rewards", presenter.rewards.open_sheet, key=badge("rewards"))
        self._add("reprint", more.reprint_last, key=badge("reprint"))
        self._add("gift", more.gift_last)
        self._add("help", partial(presenter.open_sheet, "help"), key=badge("help"))
        self._message = TextLabel("more.message", wrap=True)
        self._message.set_tone("bad")
        self._question = TextLabel("more.question", wrap=True)
        if more.practise is not None:
            self._add("practise", more.practise)
        if more.sign_out is not None:
            self._add("sign_out", more.sign_out, key=badge(key_code("sign_out")))
        self.body.addStretch(1)
        self._add_abandon(partial(more.ask_to_abandon, confirming=True))
        self.body.addWidget(self._question)
        self._answers = QWidget()
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        self._keep = ActionButton("more.abandon.keep")
        self._keep.clicked.connect(partial(more.ask_to_abandon, confirming=False))
        self._give_up = ActionButton("more.abandon.confirm")
        self._give_up.set_tone("bad")
        self._give_up.clicked.connect(more.abandon)
        row.addWidget(self._keep, 1)
        row.addWidget(self._give_up, 1)
        self.body.addWidget(self._answers)
        self.body.addWidget(self._message)

    def show_sheet(self, state: SellState) -> None:
        """Show the question only while it is asked."""
        form = state.more
        self._buttons["abandon"].setVisible(form.can_abandon and not form.confirming)
        self._question.setVisible(form.confirming)
        self._answers.setVisible(form.confirming)
        total = self._words.money(state.totals.total)
        self._question.setText(
            translate("Sell", "Give this basket up ({total})? It is noted in the journal.").format(
                total=total
            )
        )
        self._message.setText(self._words.said(form.error))
        self._message.setVisible(bool(form.error.code))

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "More"), translate("Sell", "Back"))
        labels = more_labels()
        for code, button in self._buttons.items():
            button.set_label(labels[code])
        self._keep.set_label(translate("Sell", "Keep it"))
        self._give_up.set_label(translate("Sell", "Give it up"))

    def take_keys(self) -> None:
        """Begin with the first button."""
        next(iter(self._buttons.values())).setFocus()

    def _add(self, code: str, handler: Callable[[], None], *, key: str = "") -> None:
        button = self._made(code, handler, key=key)
        place = self._grid.count()
        # Two columns: in one the last of them would not fit a low window.
        self._grid.addWidget(button, place // 2, place % 2)

    def _add_abandon(self, handler: Callable[[], None]) -> None:
        self.body.addWidget(self._made("abandon", handler))

    def _made(self, code: str, handler: Callable[[], None], *, key: str = "") -> ActionButton:
        button = ActionButton(f"more.{code}", key=key)
        button.clicked.connect(handler)
        self._buttons[code] = button
        return button


def more_labels() -> dict[str, str]:
    """Return what the actions of the sheet are called."""
    return {
        "returns": translate("Sell", "Return or exchange"),
        "stock": translate("Sell", "Stock"),
        "drawer": translate("Sell", "Drawer"),
        "close_shift": translate("Sell", "Close shift"),
        "day_close": translate("Sell", "Close the day"),
        "report": translate("Sell", "Shift report"),
        "exceptions": translate("Sell", "Exceptions"),
        "campaigns": translate("Sell", "Coupon campaigns"),
        "health": translate("Sell", "Store health"),
        "top_up": translate("Sell", "Top up a balance"),
        "rewards": translate("Sell", "Rewards for points"),
        "reprint": translate("Sell", "Copy of receipt"),
        "gift": translate("Sell", "Gift receipt of the last sale"),
        "help": translate("Sell", "Keys"),
        "practise": translate("Sell", "Practise"),
        "sign_out": translate("Sell", "Sign out"),
        "abandon": translate("Sell", "Give the basket up"),
    }
