"""The form of an act at the drawer: why, how much, and the pieces where they may be counted."""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.drawer.presenter import DrawerPresenter
from pos_app.ui.screens.drawer.state import REASONS, WITH_PIECES, Act, DrawerState, Form
from pos_app.ui.screens.drawer.words import act_hint, act_label
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.arrow_buttons import ChoiceChip
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.cash_grid import CashGrid
from pos_app.ui.widgets.count_field import CountField
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card

_MOST_NOTE = 100


class FormPage(QWidget):
    """One form for all acts; what an act does not need is not there."""

    def __init__(self, presenter: DrawerPresenter, formats: Formats, *, say: Sayings) -> None:
        super().__init__()
        self.setObjectName("drawer.form")
        self._presenter = presenter
        self._formats = formats
        self._say = say
        self._act: Act | None = None
        self._title = TextLabel("drawer.form.title", "figure", wrap=True)
        self._hint = TextLabel("drawer.form.hint", "body", wrap=True)
        self._why = TextLabel("drawer.form.why", "strong")
        self._chips = {
            act: {reason: ChoiceChip(f"drawer.{act}.{reason}") for reason in reasons}
            for act, reasons in REASONS.items()
        }
        self._reasons = {act: QWidget() for act in REASONS}
        self._note = QLineEdit()
        self._note.setObjectName("drawer.note")
        self._note.setMaxLength(_MOST_NOTE)
        self._grid = CashGrid("drawer.pieces", formats)
        self._amount = CountField("drawer.amount", figure="figure")
        self._pad = KeyPad("drawer.key")
        self._message = TextLabel("drawer.form.message", "body", wrap=True)
        self._message.set_tone("bad")
        self._submit = PrimaryButton("drawer.submit", key="Enter")
        self._back = ActionButton("drawer.form.back", key="Esc")
        self._build()
        self._connect()
        self._retranslate()

    def take_focus(self, form: Form) -> None:
        """Give the keys to the amount, or to the first reason."""
        if form.has_amount:
            self._amount.setFocus()
        else:
            self._chips[form.act][REASONS[form.act][0]].setFocus()

    def show_state(self, state: DrawerState) -> None:
        """Show the form of ``state``."""
        form = state.form
        if form is None:
            return
        self._title.setText(act_label(form.act))
        self._hint.setText(act_hint(form.act))
        for act, reasons in self._reasons.items():
            reasons.setVisible(act == form.act)
        for reason, chip in self._chips[form.act].items():
            chip.setChecked(reason == form.reason)
        if self._note.text() != form.note:
            self._note.setText(form.note)
        self._render_amount(form)
        self._submit.set_label(act_label(form.act))
        for part in (self._submit, self._back, self._pad, self._note, self._reasons[form.act]):
            part.setEnabled(not state.busy)
        self._message.setText("" if state.good else self._say(state.said))
        self._message.setVisible(bool(self._message.text()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; the screen shows its state anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        left = Card("drawer.form.card")
        column = self._column = QVBoxLayout(left)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addWidget(self._why)
        for act, reasons in self._reasons.items():
            flow = FlowLayout(reasons)
            for chip in self._chips[act].values():
                flow.addWidget(chip)
            column.addWidget(reasons)
        column.addWidget(self._note)
        column.addSpacing(8)
        column.addWidget(self._grid)
        column.addStretch(1)
        self._side = Card("drawer.form.side")
        side = self._side_column = QVBoxLayout(self._side)
        side.setContentsMargins(20, 20, 20, 20)
        side.setSpacing(10)
        side.addWidget(self._amount)
        side.addWidget(self._pad, 1)
        side.addWidget(self._message)
        side.addWidget(self._submit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(left, 5)
        row.addWidget(self._side, 3)

    def _connect(self) -> None:
        presenter = self._presenter
        self._pad.pressed.connect(presenter.press)
        self._amount.typed.connect(presenter.press)
        self._amount.chosen.connect(partial(presenter.choose, None))
        self._grid.chosen.connect(presenter.choose)
        self._grid.stepped.connect(presenter.step)
        self._grid.typed.connect(presenter.press)
        self._note.textEdited.connect(presenter.write_note)
        self._submit.clicked.connect(presenter.submit)
        self._back.clicked.connect(presenter.go_back)
        for chips in self._chips.values():
            for reason, chip in chips.items():
                chip.clicked.connect(lambda on, reason=reason: presenter.choose_reason(reason if on else ""))

    def _render_amount(self, form: Form) -> None:
        had_grid = self._grid.has_keys()
        self._side.setVisible(form.has_amount)
        # Without an amount there is no pad to stand under.
        ground = self._side_column if form.has_amount else self._column
        if ground.indexOf(self._submit) < 0:
            for part in (self._message, self._submit):
                ground.addWidget(part)
        with_pieces = form.act in WITH_PIECES and bool(form.count.values)
        self._grid.setVisible(with_pieces)
        if with_pieces:
            self._grid.render_count(form.count)
        if form.has_amount:
            amount = "–" if form.count.is_empty else self._formats.money(form.count.money)
            self._amount.render_count(
                translate("Drawer", "Amount"), "", amount=amount, chosen=form.count.chosen is None
            )
        if had_grid and form.count.chosen is None:
            self._amount.setFocus()

    def _retranslate(self) -> None:
        self._back.set_label(translate("Drawer", "Back"))
        self._why.setText(translate("Drawer", "Why?"))
        words = translate("Drawer", "A note in your own words")
        self._note.setPlaceholderText(words)
        self._note.setAccessibleName(words)
        for chips in self._chips.values():
            for reason, chip in chips.items():
                chip.setText(text_of(f"cash_reason.{reason}"))
                chip.setAccessibleName(chip.text())
