"""What is shown once a shift is closed: the differences, the ways on, and the Z as it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter
from pos_app.ui.screens.close_shift.state import CloseShiftState
from pos_app.ui.screens.close_shift.words import difference_text
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, PrimaryButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.receipt import PaperPreview
from pos_app.ui.widgets.surfaces import Card, EmptyState, FigureCard
from retail_core.money import Money

if TYPE_CHECKING:
    from retail_core.wire.facts import ShiftClosed, TenderCount


class ClosedPage(QWidget):
    """The second half of the screen."""

    def __init__(self, presenter: CloseShiftPresenter, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("close_shift.closed")
        self._formats = formats
        self._title = TextLabel("close_shift.closed.title", "figure", wrap=True)
        self._when = TextLabel("close_shift.closed.when", "muted", wrap=True)
        self._sums = TextLabel("close_shift.closed.sums", "body", wrap=True)
        self._differences = {
            kind: FigureCard(f"close_shift.difference.{kind}") for kind in ("cash", "external", "voucher")
        }
        self._left = TextLabel("close_shift.closed.left", "body", wrap=True)
        self._message = TextLabel("close_shift.closed.message", "body", wrap=True)
        self._report = ActionButton("close_shift.report", key="Alt R")
        self._day = ActionButton("close_shift.day", key="Alt K")
        self._print = ActionButton("close_shift.print", key="Ctrl P")
        self._done = PrimaryButton("close_shift.done", key="Enter")
        self._paper = PaperPreview("close_shift.z")
        self._waiting = EmptyState("close_shift.z.waiting")
        self._right = QStackedLayout()
        self._build()
        self._report.clicked.connect(presenter.open_report)
        self._day.clicked.connect(presenter.open_day)
        self._print.clicked.connect(presenter.print_again)
        self._done.clicked.connect(presenter.finish)
        self._retranslate()

    def take_focus(self) -> None:
        """Let the keys of the screen work, without a button that Enter would press."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def show_state(self, state: CloseShiftState) -> None:
        """Show the Z of ``state``."""
        z = state.z
        if z is None:
            return
        self._title.setText(translate("CloseShift", "Shift {number} is closed").format(number=z.shift_number))
        self._when.setText(
            translate("CloseShift", "Z {number} · {when}").format(
                number=z.z_number, when=self._formats.date_time(z.closed_ms)
            )
        )
        self._sums.setText(
            translate("CloseShift", "Net sales {total} · receipts {count}").format(
                total=self._formats.money(Money(z.total_minor - z.returns_minor, z.currency)),
                count=self._formats.number(z.sales_count),
            )
        )
        self._left.setVisible(z.left_minor is not None)
        self._left.setText(
            translate("CloseShift", "In the drawer {left} · to the safe {taken}").format(
                left=self._formats.money(Money(z.left_minor or 0, z.currency)),
                taken=self._formats.money(Money(z.taken_minor, z.currency)),
            )
        )
        tenders = {tender.kind: tender for tender in z.tenders}
        for kind, card in self._differences.items():
            card.setVisible(kind in tenders)
            if kind in tenders:
                self._render_difference(card, tenders[kind], z=z)
        self._print.setEnabled(not state.busy)
        self._done.setEnabled(not state.busy)
        message = state.message
        self._message.setText("" if message is None else text_of(message.code, *message.arguments))
        self._message.set_tone("ok" if message is not None and message.good else "bad")
        self._render_paper(state)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language; the screen shows its state anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        left = Card("close_shift.result")
        column = QVBoxLayout(left)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        for label in (self._title, self._when, self._sums, self._left):
            column.addWidget(label)
        column.addSpacing(8)
        for card in self._differences.values():
            column.addWidget(card)
        column.addWidget(self._message)
        column.addStretch(1)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self._print, 1)
        ways.addWidget(self._report, 1)
        column.addLayout(ways)
        column.addWidget(self._day)
        column.addSpacing(4)
        column.addWidget(self._done)
        paper = Card("close_shift.paper", column=True)
        self._right.setContentsMargins(8, 8, 8, 8)
        paper.setLayout(self._right)
        self._right.addWidget(self._waiting)
        self._right.addWidget(self._paper)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(left, 1)
        row.addWidget(paper, 1)

    def _render_difference(self, card: FigureCard, count: TenderCount, *, z: ShiftClosed) -> None:
        text, note, tone = difference_text(
            count.expected_minor, count.counted_minor, currency=z.currency, formats=self._formats
        )
        card.set_edge("ok" if tone == "ok" else "warn")
        card.render_figure(text_of(f"tender.{count.kind}"), text, note=note, tone=tone)

    def _render_paper(self, state: CloseShiftState) -> None:
        self._paper.show_png(state.preview, self._title.text())
        self._right.setCurrentIndex(1 if state.preview and self._paper.is_drawn else 0)
        failed = state.message is not None and not state.message.good
        self._waiting.render_empty(
            translate("CloseShift", "The Z cannot be shown. It is saved and prints all the same.")
            if failed
            else translate("CloseShift", "Drawing the Z")
        )

    def _retranslate(self) -> None:
        self._print.set_label(translate("CloseShift", "Print again"))
        self._day.set_label(translate("CloseShift", "Close the day"))
        self._report.set_label(translate("CloseShift", "Shift report"))
        self._done.set_label(translate("CloseShift", "Done"))
        self._paper.setAccessibleName(translate("CloseShift", "The Z as it prints"))
