"""Make the report of a shift, a business day or a period from this till's own books.

Reads only, on a lane of its own: it never waits for the counter, and the counter never for it.
Source: docs/rules/figures.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.ports import Catalog, Clock, Store
from pos_app.services.records import Actor, Shift, StoreProfile
from pos_app.services.reporting.fold import KeepCells, store_time
from pos_app.services.reporting.open_cells import OpenCells, parts_in
from pos_app.services.reporting.scopes import cells_in, comparisons_of, days_in, shift_scope, window_ms
from pos_app.services.reporting.walk_entries import cells_of_person, spans_in
from pos_app.services.repositories import UnitOfWork
from pos_app.services.sell_open_item import CATEGORY_ID as OPEN_ITEMS
from retail_core.reporting.assemble import Basis, Sums, assemble
from retail_core.reporting.campaign_cells import CONTROLS, StoreBaskets, expected_cells
from retail_core.reporting.cells import Cell, Cells, add_cells, keys_of
from retail_core.reporting.figures import FIGURES, figure_value
from retail_core.reporting.layout import SIDE_BY_SIDE
from retail_core.reporting.measures import MEASURES
from retail_core.reporting.order_cells import ORDER_MEASURES, SETTLED_MEASURES, order_cells
from retail_core.reporting.report import Comparison, Completeness, Drill, Report, Scope, SideBySide, SideRow
from retail_core.reporting.stock_cells import (
    NO_STOCK_DAYS,
    STOCK_MEASURES,
    WHOLE_DAYS,
    DaysStock,
    known_days,
    stock_cells,
)

MOST_PERSON_DAYS = 7
"""So many days of one person are told by the hour, tender and reason: their entries are read for it."""

MOST_OPEN = 2_000
"""Entries above this are kept before a report is made."""

AT_HEAD_OFFICE = "at_head_office"
"""Why a till does not know a figure: head office counts it, over all stores and orders."""
AT_SETTLEMENT = "settled_at_head_office"
"""Why it does not know what channels keep: head office settles with them."""
NOT_OF_PERSONS = "not_of_persons"
"""Why it does not know what became of orders: these are no person's."""

_DETAILS = ("product",)
"""Dimensions that are not compared: they are many keys."""
_NAMED_NOW = 60
"""So many products are called by their name in the language of the screen, the rest as on their receipts."""

CampaignName = Callable[[str, str], str]


class RunReport:
    """Makes reports; right ``report.view``. For one thread: the lane of reports."""

    def __init__(
        self,
        *,
        store: Store,
        catalog: Catalog,
        clock: Clock,
        profile: StoreProfile,
        campaign_name: CampaignName,
        keeps: bool = True,
    ) -> None:
        """Keep what reports are made from; ``campaign_name`` says what a rule is called in a language.

        ``keeps`` is false beside a running till: sums that wait are added up, and not kept.
        """
        self._keeps = keeps
        self._store = store
        self._catalog = catalog
        self._clock = clock
        self._profile = profile
        self._campaign_name = campaign_name
        self._open = OpenCells(catalog=catalog, profile=profile)
        self._keep = KeepCells(store=store, catalog=catalog, profile=profile)

    def shifts(self, limit: int = 30) -> Sequence[Shift]:
        """Return the newest shifts first."""
        with self._store.read() as work:
            return work.shifts.recent(limit)

    def newest(self, actor: Actor) -> Scope:
        """Return the scope of the shift that is open, else of the newest.

        Raises:
            RuleError: ``right.missing``, ``shift.unknown``: there was none yet.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        with self._store.read() as work:
            recent = work.shifts.recent(1)
            shift = work.shifts.open() or (recent[0] if recent else None)
        if shift is None:
            raise RuleError("shift.unknown")
        return shift_scope(shift)

    def __call__(self, actor: Actor, scope: Scope, *, language: str = "zh-Hans") -> Report:
        """Return the report of a scope, with names in ``language``.

        Raises:
            RuleError: ``right.missing``, ``shift.unknown``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        if scope.last_day < scope.first_day:
            scope = replace(scope, first_day=scope.last_day, last_day=scope.first_day)
        self._catch_up()
        with self._store.read() as work:
            if scope.kind == "shift" and work.shifts.get(scope.shift_id) is None:
                raise RuleError("shift.unknown")
            shifts = _shifts_of(work, scope)
            sums = self._sums(work, scope, shifts=shifts)
            stock = _stock_of(work, scope)
            compared = [self._compared(work, each) for each in comparisons_of(work, scope)]
            return assemble(
                Basis(
                    scope=scope,
                    currency=self._profile.currency,
                    as_of_ms=self._clock.now_ms(),
                    completeness=_completeness(shifts),
                    sums=sums,
                    compared=compared,
                    names=self._names(work, sums.cells, language=language),
                    missing=_missing(scope),
                    known_days=known_days(stock, first_day=scope.first_day, last_day=scope.last_day),
                )
            )

    def side_by_side(self, actor: Actor, scopes: Sequence[Scope], *, language: str = "zh-Hans") -> SideBySide:
        """Return shifts, days, periods or people beside each other, in the order of ``scopes``.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        self._catch_up()
        with self._store.read() as work:
            all_cells = [self._cells(work, scope, without=_DETAILS) for scope in scopes]
            people = self._names(work, _cashiers_of(scopes), language=language)
        rows = []
        for figure_id in SIDE_BY_SIDE:
            spec = FIGURES[figure_id]
            values = tuple(figure_value(figure_id, cells) for cells in all_cells)
            rows.append(SideRow(figure_id, spec.unit, values, Drill(spec.drill) if spec.drill else None))
        titles = tuple(people.get(("cashier", scope.cashier), scope.cashier) for scope in scopes)
        return SideBySide(tuple(scopes), titles, tuple(rows))

    def _catch_up(self) -> None:
        """Keep what waits, where it is much: after an update, or when the files came from elsewhere."""
        if not self._keeps:
            return
        with self._store.read() as work:
            progress, head = work.cells.progress(), work.journal.head()
        is_far = progress.incarnation < head.incarnation or head.seq - progress.through_seq > MOST_OPEN
        while is_far and self._keep():
            pass

    def _sums(self, work: UnitOfWork, scope: Scope, *, shifts: Sequence[Shift]) -> Sums:
        days: dict[str, Cells] = {}
        cells = self._cells(work, scope, days=days)
        if scope.cashier:
            add_cells(cells, self._details(work, scope))
        else:
            add_cells(cells, self._orders(work, scope, shifts=shifts))
        add_cells(cells, stock_cells(_stock_of(work, scope), window_days=days_in(scope)))
        add_cells(cells, _expected(cells))
        return Sums(cells, days)

    def _compared(self, work: UnitOfWork, comparison: Comparison) -> tuple[Comparison, Sums]:
        days: dict[str, Cells] = {}
        cells = self._cells(work, comparison.scope, days=days, without=_DETAILS)
        found = Comparison(comparison.kind, comparison.scope, bool(cells))
        if cells and comparison.scope.cashier:
            add_cells(cells, self._details(work, comparison.scope))
        elif cells:
            shifts = _shifts_of(work, comparison.scope)
            add_cells(cells, self._orders(work, comparison.scope, shifts=shifts))
        stock = _stock_of(work, comparison.scope)
        add_cells(cells, stock_cells(stock, window_days=days_in(comparison.scope)))
        add_cells(cells, _expected(cells))
        return found, Sums(cells, days)

    def _cells(
        self,
        work: UnitOfWork,
        scope: Scope,
        *,
        days: dict[str, Cells] | None = None,
        without: Sequence[str] = (),
    ) -> Cells:
        """Return the cells of a scope; into ``days`` the totals of each of its days."""
        cells: Cells = {}
        within = cells_in(scope)
        if scope.cashier:
            for place, part in work.cells.kept(within, only="cashier"):
                _add(part, cells, day=_day(days, place.business_day), cashier=scope.cashier)
        else:
            add_cells(cells, work.cells.total(within, without=without))
            for place, part in () if days is None else work.cells.kept(within, only=""):
                _add(part, {}, day=_day(days, place.business_day), cashier="")
        for place, open_part in parts_in(self._open.at(work), within):
            _add(open_part.cells, cells, day=_day(days, place.business_day), cashier=scope.cashier)
        return cells

    def _details(self, work: UnitOfWork, scope: Scope) -> Cells:
        """Return what a person's entries add by the hour, tender, reason …; of a long time nothing."""
        if days_in(scope) > MOST_PERSON_DAYS:
            return {}
        within = cells_in(scope)
        spans = spans_in(work, within, open_parts=list(parts_in(self._open.at(work), within)))
        time = store_time(self._profile)
        cells = cells_of_person(work, spans, cashier=scope.cashier, catalog=self._catalog, time=time)
        return {cell: value for cell, value in cells.items() if cell.dimension}

    def _orders(self, work: UnitOfWork, scope: Scope, *, shifts: Sequence[Shift]) -> Cells:
        """Return what became of the orders of a scope, as far as head office has told of them."""
        from_ms, until_ms = window_ms(scope, shifts, profile=self._profile)
        return order_cells(work.cells.orders_placed(from_ms, until_ms or self._clock.now_ms() + 1))

    def _names(
        self, work: UnitOfWork, cells: Mapping[Cell, int], *, language: str
    ) -> Mapping[tuple[str, str], str]:
        keys = list(dict.fromkeys((cell.dimension, cell.key) for cell in cells if cell.key))
        names = dict(work.cells.names([key for key in keys if key[0] == "product"]))
        for category in self._catalog.categories():
            names["category", category.category_id] = category.names.in_language(language)
        # The name of open items is the screen's business: an empty one stands for them.
        names["category", OPEN_ITEMS] = ""
        for dimension, key in keys:
            if dimension == "cashier":
                person = work.staff.get(key)
                names[dimension, key] = key if person is None else person.name
            elif dimension == "campaign":
                names[dimension, key] = self._campaign(work, key, language=language)
        for key in _best(cells, _NAMED_NOW):
            product = self._catalog.by_id(key)
            if product is not None:
                names["product", key] = product.names.in_language(language)
        return names

    def _campaign(self, work: UnitOfWork, rule_id: str, *, language: str) -> str:
        name = self._campaign_name(rule_id, language)
        if name != rule_id:
            return name
        return work.cells.names([("campaign", rule_id)]).get(("campaign", rule_id), rule_id)


def _day(days: dict[str, Cells] | None, day: str) -> Cells | None:
    return None if days is None else days.setdefault(day, {})


def _add(part: Mapping[Cell, int], cells: Cells, *, day: Cells | None, cashier: str) -> None:
    if not cashier:
        add_cells(cells, part)
        if day is not None:
            add_cells(day, {cell: value for cell, value in part.items() if not cell.dimension})
        return
    own = {
        Cell(cell.measure): value
        for cell, value in part.items()
        if cell.dimension == "cashier" and cell.key == cashier
    }
    add_cells(cells, own)
    if day is not None:
        add_cells(day, own)


def _stock_of(work: UnitOfWork, scope: Scope) -> list[DaysStock]:
    """Return what is known of the stock at the ends of days; of a shift or a person there is none."""
    if scope.kind == "shift" or scope.cashier:
        return []
    found = work.goods.stock_days(scope.first_day, scope.last_day)
    return [] if found is None else [found]


def _expected(cells: Cells) -> Cells:
    """Return what the baskets of campaigns would have brought without them."""
    controls, margin = (cells.get(Cell(measure), 0) for measure in CONTROLS)
    baskets = keys_of(cells, "campaign_baskets", dimension="campaign")
    return expected_cells([StoreBaskets(controls, margin, baskets)])


def _missing(scope: Scope) -> dict[str, str]:
    """Return why measures of a window are missing in a till's own report."""
    in_part = scope.kind == "shift" or bool(scope.cashier)
    return {
        **{name: AT_HEAD_OFFICE for name, measure in MEASURES.items() if measure.is_window},
        **dict.fromkeys(STOCK_MEASURES, WHOLE_DAYS if in_part else NO_STOCK_DAYS),
        **dict.fromkeys(ORDER_MEASURES, NOT_OF_PERSONS),
        **({} if scope.cashier else dict.fromkeys(SETTLED_MEASURES, AT_SETTLEMENT)),
    }


def _shifts_of(work: UnitOfWork, scope: Scope) -> Sequence[Shift]:
    shifts = work.cells.shifts(scope.first_day, scope.last_day)
    if scope.kind != "shift":
        return shifts
    return [shift for shift in shifts if shift.shift_id == scope.shift_id]


def _completeness(shifts: Sequence[Shift]) -> Completeness:
    """Return how complete the till's own books are: all of them are there, some shifts may still go on."""
    return Completeness(len(shifts), len(shifts), open=sum(shift.closed_ms is None for shift in shifts))


def _cashiers_of(scopes: Sequence[Scope]) -> Mapping[Cell, int]:
    return {Cell("receipts", "cashier", scope.cashier): 1 for scope in scopes if scope.cashier}


def _best(cells: Mapping[Cell, int], most: int) -> list[str]:
    sold = [
        (value, cell.key)
        for cell, value in cells.items()
        if cell.measure == "sold" and cell.dimension == "product" and cell.key
    ]
    return [key for _, key in sorted(sold, reverse=True)[:most]]
