"""The picture of Stock: a list left, the product or the document right, below what can be begun."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.stock_model import DraftKind
from pos_app.ui.i18n import translate
from pos_app.ui.screens.stock.document_page import DocumentPage
from pos_app.ui.screens.stock.line_sheet import LineSheet
from pos_app.ui.screens.stock.look import StockLook
from pos_app.ui.screens.stock.look_page import LookPage
from pos_app.ui.screens.stock.presenter import StockPresenter
from pos_app.ui.screens.stock.state import LISTS, StockState
from pos_app.ui.screens.stock.words import chip_name
from pos_app.ui.shell.screen import Action, Shell
from pos_app.ui.widgets.buttons import ActionButton, Chip
from pos_app.ui.widgets.inputs import SearchField
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker, PickItem
from pos_app.ui.widgets.surfaces import Card, EmptyState

_OFFERED: Final[tuple[DraftKind, ...]] = ("receive", "count", "waste", "send")
"""What is begun by a button; a transfer is taken in from the list of those on the way."""


class StockScreen(QWidget):
    """Looks goods up and moves them; implements the window's ``Screen``."""

    name = "stock"

    def __init__(self, presenter: StockPresenter, shell: Shell, *, look: StockLook) -> None:
        super().__init__()
        self.setObjectName("stock")
        self._presenter = presenter
        self._shell = shell
        self._words = look.words
        self._say = look.say
        self._state = StockState()
        self._search = SearchField("stock.search", key="F2")
        self._back = ActionButton("stock.back", key="Esc")
        self._lists = {name: Chip(f"stock.list.{name}") for name in LISTS}
        self._list = ListPicker("stock.rows", look.theme)
        self._none = EmptyState("stock.none")
        self._side = QStackedWidget()
        self._look = LookPage(presenter, look.words, theme=look.theme)
        self._document = DocumentPage(presenter.document, look.words, theme=look.theme, say=look.say)
        self._news = TextLabel("stock.news", wrap=True)
        self._begin = {kind: ActionButton(f"stock.begin.{kind}") for kind in _OFFERED}
        self._sheet = LineSheet(presenter.document.line, look.formats, theme=look.theme, say=look.say)
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Search, and back; everything else has a button of its own."""
        return [
            Action("search", self._search.setFocus, on_bar=False),
            Action("stock", self._presenter.go_back, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
        ]

    def enter(self) -> None:
        """Show the goods; what is typed is searched."""
        self._search.clear()
        self._presenter.enter()
        self._search.setFocus()

    def leave(self) -> None:
        """A document that was begun waits."""
        self._presenter.leave()

    def on_scan(self, text: str) -> bool:
        """Show a product, or put it into the document."""
        self._presenter.on_scan(text)
        return True

    def show_state(self, state: StockState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        in_document = state.draft is not None
        self._side.setCurrentIndex(1 if in_document else 0)
        for name, chip in self._lists.items():
            chip.setVisible(not in_document)
            chip.setChecked(state.list == name)
        for kind, button in self._begin.items():
            button.setVisible(not in_document and kind in state.allowed)
            button.set_label(("● " if kind in state.begun else "") + self._words.kind(kind))
        if not state.text and before.text:
            self._search.clear()
        self._show_rows(state)
        self._look.show_state(state)
        self._document.show_state(state)
        self._news.setText(self._say(state.said))
        self._news.set_tone("ok" if state.good else "bad")
        self._news.setVisible(bool(state.said.code) and not in_document)
        self._sheet.show_state(state)
        if state.form is not None and not self._sheet.is_open:
            self._shell.open_sheet(self._sheet)
            self._sheet.take_keys()
        elif state.form is None and self._sheet.is_open:
            self._sheet.close_sheet()
            self._list.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _show_rows(self, state: StockState) -> None:
        name, rows = self._rows(state)
        self._list.set_items(rows, name=name)
        self._list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if not rows:
            self._show_none(state)
        chosen = state.chosen_id if state.reviewing else ""
        if state.product is not None and state.draft is None:
            chosen = state.product.product_id
        if state.chosen_batch is not None and state.draft is None:
            chosen = state.chosen_batch.key
        if state.transfer is not None and state.draft is None:
            chosen = state.transfer.transfer_id
        if chosen:
            self._list.mark(chosen)

    def _rows(self, state: StockState) -> tuple[str, list[PickItem]]:
        words = self._words
        if state.choices:
            return translate("Stock", "Which of these?"), [words.choice(each) for each in state.choices]
        if state.draft is not None and not state.text:
            lines = reversed(state.draft.lines) if not state.reviewing else state.draft.lines
            return translate("Stock", "In the document"), [words.line(line, state) for line in lines]
        if state.draft is not None and state.draft.kind == "count":
            # Blind: what is found by name shows no stock either.
            return words.list_name("products"), [words.choice(each.product) for each in state.found]
        if state.draft is None and state.list != "products":
            return words.list_name(state.list), self._listed(state)
        return words.list_name("products"), [words.found(each) for each in state.found]

    def _listed(self, state: StockState) -> list[PickItem]:
        words = self._words
        if state.list == "short":
            return [words.short(row) for row in state.short]
        if state.list == "expiring":
            return [words.expiring(row) for row in state.expiring]
        return [words.transfer(each, state) for each in (*state.coming, *state.going)]

    def _show_none(self, state: StockState) -> None:
        if state.draft is not None and not state.text:
            text = translate("Stock", "Nothing in it yet")
            hint = translate("Stock", "Scan the goods, or search for them.")
        elif state.list == "short":
            text = translate("Stock", "Nothing runs short")
            hint = translate("Stock", "Of everything there is as much as seven days sold here.")
        elif state.list == "expiring":
            text = translate("Stock", "Nothing expires soon")
            hint = translate("Stock", "Batches stand here whose date was scanned or typed when they came.")
        elif state.list == "travelling":
            text = translate("Stock", "Nothing is on the way")
            hint = translate("Stock", "Goods between stores stand here until they arrive.")
        else:
            text = translate("Stock", "Nothing found")
            hint = translate("Stock", "Try another word, or scan the code.")
        self._none.render_empty(text, hint, mark="○")

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._search, 1)
        head.addWidget(self._back)
        left = Card("stock.left")
        rows = QVBoxLayout(left)
        rows.setContentsMargins(8, 8, 8, 8)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self._lists.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        rows.addLayout(chips)
        rows.addWidget(self._list, 1)
        rows.addWidget(self._none, 1)
        right = Card("stock.right")
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._side.addWidget(self._look)
        self._side.addWidget(self._document)
        column.addWidget(self._side, 1)
        column.addWidget(self._news)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(left, 1)
        body.addWidget(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in self._begin.values():
            foot.addWidget(button, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        page.setSpacing(12)
        page.addLayout(head)
        page.addLayout(body, 1)
        page.addLayout(foot)

    def _connect(self) -> None:
        presenter = self._presenter
        self._search.edited.connect(presenter.search)
        self._search.submitted.connect(presenter.submit)
        self._back.clicked.connect(presenter.go_back)
        self._list.picked.connect(presenter.choose)
        for name, chip in self._lists.items():
            chip.clicked.connect(partial(presenter.show_list, name))
        for kind, button in self._begin.items():
            button.clicked.connect(partial(presenter.document.open, kind))

    def _retranslate(self) -> None:
        self._search.set_placeholder(translate("Stock", "Name or code of the goods"))
        self._back.set_label(translate("Stock", "Back"))
        for name, chip in self._lists.items():
            chip.setText(chip_name(name))
            chip.setAccessibleName(self._words.list_name(name))
            chip.setAccessibleName(chip.text())
        self._look.retranslate()
        self._document.retranslate()
        self._sheet.retranslate()
