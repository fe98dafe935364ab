"""The line on a day's report that says what came after the day was closed; it opens those facts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.services.reporting.find_receipts import LateFacts
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.state import LateSum, Opening, ReportState
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.labels import TextLabel
from retail_core.reporting.layout import LATE
from retail_core.reporting.report import Drill, Report


class LateLine(QWidget):
    """Shown only where something came late."""

    opened = Signal(object)
    """An ``Opening``."""

    def __init__(self, words: ReportWords) -> None:
        super().__init__()
        self.setObjectName("report.late")
        self._words = words
        self._opening: Opening | None = None
        self._button = ActionButton("report.late.open")
        self._note = TextLabel("report.late.note", "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._button)
        row.addWidget(self._note, 1)
        self._button.clicked.connect(self._on_clicked)
        self.setVisible(False)

    def show_late(self, state: ReportState) -> None:
        """Show how much came late for the day of the report."""
        report, own, of_all = state.report, state.late, state.late_of_all
        has_own = own is not None and own.facts > 0
        has_any = has_own or (of_all is not None and of_all.facts > 0)
        is_shown = report is not None and report.scope.kind == "day" and state.person is None and has_any
        self.setVisible(is_shown)
        self._opening = None
        if report is None or not is_shown:
            return
        self._button.setVisible(has_own)
        notes = [self._told(of_all, report)]
        if own is not None:
            closed = translate("Report", "Closed {moment}.").format(moment=self._words.moment(own.closed_ms))
            notes.insert(0, closed)
        notes.append(translate("Report", "The figures here have it, the close of the day does not."))
        note = " ".join(notes)
        self._note.setText(note)
        if own is not None and has_own:
            self._opening = self._own(own, report, note=note)

    def _own(self, own: LateFacts, report: Report, *, note: str) -> Opening:
        """Write what came late from this till onto the button, and return what it opens."""
        amount = self._words.difference(own.net_minor, "minor", currency=report.currency)
        said = translate("Report", "Came after the day was closed: {count} · {amount}")
        text = said.format(count=self._words.count(own.facts), amount=amount)
        self._button.set_label(f"{text}  ›")
        drill = Drill("sold", LATE, report.scope.last_day)
        name = translate("Report", "After the close of the day")
        return Opening("net_sales", drill, amount, name, note)

    def _told(self, of_all: LateSum | None, report: Report) -> str:
        """Return what head office says of all tills, or that it says nothing."""
        if of_all is None:
            return translate("Report", "Of this till alone: head office was not heard.")
        amount = self._words.difference(of_all.net_minor, "minor", currency=report.currency)
        said = translate("Report", "All tills, by head office: {count} · {amount}.")
        return said.format(count=self._words.count(of_all.facts), amount=amount)

    def _on_clicked(self) -> None:
        if self._opening is not None:
            self.opened.emit(self._opening)
