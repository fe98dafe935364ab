"""What stands behind a figure: the entries of tills, and the orders, that added to a cell."""

import json
from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError

from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.reporting import repository
from central_api.reporting.schemas import Days, KeptEntry, ShiftEntries, Store
from central_api.reporting.scopes import read_days
from central_api.summing import service as summing
from retail_core.reporting.cells import Cell, FactContext
from retail_core.reporting.fact_cells import COUNTED_TYPES, cells_of
from retail_core.reporting.layout import LATE
from retail_core.reporting.measures import MEASURES
from retail_core.reporting.order_cells import ORDER_MEASURES
from retail_core.reporting.sources import total_of
from retail_core.wire import facts
from retail_core.wire.base import Message
from retail_core.wire.reports import EntriesAsk, EntriesReply, EntryBehind

ORDERS: Final = frozenset(ORDER_MEASURES)
"""Measures of what became of orders; the others are those of facts."""

_READ: Final = 400
"""Entries, or orders, that are read at a time."""

_MOST_READ: Final = 4_000
"""So many are read for one page at most; the page may be short then, and names where to go on."""

_NUMBERS: Final = ("receipt_number", "number", "z_number")


def entries(unit: Unit, ask: EntriesAsk) -> EntriesReply:
    """Return a page of what added to a cell of a store's days.

    Raises:
        ApiError: 404 ``store.unknown``; 422 ``report.bad_days`` or ``report.bad_place``.
    """
    days = read_days(ask.first_day, ask.last_day)
    store = next((each for each in repository.stores(unit) if each.store_id == ask.store_id), None)
    if store is None:
        raise ApiError(404, "store.unknown", detail=ask.store_id)
    if ask.drill.measure not in MEASURES:
        raise ApiError(422, "report.bad_place", detail=ask.drill.measure)
    cell = Cell(ask.drill.measure, ask.drill.dimension, ask.drill.key)
    if cell.dimension == LATE:
        return _late(unit, ask, days=days)
    if cell.measure in ORDERS:
        return _orders(unit, ask, days=days, cell=cell)
    return _facts(unit, ask, store=store, days=days)


def _late(unit: Unit, ask: EntriesAsk, *, days: Days) -> EntriesReply:
    """Return what came for some days after they were closed, the first that came first."""
    came, _, entry_id = ask.after.partition(":")
    after = (_read_number(came, ask.after), entry_id) if ask.after else (-1, "")
    read = repository.late_entries(unit, ask.store_id, days=days, after=after, limit=ask.limit + 1)
    page = read[: ask.limit]
    found = []
    for each in page:
        body = _body(each.entry)
        found.append(
            _told(each.entry, body, shift_id=each.shift_id, day=each.business_day, value=each.net_minor)
        )
    more = f"{page[-1].received_ms}:{page[-1].entry.entry_id}" if len(read) > ask.limit else ""
    return EntriesReply(entries=tuple(found), next=more)


def _orders(unit: Unit, ask: EntriesAsk, *, days: Days, cell: Cell) -> EntriesReply:
    found: list[EntryBehind] = []
    after = ask.after
    for _ in range(_MOST_READ // _READ):
        read = repository.orders(unit, ask.store_id, days=days, after=after, limit=_READ)
        for each in read:
            value = {Cell(*place): value for *place, value in json.loads(each.cells)}.get(cell, 0)
            if value and len(found) == ask.limit:
                return EntriesReply(entries=tuple(found), next=after)
            after = each.order_id
            if value:
                found.append(
                    EntryBehind(
                        entry_id="",
                        order_id=each.order_id,
                        type="order",
                        number=each.number,
                        terminal_id="",
                        shift_id="",
                        business_day=each.business_day,
                        at_ms=each.placed_ms,
                        actor="",
                        value=value,
                    )
                )
        if len(read) < _READ:
            return EntriesReply(entries=tuple(found))
    return EntriesReply(entries=tuple(found), next=after)


def _facts(unit: Unit, ask: EntriesAsk, *, store: Store, days: Days) -> EntriesReply:
    cell = Cell(ask.drill.measure, ask.drill.dimension, ask.drill.key)
    found: list[EntryBehind] = []
    after = ask.after
    for number, (shift, entry) in enumerate(_kept(unit, ask, days=days)):
        behind = _behind(unit, store, shift=shift, entry=entry, cell=cell)
        if number == _MOST_READ or (behind is not None and len(found) == ask.limit):
            return EntriesReply(entries=tuple(found), next=after)
        after = f"{entry.terminal_id}:{entry.incarnation}:{entry.seq}"
        if behind is not None:
            found.append(behind)
    return EntriesReply(entries=tuple(found))


def _kept(unit: Unit, ask: EntriesAsk, *, days: Days) -> Iterator[tuple[ShiftEntries, KeptEntry]]:
    """Yield the entries of the shifts of some days behind a place; each once."""
    place = _read_place(ask.after)
    for shift in repository.shifts(unit, ask.store_id, days=days):
        chain = (shift.terminal_id, shift.incarnation)
        if place is not None and chain < place[:2]:
            continue
        after_seq = shift.first_seq - 1
        if place is not None and chain == place[:2]:
            # What two shifts of a till lie in was read with the first of them.
            after_seq = max(after_seq, place[2])
        while read := repository.entries(unit, shift, after_seq=after_seq, types=COUNTED_TYPES, limit=_READ):
            for entry in read:
                yield shift, entry
            after_seq = read[-1].seq
            place = (*chain, after_seq)


def _read_place(text: str) -> tuple[str, int, int] | None:
    if not text:
        return None
    terminal_id, _, rest = text.partition(":")
    incarnation, _, seq = rest.partition(":")
    return terminal_id, _read_number(incarnation, text), _read_number(seq, text)


def _read_number(part: str, text: str) -> int:
    if not (part.isascii() and part.isdigit() and len(part) < 16):
        raise ApiError(422, "report.bad_place", detail=text)
    return int(part)


def _behind(
    unit: Unit, store: Store, *, shift: ShiftEntries, entry: KeptEntry, cell: Cell
) -> EntryBehind | None:
    """Return an entry that added to a cell; None for any other one."""
    body = _body(entry)
    if body is None:
        return None
    lookups = summing.lookups(unit, store.store_id)
    context = FactContext(entry.actor, entry.wall_ms, store.time_zone, lookups)
    value = cells_of(entry.type, body, context=context).get(cell, 0)
    day = str(getattr(body, "business_day", shift.business_day))
    if not value or day != shift.business_day:
        return None
    return _told(entry, body, shift_id=shift.shift_id, day=day, value=value)


def _told(entry: KeptEntry, body: Message | None, *, shift_id: str, day: str, value: int) -> EntryBehind:
    numbers = (getattr(body, name, "") for name in _NUMBERS)
    return EntryBehind(
        entry_id=entry.entry_id,
        type=entry.type,
        number=next((str(each) for each in numbers if each), ""),
        terminal_id=entry.terminal_id,
        shift_id=str(getattr(body, "shift_id", shift_id)),
        business_day=day,
        at_ms=entry.wall_ms,
        actor=entry.actor,
        value=value,
        total_minor=None if body is None else total_of(body),
    )


def _body(entry: KeptEntry) -> Message | None:
    model = facts.BODIES.get((entry.type, entry.version))
    try:
        return None if model is None else model.model_validate_json(entry.body)
    except ValidationError:
        return None
