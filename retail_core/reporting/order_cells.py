"""What became of the orders that were placed in a window: counted where they are, not where facts are.

An order's further fate changes its cells, so these are read anew and never added to earlier ones.
Source: docs/rules/figures.md, "Orders of a window".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retail_core.money import round_ratio
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
    "commission",
    "orders_subsidy",
)

SETTLED_MEASURES = ("commission", "orders_subsidy")
"""Of them those that need the terms of the channel, which a till does not know."""

_WAS_READY = frozenset({*HANDED, "ready", "no_show"})


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order of a window; ``value_minor`` is what was ordered, before anything was given back."""

    origin: str
    """The channel that it came through."""
    fulfilment: Fulfilment
    state: OrderState
    value_minor: int
    commission_minor: int | None = None
    """What the channel keeps of it, less the share of what was given back; ``None``: not known here."""
    subsidy_minor: int | None = None
    """What others than the store bear of its discounts, in the same way."""


def order_cells(orders: Iterable[PlacedOrder]) -> Cells:
    """Return the cells of the orders that were placed in a window."""
    # Nothing of them is an answer, too: it was looked.
    cells: Cells = {Cell(measure): 0 for measure in ORDER_MEASURES}
    unknown: set[str] = set()
    for order in orders:
        channel = DELIVERY if order.fulfilment == "courier" else PICKUP
        tally = Tally(cells, {"channel": channel, "origin": order.origin})
        tally.add("orders_placed", 1)
        tally.add("orders_value", order.value_minor)
        tally.add("orders_got_ready", int(order.state in _WAS_READY))
        tally.add("orders_collected", int(order.state in HANDED))
        tally.add("orders_cancelled", int(order.state in {"cancelled", "rejected"}))
        tally.add("no_shows", int(order.state == "no_show"))
        for measure, minor in zip(
            SETTLED_MEASURES, (order.commission_minor, order.subsidy_minor), strict=True
        ):
            if minor is None:
                unknown.add(measure)
            else:
                tally.add(measure, minor)
    return {cell: value for cell, value in cells.items() if cell.measure not in unknown}


def kept_share(minor: int, *, paid_minor: int, back_minor: int) -> int:
    """Return what is left of a part of an order's price once some of what was paid was given back."""
    back = min(back_minor, paid_minor)
    return minor - round_ratio(minor * back, paid_minor) if paid_minor else minor
