"""The first page of closing: what is unfinished, each with the way to it."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pos_app.services.card_comparison import Comparison
from pos_app.services.shift_desk import Unfinished, UnfinishedKind
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.close_shift.presenter import PLACES, CloseShiftPresenter
from pos_app.ui.screens.close_shift.state import CloseShiftState
from pos_app.ui.screens.close_shift.words import MARKS, cards_text, unfinished_text
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card, EmptyState


class UnfinishedRow(Card):
    """One thing, and the way to where it is finished."""

    def __init__(self, kind: UnfinishedKind, presenter: CloseShiftPresenter) -> None:
        super().__init__(f"close_shift.unfinished.{kind}")
        self._mark = TextLabel(f"close_shift.unfinished.{kind}_mark", "title")
        self._text = TextLabel(f"close_shift.unfinished.{kind}_text", "body", wrap=True)
        self.way = ActionButton(f"close_shift.way.{kind}")
        self.way.clicked.connect(partial(presenter.open_place, kind))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self.way)

    def show_thing(self, thing: Unfinished, formats: Formats) -> None:
        """Show what it is; what stops the close stands out."""
        tone = "bad" if thing.stops else "warn"
        self.set_edge(tone)  # type: ignore[arg-type]  # both are edges
        self._mark.setText(MARKS[thing.stops])
        self._mark.set_tone("bad" if thing.stops else "warn")
        self._text.setText(unfinished_text(thing, formats))
        self.way.set_label(translate("CloseShift", "Show"))
        self.way.setAccessibleName(f"{self.way.label}: {self._text.text()}")


class CardsRow(Card):
    """What the provider's list says, and asking it once more."""

    def __init__(self, presenter: CloseShiftPresenter) -> None:
        super().__init__("close_shift.cards")
        self._mark = TextLabel("close_shift.cards.mark", "title")
        self._text = TextLabel("close_shift.cards.text", "body", wrap=True)
        self.again = ActionButton("close_shift.cards.again")
        self.again.clicked.connect(presenter.compare_cards)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 8, 10)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self.again)

    def show_cards(self, cards: Comparison | None, formats: Formats) -> None:
        """Show what came of it; nothing where there was nothing to compare."""
        self.setVisible(cards is not None and bool(cards.state))
        if cards is None or not cards.state:
            return
        is_equal = cards.state == "equal"
        self.set_edge("ok" if is_equal else "warn")
        self._mark.setText("✓" if is_equal else MARKS[False])
        self._mark.set_tone("ok" if is_equal else "warn")
        self._text.setText(cards_text(cards, formats))
        self.again.setVisible(not is_equal)
        self.again.set_label(translate("CloseShift", "Ask again"))


class UnfinishedPage(QWidget):
    """What should be known before the drawer is counted."""

    def __init__(self, presenter: CloseShiftPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("close_shift.before")
        self._formats = formats
        self._title = TextLabel("close_shift.title", "figure", wrap=True)
        self._opened = TextLabel("close_shift.opened", "muted", wrap=True)
        self._message = TextLabel("close_shift.before.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._clear = EmptyState("close_shift.clear")
        self._rows = {kind: UnfinishedRow(kind, presenter) for kind in PLACES}
        self._cards = CardsRow(presenter)
        self._back = ActionButton("close_shift.leave", key="Esc")
        self._go_on = PrimaryButton("close_shift.go_on", key="Enter")
        self._build()
        self._back.clicked.connect(presenter.go_back)
        self._go_on.clicked.connect(presenter.confirm)
        self._retranslate()

    def take_focus(self) -> None:
        """Let the keys of the screen work."""
        self.setFocus()

    def show_state(self, state: CloseShiftState) -> None:
        """Show what is unfinished."""
        shift = state.shift
        if shift is None:
            self._title.setText(translate("CloseShift", "Close shift"))
            self._opened.setText("")
        else:
            self._title.setText(translate("CloseShift", "Close shift {number}").format(number=shift.number))
            self._opened.setText(
                translate("CloseShift", "Opened {when} by {name}").format(
                    when=self._formats.date_time(shift.opened_ms), name=shift.opened_by_name
                )
            )
        things = {thing.kind: thing for thing in state.unfinished}
        for kind, row in self._rows.items():
            row.setVisible(kind in things)
            if kind in things:
                row.show_thing(things[kind], self._formats)
        self._clear.setVisible(shift is not None and not things)
        self._cards.show_cards(state.cards, self._formats)
        message = state.message
        self._message.setText("" if message is None else text_of(message.code, *message.arguments))
        self._message.setVisible(message is not None)
        self._go_on.setEnabled(shift is not None and not state.busy and not state.stops)
        self._back.setEnabled(not state.busy)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; the screen shows its state anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card = Card("close_shift.before.card")
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column.addLayout(head)
        column.addWidget(self._opened)
        column.addWidget(self._message)
        ground = QWidget()
        ground.setProperty("role", "clear")
        rows = QVBoxLayout(ground)
        rows.setContentsMargins(0, 8, 8, 8)
        rows.setSpacing(8)
        for row in self._rows.values():
            rows.addWidget(row)
        rows.addWidget(self._cards)
        rows.addWidget(self._clear, 1)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("close_shift.before.scroll")
        scroll.setWidget(ground)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(scroll, 1)
        column.addWidget(self._go_on)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        page.addWidget(card)

    def _retranslate(self) -> None:
        self._back.set_label(translate("CloseShift", "Back"))
        self._go_on.set_label(translate("CloseShift", "Count the drawer"))
        self._clear.render_empty(
            translate("CloseShift", "Nothing is unfinished"),
            translate("CloseShift", "No parked sale, no doubt, no order that waits."),
            mark="✓",
        )
