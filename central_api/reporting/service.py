"""A report of a store, of some, or of all of them, from the sums.

Source: docs/rules/figures.md; docs/protocol.md, "Reports".
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.reporting import behind, naming, people, repository, windows
from central_api.reporting.schemas import Days, Store, Till
from central_api.reporting.scopes import count, each_day, earlier, periods, read_days
from central_api.staff import service as staff
from central_api.summing import service as summing
from central_api.summing.schemas import chain_scope
from retail_core.business_day import day_begins_ms
from retail_core.reporting.assemble import Basis, Sums, assemble
from retail_core.reporting.cells import Cell
from retail_core.reporting.figures import FIGURES, figure_value
from retail_core.reporting.layout import DAY, SERIES, TABLES
from retail_core.reporting.report import Comparison, ComparisonKind, Completeness, Scope
from retail_core.reporting.stock_cells import DaysStock, known_days
from retail_core.reporting.travel import known_days_of, lacks_of, report_doc
from retail_core.wire.reports import (
    Adjustments,
    ReportAsk,
    ReportReply,
    RowDoc,
    TableDoc,
    TillHeard,
)

VIEW: Final = "report.view"
"""The right to see the reports of one's own store."""

CHAIN: Final = "report.chain"
"""The right to see those of other stores, and of all of them together."""

RUNNING_MS: Final = 10 * 60_000
"""Of a day that still goes on, a till is known that was heard so lately."""

STORE_FIGURES: Final = (
    *("net_sales", "receipts", "average_basket", "items", "returned", "discount"),
    *("gmv", "online_share", "on_time_rate", "no_show_rate", "margin_rate", "difference"),
    *("stock_turnover", "stock_out_rate"),
)
"""The columns of the table of stores."""

MOST_STORE_DAYS: Final = 100
"""Products are read from the sales themselves, so of not more days of stores than these."""

_MOST_NAMED: Final = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is made of: stores of one currency, and the scopes of the sums that hold them."""

    stores: tuple[Store, ...]
    scopes: tuple[str, ...]
    currency: str
    left_out: int

    @property
    def store_ids(self) -> list[str]:
        """The stores' ids."""
        return [each.store_id for each in self.stores]

    def within(self, days: Days) -> windows.Within:
        """Return what is measured of a window."""
        everywhere = self.scopes == (chain_scope(self.currency),)
        begin_ms, end_ms = _bounds(self.stores[0], days)
        return windows.Within(
            self.store_ids,
            self.currency,
            everywhere=everywhere,
            days=days,
            begin_ms=begin_ms,
            end_ms=end_ms,
        )


def for_till(unit: Unit, store_id: str, *, ask: ReportAsk) -> ReportReply:
    """Return a report for somebody at a till of a store.

    Raises:
        ApiError: 403 ``report.no_right``; 404 ``store.unknown``; 422 ``report.bad_days``.
    """
    return report(unit, allowed(unit, store_id, ask=ask), at=store_id)


def allowed(unit: Unit, store_id: str, *, ask: ReportAsk) -> ReportAsk:
    """Return what somebody at a till of a store asks, its own store by name where none was named.

    Raises:
        ApiError: 403 ``report.no_right``.
    """
    is_own = not (ask.everywhere or ask.region) and set(ask.stores) <= {store_id}
    require(unit, store_id, staff_id=ask.staff_id, is_own=is_own)
    return ask if ask.everywhere or ask.region or ask.stores else _of(ask, store_id)


def require(unit: Unit, store_id: str, *, staff_id: str, is_own: bool) -> None:
    """Let somebody see reports of the store where they are, or of others.

    Raises:
        ApiError: 403 ``report.no_right``.
    """
    for verb in (VIEW,) if is_own else (VIEW, CHAIN):
        if not staff.may(unit, store_id, staff_id=staff_id, verb=verb):
            raise ApiError(403, "report.no_right", detail=verb)


def report(unit: Unit, ask: ReportAsk, *, at: str) -> ReportReply:
    """Return a report; ``at`` is the store whose currency it has.

    Raises:
        ApiError: 404 ``store.unknown``; 422 ``report.bad_days``.
    """
    days = read_days(ask.first_day, ask.last_day)
    wanted = _wanted(unit, ask, at=at)
    sums = _sums(unit, wanted, days=days)
    within = wanted.within(days)
    window = people.Window(days, within.begin_ms, within.end_ms) if ask.members else None
    measured = windows.add(unit, sums.cells, within=within, members=window)
    if len(wanted.stores) * count(days) <= MOST_STORE_DAYS:
        sums.cells.update(repository.product_cells(unit, wanted.store_ids, days=days))
    tills = repository.tills(unit, wanted.store_ids)
    silent = _silent(unit, wanted.stores, tills=tills, days=days)
    compared = _compared(unit, wanted, days=days, ask=ask)
    made = assemble(
        Basis(
            scope=_scope(wanted, days),
            currency=wanted.currency,
            as_of_ms=summing.as_of_ms(unit),
            completeness=Completeness(
                present=len(tills) - len(silent),
                expected=len(tills),
                missing=tuple(each.terminal_id for each in silent[:_MOST_NAMED]),
                open=repository.count_open_shifts(unit, wanted.store_ids, days=days),
            ),
            sums=sums,
            compared=compared,
            names=naming.names(unit, sums.cells, language=ask.language),
            missing=measured.missing,
            known_days=known_days(measured.stock, first_day=days.first, last_day=days.last),
        )
    )
    doc = report_doc(made)
    table = _by_store(unit, wanted, days=days, shelves=measured.stock)
    doc = doc.model_copy(update={"tables": (*doc.tables, table)})
    number, net_minor = repository.late(unit, wanted.store_ids, days=days)
    return ReportReply(
        report=doc,
        stores=len(wanted.stores),
        left_out=wanted.left_out,
        not_known=lacks_of(made),
        known_days=known_days_of(made),
        not_heard=tuple(
            TillHeard(
                terminal_id=each.terminal_id,
                store_id=each.store_id,
                heard_ms=each.heard_ms,
                told_ms=each.told_ms,
            )
            for each in silent[:_MOST_NAMED]
        ),
        adjustments=Adjustments(facts=number, net_minor=net_minor),
    )


def stores_of(unit: Unit, ask: ReportAsk, *, at: str) -> tuple[Store, ...]:
    """Return the stores that a report adds up; ``at`` is the store whose currency it has.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    return _wanted(unit, ask, at=at).stores


def _of(ask: ReportAsk, store_id: str) -> ReportAsk:
    return ask.model_copy(update={"stores": (store_id,)})


def _wanted(unit: Unit, ask: ReportAsk, *, at: str) -> Wanted:
    every = {each.store_id: each for each in repository.stores(unit)}
    unknown = sorted({*ask.stores, at} - every.keys())
    if unknown:
        raise ApiError(404, "store.unknown", detail=unknown[0])
    currency = every[at].currency
    meant = [
        each
        for each in every.values()
        if ask.everywhere or (ask.region and each.region == ask.region) or each.store_id in ask.stores
    ]
    if not any(each.currency == currency for each in meant) and ask.stores:
        # Named for themselves, they are shown in their own currency.
        currency = every[ask.stores[0]].currency
    stores = tuple(each for each in meant if each.currency == currency)
    if ask.region and not ask.everywhere and not stores:
        raise ApiError(404, "store.unknown", detail=ask.region)
    scopes = (chain_scope(currency),) if ask.everywhere else tuple(each.store_id for each in stores)
    return Wanted(stores, scopes, currency, len(meant) - len(stores))


def _scope(wanted: Wanted, days: Days) -> Scope:
    store = wanted.stores[0].store_id if len(wanted.stores) == 1 else ""
    return Scope("day" if days.first == days.last else "period", days.first, days.last, store=store)


def _sums(unit: Unit, wanted: Wanted, *, days: Days) -> Sums:
    cells = repository.cells(unit, wanted.scopes, periods=periods(days))
    # Every order is known here: none of a window is a measure of it, and not one that is missing.
    found = {**dict.fromkeys(map(Cell, behind.ORDERS), 0), **cells} if cells else cells
    return Sums(
        found,
        repository.totals(
            unit, wanted.scopes, periods=each_day(days), measures=_measures(_DAY_FIGURES), by="period"
        ),
    )


def _measures(figure_ids: Collection[str]) -> set[str]:
    return {name for figure_id in figure_ids for name in FIGURES[figure_id].measures}


_DAY_FIGURES: Final = frozenset(
    {
        *(each.figure_id for each in SERIES if each.dimension == DAY),
        *(figure_id for each in TABLES if each.dimension == DAY for figure_id in each.figures),
    }
)


def _compared(unit: Unit, wanted: Wanted, *, days: Days, ask: ReportAsk) -> Sequence[tuple[Comparison, Sums]]:
    kinds: list[ComparisonKind] = [*ask.compare]
    if ask.compare_first_day is not None:
        kinds.append("chosen")
    found = []
    for kind in kinds:
        other = earlier(days, kind, chosen=ask.compare_first_day)
        if other is None:
            raise ApiError(422, "report.bad_days", detail=kind)
        sums = _sums(unit, wanted, days=other)
        comparison = Comparison(kind, _scope(wanted, other), bool(sums.cells))
        windows.add(unit, sums.cells, within=wanted.within(other), members=None)
        found.append((comparison, sums))
    return found


def silent_tills(unit: Unit, store_id: str, *, days: Days) -> list[Till]:
    """Return the tills of a store that were not heard behind the end of some days, or lately."""
    stores = [each for each in repository.stores(unit) if each.store_id == store_id]
    return _silent(unit, stores, tills=repository.tills(unit, [store_id]), days=days)


def _silent(unit: Unit, stores: Sequence[Store], *, tills: Sequence[Till], days: Days) -> list[Till]:
    """Return tills that were not heard behind the end of the days, or lately while they still go on."""
    by_id = {each.store_id: each for each in stores}
    return [
        each
        for each in tills
        if each.heard_ms < min(_end_ms(by_id[each.store_id], days.last), unit.now_ms - RUNNING_MS)
        and each.enrolled_ms < _end_ms(by_id[each.store_id], days.last)
    ]


def _begin_ms(store: Store, day: str) -> int:
    """Return when a business day of a store begins, UTC milliseconds."""
    return day_begins_ms(day, store.time_zone, day_cutoff_minutes=store.day_cutoff_minutes)


def _end_ms(store: Store, day: str) -> int:
    """Return when a business day of a store ends, UTC milliseconds."""
    return _begin_ms(store, (date.fromisoformat(day) + timedelta(1)).isoformat())


def _bounds(store: Store, days: Days) -> tuple[int, int]:
    """Return when some business days of a store begin and end, UTC milliseconds."""
    return _begin_ms(store, days.first), _end_ms(store, days.last)


def _by_store(unit: Unit, wanted: Wanted, *, days: Days, shelves: Sequence[DaysStock]) -> TableDoc:
    """Return the table of the stores, those with the most net sales first."""
    found = repository.totals(
        unit,
        wanted.store_ids,
        periods=periods(days),
        measures=_measures(STORE_FIGURES),
        by="scope",
    )
    for each in shelves:
        found.setdefault(each.store_id, {}).update(each.cells)
    rows = [
        RowDoc(
            key=each.store_id,
            name=each.name,
            values=tuple(
                figure_value(figure_id, found.get(each.store_id, {})) for figure_id in STORE_FIGURES
            ),
        )
        for each in wanted.stores
    ]
    rows.sort(key=lambda row: (-(row.values[0] or 0), row.key))
    columns = tuple({"figure_id": each, "unit": FIGURES[each].unit} for each in STORE_FIGURES)
    return TableDoc.model_validate(
        {"table_id": "stores", "dimension": "store", "columns": columns, "rows": tuple(rows)}
    )
