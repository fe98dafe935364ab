"""The picture of a return: the receipt with what comes back on the left, what it gives on the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pos_app.services.return_goods import REASONS
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.returns.presenter import ReturnsPresenter
from pos_app.ui.screens.returns.state import ReturnsState, SoldRow
from pos_app.ui.screens.returns.words import ReturnsWords, SumText
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.screen import Action
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, Chip, PrimaryButton
from pos_app.ui.widgets.inputs import SearchField, Stepper
from pos_app.ui.widgets.labels import ElidedLabel, MoneyLabel, TextLabel
from pos_app.ui.widgets.surfaces import Card, EmptyState, Rule
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class ReturnsLook:
    """What the picture is made with."""

    formats: Formats
    keymap: KeyMap
    say: Sayings


class LineRow(QWidget):
    """A line of the receipt with a stepper for what comes back."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = ElidedLabel(f"{name}.name", "strong")
        self._detail = ElidedLabel(f"{name}.detail", "muted")
        self.stepper = Stepper(f"{name}.step")
        for label in (self._name, self._detail):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._name)
        texts.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.stepper)

    def show_row(self, row: SoldRow, words: ReturnsWords) -> None:
        """Show how much of the line comes back, and how much could."""
        self._name.setText(row.name)
        self._detail.setText(words.row(row))
        self.stepper.render_value(
            words.quantity(row, row.back_milli),
            can_lower=row.back_milli > 0,
            can_raise=row.back_milli < row.left_milli,
        )
        self.stepper.setAccessibleName(row.name)


class ReturnsScreen(QWidget):
    """Takes goods back; implements the window's ``Screen``."""

    name = "returns"

    def __init__(self, presenter: ReturnsPresenter, *, look: ReturnsLook) -> None:
        super().__init__()
        self.setObjectName("returns")
        self._presenter = presenter
        self._look = look
        self._words = ReturnsWords(look.formats)
        self._state = ReturnsState()
        self._search = SearchField("returns.search", key=look.keymap.badge("search"))
        self._back = ActionButton("returns.back", key="Esc")
        self._empty = EmptyState("returns.empty")
        self._receipt = QWidget()
        self._title = TextLabel("returns.title", "title")
        self._head = TextLabel("returns.head", "muted", wrap=True)
        self._warning = TextLabel("returns.warning", wrap=True)
        self._warning.set_tone("warn")
        self._copy = ActionButton("returns.copy", key=look.keymap.badge("reprint"))
        self._all = ActionButton("returns.all")
        self._none = ActionButton("returns.none")
        self._lines = QVBoxLayout()
        self._rows: dict[str, LineRow] = {}
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
        self._confirm = PrimaryButton("returns.confirm")
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Search, print a copy, and back to selling; Enter belongs to what has the keyboard."""
        return [
            Action("search", self._search.setFocus, on_bar=False),
            Action("reprint", self._presenter.print_copy, on_bar=False),
            Action("returns", self._presenter.go_back, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
        ]

    def enter(self) -> None:
        """A number is typed, or a receipt scanned."""
        self._search.clear()
        if self._state.found is None:
            self._search.setFocus()

    def leave(self) -> None:
        """What was not put onto the counter is forgotten at the next visit."""

    def on_scan(self, text: str) -> bool:
        """Look a receipt up."""
        return self._presenter.take_scan(text)

    def show_state(self, state: ReturnsState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        found = state.found
        self._empty.setVisible(found is None)
        self._receipt.setVisible(found is not None)
        self._show_empty(state)
        self._title.setText("" if found is None else found.sold.receipt_number)
        self._head.setText(self._words.head(state))
        warning = self._words.warning(state)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._show_rows(state)
        self._show_choices(state)
        self._show_sums(state)
        self._message.setText(self._look.say(state.said))
        self._message.set_tone("ok" if state.good else "bad")
        self._message.setVisible(bool(state.said.code))
        self._confirm.setEnabled(found is not None and not state.asking and not state.finding)
        if found is not None and before.found is None and self._rows:
            next(iter(self._rows.values())).stepper.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        row.addLayout(self._left(), 56)
        row.addWidget(self._right(), 44)

    def _left(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._search, 1)
        top.addWidget(self._back)
        card = Card("returns.receipt")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(self._empty, 1)
        inside.addWidget(self._receipt, 1)
        column = QVBoxLayout(self._receipt)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        column.addLayout(head)
        column.addWidget(self._head)
        column.addWidget(self._warning)
        column.addWidget(Rule())
        self._lines.setSpacing(4)
        column.addWidget(_scrolled(self._lines, "returns.lines"), 1)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self._all, 1)
        choices.addWidget(self._none, 1)
        column.addLayout(choices)
        outer = QVBoxLayout()
        outer.setSpacing(12)
        outer.addLayout(top)
        outer.addWidget(card, 1)
        return outer

    def _right(self) -> Card:
        card = Card("returns.gives")
        column = QVBoxLayout(card)
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
        column.addWidget(_scrolled(self._sums, "returns.sums"), 1)
        column.addWidget(Rule())
        foot = QHBoxLayout()
        foot.addWidget(self._total_caption)
        foot.addWidget(self._total, 1)
        column.addLayout(foot)
        column.addWidget(self._ways)
        column.addWidget(self._message)
        column.addWidget(self._confirm)
        return card

    def _connect(self) -> None:
        presenter = self._presenter
        self._search.submitted.connect(presenter.find)
        self._back.clicked.connect(presenter.go_back)
        self._copy.clicked.connect(presenter.print_copy)
        self._all.clicked.connect(presenter.take_all)
        self._none.clicked.connect(presenter.take_none)
        self._confirm.clicked.connect(presenter.confirm)
        for reason, chip in self._reasons.items():
            chip.clicked.connect(partial(self._choose_reason, reason))
        self._shelf.clicked.connect(partial(self._choose_restock, restock=True))
        self._write_off.clicked.connect(partial(self._choose_restock, restock=False))

    def _choose_reason(self, reason: str) -> None:
        self._presenter.set_reason(reason)

    def _choose_restock(self, *, restock: bool) -> None:
        self._presenter.set_restock(restock)

    def _show_empty(self, state: ReturnsState) -> None:
        if state.finding:
            self._empty.render_empty(translate("Returns", "Looking for the receipt…"), mark="…")
            return
        self._empty.render_empty(
            translate("Returns", "Which receipt do the goods come from?"),
            translate("Returns", "Scan its code, or type its number; the last digits do for this till."),
            mark="↩",
        )

    def _show_rows(self, state: ReturnsState) -> None:
        wanted = {row.line_id: row for row in state.rows}
        if list(wanted) != list(self._rows):
            for old in self._rows.values():
                self._lines.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._rows = {}
            for line_id in wanted:
                made = LineRow(f"returns.line.{line_id}")
                made.stepper.stepped.connect(partial(self._presenter.step, line_id))
                self._rows[line_id] = made
                self._lines.addWidget(made)
        for line_id, row in wanted.items():
            self._rows[line_id].show_row(row, self._words)
        left = any(row.back_milli < row.left_milli for row in state.rows)
        self._all.setEnabled(left)
        self._none.setEnabled(any(row.back_milli for row in state.rows))

    def _show_choices(self, state: ReturnsState) -> None:
        is_open = state.found is not None
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
        currency = "" if state.found is None else state.found.sold.currency
        total = "" if plan is None else self._words.money(Money(plan.refund_minor, currency))
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

    def _retranslate(self) -> None:
        self._search.set_placeholder(translate("Returns", "Number of the receipt"))
        self._back.set_label(translate("Returns", "Back"))
        self._copy.set_label(translate("Returns", "Print a copy"))
        self._all.set_label(translate("Returns", "All comes back"))
        self._none.set_label(translate("Returns", "Nothing"))
        self._reason.setText(translate("Returns", "Why"))
        for reason, chip in self._reasons.items():
            chip.setText(text_of(f"return_reason.{reason}"))
        self._shelf.setText(translate("Returns", "Back on the shelf"))
        self._write_off.setText(translate("Returns", "Write off"))
        self._total_caption.setText(translate("Returns", "Gives back"))
        self._confirm.set_label(translate("Returns", "Put into the basket"))


def _scrolled(inside: QVBoxLayout | QGridLayout, name: str) -> QScrollArea:
    holder = QWidget()
    holder.setProperty("role", "clear")
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(0, 0, 8, 0)
    outer.addLayout(inside)
    outer.addStretch(1)
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidget(holder)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
