"""The picture of opening a shift: the drawer's pieces, the amount, a pad, one button."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pos_app.services.shift_desk import SuspendedShift
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.open_shift.presenter import OpenShiftPresenter
from pos_app.ui.screens.open_shift.state import OpenShiftState
from pos_app.ui.shell.screen import Action
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import OptionCard, PrimaryButton, TillButton
from pos_app.ui.widgets.cash_grid import CashGrid
from pos_app.ui.widgets.count_field import CountField
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card
from retail_core.money import Money


class OpenShiftScreen(QWidget):
    """Takes the float; implements the window's ``Screen``."""

    name = "open_shift"

    def __init__(self, presenter: OpenShiftPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("open_shift")
        self._presenter = presenter
        self._formats = formats
        self._state: OpenShiftState | None = None
        self._title = TextLabel("open_shift.title", "figure", wrap=True)
        self._drawer = TextLabel("open_shift.drawer", "muted", wrap=True)
        self._hint = TextLabel("open_shift.hint", "body", wrap=True)
        self._carried = TextLabel("open_shift.carried", "body", wrap=True)
        self._float = CountField("open_shift.float")
        self._grid = CashGrid("open_shift.pieces", formats)
        self._message = TextLabel("open_shift.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._pad = KeyPad("open_shift.key")
        self._open = PrimaryButton("open_shift.open", key="Enter")
        self._leave = TillButton("open_shift.leave")
        self._suspended = QVBoxLayout()
        self._cards: dict[str, OptionCard] = {}
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Enter goes on and opens the shift, Escape lets somebody else sign in."""
        return [
            Action("confirm", self._presenter.confirm, on_bar=False),
            Action("back", self._presenter.leave_till, on_bar=False),
        ]

    def enter(self) -> None:
        """Start anew, keys at hand."""
        self._presenter.enter()
        self._float.setFocus()

    def leave(self) -> None:
        """Nothing is kept."""

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: goods can wait until the drawer is open."""
        return False

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._state

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, OpenShiftState):
            self._presenter.take_back(snapshot)

    def show_state(self, state: OpenShiftState) -> None:
        """Show ``state``."""
        self._state = state
        count = state.count
        self._title.setText(translate("OpenShift", "Good day, {name}").format(name=state.cashier))
        self._render_start(state)
        had_keys = self._grid.has_keys()
        self._grid.render_count(count, enabled=not state.busy)
        note = translate("OpenShift", "By denomination") if count.by_pieces else ""
        self._float.render_count(
            translate("OpenShift", "Float"),
            note,
            amount=self._formats.money(count.money),
            chosen=count.chosen is None,
        )
        if had_keys and count.chosen is None:
            self._float.setFocus()
        self._message.setText(text_of(state.code, *state.arguments) if state.code else "")
        self._message.setVisible(bool(state.code))
        for button in (self._open, self._leave, self._pad, *self._cards.values()):
            button.setEnabled(not state.busy)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._state is not None:
                self.show_state(self._state)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._left(), 5)
        row.addWidget(self._right(), 3)

    def _left(self) -> Card:
        card = Card("open_shift.figure")
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 16, 20)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for label in (self._drawer, self._hint):
            column.addWidget(label)
        ground = QWidget()
        ground.setProperty("role", "clear")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 4, 8, 0)
        inner.setSpacing(12)
        self._suspended.setSpacing(8)
        inner.addLayout(self._suspended)
        inner.addWidget(self._grid)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("open_shift.scroll")
        scroll.setWidget(ground)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(scroll, 1)
        return card

    def _right(self) -> Card:
        card = Card("open_shift.pad")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(self._float)
        column.addWidget(self._carried)
        column.addWidget(self._pad, 1)
        column.addWidget(self._message)
        column.addWidget(self._open)
        return card

    def _connect(self) -> None:
        presenter = self._presenter
        self._grid.chosen.connect(presenter.choose)
        self._grid.stepped.connect(presenter.step)
        self._grid.typed.connect(presenter.press)
        self._float.chosen.connect(partial(presenter.choose, None))
        self._float.typed.connect(presenter.press)
        self._pad.pressed.connect(presenter.press)
        self._open.clicked.connect(presenter.submit)
        self._leave.clicked.connect(presenter.leave_till)

    def _render_start(self, state: OpenShiftState) -> None:
        start = state.start
        if start is None:
            self._drawer.setText("")
            self._carried.setText("")
            return
        self._drawer.setText(
            translate("OpenShift", "Your own drawer: nobody else sells from it.")
            if start.drawer == "personal"
            else translate("OpenShift", "A shared drawer: everybody at this till sells from it.")
        )
        self._render_carried(state)
        if [shift.shift_id for shift in start.suspended] != list(self._cards):
            self._rebuild_cards(start.suspended)
        for shift in start.suspended:
            self._cards[shift.shift_id].render_option(*self._words_of(shift))

    def _render_carried(self, state: OpenShiftState) -> None:
        start, count = state.start, state.count
        if start is None or start.carried_minor is None:
            self._carried.setText(translate("OpenShift", "No earlier close is known for this drawer."))
            self._carried.set_tone("muted")
            return
        left = self._formats.money(Money(start.carried_minor, count.currency))
        text = translate("OpenShift", "The last close left {amount}.").format(amount=left)
        difference, tone = state.difference, "muted"
        if difference is not None and difference.minor == 0:
            text, tone = f"✓  {text}", "ok"
        elif difference is not None:
            by = self._formats.money(abs(difference))
            words = (
                translate("OpenShift", "{amount} more than that.")
                if difference.minor > 0
                else translate("OpenShift", "{amount} less than that.")
            )
            text, tone = f"△  {text} {words.format(amount=by)}", "warn"
        self._carried.setText(text)
        self._carried.set_tone(tone)  # type: ignore[arg-type]  # one of the three above

    def _words_of(self, shift: SuspendedShift) -> tuple[str, str]:
        title = translate("OpenShift", "Go on with shift {number}").format(number=shift.number)
        note = translate("OpenShift", "{name}, since {when}").format(
            name=shift.opened_by_name, when=self._formats.date_time(shift.opened_ms)
        )
        return title, f"{note} · {text_of(f'cash_reason.{shift.reason}')}" if shift.reason else note

    def _rebuild_cards(self, suspended: Sequence[SuspendedShift]) -> None:
        for card in self._cards.values():
            self._suspended.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        for shift in suspended:
            card = OptionCard(f"open_shift.resume.{shift.shift_id}")
            card.clicked.connect(partial(self._presenter.resume, shift.shift_id))
            self._suspended.addWidget(card)
            self._cards[shift.shift_id] = card

    def _retranslate(self) -> None:
        self._hint.setText(
            translate("OpenShift", "Count the change in the drawer, by denomination or as one amount.")
        )
        self._open.set_label(translate("OpenShift", "Open shift"))
        self._leave.setText(translate("OpenShift", "Somebody else"))
