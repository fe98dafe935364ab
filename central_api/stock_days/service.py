"""Writing down the stock of stores at the end of their days, once, and what it comes to over a window.

A day is written from the moments of the movements, so it does not matter how long after the cut-off that is,
and days that were missed are made up for.

Source: docs/rules/figures.md, "The stock at the end of a day".
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from central_api.feed import service as feed
from central_api.feed.schemas import STORE, Publication
from central_api.kit.database import Database
from central_api.kit.routines import Routine
from central_api.kit.unit import Unit
from central_api.stock_days import repository
from central_api.stock_days.schemas import Begin, DayStock, Ended, StoreClock
from retail_core.business_day import business_day_of, day_begins_ms
from retail_core.reporting.stock_cells import DaysStock
from retail_core.wire.feed import SoldDayDoc, SoldPart, StockDayDoc

EVERY_S: Final = 60
"""How often the server looks for a day that has ended."""

KEPT_DAYS: Final = 400
"""So far back days are written, and so many of them are at the tills."""

RANGE_MS: Final = 28 * 24 * 3_600_000
"""What was wanted so lately before the end of a day is in the range."""

_DAY_MS: Final = 24 * 3_600_000

MOST_STORES: Final = 20
"""Stores of one transaction."""

KIND: Final = "stock_day"
SOLD_KIND: Final = "sold_day"

SOLD_DAYS: Final = 7
"""So many days of what a store sold are at its tills: they say what runs short."""


def keep_up(database: Database) -> int:
    """Write every day that has ended and is not written; return how many days of stores that was."""
    total = 0
    while written := sum(database.run(each) for each in _rounds(database)):
        total += written
    return total


def window(unit: Unit, store_ids: Collection[str], *, first: str, last: str) -> list[DaysStock]:
    """Return what is written of days, both included, added up for each store of which anything is."""
    return repository.window(unit, store_ids, first=first, last=last)


def routine(database: Database) -> Routine:
    """Return what the server repeats while it runs."""
    return Routine(KIND, EVERY_S, lambda: keep_up(database))


def _rounds(database: Database) -> Iterator[Callable[[Unit], int]]:
    """Yield what writes the next day of each store that is behind, some stores at a time."""
    with database.read() as unit:
        waiting = _waiting(unit)
    for ended, store_ids in waiting.items():
        for start in range(0, len(store_ids), MOST_STORES):
            yield _writing(store_ids[start : start + MOST_STORES], ended)


def _writing(store_ids: list[str], ended: Ended) -> Callable[[Unit], int]:
    return lambda unit: _write(unit, store_ids, ended=ended)


def _waiting(unit: Unit) -> dict[Ended, list[str]]:
    """Return the next day of each store that is behind, with the stores where it ended at that moment."""
    clocks = {each.store_id: each for each in repository.clocks(unit)}
    begun = repository.begins(unit, clocks.keys())
    found: dict[Ended, list[str]] = defaultdict(list)
    for store_id, clock in clocks.items():
        day = _next_day(begun[store_id], clock, now_ms=unit.now_ms)
        if day is not None:
            found[Ended(day.isoformat(), _end_ms(day, clock))].append(store_id)
    return found


def _next_day(begun: Begin, clock: StoreClock, *, now_ms: int) -> date | None:
    """Return the first day of a store that has ended and is not written."""
    if not (begun.last_day or begun.stocked_ms):
        return None
    today = _day_of(now_ms, clock)
    written = date.fromisoformat(begun.last_day) if begun.last_day else None
    first = _day_of(begun.stocked_ms, clock) if written is None else written + timedelta(1)
    # Never before a day that is written: the days of a store follow one another.
    day = max(first, today - timedelta(KEPT_DAYS))
    return day if day < today else None


def _write(unit: Unit, store_ids: list[str], *, ended: Ended) -> int:
    written = repository.write(unit, store_ids, ended=ended, since_ms=ended.end_ms - RANGE_MS)
    day = date.fromisoformat(ended.business_day)
    gone = (day - timedelta(KEPT_DAYS)).isoformat()
    with_older = set(repository.older(unit, store_ids, day=gone))
    # Of days that are made up for long after, nobody asks any more what was sold.
    is_late = ended.end_ms < unit.now_ms - SOLD_DAYS * _DAY_MS
    sold = {} if is_late else repository.sold(unit, store_ids, day=ended.business_day)
    for each in written:
        told = [Publication(KIND, each.business_day, _doc(each))]
        if each.store_id in with_older:
            told.append(Publication(KIND, gone, None))
        if not is_late:
            doc = _sold_doc(each.business_day, sold.get(each.store_id, []))
            told.append(Publication(SOLD_KIND, str(day.isoweekday()), doc))
        feed.publish_many(unit, STORE, scope=each.store_id, publications=told)
    return len(written)


def _sold_doc(day: str, sold: list[tuple[str, int]]) -> Mapping[str, object]:
    parts = tuple(SoldPart(product_id=product_id, qty_milli=milli) for product_id, milli in sold)
    return SoldDayDoc(business_day=day, sold=parts).model_dump(mode="json")


def _doc(day: DayStock) -> Mapping[str, object]:
    return StockDayDoc(
        business_day=day.business_day,
        stock_minor=day.stock_minor,
        uncosted=day.uncosted,
        in_range=day.in_range,
        at_zero=day.at_zero,
    ).model_dump(mode="json")


def _day_of(at_ms: int, clock: StoreClock) -> date:
    day = business_day_of(at_ms, clock.time_zone, day_cutoff_minutes=clock.day_cutoff_minutes)
    return date.fromisoformat(day)


def _end_ms(day: date, clock: StoreClock) -> int:
    after = (day + timedelta(1)).isoformat()
    return day_begins_ms(after, clock.time_zone, day_cutoff_minutes=clock.day_cutoff_minutes)
