"""What is summed, and where its sums go."""

from dataclasses import dataclass, field

from retail_core.reporting.cells import Cell, Cells
from retail_core.reporting.folding import OpenShifts, StoreTime

CHAIN = "*"
"""Begins the scope of all stores that have a currency."""


def chain_scope(currency: str) -> str:
    """Return the scope of all stores that have a currency."""
    return CHAIN + currency


def month_of(business_day: str) -> str:
    """Return the month of a business day, ``2026-11``."""
    return business_day[:7]


@dataclass(frozen=True, slots=True)
class Place:
    """A store, its clock and its currency."""

    store_id: str
    time: StoreTime
    currency: str


@dataclass(frozen=True, slots=True)
class Chain:
    """How far a till's journal is summed, and which of its shifts are open there."""

    terminal_id: str
    incarnation: int
    store_id: str
    summed_seq: int = 0
    told_ms: int = 0
    shifts: OpenShifts = field(default_factory=OpenShifts)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a journal, without what identifies anybody."""

    entry_id: str
    terminal_id: str
    incarnation: int
    seq: int
    type: str
    version: int
    wall_ms: int
    received_ms: int
    actor: str
    body: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift as its beginning and its Z told of it."""

    shift_id: str
    terminal_id: str
    store_id: str
    shift_number: int
    business_day: str
    opened_ms: int
    closed_ms: int | None = None
    z_number: int | None = None
    incarnation: int = 1
    first_seq: int = 1
    last_seq: int | None = None


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A business day that a manager closed."""

    store_id: str
    business_day: str
    entry_id: str
    closed_ms: int
    received_ms: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Late:
    """A fact that came for a day that was closed, and what it added to that day."""

    entry_id: str
    store_id: str
    business_day: str
    terminal_id: str
    shift_id: str
    type: str
    wall_ms: int
    received_ms: int
    net_minor: int
    tendered_minor: int


@dataclass(frozen=True, slots=True)
class CountedOrder:
    """What the sums hold of an order."""

    order_id: str
    scope: str
    currency: str
    business_day: str
    cells: str


@dataclass(slots=True)
class Shelf:
    """What a unit adds to the sums, by scope and period."""

    _days: dict[tuple[Place, str], Cells] = field(default_factory=dict)

    def add(self, store: Place, business_day: str, *, cells: Cells, sign: int = 1) -> None:
        """Add cells of a store's day."""
        held = self._days.setdefault((store, business_day), {})
        for cell, value in cells.items():
            held[cell] = held.get(cell, 0) + sign * value

    def added(self) -> dict[tuple[str, str, Cell], int]:
        """Return what goes to the day and its month, of the store and of all stores of its currency.

        Products are left to the sales themselves, which have an index by store and day; people of one store
        say nothing about all of them.
        """
        added: dict[tuple[str, str, Cell], int] = {}
        for (store, business_day), cells in self._days.items():
            scopes = (store.store_id, chain_scope(store.currency))
            for cell, value in cells.items():
                if cell.dimension == "product" or not value:
                    continue
                for scope in scopes[:1] if cell.dimension == "cashier" else scopes:
                    for period in (business_day, month_of(business_day)):
                        place = (scope, period, cell)
                        added[place] = added.get(place, 0) + value
        return added
