"""The sheets of all stores: which stores and days to ask about, and which stores are behind a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.reporting.chain_model import ChainQuestion, has_rows
from pos_app.services.stock_model import ChainStore
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.behind_sheet import OpenedSheet
from pos_app.ui.screens.report.chain_compare import ComparePage
from pos_app.ui.screens.report.chain_state import ChainBehind
from pos_app.ui.screens.report.scope_sheet import DayRow, period_names
from pos_app.ui.screens.report.scopes import PERIODS, period
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.texts import text_of
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import Chip, PrimaryButton
from pos_app.ui.widgets.list_picker import ListPicker, PickItem
from pos_app.ui.widgets.sheet import Sheet
from retail_core.reporting.measures import MEASURES
from retail_core.reporting.report import Report

_MODES = ("stores", "days", "beside")
_ALL = "*"
_REGION = "region:"
_TICK = "✓"
_TODAY, _YESTERDAY = "today", "yesterday"


class ChainScopeSheet(Sheet):
    """Which stores, which days, and what stands beside them."""

    question_chosen = Signal(object)
    """The ``ChainQuestion`` that was chosen."""

    def __init__(self, theme: Theme, words: ReportWords) -> None:
        super().__init__("report.chain.scope", theme, width_px=520)
        self._words = words
        self._question = ChainQuestion("2000-01-01", "2000-01-01")
        self._today = self._question.last_day
        self._stores: tuple[ChainStore, ...] = ()
        self._chosen: set[str] = set()
        self._group = QButtonGroup(self)
        self._chips = {mode: Chip(f"report.chain.by.{mode}") for mode in _MODES}
        self._store_list = ListPicker("report.chain.stores", theme)
        self._period_list = ListPicker("report.chain.periods", theme)
        self._first = DayRow("report.chain.from", words)
        self._last = DayRow("report.chain.until", words)
        self._take_stores = PrimaryButton("report.chain.take_stores", small=True)
        self._take_days = PrimaryButton("report.chain.take_days", small=True)
        self._beside = ComparePage(theme, words)
        self._pages = QStackedWidget()
        self._build()

    def show_choices(self, stores: Sequence[ChainStore], question: ChainQuestion, *, today: str) -> None:
        """Offer the stores and regions of the chain, and days up to today."""
        self._stores, self._question, self._today = tuple(stores), question, today
        self._chosen = set(question.stores)
        self.set_title(translate("Report", "Which stores and days"), translate("Report", "Back"))
        for chip, title in zip(self._chips.values(), self._titles(), strict=True):
            chip.setText(title)
            chip.setAccessibleName(title)
        self._show_stores()
        self._show_periods()
        self._beside.show_choices(question, today=today)
        self._chips["stores"].setChecked(True)
        self._turn("stores")
        self._store_list.mark(self._marked())

    def focus_list(self) -> None:
        """Lead the keys to the choices."""
        lists = (self._store_list, self._period_list, self._beside.list)
        lists[self._pages.currentIndex()].setFocus()

    def _titles(self) -> tuple[str, str, str]:
        beside = translate("Report", "Compared with")
        return translate("Report", "Stores"), translate("Report", "Days"), beside

    def _marked(self) -> str:
        question = self._question
        if question.region:
            return f"{_REGION}{question.region}"
        return question.stores[0] if question.stores else _ALL

    def _show_stores(self) -> None:
        count = self._words.count
        regions = sorted({each.region for each in self._stores if each.region})
        items = [
            PickItem(
                _ALL,
                translate("Report", "All stores"),
                translate("Report", "{count} stores").format(count=count(len(self._stores))),
            )
        ]
        items += [
            PickItem(
                f"{_REGION}{region}",
                translate("Report", "Region {name}").format(name=region),
                translate("Report", "{count} stores").format(
                    count=count(sum(each.region == region for each in self._stores))
                ),
            )
            for region in regions
        ]
        items += [
            PickItem(
                each.store_id,
                each.name,
                each.store_id,
                _TICK if each.store_id in self._chosen else "",
            )
            for each in self._stores
        ]
        self._store_list.set_items(items, name=self._titles()[0])
        self._take_stores.setEnabled(bool(self._chosen))
        self._take_stores.set_label(
            translate("Report", "Show {count} chosen stores").format(count=count(len(self._chosen)))
            if self._chosen
            else translate("Report", "Touch the stores to look at together")
        )

    def _show_periods(self) -> None:
        yesterday = (date.fromisoformat(self._today) - timedelta(days=1)).isoformat()
        words = self._words
        items = [
            PickItem(_TODAY, translate("Report", "Today"), words.weekday(self._today)),
            PickItem(_YESTERDAY, translate("Report", "Yesterday"), words.weekday(yesterday)),
        ]
        names = period_names()
        items += [PickItem(each, names[each], words.scope(period(each, self._today))) for each in PERIODS]
        self._period_list.set_items(items, name=self._titles()[1])
        question = self._question
        self._first.show_day(translate("Report", "From"), question.first_day, latest=self._today)
        self._last.show_day(translate("Report", "Until"), question.last_day, latest=self._today)
        self._take_days.set_label(translate("Report", "Show these days"))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for mode, chip in self._chips.items():
            self._group.addButton(chip)
            chip.clicked.connect(lambda _checked=False, name=mode: self._turn(name))
            row.addWidget(chip)
        row.addStretch(1)
        for parts in (
            (self._store_list, self._take_stores),
            (self._period_list, self._first, self._last, self._take_days),
        ):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            for widget in parts:
                column.addWidget(widget, 1 if isinstance(widget, ListPicker) else 0)
            self._pages.addWidget(page)
        self._pages.addWidget(self._beside)
        self.body.addLayout(row)
        self.body.addWidget(self._pages, 1)
        self._beside.chosen.connect(self._on_beside)
        self._store_list.picked.connect(self._on_store)
        self._period_list.picked.connect(self._on_period)
        self._take_stores.clicked.connect(self._on_stores)
        self._take_days.clicked.connect(self._on_days)
        self.confirmed.connect(self._on_confirmed)

    def _turn(self, mode: str) -> None:
        self._pages.setCurrentIndex(_MODES.index(mode))

    def _on_store(self, key: str) -> None:
        if key == _ALL:
            self.question_chosen.emit(replace(self._question, stores=(), region=""))
        elif key.startswith(_REGION):
            region = key.removeprefix(_REGION)
            self.question_chosen.emit(replace(self._question, stores=(), region=region))
        else:
            self._chosen ^= {key}
            self._show_stores()
            self._store_list.mark(key)

    def _on_stores(self) -> None:
        stores = tuple(each.store_id for each in self._stores if each.store_id in self._chosen)
        if stores:
            self.question_chosen.emit(replace(self._question, stores=stores, region=""))

    def _on_period(self, key: str) -> None:
        today = date.fromisoformat(self._today)
        if key in {_TODAY, _YESTERDAY}:
            day = (today - timedelta(days=int(key == _YESTERDAY))).isoformat()
            self._emit_days(day, day)
            return
        scope = period(next(each for each in PERIODS if each == key), self._today)
        self._emit_days(scope.first_day, scope.last_day)

    def _on_days(self) -> None:
        first, last = sorted((self._first.day, self._last.day))
        self._emit_days(first, last)

    def _emit_days(self, first: str, last: str) -> None:
        usual = replace(self._question, first_day=first, last_day=last, compare_first_day="")
        self.question_chosen.emit(usual)

    def _on_beside(self, first_day: str) -> None:
        self.question_chosen.emit(replace(self._question, compare_first_day=first_day))

    def _on_confirmed(self) -> None:
        take = {"stores": self._on_stores, "days": self._on_days, "beside": self._beside.take}
        take[_MODES[self._pages.currentIndex()]]()


class PartsSheet(OpenedSheet):
    """The stores behind a figure; a touch opens what stands behind it in one of them."""

    store_picked = Signal(str)

    def __init__(self, theme: Theme, words: ReportWords) -> None:
        super().__init__(theme, "report.chain.parts")
        self._words = words
        self.list.picked.connect(self.store_picked)

    def show_parts(self, behind: ChainBehind, report: Report, *, as_of: str) -> None:
        """Show what was touched, and its stores once they were read."""
        title = self.show_opening(behind.opening, as_of=as_of)
        self._show_rows(behind, report, title=title)

    def _show_rows(self, behind: ChainBehind, report: Report, *, title: str) -> None:
        if behind.fault is not None:
            text = text_of(behind.fault.code, *behind.fault.arguments)
            self.empty.render_empty(translate("Report", "This cannot be shown"), text, mark="⊘")
        elif behind.parts is None:
            self.empty.render_empty(translate("Report", "Asking which stores are behind it"))
        elif not has_rows(behind.opening.drill):
            self.empty.render_empty(
                translate("Report", "Counted at head office"),
                translate("Report", "Members, coupons and stock are counted; no receipt stands behind."),
            )
        elif not behind.parts:
            self.empty.render_empty(
                translate("Report", "Nothing stands behind it"),
                translate("Report", "No store added to this figure. Products open for a few days only."),
            )
        else:
            unit = MEASURES[behind.opening.drill.measure].unit
            self.list.set_items(
                [
                    PickItem(
                        each.store_id,
                        each.name,
                        each.store_id,
                        self._words.value(each.value, unit, currency=report.currency),
                    )
                    for each in behind.parts
                ],
                name=title,
            )
        self.show_list_or_reason(has_list=bool(behind.parts and behind.fault is None))
