"""Publishing to the feeds, and reading pages of them.

A feed holds one row for each thing: publishing replaces it and puts it at the feed's end, so a snapshot is
the feed from its beginning. Readers stop before the first transaction that is still open.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from central_api.feed import repository
from central_api.feed.schemas import Cursor, FeedName, Publication, parse_cursor
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from retail_core.wire.digests import BucketRows, FeedDigest, bucket_of, digest_of
from retail_core.wire.feed import Change

MAX_PAGE = 2_000
"""Changes in one page at most."""

_MEMO_TXID = "feed.txid"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a feed; transactions below ``complete_below`` (None: all) are wholly in it or before it."""

    changes: tuple[Change, ...]
    next: Cursor
    more: bool
    reset: bool
    complete_below: int | None


def txid(unit: Unit) -> int:
    """Return the number of the unit's transaction, which orders it among all others."""
    if _MEMO_TXID not in unit.memo:
        unit.memo[_MEMO_TXID] = repository.next_txid(unit)
    return unit.memo[_MEMO_TXID]


def publish(
    unit: Unit, feed: FeedName, *, scope: str, kind: str, key: str, doc: Mapping[str, object] | None
) -> None:
    """Put the newest state of one thing at the end of a feed, and wake who waits after the commit.

    Args:
        unit: The unit of work.
        feed: ``catalog`` or ``store``.
        scope: A store's id, or ``*`` for all stores.
        kind: What it is, as ``retail_core.wire.feed`` names it: ``product``, ``member``, ``stock``, ...
        key: Which one.
        doc: Its document; None when it is gone.
    """
    publish_many(unit, feed, scope=scope, publications=[Publication(kind, key, doc)])


def publish_many(unit: Unit, feed: FeedName, *, scope: str, publications: Sequence[Publication]) -> None:
    """Put many things at the end of a feed, in their order; as :func:`publish`."""
    if not publications:
        return
    number = txid(unit)
    repository.upsert(
        unit,
        [
            {
                "txid": number,
                "feed": feed,
                "scope": scope,
                "kind": item.kind,
                "key": item.key,
                "doc": None if item.doc is None else _text(item.doc),
            }
            for item in publications
        ],
    )
    unit.wake(feed, scope)


def page(unit: Unit, feed: FeedName, *, store_id: str, cursor: str, limit: int) -> Page:
    """Return the changes of a store's feed behind ``cursor``, or from the beginning for another epoch."""
    epoch = current_epoch(unit)
    place = _known_place(unit, feed, store_id=store_id, cursor=cursor)
    start = Cursor(epoch, 0, 0) if place is None else place
    below = repository.first_open_txid(unit)
    rows = repository.rows_after(unit, feed, store_id=store_id, place=start, below=below, limit=limit + 1)
    more = len(rows) > limit
    rows = rows[:limit]
    end = Cursor(epoch, rows[-1].txid, rows[-1].id) if rows else start
    return Page(
        changes=tuple(
            Change(kind=row.kind, key=row.key, doc=None if row.doc is None else json.loads(row.doc))
            for row in rows
        ),
        next=end,
        more=more,
        reset=bool(cursor) and place is None,
        complete_below=end.txid if more else below,
    )


def changed(unit: Unit, feed: FeedName, *, kind: str, cursor: str, limit: int) -> tuple[list[str], str]:
    """Return which things of a kind changed behind ``cursor``, in any store, and the cursor behind them.

    Without a cursor, and with one of another epoch, that is everything; of what is gone as well.
    """
    epoch = current_epoch(unit)
    place = parse_cursor(cursor)
    start = place if place is not None and place.epoch == epoch else Cursor(epoch, 0, 0)
    below = repository.first_open_txid(unit)
    rows = repository.keys_after(unit, feed, kind=kind, place=start, below=below, limit=limit)
    end = Cursor(epoch, rows[-1].txid, rows[-1].id) if rows else start
    return [row.key for row in rows], str(end)


def has_news(unit: Unit, feed: FeedName, *, store_id: str, cursor: str) -> bool:
    """Return whether a page behind ``cursor`` would bring something."""
    place = _known_place(unit, feed, store_id=store_id, cursor=cursor)
    if place is None:
        return True
    below = repository.first_open_txid(unit)
    rows = repository.rows_after(unit, feed, store_id=store_id, place=place, below=below, limit=1)
    return bool(rows)


def head(unit: Unit, feed: FeedName, *, store_id: str) -> Cursor:
    """Return the cursor behind everything that a store's feed holds."""
    number, row_id = repository.last_place(unit, feed, store_id=store_id)
    return Cursor(current_epoch(unit), number, row_id)


def behind(unit: Unit, feed: FeedName, *, store_id: str, cursor: str) -> int | None:
    """Return how many changes lie behind ``cursor``, or None if it is of another epoch."""
    place = parse_cursor(cursor)
    if place is None or place.epoch != current_epoch(unit):
        return None
    return repository.count_after(unit, feed, store_id=store_id, place=place)


def documents(unit: Unit, feed: FeedName, *, store_id: str, kind: str) -> list[tuple[str, str]]:
    """Return key and JSON document of everything of a kind, in order of the key."""
    return repository.docs_of_kind(unit, feed, store_id=store_id, kind=kind)


def digest(unit: Unit, feed: FeedName, *, store_id: str) -> FeedDigest:
    """Return the digests of everything that a store has, at the end of its feed.

    What an open transaction may overtake is not at any till yet, so there is no digest meanwhile.
    """
    place = str(head(unit, feed, store_id=store_id))
    if not repository.is_settled(unit, feed, store_id=store_id):
        return FeedDigest(cursor=place, rows=0, buckets=())
    rows = repository.all_docs(unit, feed, store_id=store_id)
    kinds, buckets = digest_of((kind, key, json.loads(doc)) for kind, key, doc in rows)
    return FeedDigest(cursor=place, rows=sum(kinds.values()), buckets=buckets, kinds=kinds)


def bucket_rows(unit: Unit, feed: FeedName, *, store_id: str, bucket: int) -> BucketRows:
    """Return everything of a store that lies in a bucket.

    Raises:
        ApiError: 409 ``feed.unsettled``: something is being written; ask again later.
    """
    if not repository.is_settled(unit, feed, store_id=store_id):
        raise ApiError(409, "feed.unsettled")
    changes = tuple(
        Change(kind=kind, key=key, doc=json.loads(doc))
        for kind, key, doc in repository.all_docs(unit, feed, store_id=store_id)
        if bucket_of(kind, key) == bucket
    )
    place = str(head(unit, feed, store_id=store_id))
    return BucketRows(cursor=place, bucket=bucket, changes=changes)


def begin_epoch(unit: Unit) -> None:
    """Give the feeds an epoch if they have none; a restored database gets another one."""
    repository.set_epoch(unit, secrets.token_hex(4))


def renew_epoch(unit: Unit) -> str:
    """Give the feeds another epoch and return it: the database was put back from a backup.

    What tills read behind the backup is not in it, and its numbers will be given again to other things; so no
    cursor of theirs counts any more, and each reads its feeds from the beginning.
    """
    value = secrets.token_hex(4)
    repository.set_epoch(unit, value, again=True)
    return value


def current_epoch(unit: Unit) -> str:
    """Return the epoch; empty before the server began one."""
    return repository.epoch(unit) or ""


def _known_place(unit: Unit, feed: FeedName, *, store_id: str, cursor: str) -> Cursor | None:
    """Return the place of a cursor, or None for one of another epoch or from ahead of the feed's end.

    Nothing is ever taken out of a feed, so a till that is ahead has seen what a restored server has lost.
    """
    place = parse_cursor(cursor)
    if place is None or place.epoch != current_epoch(unit):
        return None
    return place if repository.reaches(unit, feed, store_id=store_id, place=place) else None


def _text(doc: Mapping[str, object]) -> str:
    return json.dumps(doc, ensure_ascii=False, separators=(",", ":"))
