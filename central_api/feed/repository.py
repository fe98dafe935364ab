"""Rows of the feeds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select, text
from sqlalchemy.dialects import postgresql, sqlite

from central_api.feed.schemas import EVERYWHERE, Cursor
from central_api.kit.unit import Unit
from central_api.models.feed import feed_change
from central_api.models.stores import server_meta, store


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One stored change."""

    id: int
    txid: int
    kind: str
    key: str
    doc: str | None


def next_txid(unit: Unit) -> int:
    """Return this transaction's number: PostgreSQL's own, or the next of the writer's counter."""
    if not unit.is_sqlite:
        return int(unit.conn.execute(text("SELECT pg_current_xact_id()::text")).scalar_one())
    counted = unit.conn.execute(
        sqlite.insert(server_meta)
        .values(key="txid", value="1")
        .on_conflict_do_update(
            index_elements=["key"],
            set_={"value": text("CAST(CAST(server_meta.value AS INTEGER) + 1 AS TEXT)")},
        )
        .returning(server_meta.c.value)
    ).scalar_one()
    return int(counted)


def first_open_txid(unit: Unit) -> int | None:
    """Return the number below which every transaction has ended; None where one writes at a time."""
    if unit.is_sqlite:
        return None
    oldest = unit.conn.execute(text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")).scalar_one()
    return int(oldest)


def epoch(unit: Unit) -> str | None:
    """Return the epoch of the feeds, if the server has one yet."""
    found = unit.conn.execute(select(server_meta.c.value).where(server_meta.c.key == "epoch")).scalar()
    return None if found is None else str(found)


def set_epoch(unit: Unit, value: str, *, again: bool = False) -> None:
    """Begin an epoch, unless there is one; with ``again`` in its place."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(server_meta)
    statement = statement.values(key="epoch", value=value)
    if again:
        statement = statement.on_conflict_do_update(index_elements=["key"], set_={"value": value})
    else:
        statement = statement.on_conflict_do_nothing()
    unit.conn.execute(statement)


def upsert(unit: Unit, rows: Sequence[dict[str, object]]) -> None:
    """Write the newest state of things, each with a new place at the end of its feed."""
    if not rows:
        return
    if unit.is_sqlite:
        # REPLACE deletes the older row and inserts one with the next number.
        unit.conn.execute(sqlite.insert(feed_change).prefix_with("OR REPLACE"), list(rows))
        return
    insert = postgresql.insert(feed_change)
    unit.conn.execute(
        insert.on_conflict_do_update(
            index_elements=["feed", "scope", "kind", "key"],
            set_={"id": insert.excluded.id, "txid": insert.excluded.txid, "doc": insert.excluded.doc},
        ),
        list(rows),
    )


def rows_after(
    unit: Unit, feed: str, *, store_id: str, place: Cursor, below: int | None, limit: int
) -> list[FeedRow]:
    """Return at most ``limit`` changes of a store's feed behind a place, in order."""
    found = unit.conn.execute(
        select(feed_change.c.id, feed_change.c.txid, feed_change.c.kind, feed_change.c.key, feed_change.c.doc)
        .where(_of(feed, store_id), _behind(place), *_ended(below))
        .order_by(feed_change.c.txid, feed_change.c.id)
        .limit(limit)
    )
    return [FeedRow(row.id, row.txid, row.kind, row.key, row.doc) for row in found]


def keys_after(
    unit: Unit, feed: str, *, kind: str, place: Cursor, below: int | None, limit: int
) -> list[FeedRow]:
    """Return at most ``limit`` changes of a kind behind a place, in all stores, without documents."""
    columns = (feed_change.c.id, feed_change.c.txid, feed_change.c.kind, feed_change.c.key)
    found = unit.conn.execute(
        select(*columns)
        .where(
            feed_change.c.feed == feed,
            # Said for each scope, so that the index leads to what is new in it.
            feed_change.c.scope.in_(select(store.c.store_id)),
            feed_change.c.txid >= place.txid,
            feed_change.c.kind == kind,
            _behind(place),
            *_ended(below),
        )
        .order_by(feed_change.c.txid, feed_change.c.id)
        .limit(limit)
    )
    return [FeedRow(row.id, row.txid, row.kind, row.key, None) for row in found]


def reaches(unit: Unit, feed: str, *, store_id: str, place: Cursor) -> bool:
    """Return whether a store's feed goes as far as a place, what is not ended yet included."""
    if place.txid == 0:
        return True
    at = and_(feed_change.c.txid == place.txid, feed_change.c.id >= place.row_id)
    query = select(feed_change.c.id).where(_of(feed, store_id), or_(feed_change.c.txid > place.txid, at))
    return unit.conn.execute(query.limit(1)).first() is not None


def count_after(unit: Unit, feed: str, *, store_id: str, place: Cursor) -> int:
    """Return how many changes of a store's feed lie behind a place."""
    return int(
        unit.conn.execute(
            select(func.count()).select_from(feed_change).where(_of(feed, store_id), _behind(place))
        ).scalar_one()
    )


def docs_of_kind(unit: Unit, feed: str, *, store_id: str, kind: str) -> list[tuple[str, str]]:
    """Return key and document of everything of a kind that is there, in order of the key."""
    found = unit.conn.execute(
        select(feed_change.c.key, feed_change.c.doc)
        .where(_of(feed, store_id), feed_change.c.kind == kind, feed_change.c.doc.is_not(None))
        .order_by(feed_change.c.key)
    )
    return [(str(row.key), str(row.doc)) for row in found]


def all_docs(unit: Unit, feed: str, *, store_id: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, key and document of everything that is there."""
    query = select(feed_change.c.kind, feed_change.c.key, feed_change.c.doc).where(
        _of(feed, store_id), feed_change.c.doc.is_not(None)
    )
    with unit.conn.execute(query.execution_options(yield_per=1_000)) as found:
        for row in found:
            yield row.kind, row.key, row.doc


def is_settled(unit: Unit, feed: str, *, store_id: str) -> bool:
    """Return whether everything of a store's feed lies below the transactions that are open."""
    below = first_open_txid(unit)
    if below is None:
        return True
    query = select(feed_change.c.id).where(_of(feed, store_id), feed_change.c.txid >= below)
    return unit.conn.execute(query.limit(1)).first() is None


def last_place(unit: Unit, feed: str, *, store_id: str) -> tuple[int, int]:
    """Return number and row of the newest change of a store's feed; (0, 0) for an empty one."""
    found = unit.conn.execute(
        select(feed_change.c.txid, feed_change.c.id)
        .where(_of(feed, store_id), *_ended(first_open_txid(unit)))
        .order_by(feed_change.c.txid.desc(), feed_change.c.id.desc())
        .limit(1)
    ).first()
    return (0, 0) if found is None else (found.txid, found.id)


def _of(feed: str, store_id: str) -> ColumnElement[bool]:
    return and_(feed_change.c.feed == feed, feed_change.c.scope.in_((EVERYWHERE, store_id)))


def _behind(place: Cursor) -> ColumnElement[bool]:
    same = and_(feed_change.c.txid == place.txid, feed_change.c.id > place.row_id)
    return or_(feed_change.c.txid > place.txid, same)


def _ended(below: int | None) -> list[ColumnElement[bool]]:
    return [] if below is None else [feed_change.c.txid < below]
