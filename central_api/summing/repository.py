"""Rows of the sums, of how far they go, and of what they are made of."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Table, and_, case, delete, func, or_, select, text
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.enrolment import terminal
from central_api.models.journal import journal_entry
from central_api.models.orders import hand_over, order_refund, shop_order
from central_api.models.reporting import (
    report_chain,
    report_day,
    report_late,
    report_order,
    report_shift,
    report_sum,
    report_turn,
    report_waiting,
)
from central_api.models.sales import sale, shift_z
from central_api.models.settlement import order_price
from central_api.models.stores import store
from central_api.summing.schemas import Chain, ClosedDay, CountedOrder, Entry, Late, Place, Shift
from retail_core.money import round_ratio
from retail_core.reporting.cells import Cell, KnownHandOver, KnownOrder
from retail_core.reporting.folding import OpenShifts, StoreTime
from retail_core.reporting.order_cells import PlacedOrder, kept_share

_TURN = "sums"
_WHOLE_BP = 10_000
_ENTRY = (
    journal_entry.c.entry_id,
    journal_entry.c.terminal_id,
    journal_entry.c.incarnation,
    journal_entry.c.seq,
    journal_entry.c.type,
    journal_entry.c.version,
    journal_entry.c.wall_ms,
    journal_entry.c.received_ms,
    journal_entry.c.actor,
    journal_entry.c.body,
)


def take_turn(unit: Unit) -> str | None:
    """Hold the row that one worker at a time may hold; return its cursor, or None if another has it."""
    query = select(report_turn.c.cursor).where(report_turn.c.name == _TURN)
    held = unit.conn.execute(query.with_for_update(skip_locked=True)).scalar()
    if held is not None:
        return str(held)
    if unit.conn.execute(query).first() is None:
        # Whoever comes second waits for the first one's commit here, and finds the row next time.
        insert = _insert(unit, report_turn).values(name=_TURN, cursor="")
        made = unit.conn.execute(insert.on_conflict_do_nothing().returning(report_turn.c.name)).first()
        return None if made is None else ""
    return None


def cursor(unit: Unit) -> str:
    """Return how far the orders are counted."""
    found = unit.conn.execute(select(report_turn.c.cursor).where(report_turn.c.name == _TURN)).scalar()
    return "" if found is None else str(found)


def end_turn(unit: Unit, *, cursor: str) -> None:
    """Write how far the orders are counted, and that it was now."""
    done = report_turn.update().where(report_turn.c.name == _TURN)
    unit.conn.execute(done.values(cursor=cursor, summed_ms=unit.now_ms))


def summed_ms(unit: Unit) -> int:
    """Return when somebody last added up; 0 for never."""
    found = unit.conn.execute(select(report_turn.c.summed_ms).where(report_turn.c.name == _TURN)).scalar()
    return int(found or 0)


def places(unit: Unit) -> dict[str, Place]:
    """Return every store's clock, end of the day and currency."""
    columns = (store.c.store_id, store.c.time_zone, store.c.day_cutoff_minutes, store.c.currency)
    return {
        str(row.store_id): Place(
            str(row.store_id), StoreTime(row.time_zone, int(row.day_cutoff_minutes)), str(row.currency)
        )
        for row in unit.conn.execute(select(*columns))
    }


def chains_with_news(unit: Unit, *, limit: int) -> list[Chain]:
    """Return chains whose next entry is stored already, at most ``limit``.

    A till's transactions are taken in one after the other, so what is stored of a chain has no gap in it, on
    PostgreSQL neither: a number is enough to go on from.
    """
    summed = func.coalesce(report_chain.c.summed_seq, 0)
    present = (
        select(
            terminal.c.terminal_id,
            terminal.c.incarnation,
            terminal.c.store_id,
            summed.label("summed_seq"),
            func.coalesce(report_chain.c.told_ms, 0).label("told_ms"),
            func.coalesce(report_chain.c.shifts, "{}").label("shifts"),
        )
        .outerjoin(
            report_chain,
            and_(
                report_chain.c.terminal_id == terminal.c.terminal_id,
                report_chain.c.incarnation == terminal.c.incarnation,
            ),
        )
        .where(terminal.c.expected_seq - 1 > summed)
        .order_by(terminal.c.terminal_id)
        .limit(limit)
    )
    found = [_chain(dict(row)) for row in unit.conn.execute(present).mappings()]
    return found + _earlier_with_news(unit)


def _earlier_with_news(unit: Unit) -> list[Chain]:
    """Return chains of earlier incarnations that were told of more meanwhile, or were never summed."""
    renewed = unit.conn.execute(
        select(terminal.c.terminal_id, terminal.c.incarnation, terminal.c.store_id).where(
            terminal.c.incarnation > 1
        )
    ).all()
    if not renewed:
        return []
    rows = unit.conn.execute(
        select(report_chain).where(report_chain.c.terminal_id.in_([row.terminal_id for row in renewed]))
    ).mappings()
    known = {(str(row["terminal_id"]), int(row["incarnation"])): dict(row) for row in rows}
    found = []
    for row in renewed:
        for incarnation in range(1, int(row.incarnation)):
            place = (str(row.terminal_id), incarnation)
            held = known.get(place, {"terminal_id": place[0], "incarnation": incarnation})
            chain = _chain({"store_id": str(row.store_id), **held})
            if entries_behind(unit, chain, limit=1):
                found.append(chain)
    return found


def entries_behind(unit: Unit, chain: Chain, *, limit: int) -> list[Entry]:
    """Return the next entries of a chain, in order."""
    query = (
        select(*_ENTRY)
        .where(
            journal_entry.c.terminal_id == chain.terminal_id,
            journal_entry.c.incarnation == chain.incarnation,
            journal_entry.c.seq > chain.summed_seq,
        )
        .order_by(journal_entry.c.seq)
        .limit(limit)
    )
    return [Entry(**row) for row in unit.conn.execute(query).mappings()]


def put_chains(unit: Unit, chains: Iterable[Chain]) -> None:
    """Write how far chains are summed."""
    rows = [
        {
            "terminal_id": each.terminal_id,
            "incarnation": each.incarnation,
            "summed_seq": each.summed_seq,
            "told_ms": each.told_ms,
            "shifts": json.dumps({"active": each.shifts.active, "days": dict(each.shifts.days)}),
        }
        for each in chains
    ]
    _put(unit, report_chain, index=["terminal_id", "incarnation"], rows=rows)


def _chain(row: Mapping[str, Any]) -> Chain:
    shifts = OpenShifts(**json.loads(row.get("shifts", "{}")))
    return Chain(**{**row, "shifts": shifts})


def stores_of(unit: Unit, terminal_ids: Collection[str]) -> dict[str, str]:
    """Return the stores of tills."""
    query = select(terminal.c.terminal_id, terminal.c.store_id).where(
        terminal.c.terminal_id.in_(terminal_ids)
    )
    return {str(row.terminal_id): str(row.store_id) for row in unit.conn.execute(query)}


def wait_for(unit: Unit, entry_id: str, *, why: str) -> None:
    """Note that an entry could not be summed."""
    _put(unit, report_waiting, index=["entry_id"], rows=[{"entry_id": entry_id, "why": why}])


def understood(unit: Unit, *, limit: int) -> list[Entry]:
    """Return entries that could not be summed and that the server has understood since."""
    query = (
        select(*_ENTRY)
        .join(report_waiting, report_waiting.c.entry_id == journal_entry.c.entry_id)
        .where(journal_entry.c.state == "applied", report_waiting.c.why == "unknown")
        .order_by(journal_entry.c.terminal_id, journal_entry.c.incarnation, journal_entry.c.seq)
        .limit(limit)
    )
    return [Entry(**row) for row in unit.conn.execute(query).mappings()]


def wait_no_longer(unit: Unit, entry_ids: Collection[str]) -> None:
    """Forget that entries could not be summed."""
    if entry_ids:
        unit.conn.execute(delete(report_waiting).where(report_waiting.c.entry_id.in_(entry_ids)))


def add(unit: Unit, added: Mapping[tuple[str, str, Cell], int]) -> None:
    """Add values to the sums."""
    rows = [
        (scope, period, cell.dimension, cell.measure, cell.key, value)
        for (scope, period, cell), value in sorted(added.items())
        if value
    ]
    if not rows:
        return
    if unit.is_sqlite:
        insert = sqlite.insert(report_sum)
        names = [column.name for column in report_sum.c]
        unit.conn.execute(
            insert.on_conflict_do_update(
                index_elements=names[:5], set_={"value": report_sum.c.value + insert.excluded.value}
            ),
            [dict(zip(names, row, strict=True)) for row in rows],
        )
        return
    # One statement for all of them: a thousand entries of many stores are some ten thousand cells.
    unit.conn.execute(
        text(
            "INSERT INTO report_sum (scope, period, dimension, measure, key, value) "
            "SELECT * FROM unnest(CAST(:a AS text[]), CAST(:b AS text[]), CAST(:c AS text[]), "
            "CAST(:d AS text[]), CAST(:e AS text[]), CAST(:f AS bigint[])) "
            "ON CONFLICT (scope, period, dimension, measure, key) "
            "DO UPDATE SET value = report_sum.value + excluded.value"
        ),
        dict(zip("abcdef", (list(column) for column in zip(*rows, strict=True)), strict=True)),
    )


def shifts(unit: Unit, shift_ids: Collection[str]) -> list[Shift]:
    """Return the shifts of some ids that are known."""
    found = unit.conn.execute(select(report_shift).where(report_shift.c.shift_id.in_(shift_ids)))
    return [Shift(**row) for row in found.mappings()]


def put_shift(unit: Unit, shift: Shift) -> None:
    """Write what is known of a shift; its first Z stays."""
    insert = _insert(unit, report_shift).values(asdict(shift))
    rest = {name: insert.excluded[name] for name in ("closed_ms", "z_number", "last_seq")}
    unit.conn.execute(
        insert.on_conflict_do_update(
            index_elements=["shift_id"], set_=rest, where=report_shift.c.closed_ms.is_(None)
        )
    )


def closed_day(unit: Unit, store_id: str, *, day: str) -> ClosedDay | None:
    """Return how a day of a store was closed, if it is."""
    query = select(report_day).where(report_day.c.store_id == store_id, report_day.c.business_day == day)
    row = unit.conn.execute(query).mappings().first()
    return None if row is None else ClosedDay(**{**row, "complete": bool(row["complete"])})


def close_day(unit: Unit, day: ClosedDay) -> None:
    """Note that a day is closed; the first close of it counts."""
    insert = _insert(unit, report_day).values({**asdict(day), "complete": int(day.complete)})
    unit.conn.execute(insert.on_conflict_do_nothing())


def put_late(unit: Unit, late: Iterable[Late]) -> None:
    """Write adjustments."""
    _put(unit, report_late, index=["entry_id"], rows=[asdict(each) for each in late])


def stated_twice(unit: Unit, sales: Mapping[str, str]) -> set[str]:
    """Return which of some entries, by the sale that each states, are not the one that counts."""
    query = select(sale.c.sale_id, sale.c.entry_id).where(sale.c.sale_id.in_(set(sales.values())))
    counts = {str(row.sale_id): str(row.entry_id) for row in unit.conn.execute(query)}
    return {entry for entry, sale_id in sales.items() if counts.get(sale_id, entry) != entry}


def closed_twice(unit: Unit, zs: Mapping[str, str]) -> set[str]:
    """Return which of some entries, by the shift that each closes, are not its Z: the first one stays."""
    query = select(shift_z.c.shift_id, shift_z.c.entry_id).where(shift_z.c.shift_id.in_(set(zs.values())))
    counts = {str(row.shift_id): str(row.entry_id) for row in unit.conn.execute(query)}
    return {entry for entry, shift_id in zs.items() if counts.get(shift_id, entry) != entry}


def known_order(unit: Unit, order_id: str) -> KnownOrder | None:
    """Return what a fact about an order does not say."""
    query = select(shop_order.c.fulfilment, shop_order.c.promised_ms)
    row = unit.conn.execute(query.where(shop_order.c.order_id == order_id)).first()
    return None if row is None else KnownOrder(row.fulfilment, int(row.promised_ms))


def known_hand_over(unit: Unit, hand_over_id: str) -> tuple[KnownHandOver, str, str] | None:
    """Return a hand-over, its channel still empty, with its means and its order."""
    row = unit.conn.execute(
        select(hand_over, journal_entry.c.actor)
        .join(journal_entry, journal_entry.c.entry_id == hand_over.c.entry_id)
        .where(hand_over.c.hand_over_id == hand_over_id)
    ).first()
    if row is None:
        return None
    return KnownHandOver(row.value_minor, row.handed_ms, row.actor, ""), row.means, row.order_id


def placed_orders(unit: Unit, order_ids: Collection[str]) -> dict[str, tuple[str, int, PlacedOrder]]:
    """Return store, moment and fate of orders; what moved to another store counts there, and not twice."""
    moved = (
        select(shop_order.c.moved_from, func.sum(shop_order.c.total_minor).label("minor"))
        .where(shop_order.c.moved_from.in_(order_ids))
        .group_by(shop_order.c.moved_from)
    )
    settled = _settled(unit, order_ids)
    gone = {str(row.moved_from): int(row.minor) for row in unit.conn.execute(moved)}
    found = unit.conn.execute(select(shop_order).where(shop_order.c.order_id.in_(order_ids)))
    return {
        str(row.order_id): (
            str(row.store_id),
            int(row.placed_ms),
            PlacedOrder(
                row.channel,
                row.fulfilment,
                row.state,
                row.total_minor - gone.get(str(row.order_id), 0),
                *settled.get(str(row.order_id), (0, 0)),
            ),
        )
        for row in found
    }


def _settled(unit: Unit, order_ids: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return commission and discounts of others of orders that were paid online, less what was given back."""
    root = case((shop_order.c.moved_from != "", shop_order.c.moved_from), else_=shop_order.c.order_id)
    given = (
        select(root.label("root"), func.sum(order_refund.c.amount_minor).label("minor"))
        .join(shop_order, shop_order.c.order_id == order_refund.c.order_id)
        .where(or_(shop_order.c.order_id.in_(order_ids), shop_order.c.moved_from.in_(order_ids)))
        .group_by(root)
    )
    back = {str(row.root): int(row.minor) for row in unit.conn.execute(given)}
    query = select(order_price).where(order_price.c.order_id.in_(order_ids), order_price.c.online_minor > 0)
    found = {}
    for row in unit.conn.execute(query):
        paid, back_minor = int(row.online_minor), back.get(str(row.order_id), 0)
        commission = round_ratio(paid * row.commission_bp, _WHOLE_BP)
        others = row.headquarters_minor + row.brand_minor + row.platform_minor
        found[str(row.order_id)] = (
            kept_share(commission, paid_minor=paid, back_minor=back_minor),
            kept_share(others, paid_minor=paid, back_minor=back_minor),
        )
    return found


def moved_from(unit: Unit, order_ids: Collection[str]) -> set[str]:
    """Return the orders that some orders are parts of."""
    query = select(shop_order.c.moved_from).where(
        shop_order.c.order_id.in_(order_ids), shop_order.c.moved_from != ""
    )
    return {str(row.moved_from) for row in unit.conn.execute(query)}


def counted_orders(unit: Unit, order_ids: Collection[str]) -> dict[str, CountedOrder]:
    """Return what the sums hold of orders."""
    found = unit.conn.execute(select(report_order).where(report_order.c.order_id.in_(order_ids)))
    return {str(row["order_id"]): CountedOrder(**row) for row in found.mappings()}


def put_orders(unit: Unit, counted: Iterable[CountedOrder]) -> None:
    """Write what the sums hold of orders."""
    _put(unit, report_order, index=["order_id"], rows=[asdict(each) for each in counted])


def _put(unit: Unit, table: Table, *, index: list[str], rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    insert = _insert(unit, table)
    rest = {name: insert.excluded[name] for name in rows[0] if name not in index}
    unit.conn.execute(
        insert.on_conflict_do_update(index_elements=index, set_=rest), [dict(row) for row in rows]
    )


def _insert(unit: Unit, table: Table) -> Any:
    return (sqlite.insert if unit.is_sqlite else postgresql.insert)(table)
