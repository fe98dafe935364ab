"""The picture of closing a shift: the count on the left, the pad on the right; then the Z."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from pos_app.services.records import TenderKind
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.close_shift.closed_page import ClosedPage
from pos_app.ui.screens.close_shift.count_field import CountField
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter
from pos_app.ui.screens.close_shift.state import CloseShiftState
from pos_app.ui.screens.close_shift.words import parked_text
from pos_app.ui.shell.screen import Action
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card

KINDS: tuple[TenderKind, ...] = ("cash", "external", "voucher")


class CloseShiftScreen(QWidget):
    """Takes the count and shows the Z; implements the window's ``Screen``."""

    name = "close_shift"

    def __init__(self, presenter: CloseShiftPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("close_shift")
        self._presenter = presenter
        self._formats = formats
        self._state = CloseShiftState()
        self._title = TextLabel("close_shift.title", "figure", wrap=True)
        self._opened = TextLabel("close_shift.opened", "muted", wrap=True)
        self._hint = TextLabel("close_shift.hint", "body", wrap=True)
        self._notes = {
            name: TextLabel(f"close_shift.note.{name}", "muted", wrap=True)
            for name in ("basket", "unsent", "ready", "parked")
        }
        self._fields = {kind: CountField(f"close_shift.count.{kind}") for kind in KINDS}
        self._message = TextLabel("close_shift.message", "body", wrap=True)
        self._pad = KeyPad("close_shift.key")
        self._submit = PrimaryButton("close_shift.submit", key="Enter")
        self._back = ActionButton("close_shift.back", key="Esc")
        self._closed = ClosedPage(presenter, formats)
        self._pages = QStackedLayout(self)
        self._build()
        self._connect()
        self._retranslate()
        presenter.bind(self)

    @property
    def widget(self) -> QWidget:
        """The picture itself."""
        return self

    def current_actions(self) -> Sequence[Action]:
        """Enter goes on, Escape leaves; once it is closed, print again and the report have their keys."""
        closed = self._state.z is not None
        return [
            Action("confirm", self._presenter.confirm, on_bar=False),
            Action("back", self._presenter.go_back, on_bar=False),
            Action("reprint", self._presenter.print_again, enabled=closed, on_bar=False),
            Action("reports", self._presenter.open_report, enabled=closed, on_bar=False),
        ]

    def enter(self) -> None:
        """Begin the count, keys at hand."""
        self._presenter.enter()
        self._fields[self._state.chosen].setFocus()

    def leave(self) -> None:
        """Nothing is kept."""

    def on_scan(self, text: str) -> bool:  # noqa: ARG002 - nothing is scanned here.
        """Refuse scans: nothing is sold while the drawer is counted."""
        return False

    def scan_snapshot(self) -> object:
        """Return what stood there before a scan begins."""
        return self._state

    def scan_restore(self, snapshot: object) -> None:
        """Take back what the first character of a scan keyed in."""
        if isinstance(snapshot, CloseShiftState):
            self._presenter.take_back(snapshot)

    def show_state(self, state: CloseShiftState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        if state.z is not None:
            self._closed.show_state(state)
            self._pages.setCurrentIndex(1)
            if before.z is None:
                self._closed.take_focus()
            return
        self._pages.setCurrentIndex(0)
        self._render_head(state)
        self._render_counts(state)
        self._render_submit(state)
        if state.shift is not None and not state.busy and (before.shift is None or before.busy):
            # Until now the fields were hidden, or the pad disabled: neither could keep the keys.
            self._fields[state.chosen].setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)

    def _build(self) -> None:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._left(), 3)
        row.addWidget(self._right(), 2)
        self._pages.addWidget(page)
        self._pages.addWidget(self._closed)

    def _left(self) -> QWidget:
        card = Card("close_shift.figure")
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column.addLayout(head)
        column.addWidget(self._opened)
        column.addSpacing(8)
        column.addWidget(self._hint)
        column.addSpacing(8)
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self._message)
        column.addStretch(1)
        for note in self._notes.values():
            column.addWidget(note)
        return card

    def _right(self) -> QWidget:
        card = Card("close_shift.pad")
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._pad, 1)
        column.addWidget(self._submit)
        return card

    def _connect(self) -> None:
        self._pad.pressed.connect(self._presenter.press)
        self._submit.clicked.connect(self._presenter.confirm)
        self._back.clicked.connect(self._presenter.go_back)
        for kind, field in self._fields.items():
            field.chosen.connect(partial(self._presenter.choose, kind))
            field.typed.connect(self._presenter.press)

    def _render_head(self, state: CloseShiftState) -> None:
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
        number = self._formats.number
        texts = {
            "basket": text_of("shift.basket_open") if shift is not None and shift.basket_open else "",
            "unsent": translate("CloseShift", "To send: {count}. It is sent later; nothing is lost.").format(
                count=number(state.unsent)
            )
            if state.unsent
            else "",
            "ready": translate(
                "CloseShift", "Orders waiting to be picked up: {count}. They stay for the next shift."
            ).format(count=number(state.ready_orders))
            if state.ready_orders
            else "",
            "parked": parked_text(shift, self._formats),
        }
        marks = {"basket": "⊘", "unsent": "△", "ready": "△", "parked": "△"}
        for name, text in texts.items():
            self._notes[name].setText(f"{marks[name]}  {text}" if text else "")
            self._notes[name].setVisible(bool(text))
        self._notes["basket"].set_tone("bad")

    def _render_counts(self, state: CloseShiftState) -> None:
        counts = {count.kind: count.entry for count in state.counts}
        notes = {
            "cash": translate("CloseShift", "The drawer, with the float"),
            "external": translate("CloseShift", "The sum of the device"),
            "voucher": translate("CloseShift", "The slips, by the value printed on them"),
        }
        had_focus = any(field.hasFocus() for field in self._fields.values())
        for kind, field in self._fields.items():
            entry = counts.get(kind)
            field.setVisible(entry is not None)
            if entry is not None:
                amount = "–" if entry.is_empty else self._formats.money(entry.money)
                chosen = kind == state.chosen
                field.render_count(text_of(f"tender.{kind}"), notes[kind], amount=amount, chosen=chosen)
        if had_focus and not self._fields[state.chosen].hasFocus():
            self._fields[state.chosen].setFocus()

    def _render_submit(self, state: CloseShiftState) -> None:
        can_count = state.shift is not None and not state.busy
        self._pad.setEnabled(can_count)
        self._submit.setEnabled(can_count and state.shift is not None and not state.shift.basket_open)
        if state.next_kind is None:
            self._submit.set_label(translate("CloseShift", "Close shift"))
        else:
            self._submit.set_label(translate("CloseShift", "Next tender"))
        self._back.setEnabled(not state.busy)
        message = state.message
        self._message.setText("" if message is None else text_of(message.code, *message.arguments))
        self._message.set_tone("ok" if message is not None and message.good else "bad")

    def _retranslate(self) -> None:
        self._back.set_label(translate("CloseShift", "Back"))
        self._hint.setText(
            translate("CloseShift", "Count first, look later: the till shows what it expects after closing.")
        )
