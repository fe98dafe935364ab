"""Which shift and which day a fact belongs to: one till's facts are taken in their order.

Source: docs/rules/figures.md, "Cells".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from retail_core.business_day import business_day_of
from retail_core.reporting.cells import Cells, FactContext, Lookups
from retail_core.reporting.fact_cells import COUNTED_TYPES, cells_of
from retail_core.wire.base import Message
from retail_core.wire.shift_facts import SHIFT_CLOSED, SHIFT_OPENED, SHIFT_RESUMED, SHIFT_SUSPENDED

SHIFT_TYPES: Final = (SHIFT_OPENED, SHIFT_SUSPENDED, SHIFT_RESUMED, SHIFT_CLOSED)
"""The facts that say which shift is active from now on."""

FOLDED_TYPES: Final = tuple(dict.fromkeys((*COUNTED_TYPES, *SHIFT_TYPES)))
"""Every type that has to be taken; of the others nothing is counted."""


class Place(NamedTuple):
    """The shift and the business day that a fact belongs to; no shift where none was active."""

    shift_id: str
    business_day: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as a till stated it."""

    type: str
    body: Message
    actor: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class OpenShifts:
    """What is known between two facts: the active shift, and the day of each that is not closed."""

    active: str = ""
    days: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoreTime:
    """The clock on a store's wall, and when its business day ends."""

    time_zone: str
    day_cutoff_minutes: int


class Folding:
    """Takes the facts of one till in their order, and says what each adds and where."""

    def __init__(self, time: StoreTime, *, lookups: Lookups, shifts: OpenShifts) -> None:
        """Begin behind the fact after which ``shifts`` were open."""
        self._time = time
        self._lookups = lookups
        self._active = shifts.active
        self._days = dict(shifts.days)

    @property
    def shifts(self) -> OpenShifts:
        """What is known behind the last fact that was taken."""
        return OpenShifts(self._active, dict(self._days))

    def take(self, fact: Stated) -> tuple[Place, Cells]:
        """Return where a fact belongs and what it adds; nothing is added by most of them."""
        named = _text(fact.body, "shift_id")
        if fact.type == SHIFT_OPENED and named:
            self._days[named] = _text(fact.body, "business_day")
        if fact.type in {SHIFT_OPENED, SHIFT_RESUMED}:
            self._active = named
        place = self._place(fact, named or self._active)
        context = FactContext(fact.actor, fact.at_ms, self._time.time_zone, self._lookups)
        cells = cells_of(fact.type, fact.body, context=context)
        if fact.type in {SHIFT_SUSPENDED, SHIFT_CLOSED} and named == self._active:
            self._active = ""
        if fact.type == SHIFT_CLOSED:
            self._days.pop(named, None)
        return place, cells

    def _place(self, fact: Stated, shift_id: str) -> Place:
        day = _text(fact.body, "business_day") or self._days.get(shift_id, "")
        return Place(
            shift_id,
            day
            or business_day_of(
                fact.at_ms, self._time.time_zone, day_cutoff_minutes=self._time.day_cutoff_minutes
            ),
        )


def _text(body: Message, name: str) -> str:
    value = getattr(body, name, "")
    return value if isinstance(value, str) else ""
