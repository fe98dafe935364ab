"""Why this price: what applied and who pays, what lost to what, what is within reach."""

from PySide6.QtWidgets import QHBoxLayout

from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.why_words import WhyWords
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from retail_core.money import Money

_WIDTH_PX = 640


class WhySheet(CounterSheet):
    """Explains the whole basket, or one line of it."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("why", presenter, look=look, width_px=_WIDTH_PX)
        self._words = words
        self._why = WhyWords(words)
        self._caption = TextLabel("why.caption", "muted")
        self._saving = MoneyLabel("why.saving", "figure")
        self._list = ListPicker("why.list", look.theme)
        row = QHBoxLayout()
        row.addWidget(self._caption, 1)
        row.addWidget(self._saving)
        self.body.addLayout(row)
        self.body.addWidget(self._list, 1)

    def show_sheet(self, state: SellState) -> None:
        """Show the explanation as it was when it was asked for."""
        currency = state.totals.total.currency
        lines = state.why.explanation.lines
        saved = sum(line.list_amount.minor - line.total.minor for line in lines)
        self._saving.set_amount(self._words.money(Money(saved, currency)), tone="ok")
        rows = self._why.rows(state.why.explanation, currency)
        self._list.set_items(rows, name=translate("Sell", "Why this price?"))

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Why this price?"), translate("Sell", "Back"))
        self._caption.setText(translate("Sell", "Saved"))

    def take_keys(self) -> None:
        """Let the arrows scroll."""
        self._list.setFocus()
