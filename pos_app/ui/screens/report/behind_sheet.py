"""What is behind a figure: what it is, how complete it is, its receipts and entries; then one of them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos_app.services.reporting.find_receipts import Evidence
from pos_app.ui.figure_names import figure_meaning, figure_name
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.entry_words import entry_facts, kind_text
from pos_app.ui.screens.report.state import Behind, Opened, key_of
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.facts_table import Column, FactsTable
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker, PickItem
from pos_app.ui.widgets.receipt import ReceiptPreview
from pos_app.ui.widgets.sheet import Sheet
from pos_app.ui.widgets.surfaces import EmptyState
from retail_core.reporting.measures import MEASURES
from retail_core.reporting.report import Report


class BehindSheet(Sheet):
    """The list of receipts and entries behind what was touched."""

    row_picked = Signal(str)
    """The key of the row that was touched."""

    more_wanted = Signal()
    """The next page is asked for."""

    def __init__(self, theme: Theme, words: ReportWords) -> None:
        super().__init__("report.behind", theme, width_px=600)
        self._words = words
        self._value = TextLabel("report.behind.value", "figure")
        self._note = TextLabel("report.behind.note", "hint", wrap=True)
        self._meaning = TextLabel("report.behind.meaning", "body", wrap=True)
        self._as_of = TextLabel("report.behind.as_of", "hint", wrap=True)
        self._list = ListPicker("report.behind.list", theme)
        self._empty = EmptyState("report.behind.message")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        self._more = ActionButton("report.behind.more")
        for widget in (self._value, self._note, self._meaning, self._as_of):
            self.body.addWidget(widget)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._more)
        self.body.setSpacing(6)
        self._list.picked.connect(self.row_picked)
        self._more.clicked.connect(self.more_wanted)

    def show_behind(self, behind: Behind, report: Report) -> None:
        """Show what was touched, and the list once it was read."""
        opening = behind.opening
        name = figure_name(opening.figure_id)
        title = f"{name} · {opening.key_name}" if opening.key_name else name
        self.set_title(title, translate("Report", "Back"))
        self._value.setText(opening.value)
        self._note.setText(opening.note)
        self._note.setVisible(bool(opening.note))
        meaning = figure_meaning(opening.figure_id)
        self._meaning.setText(translate("Report", "What is this? {meaning}").format(meaning=meaning))
        self._meaning.setVisible(bool(meaning))
        self._as_of.setText(self._words.as_of(report))
        self._show_rows(behind, report, title=title)

    def _show_rows(self, behind: Behind, report: Report, *, title: str) -> None:
        if behind.fault is not None:
            text = text_of(behind.fault.code, *behind.fault.arguments)
            self._empty.render_empty(translate("Report", "This cannot be shown"), text, mark="⊘")
        elif behind.rows is None:
            self._empty.render_empty(translate("Report", "Looking for the receipts"))
        elif not behind.rows:
            self._empty.render_empty(
                translate("Report", "Nothing stands behind it"),
                translate("Report", "No receipt and no entry of this time adds to this figure."),
            )
        else:
            self._list.set_items([self._item(row, behind, report=report) for row in behind.rows], name=title)
        self._pages.setCurrentWidget(self._list if behind.rows and behind.fault is None else self._empty)
        self._more.set_label(translate("Report", "Earlier ones"))
        self._more.setVisible(behind.more is not None)

    def _item(self, row: Evidence, behind: Behind, *, report: Report) -> PickItem:
        kind = kind_text(row.type)
        title = f"{kind} {row.reference}" if row.reference else kind
        total = ""
        if row.total_minor is not None:
            total = self._words.value(row.total_minor, "minor", currency=report.currency)
        unit = MEASURES[behind.opening.drill.measure].unit
        # One of each says nothing; what the paper came to does.
        counted = unit == "count" and row.value == 1 and bool(total)
        value = total if counted else self._words.value(row.value, unit, currency=report.currency)
        note = (
            ""
            if counted or not total or total == value
            else translate("Report", "of {total}").format(total=total)
        )
        parts = [self._words.moment(row.at_ms), row.actor_name, note]
        return PickItem(key_of(row), title, " · ".join(part for part in parts if part), value)

    def focus_list(self) -> None:
        """Lead the keys to the list."""
        self._list.setFocus()


class EvidenceSheet(Sheet):
    """A receipt as it printed, or what an entry says."""

    def __init__(self, theme: Theme, words: ReportWords) -> None:
        super().__init__("report.evidence", theme, width_px=720)
        self._words = words
        self._note = TextLabel("report.evidence.note", "hint", wrap=True)
        self._paper = ReceiptPreview("report.evidence.paper")
        self._facts = FactsTable("report.evidence.facts", theme)
        self._pages = QStackedWidget()
        pages: tuple[QWidget, ...] = (self._paper, self._facts)
        for page in pages:
            self._pages.addWidget(page)
        self.body.addWidget(self._note)
        self.body.addWidget(self._pages, 1)

    def show_opened(self, opened: Opened, report: Report) -> None:
        """Show one receipt or entry."""
        row = opened.row
        kind = kind_text(row.type)
        self.set_title(f"{kind} {row.reference}" if row.reference else kind, translate("Report", "Back"))
        parts = [self._words.moment(row.at_ms), row.actor_name]
        self._note.setText(" · ".join(part for part in parts if part))
        if opened.picture:
            said = ""
            if row.total_minor is not None:
                said = self._words.value(row.total_minor, "minor", currency=report.currency)
            self._paper.set_picture(QImage.fromData(opened.picture), said)
            self._pages.setCurrentWidget(self._paper)
            return
        columns = [Column(translate("Report", "What the entry says"), stretch=True), Column("", figures=True)]
        facts = entry_facts(opened.entry, self._words, currency=report.currency)
        self._facts.set_facts(columns, facts, name=kind)
        self._pages.setCurrentWidget(self._facts)
