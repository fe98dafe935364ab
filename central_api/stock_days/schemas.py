"""What is kept of a store's day, and how far the writing is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoreClock:
    """When a store's business day ends."""

    store_id: str
    time_zone: str
    day_cutoff_minutes: int


@dataclass(frozen=True, slots=True)
class Begin:
    """What is written of a store so far, and the first moment at which it was told of its stock.

    ``last_day`` is empty where nothing is written; ``stocked_ms`` is 0 then for a store without stock.
    """

    last_day: str = ""
    stocked_ms: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """A business day that ended at ``end_ms`` in some stores at once."""

    business_day: str
    end_ms: int


@dataclass(frozen=True, slots=True)
class DayStock:
    """A store's stock at the end of a business day. Source: docs/rules/figures.md."""

    store_id: str
    business_day: str
    stock_minor: int
    uncosted: int
    in_range: int
    at_zero: int
