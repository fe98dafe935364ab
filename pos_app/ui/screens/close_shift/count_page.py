"""The blind count: pieces on the left, the tenders and the pad on the right."""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.records import TenderKind
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter
from pos_app.ui.screens.close_shift.state import CloseShiftState
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.cash_grid import CashGrid
from pos_app.ui.widgets.count_field import CountField
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card

KINDS: tuple[TenderKind, ...] = ("cash", "external", "voucher")


class CountPage(QWidget):
    """Takes the count; nothing expected is on it."""

    def __init__(self, presenter: CloseShiftPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("close_shift.count")
        self._presenter = presenter
        self._formats = formats
        self._title = TextLabel("close_shift.count.title", "figure", wrap=True)
        self._hint = TextLabel("close_shift.hint", "body", wrap=True)
        self._grid = CashGrid("close_shift.pieces", formats)
        self._fields = {kind: CountField(f"close_shift.count.{kind}", figure="figure") for kind in KINDS}
        self._message = TextLabel("close_shift.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._pad = KeyPad("close_shift.key")
        self._submit = PrimaryButton("close_shift.submit", key="Enter")
        self._back = ActionButton("close_shift.back", key="Esc")
        self._build()
        self._connect()
        self._retranslate()

    def take_focus(self, state: CloseShiftState) -> None:
        """Give the keys to the tender that is chosen."""
        self._fields[state.chosen].setFocus()

    def show_state(self, state: CloseShiftState) -> None:
        """Show what was counted so far."""
        outcome = state.outcome
        if outcome is None:
            self._title.setText(translate("CloseShift", "Count the drawer"))
        else:
            self._title.setText(
                translate("CloseShift", "Count once more: count {number}").format(number=outcome.attempt + 1)
            )
        self._render_counts(state)
        can_count = state.shift is not None and not state.busy
        self._pad.setEnabled(can_count)
        self._submit.setEnabled(can_count)
        self._back.setEnabled(not state.busy)
        last = state.next_kind is None
        self._submit.set_label(
            translate("CloseShift", "Counted") if last else translate("CloseShift", "Next tender")
        )
        message = state.message
        self._message.setText("" if message is None else text_of(message.code, *message.arguments))
        self._message.setVisible(message is not None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; the screen shows its state anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        left = Card("close_shift.figure")
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addWidget(self._grid)
        column.addStretch(1)
        column.addWidget(self._message)
        right = Card("close_shift.pad")
        side = QVBoxLayout(right)
        side.setContentsMargins(20, 20, 20, 20)
        side.setSpacing(10)
        for field in self._fields.values():
            side.addWidget(field)
        side.addWidget(self._pad, 1)
        side.addWidget(self._submit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(left, 5)
        row.addWidget(right, 3)

    def _connect(self) -> None:
        presenter = self._presenter
        self._pad.pressed.connect(presenter.press)
        self._submit.clicked.connect(presenter.go_on_counting)
        self._back.clicked.connect(presenter.go_back)
        self._grid.chosen.connect(presenter.choose_value)
        self._grid.stepped.connect(presenter.step)
        self._grid.typed.connect(presenter.press)
        for kind, field in self._fields.items():
            field.chosen.connect(partial(presenter.choose, kind))
            field.typed.connect(presenter.press)

    def _render_counts(self, state: CloseShiftState) -> None:
        counts = {count.kind: count.cash for count in state.counts}
        notes = {
            "cash": translate("CloseShift", "The drawer, with the float"),
            "external": translate("CloseShift", "The sum of the device"),
            "voucher": translate("CloseShift", "The slips, by their value"),
        }
        had_grid = self._grid.has_keys()
        had_field = any(field.hasFocus() for field in self._fields.values())
        for kind, field in self._fields.items():
            count = counts.get(kind)
            field.setVisible(count is not None)
            if count is not None:
                amount = "–" if count.is_empty else self._formats.money(count.money)
                chosen = kind == state.chosen and count.chosen is None
                field.render_count(text_of(f"tender.{kind}"), notes[kind], amount=amount, chosen=chosen)
        cash = counts.get("cash")
        if cash is not None:
            chosen_cash = cash if state.chosen == "cash" else cash.choose(None)
            self._grid.render_count(chosen_cash, enabled=not state.busy)
        chosen_count = state.count
        on_amount = chosen_count is not None and chosen_count.chosen is None
        if (had_grid or had_field) and on_amount and not self._fields[state.chosen].hasFocus():
            self._fields[state.chosen].setFocus()

    def _retranslate(self) -> None:
        self._back.set_label(translate("CloseShift", "Back"))
        self._hint.setText(
            translate("CloseShift", "Count first, look later: the till shows what it expects afterwards.")
        )
