"""Which times a store promises now, and the one place in a slot that an order takes.

Source: docs/rules/promises.md.
"""

from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.slots import repository
from central_api.slots.schemas import FreeSlot
from retail_core import promises
from retail_core.promises import OpenHours, SlotTerms
from retail_core.wire.enrolment import PromiseTerms, StoreCard

_MINUTE_MS = 60_000


def offered(unit: Unit, card: StoreCard) -> list[FreeSlot]:
    """Return the slots that a store could promise now, the first one first; full ones have 0 free."""
    terms = card.promises
    if terms is None:
        return []
    slots = promises.offered_slots(
        _terms(terms), now_ms=unit.now_ms, time_zone=card.time_zone, busy_minutes=busy_minutes(unit, card)
    )
    taken = repository.taken(unit, card.store_id, from_ms=unit.now_ms) if slots else {}
    return [
        FreeSlot(slot.starts_ms, slot.ends_ms, max(0, terms.per_slot - taken.get(slot.starts_ms, 0)))
        for slot in slots
    ]


def busy_minutes(unit: Unit, card: StoreCard) -> int:
    """Return how much longer a store's orders take now."""
    return promises.busy_minutes(card.busy_minutes, until_ms=card.busy_until_ms, now_ms=unit.now_ms)


def waiting(unit: Unit, store_id: str) -> int:
    """Return how many orders of a store are not ready yet."""
    return repository.count_waiting(unit, store_id)


def promise(unit: Unit, card: StoreCard, *, order_id: str, wanted_ms: int | None, minutes: int) -> int:
    """Take a place for an order and return when it is promised, UTC in milliseconds.

    Args:
        unit: The unit of work.
        card: The store.
        order_id: Whose place it is; it gives it back by :func:`give_back`.
        wanted_ms: When the slot begins that was chosen; ``None`` takes the first one with a place.
        minutes: What the shop asks for, which counts where the store promises no times.

    Raises:
        ApiError: 409 ``order.slot_full``: the wanted slot is full, or is offered no more; ``order.no_slot``:
            nothing is free in the days that the store promises.
    """
    terms = card.promises
    if terms is None:
        if wanted_ms is not None:
            raise ApiError(409, "order.slot_full", detail=str(wanted_ms))
        return unit.now_ms + (minutes + busy_minutes(unit, card)) * _MINUTE_MS
    for slot in offered(unit, card):
        if wanted_ms is not None and slot.starts_ms != wanted_ms:
            continue
        # What was free a moment ago may be somebody else's by now: only the statement knows.
        if slot.free and repository.take(
            unit, card.store_id, starts_ms=slot.starts_ms, places=terms.per_slot
        ):
            repository.remember(unit, order_id, store_id=card.store_id, starts_ms=slot.starts_ms)
            return slot.starts_ms
    if wanted_ms is not None:
        raise ApiError(409, "order.slot_full", detail=str(wanted_ms))
    raise ApiError(409, "order.no_slot", detail=card.store_id)


def give_back(unit: Unit, order_id: str) -> None:
    """Free the place of an order that nobody will collect; safe to repeat."""
    repository.give_back(unit, order_id)


def _terms(terms: PromiseTerms) -> SlotTerms:
    return SlotTerms(
        tuple(OpenHours(each.weekdays, each.from_minute, each.to_minute) for each in terms.hours),
        slot_minutes=terms.slot_minutes,
        prepare_minutes=terms.prepare_minutes,
        days=terms.days,
    )
