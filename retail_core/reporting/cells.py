"""The sums that reports are made of: each fact adds to some cells, and the cells of facts add up.

Source: docs/rules/figures.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from retail_core.orders import Fulfilment
from retail_core.reporting.measures import MEASURES


class Cell(NamedTuple):
    """A measure, broken down by a dimension, for one of its keys; the total has neither."""

    measure: str
    dimension: str = ""
    key: str = ""


Cells: TypeAlias = dict[Cell, int]
"""What some facts add up to; a cell that is not there is 0."""


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """What a fact about an order does not say."""

    fulfilment: Fulfilment
    promised_ms: int


@dataclass(frozen=True, slots=True)
class KnownHandOver:
    """A hand-over that is taken back: it is taken off where it was counted."""

    value_minor: int
    at_ms: int
    actor: str
    channel: str


def _nothing(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Lookups:
    """What is known beside the facts; ``unit_cost`` is for a piece, or for a kilogram (minor units)."""

    order: Callable[[str], KnownOrder | None] = _nothing
    hand_over: Callable[[str], KnownHandOver | None] = _nothing
    unit_cost: Callable[[str], int | None] = _nothing


@dataclass(frozen=True, slots=True)
class FactContext:
    """Who stated a fact, when (UTC milliseconds), in which store's time, and what else is known."""

    actor: str
    at_ms: int
    time_zone: str
    lookups: Lookups = field(default_factory=Lookups)

    @property
    def keys(self) -> dict[str, str]:
        """The keys of everything that the fact adds: who, when, and nothing of the rest."""
        return {"hour": self.hour, "cashier": self.actor, "tier": "", "reason": ""}

    @property
    def hour(self) -> str:
        """The hour on the store's clock, ``00`` to ``23``."""
        return hour_of(self.at_ms, self.time_zone)


class Tally:
    """Adds values to cells: to the total of a measure, and to each of its dimensions."""

    def __init__(self, cells: Cells, keys: Mapping[str, str]) -> None:
        """Add to ``cells`` under ``keys``: the key of each dimension that the measures have, by its name."""
        self._cells = cells
        self._keys = keys

    def under(self, **keys: str) -> Tally:
        """Return a tally that adds to the same cells, under more or other keys."""
        return Tally(self._cells, {**self._keys, **keys})

    def add(self, measure: str, value: int) -> None:
        """Add ``value`` to a measure; 0 leaves no cell."""
        if not value:
            return
        cells = self._cells
        total = Cell(measure)
        cells[total] = cells.get(total, 0) + value
        for dimension in MEASURES[measure].dimensions:
            cell = Cell(measure, dimension, self._keys[dimension])
            cells[cell] = cells.get(cell, 0) + value


def add_cells(into: Cells, more: Mapping[Cell, int]) -> None:
    """Add ``more`` to ``into``."""
    for cell, value in more.items():
        into[cell] = into.get(cell, 0) + value


def sum_of(parts: Iterable[Mapping[Cell, int]]) -> Cells:
    """Return what some cells come to together."""
    cells: Cells = {}
    for part in parts:
        add_cells(cells, part)
    return cells


def keys_of(cells: Mapping[Cell, int], measure: str, *, dimension: str) -> dict[str, int]:
    """Return the parts of a measure by the keys of a dimension."""
    return {
        cell.key: value
        for cell, value in cells.items()
        if cell.measure == measure and cell.dimension == dimension
    }


def hour_of(at_ms: int, time_zone: str) -> str:
    """Return the hour of a moment on a store's clock, ``00`` to ``23``."""
    return f"{datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(_zone(time_zone)).hour:02d}"


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
