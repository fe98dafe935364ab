"""What reports are asked for, and what is known beside the sums."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Store:
    """A store as reports know it."""

    store_id: str
    name: str
    region: str
    currency: str
    time_zone: str
    day_cutoff_minutes: int


@dataclass(frozen=True, slots=True)
class Till:
    """A till, and how much of it is known."""

    terminal_id: str
    store_id: str
    heard_ms: int
    told_ms: int
    enrolled_ms: int


@dataclass(frozen=True, slots=True)
class StoreTill:
    """A till of a store by what stands on it."""

    terminal_id: str
    label: str


@dataclass(frozen=True, slots=True)
class Days:
    """Business days from one to another, both included."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class ShiftEntries:
    """Where the entries of a shift lie in a till's journal."""

    terminal_id: str
    incarnation: int
    shift_id: str
    business_day: str
    first_seq: int
    last_seq: int | None


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry that a report may have counted."""

    entry_id: str
    terminal_id: str
    incarnation: int
    seq: int
    type: str
    version: int
    wall_ms: int
    actor: str
    body: str


@dataclass(frozen=True, slots=True)
class LateEntry:
    """An entry that came for a day after it was closed, and what it added to that day's net sales."""

    entry: KeptEntry
    shift_id: str
    business_day: str
    received_ms: int
    net_minor: int


@dataclass(frozen=True, slots=True)
class KeptOrder:
    """An order that a report counted, and its cells as JSON."""

    order_id: str
    number: str
    business_day: str
    placed_ms: int
    cells: str
