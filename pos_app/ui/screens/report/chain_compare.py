"""The page of a sheet that says what the figures of all stores stand beside; the days are free of Qt."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.services.reporting.chain_model import ChainQuestion
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.scope_sheet import DayRow
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import PrimaryButton
from pos_app.ui.widgets.list_picker import ListPicker, PickItem
from retail_core.reporting.report import Scope

Beside = Literal["usual", "before", "four_weeks_before", "year_of_weekdays_before"]

_WEEKS: Final = timedelta(weeks=4)
_YEAR: Final = timedelta(weeks=52)
"""The same weekdays, which sell alike."""


def first_days(question: ChainQuestion) -> dict[Beside, str]:
    """Return from which day on as many days stand beside those asked about; empty as it is usual.

    Days that would overlap those asked about are left out, and the days before a period, which are usual.
    """
    first, last = date.fromisoformat(question.first_day), date.fromisoformat(question.last_day)
    length = last - first + timedelta(days=1)
    found: dict[Beside, str] = {"usual": ""}
    if length == timedelta(days=1):
        found["before"] = _right_before(question)
    if length <= _WEEKS:
        found["four_weeks_before"] = (first - _WEEKS).isoformat()
    if length <= _YEAR:
        found["year_of_weekdays_before"] = (first - _YEAR).isoformat()
    return found


def _right_before(question: ChainQuestion) -> str:
    """Return the first of as many days that end where those asked about begin."""
    first, last = date.fromisoformat(question.first_day), date.fromisoformat(question.last_day)
    return (first - (last - first) - timedelta(days=1)).isoformat()


def days_beside(question: ChainQuestion, first_day: str) -> Scope:
    """Return as many days as are asked about, from ``first_day`` on."""
    length = date.fromisoformat(question.last_day) - date.fromisoformat(question.first_day)
    last = (date.fromisoformat(first_day) + length).isoformat()
    return Scope("day" if not length else "period", first_day, last)


class ComparePage(QWidget):
    """As usual, some that shops look at, or any."""

    chosen = Signal(str)
    """The first of the days that are to stand beside; empty as usual."""

    def __init__(self, theme: Theme, words: ReportWords) -> None:
        super().__init__()
        self._words = words
        self._question = ChainQuestion("2000-01-01", "2000-01-01")
        self.list = ListPicker("report.chain.beside", theme)
        self._first = DayRow("report.chain.beside.from", words)
        self._take = PrimaryButton("report.chain.take_beside", small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._first)
        column.addWidget(self._take)
        self._first.changed.connect(self._name_days)
        self._take.clicked.connect(self.take)
        self.list.picked.connect(self._on_picked)

    def show_choices(self, question: ChainQuestion, *, today: str) -> None:
        """Offer days beside those of a question, up to today."""
        self._question = question
        names = _names(is_day=question.first_day == question.last_day)
        offered = first_days(question)
        self.list.set_items(
            [PickItem(key, names[key], self._when(first)) for key, first in offered.items()],
            name=translate("Report", "Compared with"),
        )
        chosen = question.compare_first_day
        marked = next((key for key, first in offered.items() if first == chosen), "")
        self.list.mark(marked)
        first = chosen or _right_before(question)
        self._first.show_day(translate("Report", "From"), first, latest=today)
        self._name_days()

    def take(self) -> None:
        """Choose the day that is set."""
        self.chosen.emit(self._first.day)

    def _when(self, first_day: str) -> str:
        if first_day:
            return self._days(first_day)
        if self._question.first_day == self._question.last_day:
            return translate("Report", "The same day of the week before")
        return translate("Report", "As many days before, and a year before")

    def _name_days(self) -> None:
        when = self._days(self._first.day)
        self._take.set_label(translate("Report", "Compare with {days}").format(days=when))

    def _days(self, first_day: str) -> str:
        about = days_beside(self._question, self._question.first_day)
        return self._words.scope(days_beside(self._question, first_day), of=about)

    def _on_picked(self, key: str) -> None:
        offered = first_days(self._question)
        self.chosen.emit(next(first for name, first in offered.items() if name == key))


def _names(*, is_day: bool) -> dict[Beside, str]:
    same = translate("Report", "The same weekday a year before")
    return {
        "usual": translate("Report", "As usual"),
        "before": translate("Report", "The day before"),
        "four_weeks_before": translate("Report", "Four weeks before"),
        "year_of_weekdays_before": same if is_day else translate("Report", "The same weekdays a year before"),
    }
