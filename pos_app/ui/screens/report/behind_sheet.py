"""What is behind a figure: what it is, how complete it is, its receipts and entries; then one of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos_app.services.reporting.find_receipts import Evidence
from pos_app.ui.figure_names import figure_meaning, figure_name
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.entry_words import entry_facts, kind_text, order_facts
from pos_app.ui.screens.report.state import Behind, Message, Opened, Opening, key_of
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


@dataclass(frozen=True, slots=True)
class Listed:
    """A list behind what was touched; ``rows`` is ``None`` until it was read."""

    opening: Opening
    rows: tuple[Evidence, ...] | None
    has_more: bool = False
    is_oldest_first: bool = False
    fault: Message | None = None


class OpenedSheet(Sheet):
    """What was touched: its value, what it is, for which moment; below it a list, or why there is none."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name, theme, width_px=600)
        self._value = TextLabel(f"{name}.value", "figure")
        self._note = TextLabel(f"{name}.note", "hint", wrap=True)
        self._meaning = TextLabel(f"{name}.meaning", "body", wrap=True)
        self._as_of = TextLabel(f"{name}.as_of", "hint", wrap=True)
        self.list = ListPicker(f"{name}.list", theme)
        self.empty = EmptyState(f"{name}.message")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        for widget in (self._value, self._note, self._meaning, self._as_of):
            self.body.addWidget(widget)
        self.body.addWidget(self._pages, 1)
        self.body.setSpacing(6)

    def show_opening(self, opening: Opening, *, as_of: str) -> str:
        """Show what was touched and return what it is called."""
        name = figure_name(opening.figure_id)
        title = f"{name} · {opening.key_name}" if opening.key_name else name
        self.set_title(title, translate("Report", "Back"))
        self._value.setText(opening.value)
        self._note.setText(opening.note)
        self._note.setVisible(bool(opening.note))
        meaning = figure_meaning(opening.figure_id)
        self._meaning.setText(translate("Report", "What is this? {meaning}").format(meaning=meaning))
        self._meaning.setVisible(bool(meaning))
        self._as_of.setText(as_of)
        return title

    def show_list_or_reason(self, *, has_list: bool) -> None:
        """Show the list, or the sentence in its place."""
        self._pages.setCurrentWidget(self.list if has_list else self.empty)

    def focus_list(self) -> None:
        """Lead the keys to the list."""
        self.list.setFocus()


class BehindSheet(OpenedSheet):
    """The list of receipts and entries behind what was touched."""

    row_picked = Signal(str)
    """The key of the row that was touched."""

    more_wanted = Signal()
    """The next page is asked for."""

    def __init__(self, theme: Theme, words: ReportWords, *, name: str = "report.behind") -> None:
        super().__init__(theme, name)
        self._words = words
        self._more = ActionButton(f"{name}.more")
        self.body.addWidget(self._more)
        self.list.picked.connect(self.row_picked)
        self._more.clicked.connect(self.more_wanted)

    def show_behind(self, behind: Behind, report: Report) -> None:
        """Show what was touched, and the list once it was read."""
        listed = Listed(behind.opening, behind.rows, has_more=behind.more is not None, fault=behind.fault)
        self.show_list(listed, report, as_of=self._words.as_of(report))

    def show_list(self, listed: Listed, report: Report, *, as_of: str) -> None:
        """Show what was touched, and the list once it was read."""
        title = self.show_opening(listed.opening, as_of=as_of)
        self._show_rows(listed, report, title=title)

    def _show_rows(self, listed: Listed, report: Report, *, title: str) -> None:
        if listed.fault is not None:
            text = text_of(listed.fault.code, *listed.fault.arguments)
            self.empty.render_empty(translate("Report", "This cannot be shown"), text, mark="⊘")
        elif listed.rows is None:
            self.empty.render_empty(translate("Report", "Looking for the receipts"))
        elif not listed.rows:
            self.empty.render_empty(
                translate("Report", "Nothing stands behind it"),
                translate("Report", "No receipt and no entry of this time adds to this figure."),
            )
        else:
            self.list.set_items([self._item(row, listed, report=report) for row in listed.rows], name=title)
        self.show_list_or_reason(has_list=bool(listed.rows and listed.fault is None))
        self._more.set_label(
            translate("Report", "Later ones")
            if listed.is_oldest_first
            else translate("Report", "Earlier ones")
        )
        self._more.setVisible(listed.has_more)

    def _item(self, row: Evidence, listed: Listed, *, report: Report) -> PickItem:
        kind = kind_text(row.type)
        title = f"{kind} {row.reference}" if row.reference else kind
        total = ""
        if row.total_minor is not None:
            total = self._words.value(row.total_minor, "minor", currency=report.currency)
        unit = MEASURES[listed.opening.drill.measure].unit
        # One of each says nothing; what the paper came to does.
        counted = unit == "count" and row.value == 1 and bool(total)
        value = total if counted else self._words.value(row.value, unit, currency=report.currency)
        note = (
            ""
            if counted or not total or total == value
            else translate("Report", "of {total}").format(total=total)
        )
        parts = [self._words.moment(row.at_ms), row.till, row.actor_name, note]
        return PickItem(key_of(row), title, " · ".join(part for part in parts if part), value)


class EvidenceSheet(Sheet):
    """A receipt as it printed, or what an entry says."""

    def __init__(self, theme: Theme, words: ReportWords, *, name: str = "report.evidence") -> None:
        super().__init__(name, theme, width_px=720)
        self._words = words
        self._note = TextLabel(f"{name}.note", "hint", wrap=True)
        self._paper = ReceiptPreview(f"{name}.paper")
        self._facts = FactsTable(f"{name}.facts", theme)
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
        parts = [self._words.moment(row.at_ms), row.till, row.actor_name]
        self._note.setText(" · ".join(part for part in parts if part))
        if opened.picture:
            said = ""
            if row.total_minor is not None:
                said = self._words.value(row.total_minor, "minor", currency=report.currency)
            self._paper.set_picture(QImage.fromData(opened.picture), said)
            self._pages.setCurrentWidget(self._paper)
            return
        columns = [Column(translate("Report", "What the entry says"), stretch=True), Column("", figures=True)]
        is_order = opened.entry is None and bool(row.order_id)
        facts = (
            order_facts(row, self._words)
            if is_order
            else entry_facts(opened.entry, self._words, currency=report.currency)
        )
        self._facts.set_facts(columns, facts, name=kind)
        self._pages.setCurrentWidget(self._facts)
