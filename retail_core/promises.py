"""When orders are promised: the slots of a store's day, which of them are offered, and what is late.

Source: docs/rules/promises.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

LATE_MINUTES: Final = 10
"""So much later than promised is still in time, where a store has no limit of its own."""
MOST_BUSY_MINUTES: Final = 240

_MINUTE_MS: Final = 60_000


@dataclass(frozen=True, slots=True)
class OpenHours:
    """When a store is open on some weekdays (1 to 7), in minutes after midnight; from < to <= 1440."""

    weekdays: tuple[int, ...]
    from_minute: int
    to_minute: int


@dataclass(frozen=True, slots=True)
class SlotTerms:
    """How a store promises: minutes of a slot (> 0), minutes to get ready (>= 0), days with today (>= 1)."""

    hours: tuple[OpenHours, ...]
    slot_minutes: int = 15
    prepare_minutes: int = 30
    days: int = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a store's day, UTC in milliseconds; an order of it is ready when it begins."""

    starts_ms: int
    ends_ms: int


def offered_slots(
    terms: SlotTerms, *, now_ms: int, time_zone: str, busy_minutes: int = 0
) -> tuple[Slot, ...]:
    """Return the slots that are early enough to be promised now, the first one first.

    Args:
        terms: How the store promises.
        now_ms: UTC.
        time_zone: Of the store; a day whose clock is changed has the slots that its clock shows.
        busy_minutes: How much longer it takes now, >= 0.
    """
    zone = ZoneInfo(time_zone)
    today = _local(now_ms, zone).date()
    takes_ms = (terms.prepare_minutes + max(0, busy_minutes)) * _MINUTE_MS
    found: set[Slot] = set()
    for number in range(terms.days):
        day = today + timedelta(days=number)
        for hours in terms.hours:
            if day.isoweekday() in hours.weekdays:
                found.update(_of_day(terms, hours, day=day, zone=zone, takes_ms=takes_ms))
    return tuple(sorted((slot for slot in found if slot.starts_ms >= now_ms + takes_ms), key=_start))


def busy_minutes(minutes: int, *, until_ms: int, now_ms: int) -> int:
    """Return how much longer orders take now, by what was said last."""
    return max(0, min(minutes, MOST_BUSY_MINUTES)) if now_ms < until_ms else 0


def is_late(promised_ms: int, ready_ms: int, *, limit_minutes: int = LATE_MINUTES) -> bool:
    """Return whether an order that was ready at ``ready_ms``, or is not ready by then, is late."""
    return ready_ms - promised_ms > limit_minutes * _MINUTE_MS


def hours_of(day: int, hours: Sequence[OpenHours]) -> tuple[tuple[int, int], ...]:
    """Return when a store is open on a weekday (1 to 7), as minutes after midnight in order."""
    return tuple(sorted((each.from_minute, each.to_minute) for each in hours if day in each.weekdays))


def _of_day(
    terms: SlotTerms, hours: OpenHours, *, day: date, zone: ZoneInfo, takes_ms: int
) -> Iterator[Slot]:
    opens_ms = _moment_ms(day, hours.from_minute, zone=zone)
    for minute in range(hours.from_minute, hours.to_minute - terms.slot_minutes + 1, terms.slot_minutes):
        starts_ms = _moment_ms(day, minute, zone=zone)
        # An hour that the clock leaves out has no slots.
        if _local(starts_ms, zone).hour * 60 + _local(starts_ms, zone).minute != minute:
            continue
        if starts_ms >= opens_ms + takes_ms:
            yield Slot(starts_ms, starts_ms + terms.slot_minutes * _MINUTE_MS)


def _moment_ms(day: date, minute: int, *, zone: ZoneInfo) -> int:
    at = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone)
    return round(at.timestamp()) * 1000


def _local(at_ms: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(zone)


def _start(slot: Slot) -> int:
    return slot.starts_ms
