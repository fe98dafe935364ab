"""The pages that only all stores have: what is missing, and the figures with a number, K1 to K16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.services.reporting.chain_model import ChainAnswer
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.chain_sections import CHAIN_FIGURES
from pos_app.ui.screens.report.chain_words import ChainWords
from pos_app.ui.screens.report.meanings_page import MeaningsPage
from pos_app.ui.screens.report.opening_table import OpeningTable
from pos_app.ui.screens.report.picture_words import PictureWords
from pos_app.ui.screens.report.section_page import ScrollingPage
from pos_app.ui.screens.report.state import Opening
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import ActionButton
from pos_app.ui.widgets.facts_table import Column
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.surfaces import Card
from retail_core.reporting.layout import LATE
from retail_core.reporting.report import Drill


class ChainMeanings(MeaningsPage):
    """K1 to K16 with their definitions; those of members are counted when they are asked for."""

    members_wanted = Signal()

    def __init__(self, words: ChainWords) -> None:
        super().__init__(PictureWords(words.words), CHAIN_FIGURES, place="chain.o2o")
        self._count = ActionButton("report.chain.members")
        self._count.clicked.connect(self.members_wanted)
        self.column.insertWidget(1, self._count)

    def show_answer(self, answer: ChainAnswer) -> None:
        """Show the figures, and why some are not known."""
        self.show_report(answer.report)
        self.hint.setVisible(False)  # the line above the pages says it
        self._count.set_label(translate("Report", "Count members, too (takes longer)"))
        self._count.setVisible(any(each.why == "not_asked" for each in answer.told.not_known))


class MissingPage(ScrollingPage):
    """What the figures lack: tills that were not heard, figures that nobody knows, late facts, which open."""

    opened = Signal(object)
    """An ``Opening``."""

    def __init__(self, theme: Theme, words: ChainWords) -> None:
        super().__init__("report.page.chain.missing")
        self._words = words
        self._silent = _FactsCard("silent", theme)
        self._late = _FactsCard("late", theme)
        self._lacks = _FactsCard("lacks", theme)
        self._late_opening: Opening | None = None
        self._open_late = ActionButton("report.chain.late.open")
        self._open_late.clicked.connect(self._on_late_clicked)
        self._late.add_button(self._open_late)
        for card in (self._silent, self._late, self._lacks):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def show_answer(self, answer: ChainAnswer, names: Mapping[str, str]) -> None:
        """Show what is missing in an answer."""
        words = self._words
        silent = words.silent_rows(answer, names)
        told = answer.report.completeness
        self._silent.show_facts(
            translate("Report", "Tills that have not told everything"),
            translate(
                "Report", "Every till was heard after the last of these days, or in the last ten minutes."
            )
            if told.present == told.expected
            else translate("Report", "Their sales may still come; then they are in the figures."),
        )
        self._silent.show_rows(
            [
                Column(translate("Report", "Store"), stretch=True),
                Column(translate("Report", "Till")),
                Column(translate("Report", "Last heard"), figures=True),
                Column(translate("Report", "Told until"), figures=True),
            ],
            silent,
        )
        left_out = words.left_out(answer)
        late = words.late(answer)
        self._late.show_facts(translate("Report", "What came late"), f"{late} {left_out}".strip())
        self._show_opening(answer, note=late)
        rows = words.lack_rows(answer)
        self._lacks.show_facts(
            translate("Report", "Figures that are not known"),
            "" if rows else translate("Report", "All figures are known."),
        )
        self._lacks.show_rows(
            [Column(translate("Report", "Figure")), Column(translate("Report", "Why"), stretch=True)], rows
        )

    def _show_opening(self, answer: ChainAnswer, *, note: str) -> None:
        told = answer.told.adjustments
        self._late_opening = None
        self._open_late.setVisible(told.facts > 0)
        if not told.facts:
            return
        words = self._words.words
        amount = words.difference(told.net_minor, "minor", currency=answer.report.currency)
        said = translate("Report", "Came after the day was closed: {count} · {amount}")
        self._open_late.set_label(f"{said.format(count=words.count(told.facts), amount=amount)}  ›")
        name = translate("Report", "After the close of the day")
        self._late_opening = Opening("net_sales", Drill("sold", LATE), amount, name, note)

    def _on_late_clicked(self) -> None:
        if self._late_opening is not None:
            self.opened.emit(self._late_opening)


class _FactsCard(Card):
    """A heading, a sentence, and a table where there is something to list."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(f"report.card.chain.{name}")
        self._title = TextLabel(f"report.card.chain.{name}_title", "strong")
        self._hint = TextLabel(f"report.card.chain.{name}_hint", "muted", wrap=True)
        self._table = OpeningTable(f"report.table.chain.{name}", theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(4)
        parts: tuple[QWidget, ...] = (self._title, self._hint, self._table)
        for part in parts:
            column.addWidget(part)
        self._table.setVisible(False)
        self._column = column

    def add_button(self, button: QWidget) -> None:
        """Put a button below the sentence, as wide as its words."""
        self._column.insertWidget(2, button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_facts(self, title: str, hint: str) -> None:
        """Name the card and say its sentence."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """List what there is."""
        self._table.set_facts(columns, rows, name=self._title.text())
        self._table.setVisible(bool(rows))
