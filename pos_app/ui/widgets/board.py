"""The pickup board: columns by what to do next, cards with their next step as the button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import ElidedLabel, Kind, Tag, TextLabel
from pos_app.ui.widgets.surfaces import Card, Edge, EmptyState


@dataclass(frozen=True, slots=True)
class BoardCardState:
    """What a card shows; every text is ready to read."""

    key: str
    number: str
    step: str
    promise: str = ""
    promise_kind: Kind = "ok"
    who: str = ""
    where: str = ""
    what: str = ""
    note: str = ""
    note_kind: Kind = "neutral"
    edge: Edge = "none"
    primary: bool = False
    done_percent: int | None = None
    """How much is picked, 0 to 100; no bar when it is not being picked."""


class BoardCard(Card):
    """An order; its button is its next step, a tap on the rest opens it."""

    step_pressed = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, state: BoardCardState, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setProperty("edge", state.edge)
        self._key = state.key
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        number = TextLabel(f"{name}_number", "order")
        number.setText(state.number)
        column.addLayout(
            self._row(number, self._tag(f"{name}_promise", state.promise, kind=state.promise_kind))
        )
        where = TextLabel(f"{name}_where", "muted")
        where.setText(state.where)
        column.addLayout(self._row(self._words(f"{name}_who", state.who, role="body"), where))
        what = self._words(f"{name}_what", state.what, role="muted")
        column.addLayout(self._row(what, self._tag(f"{name}_note", state.note, kind=state.note_kind)))
        if state.done_percent is not None:
            column.addWidget(self._progress(state.done_percent))
        column.addSpacing(4)
        column.addWidget(self._step_button(f"{name}_step", state))
        self.setAccessibleName(", ".join(part for part in (state.number, state.who, state.promise) if part))

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Open the order."""
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]  # the event's type adds nothing here
        self.opened.emit(self._key)

    def _step_button(self, name: str, state: BoardCardState) -> QWidget:
        button: PrimaryButton | ActionButton
        button = (
            PrimaryButton(name, state.step, small=True) if state.primary else ActionButton(name, state.step)
        )
        button.clicked.connect(lambda: self.step_pressed.emit(self._key))
        button.setAccessibleDescription(state.number)
        return button

    def _progress(self, percent: int) -> QProgressBar:
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setValue(percent)
        bar.setAccessibleName(f"{percent}%")
        return bar

    def _words(self, name: str, text: str, *, role: str) -> ElidedLabel:
        label = ElidedLabel(name, "muted" if role == "muted" else "body")
        label.setText(text)
        # It takes the whole row: beside a hidden tag it would stand in the middle otherwise.
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _tag(self, name: str, text: str, *, kind: Kind) -> Tag:
        tag = Tag(name, text, kind=kind)
        # Only hidden here: shown before it has a parent it would be a window, and take the keyboard away.
        if not text:
            tag.hide()
        return tag

    def _row(self, left: QWidget, right: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(left, 1)
        row.addWidget(right, 0, Qt.AlignmentFlag.AlignRight)
        return row


class BoardColumn(Card):
    """A column with its heading, its count and its cards, or a word when it is empty."""

    step_pressed = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, column=True, parent=parent)
        self._states: tuple[BoardCardState, ...] = ()
        self._title = TextLabel(f"{name}_title", "strong")
        self._count = TextLabel(f"{name}_count", "strong")
        self._count.set_tone("muted")
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._empty = EmptyState(f"{name}_empty")
        ground = QWidget()
        self._cards = QVBoxLayout(ground)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(8)
        self._cards.addStretch(1)
        area = QScrollArea()
        area.setWidget(ground)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self._empty, 1)
        column.addWidget(area, 1)

    def render_column(self, title: str, cards: Sequence[BoardCardState], *, empty: str) -> None:
        """Show ``cards``; when they are the same as before only the heading is set."""
        self._title.setText(title)
        self._count.setText(str(len(cards)))
        self._empty.render_empty("", empty)
        self._empty.setVisible(not cards)
        self._area.setVisible(bool(cards))
        if tuple(cards) == self._states:
            return
        self._states = tuple(cards)
        while self._cards.count() > 1:
            item = self._cards.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, state in enumerate(cards):
            card = BoardCard(f"{self.objectName()}_card_{state.key}", state)
            card.step_pressed.connect(self.step_pressed)
            card.opened.connect(self.opened)
            self._cards.insertWidget(number, card)
