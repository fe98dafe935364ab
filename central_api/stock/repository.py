"""Rows of stock."""

from collections.abc import Sequence
from dataclasses import asdict, fields

from sqlalchemy import func, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.stock import stock_level, stock_movement
from central_api.stock.schemas import Level, Movement

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
    found = unit.conn.execute(
        select(
            stock_movement.c.store_id,
            stock_movement.c.product_id,
            func.sum(stock_movement.c.on_hand_milli).label("on_hand"),
            func.sum(stock_movement.c.committed_milli).label("committed"),
        )
        .where(stock_movement.c.txid == txid, stock_movement.c.id > after_id)
        .group_by(stock_movement.c.store_id, stock_movement.c.product_id)
        .order_by(stock_movement.c.store_id, stock_movement.c.product_id)
    )
    return [
        Level(row.store_id, row.product_id, int(row.on_hand), int(row.committed), unit.now_ms)
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
    unit.conn.execute(
        insert.on_conflict_do_update(
            index_elements=["store_id", "product_id"],
            set_={
                "on_hand_milli": stock_level.c.on_hand_milli + insert.excluded.on_hand_milli,
                "committed_milli": stock_level.c.committed_milli + insert.excluded.committed_milli,
                "changed_ms": insert.excluded.changed_ms,
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
        found += [
            Level(row.store_id, row.product_id, row.on_hand_milli, row.committed_milli, row.changed_ms)
            for row in rows
        ]
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
    return [
        Level(row.store_id, row.product_id, row.on_hand_milli, row.committed_milli, row.changed_ms)
        for row in rows
    ]


def lock_levels(unit: Unit, store_id: str, *, product_ids: Sequence[str]) -> list[Level]:
    """Return levels of a store, in order of the product, that nobody else changes before this unit ends."""
    rows = unit.conn.execute(
        select(stock_level)
        .where(stock_level.c.store_id == store_id, stock_level.c.product_id.in_(product_ids))
        .order_by(stock_level.c.product_id)
        .with_for_update()
    )
    return [
        Level(row.store_id, row.product_id, row.on_hand_milli, row.committed_milli, row.changed_ms)
        for row in rows
    ]
