"""The page that puts shifts, days, cashiers, or two of one's choosing beside each other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.reporting_files.compose_book import change_of
from pos_app.ui.figure_names import figure_name
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.opening_table import OpeningTable
from pos_app.ui.screens.report.section_page import ScrollingPage
from pos_app.ui.screens.report.state import BesideKind, Opening, ReportState
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton, Chip
from pos_app.ui.widgets.facts_table import Column
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card
from retail_core.reporting.report import Scope, SideRow

_KINDS: tuple[BesideKind, ...] = ("shifts", "days", "cashiers", "chosen")


class _Choosers(QWidget):
    """What stands on the left and on the right."""

    wanted = Signal(str)
    """The side that is to be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {side: ActionButton(f"report.beside.{side}") for side in ("left", "right")}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for side, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=side: self.wanted.emit(name))
            row.addWidget(button)
        row.addStretch(1)


class BesidePage(ScrollingPage):
    """A column for each, the first is what the report is about."""

    kind_chosen = Signal(str)
    side_wanted = Signal(str)
    opened = Signal(object, object)
    """An ``Opening`` and its ``Scope``."""

    def __init__(self, theme: Theme, words: ReportWords) -> None:
        super().__init__("report.page.beside")
        self._words = words
        self._openings: list[list[tuple[Opening, Scope] | None]] = []
        self._group = QButtonGroup(self)
        self._chips = {kind: Chip(f"report.beside.{kind}") for kind in _KINDS}
        self._choosers = _Choosers()
        self._hint = TextLabel("report.beside.hint", "muted", wrap=True)
        self._table = OpeningTable("report.table.beside", theme)
        row = QHBoxLayout()
        row.setSpacing(8)
        for kind, chip in self._chips.items():
            self._group.addButton(chip)
            chip.clicked.connect(lambda _checked=False, name=kind: self.kind_chosen.emit(name))
            row.addWidget(chip)
        row.addStretch(1)
        card = Card("report.card.beside")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 12, 12)
        column.addWidget(self._hint)
        column.addWidget(self._table)
        self.column.addLayout(row)
        self.column.addWidget(self._choosers)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._choosers.wanted.connect(self.side_wanted)
        self._table.cell_opened.connect(self._on_cell_opened)

    def show_beside(self, state: ReportState) -> None:
        """Show what is beside each other, or why nothing is."""
        beside = state.beside
        titles = {
            "shifts": translate("Report", "Shifts"),
            "days": translate("Report", "Days"),
            "cashiers": translate("Report", "Cashiers"),
            "chosen": translate("Report", "Two of my choice"),
        }
        for kind, chip in self._chips.items():
            chip.setText(titles[kind])
            chip.setAccessibleName(titles[kind])
            chip.setChecked(kind == beside.kind)
        self._choosers.setVisible(beside.kind == "chosen")
        for side, scope in (("left", beside.left), ("right", beside.right)):
            if scope is not None:
                self._choosers.buttons[side].set_label(f"{self._head(scope, '', state=state)}  ▾")
        if beside.fault is not None:
            self._hint.setText(text_of(beside.fault.code, *beside.fault.arguments))
        elif beside.table is None:
            self._hint.setText(translate("Report", "Reading the figures"))
        elif not beside.table.scopes:
            self._hint.setText(translate("Report", "Nothing in this time"))
        else:
            self._hint.setText(translate("Report", "Every figure opens its receipts."))
        self._table.setVisible(beside.table is not None and bool(beside.table.scopes))
        if beside.table is not None:
            self._show_table(state)

    def _show_table(self, state: ReportState) -> None:
        table, report = state.beside.table, state.report
        if table is None or report is None:
            return
        heads = [
            self._head(scope, title, state=state)
            for scope, title in zip(table.scopes, table.titles, strict=True)
        ]
        is_chosen = state.beside.kind == "chosen"
        columns = [Column(translate("Report", "Figure"), stretch=True)]
        columns += [Column(head, figures=True) for head in heads]
        if is_chosen:
            columns += [Column(translate("Report", "Left − right"), figures=True)]
            columns += [Column(translate("Report", "In per cent"), figures=True)]
        rows, self._openings = [], []
        for each in table.rows:
            texts = [self._words.value(value, each.unit, currency=report.currency) for value in each.values]
            apart = self._apart(each, currency=report.currency) if is_chosen else []
            rows.append([figure_name(each.figure_id), *texts, *apart])
            cells: list[tuple[Opening, Scope] | None] = [
                None if each.drill is None else (Opening(each.figure_id, each.drill, text, head), scope)
                for text, head, scope in zip(texts, heads, table.scopes, strict=True)
            ]
            self._openings.append([cells[0] if cells else None, *cells, *(None for _ in apart)])
        self._table.set_facts(columns, rows, name=translate("Report", "Beside each other"))

    def _apart(self, row: SideRow, *, currency: str) -> list[str]:
        """Return by how much the left is above the right, and how much of the right that is."""
        left, right = row.values
        if left is None or right is None:
            return [self._words.value(None, row.unit, currency=currency)] * 2
        change = None if row.unit == "bp" else change_of(row.unit, left, before=right)
        return [
            self._words.difference(left - right, row.unit, currency=currency),
            self._words.difference(change, "bp", currency=currency),
        ]

    def _head(self, scope: Scope, title: str, *, state: ReportState) -> str:
        shift = next((each for each in state.shifts if each.shift_id == scope.shift_id), None)
        when = self._words.scope(scope, shift)
        if not scope.cashier:
            return when
        names = state.report.names if state.report is not None else {}
        who = title or names.get(("cashier", scope.cashier), scope.cashier)
        return f"{who} · {when}" if state.beside.kind == "chosen" else who

    def _on_cell_opened(self, row: int, column: int) -> None:
        found = self._openings[row][column]
        if found is not None:
            self.opened.emit(*found)
