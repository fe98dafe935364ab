"""The sheet that asks how a drink is wanted: all groups at once, what each costs, and the sum."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pos_app.services.records import OptionGroup
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.entry_sheets import MessageLabel
from pos_app.ui.screens.sell.goods_state import OptionsForm
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.arrow_buttons import ChoiceChip, lead
from pos_app.ui.widgets.buttons import PrimaryButton, StepButton
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel

_WIDTH_PX = 640


@dataclass(slots=True)
class _Group:
    """A group with its caption and chips."""

    group: OptionGroup
    caption: TextLabel
    chips: dict[str, ChoiceChip]


class OptionsSheet(CounterSheet):
    """Opens with what is usual, so that Enter or one touch takes it."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("options", presenter, look=look, width_px=_WIDTH_PX)
        self._words = words
        self._form: OptionsForm | None = None
        self._groups: list[_Group] = []
        self._scroll = QScrollArea()
        self._each = TextLabel("options.each", "muted")
        self._total = MoneyLabel("options.total", "figure")
        self._less = StepButton("options.less", "\N{MINUS SIGN}")
        self._pieces = TextLabel("options.pieces", "strong")
        self._more = StepButton("options.more", "+")
        self._message = MessageLabel("options.message")
        self._ok = PrimaryButton("options.ok", key="Enter")
        self._build()
        self._less.clicked.connect(partial(self._step, -1))
        self._more.clicked.connect(partial(self._step, 1))
        self._ok.clicked.connect(presenter.goods.submit)
        self.confirmed.connect(presenter.goods.submit)

    def show_sheet(self, state: SellState) -> None:
        """Show the groups, what is chosen, and what it comes to."""
        before, form = self._form, state.options
        self._form = form
        if [each.group for each in self._groups] != list(form.groups):
            self._rebuild(form.groups)
            before = None
        if before is None or before.names != form.names or before.groups != form.groups:
            self._write_groups()
        for each in self._groups:
            for option_id, chip in each.chips.items():
                chip.setChecked((each.group.group_id, option_id) in form.chosen)
        self.set_title(self._words.name(form.names), translate("Sell", "Back"))
        self._each.setText(self._words.goods.per_piece(form.unit_price, form.options_price))
        self._total.set_amount(self._words.money(form.total))
        self._pieces.setText(self._words.number(form.pieces))
        self._less.setEnabled(form.pieces > 1)
        self._message.say(self._words.said(form.error))
        label = translate("Sell", "Change") if form.line_id else translate("Sell", "Add")
        self._ok.set_label(label)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._total.setAccessibleName(translate("Sell", "Price"))
        self._less.setAccessibleName(translate("Sell", "One less"))
        self._more.setAccessibleName(translate("Sell", "One more"))
        self._write_groups()

    def take_keys(self) -> None:
        """Begin with what is chosen of the first group."""
        chips = list(self._groups[0].chips.values()) if self._groups else []
        first = next((chip for chip in chips if chip.isChecked()), chips[0] if chips else None)
        if first is not None:
            first.setFocus()

    def _step(self, by: int) -> None:
        if self._form is not None:
            self.presenter.goods.set_pieces(self._form.pieces + by)

    def _rebuild(self, groups: tuple[OptionGroup, ...]) -> None:
        holder = QWidget()
        holder.setObjectName("options.groups")
        column = QVBoxLayout(holder)
        column.setContentsMargins(2, 2, 8, 2)
        column.setSpacing(4)
        self._groups = []
        for group in groups:
            caption = TextLabel(f"options.group.{group.group_id}", "strong")
            chips = {option.option_id: self._make_chip(group, option.option_id) for option in group.options}
            flow = FlowLayout()
            for chip in chips.values():
                flow.addWidget(chip)
            column.addWidget(caption)
            column.addLayout(flow)
            column.addSpacing(8)
            self._groups.append(_Group(group, caption, chips))
        column.addStretch(1)
        # The scroll area would delete the old one at once, and its chips may be in the middle of an event.
        old = self._scroll.takeWidget()
        self._scroll.setWidget(holder)
        if old is not None:
            old.deleteLater()

    def _make_chip(self, group: OptionGroup, option_id: str) -> ChoiceChip:
        chip = ChoiceChip(f"options.{group.group_id}.{option_id}")
        chip.clicked.connect(partial(self._on_clicked, group.group_id, option_id))
        chip.arrow.connect(partial(self._on_arrow, chip))
        return chip

    def _write_groups(self) -> None:
        for each in self._groups:
            each.caption.setText(self._words.goods.group(each.group))
            for option in each.group.options:
                chip = each.chips[option.option_id]
                chip.setText(self._words.goods.option(option, self._currency()))
                chip.setAccessibleName(chip.text())

    def _currency(self) -> str:
        return self._form.unit_price.currency if self._form is not None else ""

    def _on_clicked(self, group_id: str, option_id: str) -> None:
        self.presenter.goods.toggle(group_id, option_id)
        if self._form is not None:
            # A needed choice stays on when it is touched again; Qt has switched it off by itself.
            self._chip(group_id, option_id).setChecked((group_id, option_id) in self._form.chosen)

    def _chip(self, group_id: str, option_id: str) -> ChoiceChip:
        return next(each.chips[option_id] for each in self._groups if each.group.group_id == group_id)

    def _on_arrow(self, chip: ChoiceChip, step: tuple[int, int]) -> None:
        rows: list[list[QPushButton | None]] = [list(each.chips.values()) for each in self._groups]
        found = lead(rows, chip, step=step)
        if found is None:
            return
        group = next(each for each in self._groups if found in each.chips.values())
        if step[1]:
            # Another group is entered at what is chosen of it.
            found = next((each for each in group.chips.values() if each.isChecked()), found)
        found.setFocus()
        self._scroll.ensureWidgetVisible(found)
        # Where one is chosen of several, moving along them chooses, as everywhere.
        if step[0] and group.group.most == 1 and group.group.least == 1:
            found.click()

    def _build(self) -> None:
        self._scroll.setObjectName("options.scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pieces.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pieces.setMinimumWidth(56)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._less, self._pieces, self._more):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self._each, 1)
        row.addWidget(self._total)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._message)
        self.body.addLayout(row)
        self.body.addWidget(self._ok)
