"""The right side while a document is made: its head, what is in it, and finishing or giving up."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_app.services.stock_model import VARIANCE_REASONS, WASTE_REASONS, StockDraft
from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.stock.document_part import DocumentPart
from pos_app.ui.screens.stock.state import StockState
from pos_app.ui.screens.stock.words import StockWords
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, Chip, PrimaryButton
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker, PickItem

_FIELD_PX = 48


class DocumentPage(QWidget):
    """Shows the head of a document, and what can be done with it."""

    def __init__(self, part: DocumentPart, words: StockWords, *, theme: Theme, say: Sayings) -> None:
        super().__init__()
        self.setObjectName("stock.document")
        self._part = part
        self._words = words
        self._say = say
        self._title = TextLabel("stock.document.title", "title", wrap=True)
        self._hint = TextLabel("stock.document.hint", "muted", wrap=True)
        self._field_name = TextLabel("stock.field.name", "strong")
        self._field = QLineEdit()
        self._field.setObjectName("stock.field")
        self._field.setMinimumHeight(_FIELD_PX)
        self._field.setMaxLength(60)
        self._field_name.setBuddy(self._field)
        self._wastes = {code: Chip(f"stock.waste.{code}") for code in WASTE_REASONS}
        self._why = TextLabel("stock.why", "strong", wrap=True)
        self._reasons = {code: ActionButton(f"stock.reason.{code}") for code in VARIANCE_REASONS}
        self._stores = ListPicker("stock.stores", theme)
        self._summary = TextLabel("stock.summary", "order")
        self._news = TextLabel("stock.document.news", wrap=True)
        self._finish = PrimaryButton("stock.finish")
        self._all = ActionButton("stock.as_sent")
        self._back = ActionButton("stock.count_on")
        self._drop = ActionButton("stock.give_up")
        self._question = TextLabel("stock.question", wrap=True)
        self._keep = ActionButton("stock.keep")
        self._sure = ActionButton("stock.give_up.sure")
        self._sure.set_tone("bad")
        self._build()
        self._connect()

    def show_state(self, state: StockState) -> None:
        """Show the document that is open."""
        draft = state.draft
        if draft is None:
            return
        self._title.setText(self._words.kind(draft.kind))
        self._hint.setText(self._words.hint(state))
        self._summary.setText(self._words.summary(draft))
        self._show_field(draft, reviewing=state.reviewing)
        for code, chip in self._wastes.items():
            chip.setVisible(draft.kind == "waste")
            chip.setChecked(draft.reason == code)
        self._show_reasons(state)
        self._show_stores(draft, state)
        self._news.setText(self._say(state.said))
        self._news.set_tone("ok" if state.good else "bad")
        self._news.setVisible(bool(state.said.code))
        self._finish.set_label(self._words.finish(state))
        self._finish.setEnabled(bool(draft.lines))
        asking = state.giving_up
        self._all.setVisible(draft.kind == "arrive" and not asking)
        self._finish.setVisible(not asking)
        self._back.setVisible(state.reviewing and not asking)
        self._drop.setVisible(not asking and not state.reviewing)
        for widget in (self._question, self._keep, self._sure):
            widget.setVisible(asking)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        for code, chip in self._wastes.items():
            chip.setText(text_of(f"waste_reason.{code}"))
            chip.setAccessibleName(chip.text())
        for reason, button in self._reasons.items():
            button.set_label(text_of(f"variance_reason.{reason}"))
        self._all.set_label(translate("Stock", "All as sent"))
        self._back.set_label(translate("Stock", "Count on"))
        self._drop.set_label(translate("Stock", "Give it up"))
        self._question.setText(translate("Stock", "Give this document up? Nothing has moved yet."))
        self._keep.set_label(translate("Stock", "Keep it"))
        self._sure.set_label(translate("Stock", "Give it up"))

    def _show_field(self, draft: StockDraft, *, reviewing: bool) -> None:
        shown = draft.kind == "receive" or (draft.kind == "count" and not reviewing)
        self._field.setVisible(shown)
        self._field_name.setVisible(shown)
        if draft.kind == "count":
            name, text = translate("Stock", "Area (shelf, window, store room)"), draft.area
        else:
            name, text = translate("Stock", "Number of the delivery note"), draft.number
        self._field_name.setText(name)
        self._field.setAccessibleName(name)
        if not self._field.hasFocus() and self._field.text() != text:
            self._field.setText(text)

    def _show_reasons(self, state: StockState) -> None:
        line = None if state.draft is None else state.draft.line(state.chosen_id)
        shown = state.reviewing and line is not None
        self._why.setVisible(shown)
        if line is not None:
            name = self._words.line(line, state).title
            self._why.setText(translate("Stock", "Why does {product} differ?").format(product=name))
        for reason, button in self._reasons.items():
            button.setVisible(shown)
            button.set_tone("primary" if line is not None and line.reason == reason else "plain")

    def _show_stores(self, draft: StockDraft, state: StockState) -> None:
        shown = draft.kind == "send"
        self._stores.setVisible(shown)
        if not shown:
            return
        rows = [
            PickItem(
                each.store_id,
                f"✓ {each.name}" if each.store_id == draft.other_store else each.name,
                each.address,
            )
            for each in state.stores
        ]
        self._stores.set_items(rows, name=translate("Stock", "Which store?"))
        if draft.other_store:
            self._stores.mark(draft.other_store)

    def _on_field(self) -> None:
        text = self._field.text()
        if self._field.accessibleName() == translate("Stock", "Number of the delivery note"):
            self._part.set_number(text)
        else:
            self._part.set_area(text)

    def _connect(self) -> None:
        self._field.editingFinished.connect(self._on_field)
        for code, chip in self._wastes.items():
            chip.clicked.connect(partial(self._part.set_reason, code))
        for reason, button in self._reasons.items():
            button.clicked.connect(partial(self._part.explain, reason))
        self._stores.picked.connect(self._part.set_store)
        self._finish.clicked.connect(self._part.finish)
        self._all.clicked.connect(self._part.take_as_sent)
        self._back.clicked.connect(self._part.count_on)
        self._drop.clicked.connect(partial(self._part.ask_give_up, asking=True))
        self._keep.clicked.connect(partial(self._part.ask_give_up, asking=False))
        self._sure.clicked.connect(self._part.give_up)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._field_name)
        column.addWidget(self._field)
        column.addWidget(self._flow("stock.wastes", list(self._wastes.values())))
        column.addWidget(self._why)
        column.addWidget(self._flow("stock.reasons", list(self._reasons.values())))
        column.addWidget(self._stores, 1)
        column.addStretch()
        column.addWidget(self._news)
        column.addWidget(self._summary)
        column.addWidget(self._question)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._drop, self._all, self._back, self._keep, self._sure):
            row.addWidget(button, 1)
        row.addWidget(self._finish, 2)
        column.addLayout(row)

    @staticmethod
    def _flow(name: str, parts: list[QWidget]) -> QWidget:
        holder = QWidget()
        holder.setObjectName(name)
        flow = FlowLayout(holder)
        for part in parts:
            flow.addWidget(part)
        return holder
