"""The picture of the work list: what is open left, its details, receipts and answers right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.work_list import MOST_NOTE_CHARS
from pos_app.services.work_list_model import ExceptionItem
from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.exceptions.presenter import ExceptionsPresenter
from pos_app.ui.screens.exceptions.state import Evidence, ExceptionsState
from pos_app.ui.screens.exceptions.words import ExceptionWords
from pos_app.ui.shell.screen import Action
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, Chip
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.surfaces import Card, EmptyState, Rule

_FAR_REACHING = frozenset({"end_campaign"})
"""Answers that do something beyond this store."""


class ExceptionsScreen(QWidget):
    """Works the list off; implements the window's ``Screen``."""

    name = "exceptions"

    def __init__(
        self, presenter: ExceptionsPresenter, words: ExceptionWords, *, theme: Theme, say: Sayings
    ) -> None:
        super().__init__()
        self.setObjectName("exceptions")
        self._presenter = presenter
        self._words = words
        self._say = say
        self._state = ExceptionsState()
        self._title = TextLabel("exceptions.title", "order", wrap=True)
        self._open = Chip("exceptions.show_open")
        self._done = Chip("exceptions.show_done")
        self._back = ActionButton("exceptions.back", key="Esc")
        self._list = ListPicker("exceptions.list", theme)
        self._more = ActionButton("exceptions.more")
        self._nothing = EmptyState("exceptions.nothing")
        self._side = QStackedWidget()
        self._news = TextLabel("exceptions.news", "body", wrap=True)
        self._detail = _Detail(presenter, words, say=say)
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Escape goes back; everything else has a button of its own."""
        return [Action("back", self._presenter.go_back, on_bar=False)]

    def enter(self) -> None:
        """Load the list."""
        self._presenter.enter()
        self._list.setFocus()

    def leave(self) -> None:
        """Take no answer that comes too late."""
        self._presenter.leave()

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: nothing is sold here."""
        return False

    def show_state(self, state: ExceptionsState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self._title.setText(self._words.title(state))
        self._open.setChecked(state.showing == "open")
        self._done.setChecked(state.showing == "done")
        if state.items is not before.items or state.names is not before.names:
            items = [self._words.row(item, state.names) for item in state.items]
            self._list.set_items(items, name=translate("Exceptions", "What has to be looked at"))
        if state.chosen_id is not None:
            self._list.mark(str(state.chosen_id))
        is_missing = bool(state.error.code) and not state.is_known
        self._more.set_label(
            translate("Exceptions", "Try again") if is_missing else translate("Exceptions", "Show more")
        )
        self._more.setVisible(bool(state.after) or is_missing)
        self._more.setEnabled(not state.loading)
        self._news.setText(self._say(state.error if state.error.code else state.news))
        self._news.set_tone("bad" if state.error.code else "ok")
        self._news.setVisible(bool(state.error.code or state.news.code))
        item = state.chosen
        if item is None:
            self._show_nothing(state)
        else:
            self._detail.show_item(item, state)
        self._side.setCurrentIndex(0 if item is None else 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            state, self._state = self._state, ExceptionsState()
            self.show_state(state)

    def _show_nothing(self, state: ExceptionsState) -> None:
        if state.loading:
            self._nothing.render_empty(translate("Exceptions", "Asking head office"), mark="⟳")
        elif state.error.code:
            self._nothing.render_empty(
                translate("Exceptions", "The list is not here"),
                translate("Exceptions", "It lives at head office. Selling goes on; try again later."),
                mark="△",
            )
        else:
            self._nothing.render_empty(
                translate("Exceptions", "Nothing to look at"),
                translate("Exceptions", "Head office has no doubts about this store."),
                mark="✓",
            )

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for part in (self._open, self._done, self._back):
            head.addWidget(part)
        left = Card("exceptions.left")
        rows = QVBoxLayout(left)
        rows.setContentsMargins(3, 3, 4, 6)
        rows.addWidget(self._list, 1)
        rows.addWidget(self._more)
        right = Card("exceptions.right")
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._news)
        self._side.addWidget(self._nothing)
        self._side.addWidget(self._detail)
        column.addWidget(self._side, 1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(left, 2)
        body.addWidget(right, 3)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        page.setSpacing(12)
        page.addLayout(head)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        self._open.clicked.connect(partial(presenter.switch, "open"))
        self._done.clicked.connect(partial(presenter.switch, "done"))
        self._back.clicked.connect(presenter.go_back)
        self._more.clicked.connect(presenter.load_more)
        self._list.picked.connect(lambda key: presenter.choose(int(key)))

    def _retranslate(self) -> None:
        for chip, text in (
            (self._open, translate("Exceptions", "Open")),
            (self._done, translate("Exceptions", "Settled")),
        ):
            chip.setText(text)
            chip.setAccessibleName(text)
        self._back.set_label(translate("Exceptions", "Back"))
        self._detail.retranslate()


class _Detail(QWidget):
    """One exception: what it is about, its receipts, and what settles it."""

    def __init__(self, presenter: ExceptionsPresenter, words: ExceptionWords, *, say: Sayings) -> None:
        super().__init__()
        self.setObjectName("exceptions.detail")
        self._presenter = presenter
        self._words = words
        self._say = say
        self._shown: tuple[int, str] = (0, "")
        self._asked: ActionButton | None = None
        self._kind = TextLabel("exceptions.kind", "title", wrap=True)
        self._about = TextLabel("exceptions.about", "muted", wrap=True)
        self._facts = TextLabel("exceptions.facts", "body", wrap=True)
        self._receipts = QWidget()
        self._receipt_row = FlowLayout(self._receipts)
        self._paper = TextLabel("exceptions.paper", "body", wrap=True)
        self._settled = TextLabel("exceptions.settled", "body", wrap=True)
        self._note = QLineEdit()
        self._note.setObjectName("exceptions.note")
        self._note.setMaxLength(MOST_NOTE_CHARS)
        self._answers = QWidget()
        self._answer_row = FlowLayout(self._answers)
        self._build()

    def show_item(self, item: ExceptionItem, state: ExceptionsState) -> None:
        """Show an exception; the answers only while it is open."""
        self._kind.setText(self._words.kind(item))
        self._about.setText(self._words.about(item, state.names))
        facts = self._words.details(item, state.names)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        if (item.exception_id, item.state) != self._shown:
            self._shown = (item.exception_id, item.state)
            self._note.clear()
            self._rebuild(item)
        is_open = item.state == "open"
        self._settled.setVisible(not is_open)
        if not is_open:
            self._settled.setText(self._words.settled(item, state.names))
        for part in (self._note, self._answers):
            part.setVisible(is_open)
            part.setEnabled(not state.settling)
        self._show_paper(state.evidence)

    def retranslate(self) -> None:
        """Write everything anew the next time."""
        self._shown = (0, "")
        hint = translate("Exceptions", "Note, if one is needed")
        self._note.setPlaceholderText(hint)
        self._note.setAccessibleName(hint)

    def _show_paper(self, evidence: Evidence | None) -> None:
        self._paper.setVisible(evidence is not None)
        if evidence is None:
            return
        if evidence.found is not None:
            self._paper.setText(self._words.receipt(evidence.found))
        elif evidence.error.code:
            self._paper.setText(self._say(evidence.error))
        else:
            self._paper.setText(
                translate("Exceptions", "Looking for receipt {number}").format(number=evidence.number)
            )

    def _rebuild(self, item: ExceptionItem) -> None:
        self._asked = None
        for row in (self._receipt_row, self._answer_row):
            while row.count():
                taken = row.takeAt(0)
                widget = None if taken is None else taken.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        for number in item.receipts:
            button = ActionButton(f"exceptions.receipt.{number}")
            button.set_label(translate("Exceptions", "Receipt {number}").format(number=number))
            button.clicked.connect(partial(self._presenter.open_receipt, number))
            self._receipt_row.addWidget(button)
        self._receipts.setVisible(bool(item.receipts))
        for action in item.actions:
            button = ActionButton(f"exceptions.settle.{action}")
            button.set_label(self._words.action(action))
            button.clicked.connect(partial(self._settle, action, button))
            self._answer_row.addWidget(button)

    def _settle(self, action: str, button: ActionButton) -> None:
        """Settle; what reaches other stores is asked once more, on the same button."""
        if action in _FAR_REACHING and self._asked is not button:
            self._asked = button
            button.set_tone("bad")
            button.set_label(translate("Exceptions", "Really, at all tills? Tap again"))
            return
        self._presenter.settle(action, self._note.text())

    def _build(self) -> None:
        ground = QWidget()
        ground.setObjectName("exceptions.ground")
        reading = QVBoxLayout(ground)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(8)
        for part in (self._kind, self._about, self._facts, self._receipts, self._paper, self._settled):
            reading.addWidget(part)
        reading.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("exceptions.reading")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scroll, 1)
        column.addWidget(Rule())
        column.addWidget(self._note)
        column.addWidget(self._answers)
