"""The pickup board: columns by what to do next, cards with their next step as the button."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import ElidedLabel, Kind, Tag, TextLabel
from pos_app.ui.widgets.styling import set_name
from pos_app.ui.widgets.surfaces import Card, Edge, EmptyState

_GAP: Final = 8
"""Pixels between two cards."""
_BESIDE: Final = 2
"""So many cards above and below what is seen are there, so that Tab and a flick find them."""
_MOST_SPARE: Final = 16


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
        self._state = state
        self._number = TextLabel(f"{name}_number", "order")
        self._promise = Tag(f"{name}_promise", kind=state.promise_kind)
        self._who = self._words(f"{name}_who", role="body")
        self._where = TextLabel(f"{name}_where", "muted")
        self._what = self._words(f"{name}_what", role="muted")
        self._note = Tag(f"{name}_note", kind=state.note_kind)
        self._bar = None if state.done_percent is None else QProgressBar()
        self.step: PrimaryButton | ActionButton = (
            PrimaryButton(f"{name}_step", state.step, small=True)
            if state.primary
            else ActionButton(f"{name}_step", state.step)
        )
        self.step.clicked.connect(lambda: self.step_pressed.emit(self._state.key))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        column.addLayout(self._row(self._number, self._promise))
        column.addLayout(self._row(self._who, self._where))
        column.addLayout(self._row(self._what, self._note))
        if self._bar is not None:
            self._bar.setTextVisible(False)
            column.addWidget(self._bar)
        column.addSpacing(4)
        column.addWidget(self.step)
        self._fill(state)

    @property
    def state(self) -> BoardCardState:
        """What the card shows."""
        return self._state

    def can_show(self, state: BoardCardState) -> bool:
        """Return whether a state has the parts of this card: the same kind of button, a bar or none."""
        mine = (self._state.primary, self._state.done_percent is None)
        return mine == (state.primary, state.done_percent is None)

    def render_card(self, name: str, state: BoardCardState) -> None:
        """Show another state, also of another order, which its name says; one that :meth:`can_show`."""
        if state.key != self._state.key:
            self._set_names(name)
        if state != self._state:
            self._state = state
            self._fill(state)

    def put_aside(self, name: str) -> None:
        """Show no order for a while; nobody finds it by the name of its last one."""
        if not self.isHidden():
            self.hide()
        self._set_names(name)
        self._state = replace(self._state, key="")

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Open the order."""
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]  # the event's type adds nothing here
        self.opened.emit(self._state.key)

    def _set_names(self, name: str) -> None:
        set_name(self, name)
        for part, end in (
            (self._number, "number"),
            (self._promise, "promise"),
            (self._who, "who"),
            (self._where, "where"),
            (self._what, "what"),
            (self._note, "note"),
            (self.step, "step"),
        ):
            set_name(part, f"{name}_{end}")

    def _fill(self, state: BoardCardState) -> None:
        self.set_edge(state.edge)
        self._number.setText(state.number)
        self._who.setText(state.who)
        self._where.setText(state.where)
        self._what.setText(state.what)
        self._fill_tag(self._promise, state.promise, kind=state.promise_kind)
        self._fill_tag(self._note, state.note, kind=state.note_kind)
        if self._bar is not None and state.done_percent is not None:
            self._bar.setValue(state.done_percent)
            self._bar.setAccessibleName(f"{state.done_percent}%")
        self.step.set_label(state.step)
        self.step.setAccessibleDescription(state.number)
        self.setAccessibleName(", ".join(part for part in (state.number, state.who, state.promise) if part))

    def _fill_tag(self, tag: Tag, text: str, *, kind: Kind) -> None:
        tag.render_tag(text, kind)
        # In a card, and so never a window of its own that would take the keyboard away.
        tag.setVisible(bool(text))

    def _words(self, name: str, *, role: str) -> ElidedLabel:
        label = ElidedLabel(name, "muted" if role == "muted" else "body")
        # It takes the whole row: beside a hidden tag it would stand in the middle otherwise.
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _row(self, left: QWidget, right: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(left, 1)
        row.addWidget(right, 0, Qt.AlignmentFlag.AlignRight)
        return row


class _CardGround(QWidget):
    """Where the cards of a column lie, one below the other; only those near the eye are there.

    A board may have hundreds of orders. A card is a dozen widgets, so all of them at once would stop the
    counter for seconds whenever one order changes.
    """

    step_pressed = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._states: tuple[BoardCardState, ...] = ()
        self._tops: list[int] = [0]
        """Where each card begins, and where the last one ends with its gap."""
        self._cards: dict[str, BoardCard] = {}
        self._spare: list[BoardCard] = []
        """Hidden ones, to show other orders: a new one costs more than a frame has."""
        self._heights: dict[bool, int] = {}
        self._seen = (0, 0)

    def render_cards(self, states: tuple[BoardCardState, ...]) -> None:
        """Take ``states``; :meth:`look_at` shows those near the eye."""
        self._states = states
        self._measure()

    def look_at(self, top: int, height: int) -> None:
        """Have the cards of a part of the ground ready, and some beside it."""
        self._seen = (top, height)
        self._place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another font or style makes cards of another height."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()
            self._measure()
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the cards the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _measure(self) -> None:
        tops = [0]
        for state in self._states:
            tops.append(tops[-1] + self._height_of(state) + _GAP)
        self._tops = tops
        self.setMinimumHeight(max(0, tops[-1] - _GAP))

    def _height_of(self, state: BoardCardState) -> int:
        has_bar = state.done_percent is not None
        if has_bar not in self._heights:
            sample = BoardCardState("", "A", "A", "A", note="A", done_percent=0 if has_bar else None)
            card = BoardCard(f"{self._name}_sample", sample, parent=self)
            card.ensurePolished()
            for part in card.findChildren(QWidget):
                part.ensurePolished()
            self._heights[has_bar] = card.sizeHint().height()
            card.setParent(None)
            card.deleteLater()
        return self._heights[has_bar]

    def _place(self) -> None:
        top, height = self._seen
        first = max(0, bisect_right(self._tops, top) - 1 - _BESIDE)
        last = min(len(self._states), bisect_right(self._tops, top + height) + _BESIDE)
        focus = QApplication.focusWidget()
        # Where the keyboard is stays, however far somebody has scrolled away from it.
        kept = {key for key, card in self._cards.items() if focus is not None and card.isAncestorOf(focus)}
        shown = [
            (place, state)
            for place, state in enumerate(self._states)
            if first <= place < last or state.key in kept
        ]
        for key in self._cards.keys() - {state.key for _, state in shown}:
            self._spare.append(self._cards.pop(key))
        before: BoardCard | None = None
        for place, state in shown:
            card = self._card(state)
            top, bottom = self._tops[place], self._tops[place + 1] - _GAP
            card.setGeometry(0, top, self.width(), bottom - top)
            card.show()
            if before is not None:
                QWidget.setTabOrder(before.step, card.step)
            before = card
        for card in self._spare:
            card.put_aside(f"{self._name}_spare")
        for card in self._spare[_MOST_SPARE:]:
            card.deleteLater()
        del self._spare[_MOST_SPARE:]

    def _card(self, state: BoardCardState) -> BoardCard:
        name = f"{self._name}_card_{state.key}"
        card = self._cards.get(state.key)
        if card is not None and not card.can_show(state):
            self._spare.append(self._cards.pop(state.key))
            card = None
        if card is None:
            card = next((each for each in self._spare if each.can_show(state)), None)
            if card is None:
                card = self._new_card(name, state)
            else:
                self._spare.remove(card)
            self._cards[state.key] = card
        card.render_card(name, state)
        return card

    def _new_card(self, name: str, state: BoardCardState) -> BoardCard:
        card = BoardCard(name, state, parent=self)
        card.step_pressed.connect(self.step_pressed)
        card.opened.connect(self.opened)
        return card


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
        self._ground = _CardGround(name)
        self._ground.step_pressed.connect(self.step_pressed)
        self._ground.opened.connect(self.opened)
        area = QScrollArea()
        area.setObjectName(f"{name}_area")
        area.setWidget(self._ground)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.verticalScrollBar().valueChanged.connect(self._look)
        area.viewport().installEventFilter(self)
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
        self._ground.render_cards(self._states)
        self._look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of what is seen."""
        if event.type() == QEvent.Type.Resize:
            self._look()
        return False

    def _look(self) -> None:
        self._ground.look_at(self._area.verticalScrollBar().value(), self._area.viewport().height())
