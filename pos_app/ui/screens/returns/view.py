"""The picture of a return: the receipt with what comes back on the left, what it gives on the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.records import Product
from pos_app.ui.i18n import translate
from pos_app.ui.screens.returns.areas import scrolled
from pos_app.ui.screens.returns.entry_sheet import EntrySheet
from pos_app.ui.screens.returns.gives_panel import GivesPanel
from pos_app.ui.screens.returns.look import ReturnsLook
from pos_app.ui.screens.returns.loose_part import MOST_CHOICES
from pos_app.ui.screens.returns.presenter import ReturnsPresenter
from pos_app.ui.screens.returns.rows import LineRow
from pos_app.ui.screens.returns.state import ReturnsState
from pos_app.ui.screens.returns.words import ReturnsWords
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.widgets.buttons import ActionButton, TillButton
from pos_app.ui.widgets.inputs import SearchField
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card, EmptyState, Rule


class ReturnsScreen(QWidget):
    """Takes goods back; implements the window's ``Screen``."""

    name = "returns"

    def __init__(
        self, presenter: ReturnsPresenter, shell: Shell, *, look: ReturnsLook, currency: str
    ) -> None:
        super().__init__()
        self.setObjectName("returns")
        self._presenter = presenter
        self._shell = shell
        self._words = ReturnsWords(look.formats, look.language, currency=currency)
        self._state = ReturnsState()
        self._search = SearchField("returns.search", key=look.keymap.badge("search"))
        self._loose = ActionButton("returns.loose", key=look.keymap.badge("loose_return"))
        self._back = ActionButton("returns.back", key="Esc")
        self._empty = EmptyState("returns.empty")
        self._receipt = QWidget()
        self._title = TextLabel("returns.title", "title")
        self._head = TextLabel("returns.head", "muted", wrap=True)
        self._warning = TextLabel("returns.warning", wrap=True)
        self._warning.set_tone("warn")
        self._copy = ActionButton("returns.copy", key=look.keymap.badge("reprint"))
        self._choices = [TillButton(f"returns.choice.{place}") for place in range(MOST_CHOICES)]
        self._all = ActionButton("returns.all")
        self._none = ActionButton("returns.none")
        self._lines = QVBoxLayout()
        self._rows: dict[str, LineRow] = {}
        self._gives = GivesPanel(presenter, self._words, look=look)
        self._entry = EntrySheet(presenter.entry, self._words, look=look)
        self._entry.setParent(self)
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Search, goods without a receipt, a copy, on to the basket, and back; Enter is the focus's."""
        return [
            Action("search", self._search.setFocus, on_bar=False),
            Action("loose_return", self._presenter.begin_loose, on_bar=False),
            Action("reprint", self._presenter.print_copy, on_bar=False),
            Action("put_back", self._presenter.confirm, on_bar=False),
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
        """Look a receipt up, or take goods without one."""
        return self._presenter.take_scan(text)

    def show_state(self, state: ReturnsState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._empty.setVisible(not state.is_open)
        self._receipt.setVisible(state.is_open)
        self._show_empty(state)
        self._show_head(state)
        self._show_search(before, state)
        self._show_products(state.choices)
        self._show_rows(state)
        self._gives.show_state(state)
        self._entry.show_form(state.form)
        if state.form is not None and not self._entry.is_open:
            self._shell.open_sheet(self._entry)
            self._entry.take_keys()
        elif state.form is None and self._entry.is_open:
            self._entry.close_sheet()
        if state.found is not None and before.found is None and self._rows:
            next(iter(self._rows.values())).take_keys()

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
        row.addWidget(self._gives, 44)

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
        inside.addWidget(self._loose)
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
        for button in self._choices:
            column.addWidget(button)
        self._lines.setSpacing(4)
        column.addWidget(scrolled(self._lines, "returns.lines"), 1)
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

    def _connect(self) -> None:
        presenter = self._presenter
        self._search.submitted.connect(self._on_submitted)
        self._loose.clicked.connect(presenter.begin_loose)
        self._back.clicked.connect(presenter.go_back)
        self._copy.clicked.connect(presenter.print_copy)
        self._all.clicked.connect(presenter.take_all)
        self._none.clicked.connect(presenter.take_none)
        for place, button in enumerate(self._choices):
            button.clicked.connect(partial(self._on_choice, place))

    def _on_submitted(self, text: str) -> None:
        self._presenter.submit(text)
        if self._state.loose is not None:
            self._search.clear()

    def _on_choice(self, place: int) -> None:
        self._presenter.loose.add(self._state.choices[place])

    def _show_empty(self, state: ReturnsState) -> None:
        self._loose.setVisible(not state.is_open and not state.finding)
        if state.finding:
            self._empty.render_empty(translate("Returns", "Looking for the receipt…"), mark="…")
            return
        self._empty.render_empty(
            translate("Returns", "Which receipt do the goods come from?"),
            translate("Returns", "Scan its code, or type its number; the last digits do for this till."),
            mark="↩",
        )

    def _show_head(self, state: ReturnsState) -> None:
        found = state.found
        title = translate("Returns", "Without a receipt") if state.loose is not None else ""
        self._title.setText(title if found is None else found.sold.receipt_number)
        self._copy.setVisible(found is not None)
        self._head.setText(self._words.head(state))
        warning = self._words.warning(state)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    def _show_search(self, before: ReturnsState, state: ReturnsState) -> None:
        """Ask for what is wanted now, and give the box the keys when goods are to be named."""
        self._search.set_placeholder(
            translate("Returns", "Number of the receipt")
            if state.loose is None
            else translate("Returns", "Name or code of the goods")
        )
        if state.loose is not None and before.loose is None:
            self._search.clear()
            self._search.setFocus()

    def _show_products(self, products: Sequence[Product]) -> None:
        for place, button in enumerate(self._choices):
            button.setVisible(place < len(products))
            if place < len(products):
                button.setText(self._words.name(products[place].names))

    def _show_rows(self, state: ReturnsState) -> None:
        loose_rows = state.loose or ()
        wanted = [*(row.line_id for row in state.rows), *(row.line_id for row in loose_rows)]
        if wanted != list(self._rows):
            for old in self._rows.values():
                self._lines.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._rows = {line_id: self._made(line_id) for line_id in wanted}
        for sold in state.rows:
            self._rows[sold.line_id].show_sold(sold, self._words)
        for loose in loose_rows:
            self._rows[loose.line_id].show_loose(loose, self._words)
        for button in (self._all, self._none):
            button.setVisible(state.found is not None)
        self._all.setEnabled(any(row.back_milli < row.left_milli for row in state.rows))
        self._none.setEnabled(any(row.back_milli for row in state.rows))

    def _made(self, line_id: str) -> LineRow:
        made = LineRow(f"returns.line.{line_id}")
        made.stepped.connect(partial(self._presenter.step, line_id))
        made.asked.connect(partial(self._presenter.ask_quantity, line_id))
        made.price_asked.connect(partial(self._presenter.entry.open_price, line_id))
        self._lines.addWidget(made)
        return made

    def _retranslate(self) -> None:
        self._loose.set_label(translate("Returns", "Without a receipt"))
        self._back.set_label(translate("Returns", "Back"))
        self._copy.set_label(translate("Returns", "Print a copy"))
        self._all.set_label(translate("Returns", "All comes back"))
        self._none.set_label(translate("Returns", "Nothing"))
        self._gives.retranslate()
        self._entry.retranslate()
