"""Rows of stock."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any, Final

from sqlalchemy import Row, case, exists, func, or_, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.stock import (
    serial_out,
    stock_batch,
    stock_count,
    stock_level,
    stock_movement,
    stock_transfer,
    stock_transfer_line,
)
from central_api.stock.schemas import Count, Level, Movement, SerialPiece, Transfer, TransferLine
from retail_core.batches import Batch

ASKING: Final = ("sale", "order")
"""The causes of movements by which somebody wanted goods."""

STOCKING: Final = ("import", "count", "receipt", "transfer_in")
"""The causes of movements by which a store is told of its stock."""

_NAMED = or_(stock_movement.c.batch != "", stock_movement.c.expires != "")
_MOVEMENT = tuple(item.name for item in fields(Movement))


def insert_movements(unit: Unit, movements: Sequence[Movement], *, txid: int) -> None:
    """Insert movements; those whose cause, reference and line are known stay as they are."""
    if not movements:
        return
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(stock_movement)
    unit.insert(
        "stock_movement",
        insert.on_conflict_do_nothing(index_elements=["cause", "ref", "line"]),
        rows=[{**_columns(movement), "txid": txid} for movement in movements],
    )


def _columns(movement: Movement) -> dict[str, object]:
    return {name: getattr(movement, name) for name in _MOVEMENT}


def sums_of(unit: Unit, *, txid: int, after_id: int) -> list[Level]:
    """Return what this transaction moved behind a row number: sums by key, in order of the key."""
    unit.flush()
    moved = stock_movement.c.moved_ms
    found = unit.conn.execute(
        select(
            stock_movement.c.store_id,
            stock_movement.c.product_id,
            func.sum(stock_movement.c.on_hand_milli).label("on_hand"),
            func.sum(stock_movement.c.committed_milli).label("committed"),
            func.sum(case((_NAMED, 1), else_=0)).label("named"),
            func.max(case((stock_movement.c.on_hand_milli != 0, moved), else_=0)).label("moved_ms"),
            func.max(case((stock_movement.c.cause.in_(ASKING), moved), else_=0)).label("asked_ms"),
            func.min(case((stock_movement.c.cause.in_(STOCKING), moved))).label("stocked_ms"),
        )
        .where(stock_movement.c.txid == txid, stock_movement.c.id > after_id)
        .group_by(stock_movement.c.store_id, stock_movement.c.product_id)
        .order_by(stock_movement.c.store_id, stock_movement.c.product_id)
    )
    return [
        Level(
            *(
                row.store_id,
                row.product_id,
                int(row.on_hand),
                int(row.committed),
                unit.now_ms,
                int(row.named),
            ),
            *(int(row.moved_ms), int(row.asked_ms), int(row.stocked_ms or 0)),
        )
        for row in found
    ]


def last_movement_id(unit: Unit, txid: int) -> int:
    """Return the number of this transaction's last movement; 0 for none."""
    query = select(func.max(stock_movement.c.id)).where(stock_movement.c.txid == txid)
    return int(unit.conn.execute(query).scalar() or 0)


def add_to_levels(unit: Unit, sums: Sequence[Level]) -> None:
    """Add sums to the levels, in the order given."""
    if not sums:
        return
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(stock_level)
    latest = func.max if unit.is_sqlite else func.greatest
    earliest = func.min if unit.is_sqlite else func.least
    first_ms, told_ms = stock_level.c.stocked_ms, insert.excluded.stocked_ms
    unit.conn.execute(
        insert.on_conflict_do_update(
            index_elements=["store_id", "product_id"],
            set_={
                "moved_ms": latest(stock_level.c.moved_ms, insert.excluded.moved_ms),
                "asked_ms": latest(stock_level.c.asked_ms, insert.excluded.asked_ms),
                "stocked_ms": case(
                    (first_ms == 0, told_ms), (told_ms == 0, first_ms), else_=earliest(first_ms, told_ms)
                ),
                "on_hand_milli": stock_level.c.on_hand_milli + insert.excluded.on_hand_milli,
                "committed_milli": stock_level.c.committed_milli + insert.excluded.committed_milli,
                "changed_ms": insert.excluded.changed_ms,
                "named": stock_level.c.named + insert.excluded.named,
            },
        ),
        [asdict(item) for item in sums],
    )


def levels(unit: Unit, keys: Sequence[tuple[str, str]]) -> list[Level]:
    """Return the levels of (store, product) keys, in order of the key."""
    found: list[Level] = []
    for start in range(0, len(keys), 400):
        rows = unit.conn.execute(
            select(stock_level)
            .where(tuple_(stock_level.c.store_id, stock_level.c.product_id).in_(keys[start : start + 400]))
            .order_by(stock_level.c.store_id, stock_level.c.product_id)
        )
        found += [_level(row) for row in rows]
    return found


def walk_in(
    unit: Unit, store_id: str, *, product_ids: Sequence[str], from_ms: int, to_ms: int
) -> dict[str, int]:
    """Return what was sold at a store's counter behind ``from_ms`` and up to ``to_ms``, by product."""
    rows = unit.conn.execute(
        select(stock_movement.c.product_id, func.sum(-stock_movement.c.on_hand_milli).label("sold"))
        .where(
            stock_movement.c.store_id == store_id,
            stock_movement.c.product_id.in_(product_ids),
            stock_movement.c.moved_ms > from_ms,
            stock_movement.c.moved_ms <= to_ms,
            stock_movement.c.cause == "sale",
        )
        .group_by(stock_movement.c.product_id)
    )
    return {str(row.product_id): int(row.sold) for row in rows}


def levels_of_product(unit: Unit, product_id: str, *, least_milli: int) -> list[Level]:
    """Return the levels of the stores that have so much of a product on hand, in order of the store."""
    rows = unit.conn.execute(
        select(stock_level)
        .where(stock_level.c.product_id == product_id, stock_level.c.on_hand_milli >= least_milli)
        .order_by(stock_level.c.store_id)
    )
    return [_level(row) for row in rows]


def lock_levels(unit: Unit, store_id: str, *, product_ids: Sequence[str]) -> list[Level]:
    """Return levels of a store, in order of the product, that nobody else changes before this unit ends."""
    rows = unit.conn.execute(
        select(stock_level)
        .where(stock_level.c.store_id == store_id, stock_level.c.product_id.in_(product_ids))
        .order_by(stock_level.c.product_id)
        .with_for_update()
    )
    return [_level(row) for row in rows]


def insert_counts(unit: Unit, counts: Sequence[Count], *, txid: int) -> None:
    """Insert counted lines; those whose document and line are known stay as they are."""
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(stock_count)
    unit.insert(
        "stock_count",
        insert.on_conflict_do_nothing(index_elements=["document_id", "line"]),
        rows=[
            {**{name: value for name, value in asdict(each).items() if name != "count_id"}, "txid": txid}
            for each in counts
        ],
    )


def counts_of(unit: Unit, *, txid: int, after_id: int) -> list[Count]:
    """Return what this transaction counted behind a row number, the earliest moment first."""
    query = select(stock_count).where(stock_count.c.txid == txid, stock_count.c.id > after_id)
    return [_count(row) for row in unit.conn.execute(query.order_by(stock_count.c.at_ms, stock_count.c.id))]


def next_count(
    unit: Unit, movement: Movement, *, except_ids: Sequence[int], strictly: bool = False
) -> Count | None:
    """Return the first count of a product at or, ``strictly``, behind the moment of a movement."""
    moment = stock_count.c.at_ms > movement.moved_ms if strictly else stock_count.c.at_ms >= movement.moved_ms
    row = unit.conn.execute(
        select(stock_count)
        .where(
            stock_count.c.store_id == movement.store_id,
            stock_count.c.product_id == movement.product_id,
            moment,
            stock_count.c.id.not_in(except_ids),
        )
        .order_by(stock_count.c.at_ms, stock_count.c.id)
        .limit(1)
    ).first()
    return None if row is None else _count(row)


def moved_before_a_count(unit: Unit, *, txid: int, after_id: int) -> list[Movement]:
    """Return what this transaction moved behind a row number at or before the moment of any count."""
    query = (
        select(*(stock_movement.c[name] for name in _MOVEMENT))
        .where(
            stock_movement.c.txid == txid,
            stock_movement.c.id > after_id,
            stock_movement.c.on_hand_milli != 0,
            exists()
            .where(
                stock_count.c.store_id == stock_movement.c.store_id,
                stock_count.c.product_id == stock_movement.c.product_id,
                stock_count.c.at_ms >= stock_movement.c.moved_ms,
            )
            .correlate(stock_movement),
        )
        .order_by(stock_movement.c.id)
    )
    return [Movement(**row._mapping) for row in unit.conn.execute(query)]  # noqa: SLF001 - SQLAlchemy's public name


def moved_after(unit: Unit, count: Count) -> int:
    """Return the sum of what moved behind the moment of a count."""
    query = select(func.coalesce(func.sum(stock_movement.c.on_hand_milli), 0)).where(
        stock_movement.c.store_id == count.store_id,
        stock_movement.c.product_id == count.product_id,
        stock_movement.c.moved_ms > count.at_ms,
    )
    return int(unit.conn.execute(query).scalar_one())


def last_sales_of(unit: Unit, *, txid: int, after_id: int) -> dict[tuple[str, str], str]:
    """Return the entry of the last sale of each (store, product) that this transaction sold."""
    query = (
        select(stock_movement.c.store_id, stock_movement.c.product_id, stock_movement.c.entry_id)
        .where(
            stock_movement.c.txid == txid,
            stock_movement.c.id > after_id,
            stock_movement.c.cause == "sale",
            stock_movement.c.entry_id.is_not(None),
        )
        .order_by(stock_movement.c.id)
    )
    return {(row.store_id, row.product_id): str(row.entry_id) for row in unit.conn.execute(query)}


def ensure_transfer(unit: Unit, transfer: Transfer) -> None:
    """Write a transfer of which nothing was known."""
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(stock_transfer)
    unit.conn.execute(insert.on_conflict_do_nothing(index_elements=["transfer_id"]), [asdict(transfer)])


def find_transfer(unit: Unit, transfer_id: str) -> Transfer | None:
    """Return a transfer that nobody else changes before this unit ends."""
    row = unit.conn.execute(
        select(stock_transfer).where(stock_transfer.c.transfer_id == transfer_id).with_for_update()
    ).first()
    return None if row is None else Transfer(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name


def change_transfer(unit: Unit, transfer: Transfer) -> None:
    """Write what is known of a transfer now."""
    unit.conn.execute(
        stock_transfer.update()
        .where(stock_transfer.c.transfer_id == transfer.transfer_id)
        .values(asdict(transfer))
    )


def put_transfer_lines(unit: Unit, transfer_id: str, *, lines: Sequence[TransferLine], column: str) -> None:
    """Write one side of a transfer's lines: ``sent_milli`` or ``arrived_milli``."""
    if not lines:
        return
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(stock_transfer_line)
    unit.conn.execute(
        insert.on_conflict_do_update(
            index_elements=["transfer_id", "line"], set_={column: insert.excluded[column]}
        ),
        [{"transfer_id": transfer_id, **asdict(line)} for line in lines],
    )


def transfer_lines(unit: Unit, transfer_id: str) -> list[TransferLine]:
    """Return the lines of a transfer, in order of their ids."""
    query = (
        select(stock_transfer_line)
        .where(stock_transfer_line.c.transfer_id == transfer_id)
        .order_by(stock_transfer_line.c.line)
    )
    return [
        TransferLine(row.line, row.product_id, row.sent_milli, row.arrived_milli)
        for row in unit.conn.execute(query)
    ]


def _level(row: Row[Any]) -> Level:
    return Level(
        row.store_id, row.product_id, row.on_hand_milli, row.committed_milli, row.changed_ms, row.named
    )


def _count(row: Row[Any]) -> Count:
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    del values["txid"]
    return Count(count_id=values.pop("id"), **values)


def add_to_batches(unit: Unit, *, txid: int, after_id: int) -> None:
    """Add what this transaction moved of named batches behind a row number to their sums."""
    unit.flush()
    keys = (
        stock_movement.c.store_id,
        stock_movement.c.product_id,
        stock_movement.c.expires,
        stock_movement.c.batch,
    )
    sums = unit.conn.execute(
        select(*keys, func.sum(stock_movement.c.on_hand_milli).label("qty_milli"))
        .where(stock_movement.c.txid == txid, stock_movement.c.id > after_id, _NAMED)
        .group_by(*keys)
        .order_by(*keys)
    ).all()
    if not sums:
        return
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(stock_batch)
    unit.conn.execute(
        insert.on_conflict_do_update(
            index_elements=["store_id", "product_id", "expires", "batch"],
            set_={"qty_milli": stock_batch.c.qty_milli + insert.excluded.qty_milli},
        ),
        [{**row._mapping, "qty_milli": int(row.qty_milli)} for row in sums],  # noqa: SLF001 - SQLAlchemy's public name
    )


def batches_of(unit: Unit, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], list[Batch]]:
    """Return the sums of the named batches of (store, product) keys; those that are nothing are left out."""
    found: dict[tuple[str, str], list[Batch]] = {}
    for start in range(0, len(keys), 400):
        rows = unit.conn.execute(
            select(stock_batch).where(
                tuple_(stock_batch.c.store_id, stock_batch.c.product_id).in_(keys[start : start + 400]),
                stock_batch.c.qty_milli != 0,
            )
        )
        for row in rows:
            batch = Batch(row.batch, row.expires, row.qty_milli)
            found.setdefault((row.store_id, row.product_id), []).append(batch)
    return found


def add_serial(unit: Unit, piece: SerialPiece, *, pieces: int) -> tuple[int, str]:
    """Add a piece that a customer took or brought back.

    Returns how many are out now, and the sale that was told of before, empty for none.
    """
    of_piece = (serial_out.c.product_id == piece.product_id) & (serial_out.c.serial == piece.serial)
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(serial_out)
    nobody = {"product_id": piece.product_id, "serial": piece.serial, "pieces": 0}
    unit.conn.execute(
        insert.on_conflict_do_nothing(index_elements=["product_id", "serial"]),
        [{**nobody, "store_id": "", "sale_id": ""}],
    )
    before = unit.conn.execute(select(serial_out).where(of_piece).with_for_update()).one()
    changed: dict[str, object] = {"pieces": before.pieces + pieces}
    if pieces > 0:
        changed |= {"store_id": piece.store_id, "sale_id": piece.sale_id}
    unit.conn.execute(serial_out.update().where(of_piece).values(changed))
    return before.pieces + pieces, str(before.sale_id)
