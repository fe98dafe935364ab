"""The picture of the store's day: its shifts, what they come to, what is missing, one button."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.day_model import DayBook
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.day_close.presenter import DayClosePresenter
from pos_app.ui.screens.day_close.state import DayCloseState
from pos_app.ui.screens.day_close.words import columns, day_text, missing_text, rows
from pos_app.ui.shell.screen import Action
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton, TillButton
from pos_app.ui.widgets.facts_table import FactsTable
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card, EmptyState, FigureCard
from retail_core.money import Money


class DayCloseScreen(QWidget):
    """The day over all tills; implements the window's ``Screen``."""

    name = "day_close"

    def __init__(self, presenter: DayClosePresenter, formats: Formats, *, theme: Theme, say: Sayings) -> None:
        super().__init__()
        self.setObjectName("day_close")
        self._presenter = presenter
        self._formats = formats
        self._say = say
        self._state = DayCloseState()
        self._title = TextLabel("day_close.title", "figure", wrap=True)
        self._standing = TextLabel("day_close.standing", "body", wrap=True)
        self._message = TextLabel("day_close.message", "body", wrap=True)
        self._table = FactsTable("day_close.shifts", theme)
        self._table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._empty = EmptyState("day_close.empty")
        self._missing = TextLabel("day_close.missing", "body", wrap=True)
        self._missing.set_tone("warn")
        self._earlier = TillButton("day_close.earlier", "◀")
        self._later = TillButton("day_close.later", "▶")
        self._back = ActionButton("day_close.back", key="Esc")
        self._figures = {
            name: FigureCard(f"day_close.figure.{name}") for name in ("net", "difference", "taken")
        }
        self._question = TextLabel("day_close.question", "body", wrap=True)
        self._question.set_tone("warn")
        self._close = PrimaryButton("day_close.close", key="Enter")
        self._build()
        self._earlier.clicked.connect(lambda: presenter.turn(-1))
        self._later.clicked.connect(lambda: presenter.turn(1))
        self._back.clicked.connect(presenter.go_back)
        self._close.clicked.connect(presenter.confirm)
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Enter closes the day, Escape goes back."""
        return [
            Action("confirm", self._presenter.confirm, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
        ]

    def enter(self) -> None:
        """Look at today, keys at hand."""
        self._presenter.enter()
        self.setFocus()

    def leave(self) -> None:
        """Nothing is kept."""

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: nothing is sold here."""
        return False

    def show_state(self, state: DayCloseState) -> None:
        """Show ``state``."""
        self._state = state
        book = state.book
        self._render_head(state)
        shifts = () if book is None else book.shifts
        if book is not None:
            self._table.set_facts(
                columns(), rows(book, self._formats), name=translate("DayClose", "The shifts of the day")
            )
            self._missing.setText("\n".join(f"△  {missing_text(each)}" for each in book.missing))
        self._table.setVisible(bool(shifts))
        self._empty.setVisible(not shifts)
        self._missing.setVisible(book is not None and bool(book.missing))
        self._render_figures(book)
        for button in (self._earlier, self._later, self._close):
            button.setEnabled(book is not None and not state.busy)
        self._question.setVisible(state.asking)
        self._close.set_label(
            translate("DayClose", "Close it all the same")
            if state.asking
            else translate("DayClose", "Close the day")
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        left = Card("day_close.list")
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self._earlier, self._later):
            head.addWidget(button)
        column.addLayout(head)
        for part in (self._standing, self._message):
            column.addWidget(part)
        column.addWidget(self._table, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._missing)
        right = Card("day_close.sums")
        side = QVBoxLayout(right)
        side.setContentsMargins(20, 20, 20, 20)
        side.setSpacing(10)
        side.addWidget(self._back)
        for card in self._figures.values():
            side.addWidget(card)
        side.addStretch(1)
        side.addWidget(self._question)
        side.addWidget(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(left, 5)
        row.addWidget(right, 2)

    def _render_head(self, state: DayCloseState) -> None:
        book = state.book
        self._message.setText(self._say(state.said))
        self._message.set_tone("ok" if state.good else "bad")
        self._message.setVisible(bool(state.said.code))
        if book is None:
            self._title.setText(translate("DayClose", "The store's day"))
            self._standing.setText(translate("DayClose", "Asking the other tills") if state.busy else "")
            self._standing.set_tone("muted")
            return
        self._title.setText(
            translate("DayClose", "The day {day}").format(day=day_text(book.day, self._formats))
        )
        if book.complete:
            text, tone = translate("DayClose", "✓  All tills of the store have closed."), "ok"
        elif book.asked:
            text, tone = translate("DayClose", "△  Not everything of the day is here."), "warn"
        else:
            text, tone = translate("DayClose", "△  Offline: only the shifts of this till are known."), "warn"
        if book.closed_ms:
            closed = translate("DayClose", "Closed {when}.").format(
                when=self._formats.date_time(book.closed_ms)
            )
            text = f"{text} {closed}"
        self._standing.setText(text)
        self._standing.set_tone("ok" if tone == "ok" else "warn")

    def _render_figures(self, book: DayBook | None) -> None:
        names = {
            "net": translate("DayClose", "Net sales"),
            "difference": translate("DayClose", "Difference"),
            "taken": translate("DayClose", "To the safe"),
        }
        for name, card in self._figures.items():
            card.setVisible(book is not None)
            if book is not None:
                minor = {
                    "net": sum(row.net_minor for row in book.shifts),
                    "difference": sum(row.difference_minor for row in book.shifts),
                    "taken": sum(row.taken_minor for row in book.shifts),
                }[name]
                card.render_figure(names[name], self._formats.money(Money(minor, book.currency)))

    def _retranslate(self) -> None:
        self._back.set_label(translate("DayClose", "Back"))
        self._earlier.setAccessibleName(translate("DayClose", "The day before"))
        self._later.setAccessibleName(translate("DayClose", "The day after"))
        self._empty.render_empty(
            translate("DayClose", "No shift of this day is closed"),
            translate("DayClose", "A shift stands here with its Z once it is closed."),
        )
        self._question.setText(
            translate(
                "DayClose", "The day is not complete. What comes later stands apart; nothing closed changes."
            )
        )
