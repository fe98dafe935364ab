"""Orders in the sums: counted on the day they were placed, and anew whenever something became of them.

What the sums hold of an order is kept beside them, so only the difference is added.
"""

import json
from collections.abc import Mapping

from central_api.feed import service as feed
from central_api.feed.schemas import STORE
from central_api.kit.unit import Unit
from central_api.summing import repository
from central_api.summing.schemas import CountedOrder, Place, Shelf
from retail_core.business_day import business_day_of
from retail_core.reporting.cells import Cell, Cells
from retail_core.reporting.order_cells import SETTLED_MEASURES, PlacedOrder, order_cells

_KIND = "order"


def is_behind(unit: Unit, *, cursor: str) -> bool:
    """Return whether an order changed behind ``cursor``."""
    return bool(feed.changed(unit, STORE, kind=_KIND, cursor=cursor, limit=1)[0])


def add_up(
    unit: Unit, shelf: Shelf, *, stores: Mapping[str, Place], cursor: str, most: int
) -> tuple[int, str]:
    """Count orders that changed behind ``cursor`` anew; return how many, and the cursor behind them."""
    changed, behind = feed.changed(unit, STORE, kind=_KIND, cursor=cursor, limit=most)
    if not changed:
        return 0, behind
    # What moves to another store is no longer counted where it was.
    wanted = sorted({*changed, *repository.moved_from(unit, changed)})
    before = repository.counted_orders(unit, wanted)
    now = repository.placed_orders(unit, wanted)
    counted = []
    for order_id, (store_id, placed_ms, order) in now.items():
        store = stores[store_id]
        day = business_day_of(
            placed_ms, store.time.time_zone, day_cutoff_minutes=store.time.day_cutoff_minutes
        )
        cells = _cells(order)
        held = before.get(order_id)
        if held is not None:
            shelf.add(stores[held.scope], held.business_day, cells=_read(held.cells), sign=-1)
        shelf.add(store, day, cells=cells)
        counted.append(CountedOrder(order_id, store_id, store.currency, day, _written(cells)))
    repository.put_orders(unit, counted)
    return len(changed), behind


def _cells(order: PlacedOrder) -> Cells:
    """Return the cells of an order.

    One that moved as a whole was placed once: its parts say so. What its channel keeps stays its own.
    """
    cells = order_cells([order])
    if order.value_minor > 0 or order.state != "cancelled":
        return cells
    return {cell: value for cell, value in cells.items() if cell.measure in SETTLED_MEASURES}


def _written(cells: Cells) -> str:
    return json.dumps([[*cell, value] for cell, value in sorted(cells.items())], ensure_ascii=False)


def _read(text: str) -> Cells:
    return {Cell(*cell): value for *cell, value in json.loads(text)}
