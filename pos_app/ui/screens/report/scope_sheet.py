"""The sheet in which a shift, a day or a period is chosen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.records import Shift
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.scopes import (
    PERIODS,
    PeriodName,
    days_of,
    period,
    scope_of_day,
    scope_of_days,
    scope_of_shift,
)
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import Chip, PrimaryButton, StepButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker, PickItem
from pos_app.ui.widgets.sheet import Sheet
from retail_core.reporting.report import Report, Scope

_MODES = ("shift", "day", "period", "cashier")
_STEPS = (("−30", -30), ("−1", -1), ("+1", 1), ("+30", 30))


class DayRow(QWidget):
    """A day with buttons that lead to others: a day or thirty at a time."""

    changed = Signal()

    def __init__(self, name: str, words: ReportWords) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self.day = "2000-01-01"
        self._latest = "9999-12-31"
        self._name = TextLabel(f"{name}_name", "muted")
        self._shown = TextLabel(f"{name}_day", "strong")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = {days: StepButton(f"{name}_{days}", sign) for sign, days in _STEPS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self._name, 0, 0, 1, 5)
        for column, days in enumerate((-30, -1)):
            grid.addWidget(self._buttons[days], 1, column)
        grid.addWidget(self._shown, 1, 2)
        for column, days in enumerate((1, 30)):
            grid.addWidget(self._buttons[days], 1, column + 3)
        grid.setColumnStretch(2, 1)
        for days, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, step=days: self._step(step))

    def show_day(self, name: str, day: str, *, latest: str) -> None:
        """Show ``day``; none after ``latest`` can be reached."""
        self._name.setText(name)
        self._latest = latest
        for days, button in self._buttons.items():
            said = translate("Report", "{name}: {days} days").format(name=name, days=f"{days:+d}")
            button.setAccessibleName(said)
        self._set(day)

    def _step(self, days: int) -> None:
        self._set((date.fromisoformat(self.day) + timedelta(days=days)).isoformat())
        self.changed.emit()

    def _set(self, day: str) -> None:
        self.day = min(day, self._latest)
        self._shown.setText(self._words.full_day(self.day))
        self._shown.setAccessibleName(f"{self._name.text()}: {self._shown.text()}")


def period_names() -> dict[PeriodName, str]:
    """Return what the periods are called."""
    return {
        "last_7_days": translate("Report", "Last 7 days"),
        "last_30_days": translate("Report", "Last 30 days"),
        "this_week": translate("Report", "This week"),
        "week_before": translate("Report", "The week before"),
        "this_month": translate("Report", "This month"),
        "month_before": translate("Report", "The month before"),
        "this_year": translate("Report", "This year"),
        "year_before": translate("Report", "The year before"),
    }


class ScopeSheet(Sheet):
    """Three ways to say what to report on; a fourth where a person can be compared."""

    scope_chosen = Signal(object)
    """The ``Scope`` that was chosen."""

    def __init__(self, theme: Theme, words: ReportWords) -> None:
        super().__init__("report.shifts", theme, width_px=520)
        self._words = words
        self._shifts: tuple[Shift, ...] = ()
        self._group = QButtonGroup(self)
        self._chips = {mode: Chip(f"report.by.{mode}") for mode in _MODES}
        self._shift_list = ListPicker("report.shifts.list", theme)
        self._day_list = ListPicker("report.days.list", theme)
        self._period_list = ListPicker("report.periods.list", theme)
        self._cashier_list = ListPicker("report.cashiers.list", theme)
        self._about: Scope | None = None
        self._first, self._last = DayRow("report.from", words), DayRow("report.until", words)
        self._take = PrimaryButton("report.period.take", small=True)
        self._pages = QStackedWidget()
        self._build()
        self.confirmed.connect(self._on_confirmed)

    def show_choices(
        self, shifts: Sequence[Shift], scope: Scope | None, *, report: Report | None = None
    ) -> None:
        """Offer shifts, their days, and periods that end with the newest of them.

        Args:
            shifts: The newest first.
            scope: What is chosen now.
            report: Whose cashiers are offered, too, each in the time of the report; ``None``: no person.
        """
        self._shifts = tuple(shifts)
        words = self._words
        self.set_title(translate("Report", "What to look at"), translate("Report", "Back"))
        titles = (
            translate("Report", "Shift"),
            translate("Report", "Day"),
            translate("Report", "Period"),
            translate("Report", "Cashier"),
        )
        for chip, title in zip(self._chips.values(), titles, strict=True):
            chip.setText(title)
            chip.setAccessibleName(title)
        opened = translate("Report", "Open")
        self._shift_list.set_items(
            [
                PickItem(
                    each.shift_id,
                    words.shift(each),
                    words.shift_note(each),
                    opened if each.closed_ms is None else "",
                )
                for each in shifts
            ],
            name=titles[0],
        )
        self._day_list.set_items(
            [PickItem(day, words.full_day(day)) for day in days_of(shifts)], name=titles[1]
        )
        self._show_periods(titles[2], scope)
        self._show_cashiers(titles[3], report)
        self._mark(scope)

    def focus_list(self) -> None:
        """Lead the keys to the choices."""
        lists = (self._shift_list, self._day_list, self._period_list, self._cashier_list)
        lists[self._pages.currentIndex()].setFocus()

    def _show_cashiers(self, title: str, report: Report | None) -> None:
        self._about = None if report is None else report.scope
        table = None if report is None else report.table_of("cashiers")
        rows = [] if table is None else [row for row in table.rows if row.key]
        when = "" if report is None else self._words.scope(report.scope)
        items = [PickItem(row.key, row.name or row.key, when) for row in rows]
        self._cashier_list.set_items(items, name=title)
        self._chips["cashier"].setVisible(bool(items))

    def _show_periods(self, title: str, scope: Scope | None) -> None:
        today = self._today()
        names = period_names()
        items = [PickItem(name, names[name], self._words.scope(period(name, today))) for name in PERIODS]
        self._period_list.set_items(items, name=title)
        first = scope.first_day if scope is not None else today
        last = scope.last_day if scope is not None else today
        self._first.show_day(translate("Report", "From"), first, latest=today)
        self._last.show_day(translate("Report", "Until"), last, latest=today)
        self._take.set_label(translate("Report", "Show these days"))

    def _mark(self, scope: Scope | None) -> None:
        mode: str = "shift" if scope is None else scope.kind
        if scope is not None and scope.cashier and not self._chips["cashier"].isHidden():
            mode = "cashier"
        self._chips[mode].setChecked(True)
        self._turn(mode)
        if scope is not None:
            self._shift_list.mark(scope.shift_id)
            self._day_list.mark(scope.last_day)
            self._cashier_list.mark(scope.cashier)

    def _today(self) -> str:
        return next(iter(days_of(self._shifts)), "2000-01-01")

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for mode, chip in self._chips.items():
            self._group.addButton(chip)
            chip.clicked.connect(lambda _checked=False, name=mode: self._turn(name))
            row.addWidget(chip)
        row.addStretch(1)
        periods = QWidget()
        column = QVBoxLayout(periods)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._period_list, 1)
        for widget in (self._first, self._last, self._take):
            column.addWidget(widget)
        for page in (self._shift_list, self._day_list, periods, self._cashier_list):
            self._pages.addWidget(page)
        self.body.addLayout(row)
        self.body.addWidget(self._pages, 1)
        self._shift_list.picked.connect(self._on_shift)
        self._day_list.picked.connect(lambda day: self.scope_chosen.emit(scope_of_day(day)))
        self._period_list.picked.connect(self._on_period)
        self._cashier_list.picked.connect(self._on_cashier)
        self._take.clicked.connect(self._on_days)

    def _turn(self, mode: str) -> None:
        self._pages.setCurrentIndex(_MODES.index(mode))

    def _on_shift(self, shift_id: str) -> None:
        shift = next(each for each in self._shifts if each.shift_id == shift_id)
        self.scope_chosen.emit(scope_of_shift(shift))

    def _on_period(self, name: str) -> None:
        found = next(each for each in PERIODS if each == name)
        self.scope_chosen.emit(period(found, self._today()))

    def _on_cashier(self, staff_id: str) -> None:
        if self._about is not None:
            self.scope_chosen.emit(replace(self._about, cashier=staff_id))

    def _on_days(self) -> None:
        self.scope_chosen.emit(scope_of_days(self._first.day, self._last.day))

    def _on_confirmed(self) -> None:
        if self._pages.currentIndex() == _MODES.index("period"):
            self._on_days()
