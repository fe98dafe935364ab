"""The right of the Returns screen: why goods come back, where they go, and what they give."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from pos_app.services.return_goods import REASONS
from pos_app.ui.i18n import translate
from pos_app.ui.screens.returns.areas import scrolled
from pos_app.ui.screens.returns.look import ReturnsLook
from pos_app.ui.screens.returns.presenter import ReturnsPresenter
from pos_app.ui.screens.returns.state import ReturnsState
from pos_app.ui.screens.returns.words import ReturnsWords, SumText
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import Chip, PrimaryButton
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.surfaces import Card, Rule
from retail_core.money import Money


class GivesPanel(Card):
    """Reason, shelf, every sum, and the one button."""

    def __init__(self, presenter: ReturnsPresenter, words: ReturnsWords, *, look: ReturnsLook) -> None:
        super().__init__("returns.gives")
        self._presenter = presenter
        self._words = words
        self._look = look
        self._reason = TextLabel("returns.reason", "muted")
        self._reasons = {reason: Chip(f"returns.reason.{reason}") for reason in REASONS}
        self._shelf = Chip("returns.shelf")
        self._write_off = Chip("returns.write_off")
        self._sums = QGridLayout()
        self._shown: list[SumText] = []
        self._total_caption = TextLabel("returns.total.caption", "strong")
        self._total = MoneyLabel("returns.total", "figure")
        self._ways = TextLabel("returns.ways", "muted", wrap=True)
        self._message = TextLabel("returns.message", wrap=True)
        self._confirm = PrimaryButton("returns.confirm", key=look.keymap.badge("put_back"))
        self._build()
        self._connect()

    def show_state(self, state: ReturnsState) -> None:
        """Show ``state``."""
        self._show_choices(state)
        self._show_sums(state)
        self._message.setText(self._look.say(state.said))
        self._message.set_tone("ok" if state.good else "bad")
        self._message.setVisible(bool(state.said.code))
        self._confirm.setEnabled(state.is_open and not state.asking and not state.finding)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._reason)
        chips = QGridLayout()
        chips.setSpacing(8)
        for chip in (*self._reasons.values(), self._shelf, self._write_off):
            chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for place, chip in enumerate(self._reasons.values()):
            chips.addWidget(chip, place // 2, place % 2)
        column.addLayout(chips)
        shelf = QHBoxLayout()
        shelf.setSpacing(8)
        shelf.addWidget(self._shelf, 1)
        shelf.addWidget(self._write_off, 1)
        column.addLayout(shelf)
        column.addWidget(Rule())
        self._sums.setColumnStretch(0, 1)
        self._sums.setHorizontalSpacing(12)
        column.addWidget(scrolled(self._sums, "returns.sums"), 1)
        column.addWidget(Rule())
        foot = QHBoxLayout()
        foot.addWidget(self._total_caption)
        foot.addWidget(self._total, 1)
        column.addLayout(foot)
        column.addWidget(self._ways)
        column.addWidget(self._message)
        column.addWidget(self._confirm)

    def _connect(self) -> None:
        presenter = self._presenter
        self._confirm.clicked.connect(presenter.confirm)
        for reason, chip in self._reasons.items():
            chip.clicked.connect(partial(self._choose_reason, reason))
        self._shelf.clicked.connect(partial(self._choose_restock, restock=True))
        self._write_off.clicked.connect(partial(self._choose_restock, restock=False))

    def _choose_reason(self, reason: str) -> None:
        self._presenter.set_reason(reason)

    def _choose_restock(self, *, restock: bool) -> None:
        self._presenter.set_restock(restock)

    def _show_choices(self, state: ReturnsState) -> None:
        is_open = state.is_open
        for reason, chip in self._reasons.items():
            chip.setChecked(reason == state.reason)
            chip.setEnabled(is_open)
        self._shelf.setChecked(is_open and state.restock)
        self._write_off.setChecked(is_open and not state.restock)
        for chip in (self._shelf, self._write_off):
            chip.setEnabled(is_open)

    def _show_sums(self, state: ReturnsState) -> None:
        rows = self._words.sums(state)
        plan = state.plan
        total = "" if plan is None else self._words.money(Money(plan.refund_minor, self._words.currency))
        self._total.set_amount(total)
        self._total_caption.setVisible(plan is not None)
        self._ways.setText(self._words.ways(state))
        self._ways.setVisible(plan is not None)
        if rows == self._shown:
            return
        self._shown = rows
        while self._sums.count():
            item = self._sums.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, each in enumerate(rows):
            text = TextLabel(f"returns.sum.{place}", wrap=True)
            text.setText(each.text)
            text.set_tone(each.tone)
            figure = MoneyLabel(f"returns.sum.{place}.amount")
            figure.set_amount(each.figure, tone=each.tone)
            self._sums.addWidget(text, place, 0)
            self._sums.addWidget(figure, place, 1)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._reason.setText(translate("Returns", "Why"))
        for reason, chip in self._reasons.items():
            chip.setText(text_of(f"return_reason.{reason}"))
        self._shelf.setText(translate("Returns", "Back on the shelf"))
        self._write_off.setText(translate("Returns", "Write off"))
        self._total_caption.setText(translate("Returns", "Gives back"))
        self._confirm.set_label(translate("Returns", "Put into the basket"))
