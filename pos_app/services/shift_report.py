"""The figures of a shift for the manager: pictures first, tables behind them, each from the sales alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Catalog, Store
from pos_app.services.records import Actor, Shift
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_sums import ReturnSums, return_sums, sold_minor
from pos_app.services.sell_open_item import CATEGORY_ID as OPEN_ITEMS
from pos_app.services.shift_sums import (
    TENDER_KINDS,
    HandSums,
    ShiftEntries,
    TopUpSums,
    category_sums,
    discount_sums,
    entries_of_shift,
    hand_sums,
    lines_of,
    tendered,
    top_up_sums,
)
from pos_app.services.store_time import days_before, local_time
from retail_core.money import round_ratio
from retail_core.wire.facts import DiscountSum, SaleCompleted, ShiftClosed, TenderCount

_WEEK_DAYS = 7
_MOST_SHIFTS = 100
_WHOLE_BP = 10_000


@dataclass(frozen=True, slots=True)
class HourFigure:
    """An hour of the store's day (0 to 23) with its receipts and sales."""

    hour: int
    receipts: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class CategoryFigure:
    """What a category sold."""

    category_id: str
    name: str
    qty_milli: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class TenderFigure:
    """What came in by one tender; sales are counted once for each tender they used."""

    kind: str
    receipts: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same figures of the shift a week earlier, when this till has it.

    ``sales_minor`` is net of returns; ``receipts`` and their average are those of sold goods.
    """

    sales_minor: int
    receipts: int
    average_minor: int
    member_receipts: int
    hand_overs: int


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """All that the report shows; ``z`` and the tender counts are there once the shift is closed."""

    shift: Shift
    currency: str
    sales_minor: int
    receipts: int
    average_minor: int
    items_milli: int
    discount_minor: int
    rounding_minor: int
    member_receipts: int
    member_share_bp: int
    hand_overs: int
    hand_over_value_minor: int
    difference_minor: int | None
    hours: tuple[HourFigure, ...]
    categories: tuple[CategoryFigure, ...]
    tenders: tuple[TenderFigure, ...]
    discounts: tuple[DiscountSum, ...]
    counts: tuple[TenderCount, ...]
    removed_lines: int
    abandoned_baskets: int
    copies: int
    open_items: int
    offline_coupons: int
    last_week: Comparison | None
    z: ShiftClosed | None
    by_hand: HandSums = field(default_factory=HandSums)
    returns: ReturnSums = field(default_factory=ReturnSums)
    top_ups: TopUpSums = field(default_factory=TopUpSums)


class ShiftReport:
    """Reads the report; right ``report.view``."""

    def __init__(self, *, store: Store, catalog: Catalog) -> None:
        self._store = store
        self._catalog = catalog

    def shifts(self, limit: int = 30) -> Sequence[Shift]:
        """Return the newest shifts first."""
        with self._store.read() as work:
            return work.shifts.recent(limit)

    def __call__(
        self, actor: Actor, shift_id: str | None = None, *, language: str = "zh-Hans"
    ) -> ShiftFigures:
        """Return the figures of a shift; of the open one, else of the newest, for ``None``.

        Raises:
            RuleError: ``right.missing``, ``shift.unknown``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        with self._store.read() as work:
            shift = _newest(work) if shift_id is None else work.shifts.get(shift_id)
            if shift is None:
                raise RuleError("shift.unknown")
            entries = entries_of_shift(work, shift)
            z = work.shifts.z_of(shift.shift_id)
            last_week = _last_week(work, shift)
            time_zone = terminal_of(work).store.time_zone
        return self._figures(
            entries,
            z,
            last_week=last_week,
            hours=_hours(entries.sales, time_zone),
            categories=self._categories(entries, language),
        )

    def _figures(
        self,
        entries: ShiftEntries,
        z: ShiftClosed | None,
        *,
        last_week: Comparison | None,
        hours: tuple[HourFigure, ...],
        categories: tuple[CategoryFigure, ...],
    ) -> ShiftFigures:
        sales = entries.sales
        own = _comparison(entries)
        lines = lines_of(sales)
        return ShiftFigures(
            shift=entries.shift,
            currency=entries.shift.currency,
            sales_minor=own.sales_minor,
            receipts=own.receipts,
            average_minor=own.average_minor,
            items_milli=sum(line.pieces_milli for line in lines),
            discount_minor=sum(sale.discount_minor for sale, _ in sales),
            rounding_minor=sum(sale.rounding_minor for sale, _ in sales),
            member_receipts=own.member_receipts,
            member_share_bp=_share_bp(own.member_receipts, own.receipts),
            hand_overs=own.hand_overs,
            hand_over_value_minor=entries.hand_over_value_minor,
            difference_minor=None if z is None else sum(count.difference_minor for count in z.tenders),
            hours=hours,
            categories=categories,
            tenders=_tenders(sales),
            discounts=discount_sums(sales),
            counts=() if z is None else z.tenders,
            removed_lines=entries.removed_lines,
            abandoned_baskets=entries.abandoned_baskets,
            copies=entries.copies,
            open_items=sum(line.product_id is None and not line.reward_id for line in lines),
            offline_coupons=sum(use.mode == "offline" for sale, _ in sales for use in sale.coupons),
            by_hand=hand_sums(entries),
            returns=return_sums(sales),
            top_ups=top_up_sums(entries),
            last_week=last_week,
            z=z,
        )

    def _categories(self, entries: ShiftEntries, language: str) -> tuple[CategoryFigure, ...]:
        names = {
            category.category_id: category.names.in_language(language)
            for category in self._catalog.categories()
        }
        # The name of open items is the screen's business: an empty one stands for them.
        names[OPEN_ITEMS] = ""
        return tuple(
            CategoryFigure(
                found.category_id,
                names.get(found.category_id, found.category_id),
                found.qty_milli,
                found.total_minor,
            )
            for found in category_sums(entries.sales)
        )


def _tenders(sales: Sequence[tuple[SaleCompleted, int]]) -> tuple[TenderFigure, ...]:
    """Return what came in by cash, and by every other tender that was used."""
    figures = (TenderFigure(kind, *tendered(sales, kind)) for kind in TENDER_KINDS)
    return tuple(figure for figure in figures if figure.kind == "cash" or figure.receipts)


def _newest(work: UnitOfWork) -> Shift | None:
    shifts = work.shifts.recent(1)
    return work.shifts.open() or (shifts[0] if shifts else None)


def _comparison(entries: ShiftEntries) -> Comparison:
    sales = [sale for sale, _ in entries.sales if sale.lines]
    sold = sum(sold_minor(sale) for sale in sales)
    return Comparison(
        sales_minor=sold - return_sums(entries.sales).minor,
        receipts=len(sales),
        average_minor=round_ratio(sold, len(sales)) if sales else 0,
        member_receipts=sum(sale.member_tier is not None for sale in sales),
        hand_overs=entries.hand_overs,
    )


def _last_week(work: UnitOfWork, shift: Shift) -> Comparison | None:
    """Return the figures of the shift of the same weekday a week earlier, when this till has one."""
    day = days_before(shift.business_day, _WEEK_DAYS)
    found = [other for other in work.shifts.recent(_MOST_SHIFTS) if other.business_day == day]
    return _comparison(entries_of_shift(work, found[-1])) if found else None


def _hours(sales: Sequence[tuple[SaleCompleted, int]], time_zone: str) -> tuple[HourFigure, ...]:
    """Return every hour from the first to the last sale, the empty ones between them too."""
    sums: dict[int, list[int]] = {}
    for sale, at_ms in sales:
        figures = sums.setdefault(local_time(at_ms, time_zone).minute_of_day // 60, [0, 0])
        figures[0] += bool(sale.lines)
        figures[1] += sale.total_minor
    if not sums:
        return ()
    return tuple(HourFigure(hour, *sums.get(hour, (0, 0))) for hour in range(min(sums), max(sums) + 1))


def _share_bp(part: int, whole: int) -> int:
    return round_ratio(part * _WHOLE_BP, whole) if whole else 0
