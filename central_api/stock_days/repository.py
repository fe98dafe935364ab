"""Rows of the days' stock. It is made of sets in the database: a store may keep 20,000 products."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import bindparam, func, select, text

from central_api.kit.unit import Unit
from central_api.models.sales import sale, sale_line
from central_api.models.stock import stock_day, stock_level
from central_api.models.stores import store
from central_api.stock_days.schemas import Begin, DayStock, Ended, StoreClock
from retail_core.reporting.stock_cells import DaysStock

_COST: Final = {
    True: "CAST(json_extract(doc, '$.cost_minor') AS INTEGER)",
    False: "CAST(CAST(doc AS jsonb) ->> 'cost_minor' AS BIGINT)",
}
"""What a product costs, by whether the database is SQLite."""

_WRITE: Final = """
INSERT INTO stock_day (store_id, business_day, stock_minor, uncosted, in_range, at_zero, written_ms)
WITH price AS {materialized} (SELECT product_id, {cost} AS cost_minor FROM product),
there AS {materialized} (
  SELECT l.store_id, l.product_id,
    l.on_hand_milli - CASE WHEN l.moved_ms < :end THEN 0 ELSE (
      SELECT CAST(COALESCE(SUM(m.on_hand_milli), 0) AS BIGINT) FROM stock_movement m
      WHERE m.store_id = l.store_id AND m.product_id = l.product_id AND m.moved_ms >= :end
    ) END AS milli,
    CASE WHEN l.stocked_ms = 0 OR l.stocked_ms >= :end OR l.asked_ms < :since THEN 0
      WHEN l.asked_ms < :end THEN 1
      ELSE COALESCE((
        SELECT 1 FROM stock_movement m
        WHERE m.store_id = l.store_id AND m.product_id = l.product_id
          AND m.moved_ms >= :since AND m.moved_ms < :end AND m.cause IN ('sale', 'order') LIMIT 1
      ), 0) END AS wanted
  FROM stock_level l WHERE l.store_id IN :stores
)
SELECT t.store_id, :day,
  CAST(COALESCE(SUM(CASE WHEN t.milli > 0 THEN (t.milli * p.cost_minor + 500) / 1000 END), 0) AS BIGINT),
  SUM(CASE WHEN t.milli > 0 AND p.cost_minor IS NULL THEN 1 ELSE 0 END),
  SUM(t.wanted), SUM(CASE WHEN t.milli <= 0 THEN t.wanted ELSE 0 END), :now
FROM there t LEFT JOIN price p ON p.product_id = t.product_id
GROUP BY t.store_id ORDER BY t.store_id
ON CONFLICT (store_id, business_day) DO NOTHING
RETURNING store_id, stock_minor, uncosted, in_range, at_zero
"""
"""On hand at the end is what is there now, less what moved since: seldom much, at the cut-off.

Both databases divide integers towards zero, so what is above zero is rounded half up. ``LIMIT`` keeps
PostgreSQL from reading all movements at once in place of the few of a product.
"""


def clocks(unit: Unit) -> list[StoreClock]:
    """Return when the days of every store end, in order of the stores."""
    columns = (store.c.store_id, store.c.time_zone, store.c.day_cutoff_minutes)
    query = select(*columns).order_by(store.c.store_id)
    return [StoreClock(**row) for row in unit.conn.execute(query).mappings()]


def begins(unit: Unit, store_ids: Collection[str]) -> dict[str, Begin]:
    """Return where the writing of each store stands."""
    last = select(stock_day.c.store_id, func.max(stock_day.c.business_day)).group_by(stock_day.c.store_id)
    found = {str(store_id): Begin(last_day=str(day)) for store_id, day in unit.conn.execute(last)}
    begun = (
        select(stock_level.c.store_id, func.min(stock_level.c.stocked_ms))
        .where(stock_level.c.stocked_ms > 0, stock_level.c.store_id.in_(set(store_ids) - found.keys()))
        .group_by(stock_level.c.store_id)
    )
    for store_id, stocked_ms in unit.conn.execute(begun):
        found[str(store_id)] = Begin(stocked_ms=int(stocked_ms))
    return {store_id: found.get(store_id, Begin()) for store_id in store_ids}


def write(unit: Unit, store_ids: Sequence[str], *, ended: Ended, since_ms: int) -> list[DayStock]:
    """Write what stores had at the end of a day; return what nobody had written before.

    ``since_ms``: what was wanted from then on is in the range.
    """
    materialized = "" if unit.is_sqlite else "MATERIALIZED"
    if not unit.is_sqlite:
        # To compile the statement for the processor takes longer than to run it, and it sorts in memory.
        unit.conn.execute(text("SET LOCAL jit = off"))
        unit.conn.execute(text("SET LOCAL work_mem = '64MB'"))
    statement = text(_WRITE.format(cost=_COST[unit.is_sqlite], materialized=materialized))
    values: dict[str, Any] = {
        "stores": list(store_ids),
        "day": ended.business_day,
        "end": ended.end_ms,
        "since": since_ms,
        "now": unit.now_ms,
    }
    found = unit.conn.execute(statement.bindparams(bindparam("stores", expanding=True)), values).all()
    return [
        DayStock(
            str(row.store_id),
            ended.business_day,
            *(int(number) for number in (row.stock_minor, row.uncosted, row.in_range, row.at_zero)),
        )
        for row in found
    ]


def sold(unit: Unit, store_ids: Collection[str], *, day: str) -> dict[str, list[tuple[str, int]]]:
    """Return what all tills of stores sold on a day, by store: products with thousandths, by product.

    What comes back is not taken off; goods of orders are left out, and so are deposits.
    """
    pieces = func.sum(sale_line.c.qty_milli * sale_line.c.pack_pieces)
    query = (
        select(sale.c.store_id, sale_line.c.product_id, pieces)
        .join(sale, sale.c.sale_id == sale_line.c.sale_id)
        .where(
            sale.c.store_id.in_(store_ids),
            sale.c.business_day == day,
            sale_line.c.product_id.is_not(None),
            sale_line.c.deposit == 0,
            sale_line.c.order_id == "",
        )
        .group_by(sale.c.store_id, sale_line.c.product_id)
        .order_by(sale.c.store_id, sale_line.c.product_id)
    )
    found: dict[str, list[tuple[str, int]]] = {}
    for store_id, product_id, milli in unit.conn.execute(query):
        found.setdefault(str(store_id), []).append((str(product_id), int(milli)))
    return found


def older(unit: Unit, store_ids: Collection[str], *, day: str) -> list[str]:
    """Return which of some stores have a day that is written."""
    query = select(stock_day.c.store_id).where(
        stock_day.c.store_id.in_(store_ids), stock_day.c.business_day == day
    )
    return [str(row.store_id) for row in unit.conn.execute(query)]


def window(unit: Unit, store_ids: Collection[str], *, first: str, last: str) -> list[DaysStock]:
    """Return the written days of a window, added up for each store."""
    query = (
        select(
            stock_day.c.store_id,
            func.min(stock_day.c.business_day).label("first_day"),
            func.max(stock_day.c.business_day).label("last_day"),
            func.count().label("days"),
            func.sum(stock_day.c.stock_minor).label("stock_minor"),
            func.sum(stock_day.c.in_range).label("in_range"),
            func.sum(stock_day.c.at_zero).label("at_zero"),
        )
        .where(stock_day.c.store_id.in_(store_ids), stock_day.c.business_day.between(first, last))
        .group_by(stock_day.c.store_id)
        .order_by(stock_day.c.store_id)
    )
    return [
        DaysStock(
            *(str(row.store_id), str(row.first_day), str(row.last_day)),
            *(int(number) for number in (row.days, row.stock_minor, row.in_range, row.at_zero)),
        )
        for row in unit.conn.execute(query)
    ]
