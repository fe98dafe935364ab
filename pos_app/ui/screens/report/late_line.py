"""The line on a day's report that says what came after the day was closed; it opens those facts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.services.reporting.find_receipts import LATE, LateFacts
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.state import Opening
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.labels import TextLabel
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

    def show_late(self, late: LateFacts | None, report: Report | None) -> None:
        """Show how much came late for the day of a report."""
        is_late = late is not None and report is not None and late.facts > 0
        self.setVisible(is_late)
        if late is None or report is None or not is_late:
            self._opening = None
            return
        words = self._words
        amount = words.difference(late.net_minor, "minor", currency=report.currency)
        said = translate("Report", "Came after the day was closed: {count} · {amount}")
        text = said.format(count=words.count(late.facts), amount=amount)
        self._button.set_label(f"{text}  ›")
        note = translate(
            "Report",
            "Closed {moment}. Of this till alone; the figures here have it, the close of the day does not.",
        ).format(moment=words.moment(late.closed_ms))
        self._note.setText(note)
        drill = Drill("sold", LATE, report.scope.last_day)
        name = translate("Report", "After the close of the day")
        self._opening = Opening("net_sales", drill, amount, name, note)

    def _on_clicked(self) -> None:
        if self._opening is not None:
            self.opened.emit(self._opening)
