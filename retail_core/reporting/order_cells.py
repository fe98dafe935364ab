"""What became of the orders that were placed in a window: counted where they are, not where facts are.

An order's further fate changes its cells, so these are read anew and never added to earlier ones.
Source: docs/rules/figures.md, "Orders of a window".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retail_core.orders import HANDED, Fulfilment, OrderState
from retail_core.reporting.cells import Cell, Cells, Tally
from retail_core.reporting.sale_cells import DELIVERY, PICKUP

ORDER_MEASURES = (
    "orders_placed",
    "orders_value",
    "orders_got_ready",
    "orders_collected",
    "orders_cancelled",
    "no_shows",
)

_WAS_READY = frozenset({*HANDED, "ready", "no_show"})


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order of a window; ``value_minor`` is what was ordered, before anything was given back."""

    origin: str
    """The channel that it came through."""
    fulfilment: Fulfilment
    state: OrderState
    value_minor: int


def order_cells(orders: Iterable[PlacedOrder]) -> Cells:
    """Return the cells of the orders that were placed in a window."""
    # Nothing of them is an answer, too: it was looked.
    cells: Cells = {Cell(measure): 0 for measure in ORDER_MEASURES}
    for order in orders:
        channel = DELIVERY if order.fulfilment == "courier" else PICKUP
        tally = Tally(cells, {"channel": channel, "origin": order.origin})
        tally.add("orders_placed", 1)
        tally.add("orders_value", order.value_minor)
        tally.add("orders_got_ready", int(order.state in _WAS_READY))
        tally.add("orders_collected", int(order.state in HANDED))
        tally.add("orders_cancelled", int(order.state in {"cancelled", "rejected"}))
        tally.add("no_shows", int(order.state == "no_show"))
    return cells
