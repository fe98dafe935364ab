"""Rows of the sums, and of what stands behind them."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, bindparam, func, select, text, tuple_

from central_api.kit.unit import Unit
from central_api.models.catalog import campaign, category, product
from central_api.models.enrolment import terminal
from central_api.models.journal import journal_entry
from central_api.models.orders import shop_order
from central_api.models.reporting import report_chain, report_late, report_order, report_shift, report_sum
from central_api.models.sales import sale, sale_line, sale_return, sale_return_line, shift_z
from central_api.models.staff import staff
from central_api.models.stores import store
from central_api.reporting.schemas import (
    Days,
    KeptEntry,
    KeptOrder,
    LateEntry,
    ShiftEntries,
    Store,
    StoreTill,
    Till,
)
from retail_core.reporting.cells import Cell, Cells

_NAMED = {
    "category": (category.c.category_id, category.c.doc),
    "product": (product.c.product_id, product.c.doc),
}
_ENTRY = (
    journal_entry.c.entry_id,
    journal_entry.c.terminal_id,
    journal_entry.c.incarnation,
    journal_entry.c.seq,
    journal_entry.c.type,
    journal_entry.c.version,
    journal_entry.c.wall_ms,
    journal_entry.c.actor,
    journal_entry.c.body,
)


def stores(unit: Unit) -> list[Store]:
    """Return every store, in order of the ids."""
    columns = (
        *(store.c.store_id, store.c.name, store.c.region, store.c.currency),
        *(store.c.time_zone, store.c.day_cutoff_minutes),
    )
    found = unit.conn.execute(select(*columns).order_by(store.c.store_id)).mappings()
    return [Store(**row) for row in found]


def cells(unit: Unit, scopes: Collection[str], *, periods: Sequence[str]) -> Cells:
    """Return what the sums of some scopes and periods come to."""
    query = (
        select(
            report_sum.c.measure,
            report_sum.c.dimension,
            report_sum.c.key,
            func.sum(report_sum.c.value).label("value"),
        )
        .where(report_sum.c.scope.in_(scopes), report_sum.c.period.in_(periods))
        .group_by(report_sum.c.measure, report_sum.c.dimension, report_sum.c.key)
    )
    return {Cell(row.measure, row.dimension, row.key): int(row.value) for row in unit.conn.execute(query)}


def totals(
    unit: Unit, scopes: Collection[str], *, periods: Sequence[str], measures: Iterable[str], by: str
) -> dict[str, Cells]:
    """Return the totals of some measures, by ``scope`` or by ``period``, in order."""
    place = report_sum.c[by]
    query = (
        select(place.label("place"), report_sum.c.measure, func.sum(report_sum.c.value).label("value"))
        .where(
            report_sum.c.scope.in_(scopes),
            report_sum.c.period.in_(periods),
            report_sum.c.dimension == "",
            report_sum.c.measure.in_(sorted(measures)),
        )
        .group_by(place, report_sum.c.measure)
        .order_by(place)
    )
    found: dict[str, Cells] = {}
    for row in unit.conn.execute(query):
        found.setdefault(str(row.place), {})[Cell(row.measure)] = int(row.value)
    return found


def keys_by_store(
    unit: Unit, store_ids: Collection[str], *, periods: Sequence[str], measure: str, dimension: str
) -> dict[str, dict[str, int]]:
    """Return what each store added to each key of a dimension of a measure."""
    value = func.sum(report_sum.c.value).label("value")
    query = (
        select(report_sum.c.scope, report_sum.c.key, value)
        .where(
            report_sum.c.scope.in_(store_ids),
            report_sum.c.period.in_(periods),
            report_sum.c.dimension == dimension,
            report_sum.c.measure == measure,
        )
        .group_by(report_sum.c.scope, report_sum.c.key)
        .order_by(report_sum.c.scope, report_sum.c.key)
    )
    found: dict[str, dict[str, int]] = {}
    for row in unit.conn.execute(query):
        found.setdefault(str(row.scope), {})[str(row.key)] = int(row.value)
    return found


def campaign_docs(unit: Unit, campaign_ids: Collection[str]) -> dict[str, str]:
    """Return the rules of campaigns, as JSON, ended ones too."""
    query = select(campaign.c.campaign_id, campaign.c.doc).where(campaign.c.campaign_id.in_(campaign_ids))
    return {str(row.campaign_id): str(row.doc) for row in unit.conn.execute(query)}


def by_store(unit: Unit, store_ids: Collection[str], *, periods: Sequence[str], cell: Cell) -> dict[str, int]:
    """Return what each store added to a cell; those that added nothing are left out."""
    value = func.sum(report_sum.c.value).label("value")
    query = (
        select(report_sum.c.scope, value)
        .where(
            report_sum.c.scope.in_(store_ids),
            report_sum.c.period.in_(periods),
            report_sum.c.measure == cell.measure,
            report_sum.c.dimension == cell.dimension,
            report_sum.c.key == cell.key,
        )
        .group_by(report_sum.c.scope)
    )
    return {str(row.scope): int(row.value) for row in unit.conn.execute(query) if row.value}


def product_cells(unit: Unit, store_ids: Collection[str], *, days: Days) -> Cells:
    """Return the products' parts of goods that were sold and that came back, from the sales themselves."""
    found: Cells = {}
    goods = {"sold": "total_minor", "list": "list_minor", "revenue": "net_minor"}
    sold = _by_product(sale_line, store_ids, days=days, sums=goods)
    for row in unit.conn.execute(sold):
        _add(found, row.product_id, sold=row.sold, list=row.list, revenue=row.revenue)
        _add(found, row.product_id, items=row.items, tax=row.tax)
    goods = {"returned": "total_minor", "revenue": "net_minor"}
    back = _by_product(sale_return_line, store_ids, days=days, sums=goods)
    for row in unit.conn.execute(back):
        _add(found, row.product_id, returned=row.returned, returned_items=row.items)
        _add(found, row.product_id, revenue=-row.revenue, tax=-row.tax)
    clawed = (
        select(func.coalesce(func.sum(sale_return.c.claw_back_minor), 0))
        .join(sale, sale.c.sale_id == sale_return.c.sale_id)
        .where(sale.c.store_id.in_(store_ids), sale.c.business_day.between(days.first, days.last))
    )
    _add(found, None, returned=-int(unit.conn.execute(clawed).scalar_one()))
    return {cell: value for cell, value in found.items() if value}


def _add(found: Cells, product_id: str | None, **values: Any) -> None:
    for measure, value in values.items():
        cell = Cell(measure, "product", product_id or "")
        found[cell] = found.get(cell, 0) + int(value)


def _by_product(lines: Any, store_ids: Collection[str], *, days: Days, sums: dict[str, str]) -> Select[Any]:
    pieces = lines.c.qty_milli * lines.c.pack_pieces if "pack_pieces" in lines.c else lines.c.qty_milli
    return (
        select(
            lines.c.product_id,
            func.sum(pieces).label("items"),
            func.sum(lines.c.tax_minor).label("tax"),
            *(func.sum(lines.c[column]).label(name) for name, column in sums.items()),
        )
        .join(sale, sale.c.sale_id == lines.c.sale_id)
        .where(sale.c.store_id.in_(store_ids), sale.c.business_day.between(days.first, days.last))
        .group_by(lines.c.product_id)
    )


def tills(unit: Unit, store_ids: Collection[str]) -> list[Till]:
    """Return the tills of stores that are not retired, in order, with how much of them is known."""
    told = func.coalesce(func.max(report_chain.c.told_ms), 0)
    columns = (
        *(terminal.c.terminal_id, terminal.c.store_id, terminal.c.heard_ms),
        terminal.c.enrolled_ms,
    )
    query = (
        select(*columns, told.label("told_ms"))
        .outerjoin(report_chain, report_chain.c.terminal_id == terminal.c.terminal_id)
        .where(terminal.c.status != "retired", terminal.c.store_id.in_(store_ids))
        .group_by(*columns)
        .order_by(terminal.c.terminal_id)
    )
    return [Till(**row) for row in unit.conn.execute(query).mappings()]


def count_open_shifts(unit: Unit, store_ids: Collection[str], *, days: Days) -> int:
    """Return how many shifts of some days have no Z yet."""
    query = select(func.count()).where(
        report_shift.c.store_id.in_(store_ids),
        report_shift.c.business_day.between(days.first, days.last),
        report_shift.c.closed_ms.is_(None),
    )
    return int(unit.conn.execute(query).scalar_one())


def store_tills(unit: Unit, store_id: str) -> list[StoreTill]:
    """Return the tills of a store that are not retired, by their labels."""
    query = (
        select(terminal.c.terminal_id, terminal.c.label)
        .where(terminal.c.status != "retired", terminal.c.store_id == store_id)
        .order_by(terminal.c.label)
    )
    return [StoreTill(**row) for row in unit.conn.execute(query).mappings()]


def zs(unit: Unit, store_id: str, *, day: str) -> list[tuple[StoreTill, str]]:
    """Return the Zs of a store's day as JSON, each with the till that stated it, retired ones too."""
    query = (
        select(shift_z.c.terminal_id, terminal.c.label, shift_z.c.doc)
        .join(terminal, terminal.c.terminal_id == shift_z.c.terminal_id)
        .where(shift_z.c.store_id == store_id, shift_z.c.business_day == day)
    )
    return [(StoreTill(row.terminal_id, row.label), row.doc) for row in unit.conn.execute(query)]


def tills_with_open_shifts(unit: Unit, store_id: str, *, day: str) -> set[str]:
    """Return the tills of a store with a shift of the day that goes on or is put aside.

    A shift that ended without a Z because its till began anew is open no more.
    """
    query = (
        select(report_shift.c.terminal_id)
        .join(terminal, terminal.c.terminal_id == report_shift.c.terminal_id)
        .where(
            report_shift.c.store_id == store_id,
            report_shift.c.business_day == day,
            report_shift.c.closed_ms.is_(None),
            report_shift.c.incarnation == terminal.c.incarnation,
        )
    )
    return {str(row.terminal_id) for row in unit.conn.execute(query)}


def late(unit: Unit, store_ids: Collection[str], *, days: Days) -> tuple[int, int]:
    """Return how many facts came late for closed days, and what they added to net sales."""
    query = select(func.count(), func.coalesce(func.sum(report_late.c.net_minor), 0)).where(
        report_late.c.store_id.in_(store_ids), report_late.c.business_day.between(days.first, days.last)
    )
    number, minor = unit.conn.execute(query).one()
    return int(number), int(minor)


def late_by_store(unit: Unit, store_ids: Collection[str], *, days: Days) -> dict[str, int]:
    """Return what came late for closed days of each store, in net sales; also where that is zero."""
    query = (
        select(report_late.c.store_id, func.sum(report_late.c.net_minor).label("value"))
        .where(
            report_late.c.store_id.in_(store_ids), report_late.c.business_day.between(days.first, days.last)
        )
        .group_by(report_late.c.store_id)
    )
    return {str(row.store_id): int(row.value) for row in unit.conn.execute(query)}


def late_entries(
    unit: Unit, store_id: str, *, days: Days, after: tuple[int, str], limit: int
) -> list[LateEntry]:
    """Return what came late for closed days, in the order in which it came, behind a time and an id."""
    came = tuple_(report_late.c.received_ms, report_late.c.entry_id)
    own = (report_late.c.shift_id, report_late.c.business_day, report_late.c.received_ms)
    query = (
        select(*_ENTRY, *own, report_late.c.net_minor)
        .join(journal_entry, journal_entry.c.entry_id == report_late.c.entry_id)
        .where(
            report_late.c.store_id == store_id,
            report_late.c.business_day.between(days.first, days.last),
            came > after,
        )
        .order_by(report_late.c.received_ms, report_late.c.entry_id)
        .limit(limit)
    )
    width = len(_ENTRY)
    return [LateEntry(KeptEntry(*row[:width]), *row[width:]) for row in unit.conn.execute(query)]


def docs(unit: Unit, dimension: str, *, keys: Collection[str]) -> dict[str, str]:
    """Return the documents of categories or products, as JSON."""
    key, doc = _NAMED[dimension]
    query = select(key.label("key"), doc.label("doc")).where(key.in_(keys))
    return {str(row.key): str(row.doc) for row in unit.conn.execute(query)}


def plain_names(unit: Unit, dimension: str, *, keys: Collection[str]) -> dict[str, str]:
    """Return the names of campaigns or of people."""
    key, name = {
        "campaign": (campaign.c.campaign_id, campaign.c.name),
        "cashier": (staff.c.staff_id, staff.c.name),
    }[dimension]
    query = select(key.label("key"), name.label("name")).where(key.in_(keys))
    return {str(row.key): str(row.name) for row in unit.conn.execute(query)}


def shifts(unit: Unit, store_id: str, *, days: Days) -> list[ShiftEntries]:
    """Return where the entries of a store's days lie, in the order of tills and of their journals."""
    columns = (
        *(report_shift.c.terminal_id, report_shift.c.incarnation, report_shift.c.shift_id),
        *(report_shift.c.business_day, report_shift.c.first_seq, report_shift.c.last_seq),
    )
    query = (
        select(*columns)
        .where(
            report_shift.c.store_id == store_id,
            report_shift.c.business_day.between(days.first, days.last),
        )
        .order_by(report_shift.c.terminal_id, report_shift.c.incarnation, report_shift.c.first_seq)
    )
    return [ShiftEntries(**row) for row in unit.conn.execute(query).mappings()]


def entries(
    unit: Unit, of: ShiftEntries, *, after_seq: int, types: Collection[str], limit: int
) -> list[KeptEntry]:
    """Return entries of a shift behind a place, of some types, in order."""
    ends: list[ColumnElement[bool]] = [] if of.last_seq is None else [journal_entry.c.seq <= of.last_seq]
    query = (
        select(*_ENTRY)
        .where(
            journal_entry.c.terminal_id == of.terminal_id,
            journal_entry.c.incarnation == of.incarnation,
            journal_entry.c.seq > after_seq,
            journal_entry.c.type.in_(sorted(types)),
            *ends,
        )
        .order_by(journal_entry.c.seq)
        .limit(limit)
    )
    return [KeptEntry(**row) for row in unit.conn.execute(query).mappings()]


def entry(unit: Unit, store_id: str, *, entry_id: str) -> RowMapping | None:
    """Return an entry of a till of a store, with what stands on the till."""
    query = (
        select(journal_entry, terminal.c.label)
        .join(terminal, terminal.c.terminal_id == journal_entry.c.terminal_id)
        .where(journal_entry.c.entry_id == entry_id, terminal.c.store_id == store_id)
    )
    return unit.conn.execute(query).mappings().first()


def orders(unit: Unit, store_id: str, *, days: Days, after: str, limit: int) -> list[KeptOrder]:
    """Return orders that were placed on some days behind an id, in order of the ids."""
    query = (
        select(
            report_order.c.order_id,
            shop_order.c.number,
            report_order.c.business_day,
            shop_order.c.placed_ms,
            report_order.c.cells,
        )
        .join(shop_order, shop_order.c.order_id == report_order.c.order_id)
        .where(
            report_order.c.scope == store_id,
            report_order.c.business_day.between(days.first, days.last),
            report_order.c.order_id > after,
        )
        .order_by(report_order.c.order_id)
        .limit(limit)
    )
    return [KeptOrder(**row) for row in unit.conn.execute(query).mappings()]


_PURCHASES = """
WITH purchase AS (
  SELECT s.member_id AS member_id, 'store' AS channel, s.sold_ms AS at_ms, s.total_minor AS minor
  FROM sale s
  WHERE s.member_id IS NOT NULL AND s.list_minor > 0 AND s.store_id IN :stores
    AND s.business_day BETWEEN :first AND :last
  UNION ALL
  SELECT o.member_id, o.channel, o.placed_ms, o.total_minor
  FROM report_order c JOIN shop_order o ON o.order_id = c.order_id
  WHERE o.member_id IS NOT NULL AND o.paid_by_receipt = '' AND o.moved_from = ''
    AND o.state NOT IN ('cancelled', 'rejected', 'no_show') AND c.scope IN :stores
    AND c.business_day BETWEEN :first AND :last
)"""
"""What members bought: documents with goods at the counter, and orders that somebody got or will get."""


def customers(unit: Unit, store_ids: Collection[str], *, days: Days) -> tuple[int, int, int, int]:
    """Return how many members bought something, how many twice and in two channels, and what they paid."""
    query = f"""{_PURCHASES},
    customer AS (
      SELECT member_id, COUNT(*) AS purchases, COUNT(DISTINCT channel) AS channels, SUM(minor) AS minor
      FROM purchase GROUP BY member_id
    )
    SELECT COUNT(*), COALESCE(SUM(CASE WHEN purchases > 1 THEN 1 ELSE 0 END), 0),
      COALESCE(SUM(CASE WHEN channels > 1 THEN 1 ELSE 0 END), 0), COALESCE(SUM(minor), 0)
    FROM customer"""  # noqa: S608 - of constants only
    some, again, two, minor = _one(unit, query, store_ids=store_ids, days=days)
    return some, again, two, minor


def newcomers(
    unit: Unit, store_ids: Collection[str], *, days: Days, begin_ms: int, end_ms: int
) -> tuple[int, int]:
    """Return how many members who joined by a store's code then bought in the days, and how many twice."""
    query = f"""{_PURCHASES},
    customer AS (
      SELECT member_id, COUNT(*) AS purchases FROM purchase
      WHERE member_id IN (
        SELECT member_id FROM member_join
        WHERE means = 'link' AND joined_ms >= :begin AND joined_ms < :end AND store_id IN :stores
      )
      GROUP BY member_id
    )
    SELECT COUNT(*), COALESCE(SUM(CASE WHEN purchases > 1 THEN 1 ELSE 0 END), 0) FROM customer"""  # noqa: S608
    some, again = _one(unit, query, store_ids=store_ids, days=days, begin=begin_ms, end=end_ms)
    return some, again


def touched(unit: Unit, store_ids: Collection[str], *, days: Days, within_ms: int) -> tuple[int, int]:
    """Return how many members ordered online, and how many of them bought or collected in a store soon."""
    query = """
    WITH touched AS (
      SELECT o.member_id AS member_id, o.placed_ms AS at_ms, o.handed_over_ms AS handed_ms, o.fulfilment
      FROM report_order c JOIN shop_order o ON o.order_id = c.order_id
      WHERE o.member_id IS NOT NULL AND o.paid_by_receipt = '' AND o.moved_from = ''
        AND c.scope IN :stores AND c.business_day BETWEEN :first AND :last
    ), came AS (
      SELECT member_id FROM touched
      WHERE fulfilment = 'pickup' AND handed_ms IS NOT NULL AND handed_ms <= at_ms + :within
      UNION
      SELECT t.member_id FROM touched t JOIN member_spend s ON s.member_id = t.member_id
      WHERE s.spent_minor > 0 AND s.spent_ms BETWEEN t.at_ms AND t.at_ms + :within
    )
    SELECT (SELECT COUNT(DISTINCT member_id) FROM touched), (SELECT COUNT(*) FROM came)"""
    some, came = _one(unit, query, store_ids=store_ids, days=days, within=within_ms)
    return some, came


def cohort(
    unit: Unit, store_ids: Collection[str], *, days: Days, month: Days, begin_ms: int
) -> tuple[int, int]:
    """Return how many members bought in a month and never before ``begin_ms``, and who of them then."""
    query = f"""{_PURCHASES},
    began AS (
      SELECT DISTINCT m.member_id AS member_id FROM sale m
      WHERE m.member_id IS NOT NULL AND m.list_minor > 0 AND m.store_id IN :stores
        AND m.business_day BETWEEN :month_first AND :month_last
        AND NOT EXISTS (
          SELECT 1 FROM member_spend e
          WHERE e.member_id = m.member_id AND e.spent_minor > 0 AND e.spent_ms < :begin
        )
    )
    SELECT COUNT(*),
      COALESCE(SUM(CASE WHEN member_id IN (SELECT member_id FROM purchase) THEN 1 ELSE 0 END), 0)
    FROM began"""  # noqa: S608 - of constants only
    some, kept = _one(
        unit,
        query,
        store_ids=store_ids,
        days=days,
        month_first=month.first,
        month_last=month.last,
        begin=begin_ms,
    )
    return some, kept


def registered(
    unit: Unit, store_ids: Collection[str], *, days: Days, begin_ms: int, end_ms: int
) -> tuple[int, int]:
    """Return how many joined in stores in a time, and how many of them paid for something until its end."""
    query = """
    WITH joined AS (
      SELECT DISTINCT member_id FROM member_join
      WHERE joined_ms >= :begin AND joined_ms < :end AND store_id IN :stores AND :first <= :last
    )
    SELECT COUNT(*), COALESCE(SUM(CASE WHEN EXISTS (
      SELECT 1 FROM member_spend s
      WHERE s.member_id = joined.member_id AND s.spent_minor > 0 AND s.spent_ms < :end
    ) THEN 1 ELSE 0 END), 0) FROM joined"""
    some, bought = _one(unit, query, store_ids=store_ids, days=days, begin=begin_ms, end=end_ms)
    return some, bought


def _one(
    unit: Unit, query: str, *, store_ids: Collection[str], days: Days, **values: int | str
) -> tuple[int, ...]:
    statement = text(query).bindparams(bindparam("stores", expanding=True))
    found = unit.conn.execute(
        statement, {"stores": list(store_ids), "first": days.first, "last": days.last, **values}
    ).one()
    return tuple(int(value) for value in found)
