"""From a figure of many stores down to one entry: which store added how much, and what an entry says."""

import json
from collections.abc import Sequence

from central_api.enrolment import service as enrolment
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.reporting import repository, service
from central_api.reporting.schemas import Days, Store
from central_api.reporting.scopes import count, periods, read_days
from retail_core.reporting.cells import Cell
from retail_core.reporting.fact_cells import COUNTED_TYPES
from retail_core.reporting.layout import LATE
from retail_core.wire.journal import WireEntry
from retail_core.wire.report_drills import EntryAsk, EntryReply, EntryStore, PartsAsk, PartsReply, StorePart

_PRODUCT = "product"
_OF_ENTRY = (
    *("seq", "type", "version", "wall_ms", "mono_ms", "actor"),
    *("prev_hash", "body_hash", "personal_hash", "hash"),
)


def parts(unit: Unit, store_id: str, *, ask: PartsAsk) -> PartsReply:
    """Return what each store of a report added to a cell, for somebody at a till of a store.

    Raises:
        ApiError: 403 ``report.no_right``; 404 ``store.unknown``; 422 ``report.bad_days``.
    """
    meant = service.allowed(unit, store_id, ask=ask.report)
    days = read_days(meant.first_day, meant.last_day)
    stores = service.stores_of(unit, meant, at=store_id)
    cell = Cell(ask.drill.measure, ask.drill.dimension, ask.drill.key)
    found = _by_store(unit, stores, days=days, cell=cell)
    told = [
        StorePart(store_id=each.store_id, name=each.name, value=found[each.store_id])
        for each in stores
        if each.store_id in found
    ]
    return PartsReply(parts=tuple(sorted(told, key=lambda part: (-part.value, part.store_id))))


def _by_store(unit: Unit, stores: Sequence[Store], *, days: Days, cell: Cell) -> dict[str, int]:
    ids = [each.store_id for each in stores]
    if cell.dimension == LATE:
        return repository.late_by_store(unit, ids, days=days)
    if cell.dimension != _PRODUCT:
        return repository.by_store(unit, ids, periods=periods(days), cell=cell)
    if len(stores) * count(days) > service.MOST_STORE_DAYS:
        return {}
    sold = {each: repository.product_cells(unit, [each], days=days) for each in ids}
    return {each: cells[cell] for each, cells in sold.items() if cell in cells}


def entry(unit: Unit, ask: EntryAsk) -> EntryReply:
    """Return an entry that reports count, without its person.

    Raises:
        ApiError: 404 ``store.unknown`` or ``report.no_entry``.
    """
    card = enrolment.store_card(unit, ask.store_id)
    row = repository.entry(unit, ask.store_id, entry_id=ask.entry_id)
    if row is None or row["type"] not in COUNTED_TYPES:
        raise ApiError(404, "report.no_entry", detail=ask.entry_id)
    names = repository.plain_names(unit, "cashier", keys=[row["actor"]])
    return EntryReply(
        entry=WireEntry(
            id=row["entry_id"],
            body=json.loads(row["body"]),
            personal=None,
            salt=None,
            **{name: row[name] for name in _OF_ENTRY},
        ),
        terminal_id=row["terminal_id"],
        incarnation=row["incarnation"],
        till=row["label"],
        actor_name=names.get(row["actor"], ""),
        store=EntryStore(
            store_id=card.store_id,
            name=card.name,
            address=card.address,
            legal_id=card.legal_id,
            time_zone=card.time_zone,
        ),
    )
