"""The feeds and the held request over HTTP."""

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query
from starlette.concurrency import run_in_threadpool

from central_api.coupons import service as coupons
from central_api.feed import service as feed
from central_api.journal import service as journal
from central_api.keys import service as keys
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from retail_core.wire.digests import BUCKETS, BucketRows, FeedDigest
from retail_core.wire.feed import FeedPage, Wake

_LOOK_AGAIN_S = 1.0
"""A commit of another process beside a running server, such as an import into SQLite, waits this long."""

_RESTLESS_S = 30.0
"""News that was told and cannot be read yet, because an older transaction is open, is looked for as long."""

_CURSOR = Query(max_length=100, pattern=r"^[^\x00]*$")


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.get("/v1/feed/{name}")
    def page(
        name: Literal["catalog", "store"],
        call: Annotated[SignedCall, Depends(kit.gate.signed)],
        *,
        cursor: Annotated[str, _CURSOR] = "",
        limit: Annotated[int, Query(ge=1, le=feed.MAX_PAGE)] = 500,
    ) -> FeedPage:
        """Give what changed behind a cursor."""
        _refresh_keys(kit)
        _keep_up_coupons(kit)
        with kit.database.read() as unit:
            found = feed.page(unit, name, store_id=call.caller.store_id, cursor=cursor, limit=limit)
            applied = journal.applied_through(unit, call.caller, below=found.complete_below)
        return FeedPage(
            feed=name,
            changes=found.changes,
            next=str(found.next),
            more=found.more,
            reset=found.reset,
            applied_through=applied,
            server_ms=kit.clock.now_ms(),
        )

    @router.get("/v1/wake")
    async def wake(
        call: Annotated[SignedCall, Depends(kit.gate.signed)],
        catalog: Annotated[str, _CURSOR] = "",
        *,
        store: Annotated[str, _CURSOR] = "",
        hold_s: Annotated[int, Query(ge=0, le=60)] = 25,
    ) -> Wake:
        """Answer when a feed has news behind its cursor, or after ``hold_s`` without."""
        kit.log.write("held", route="/v1/wake", terminal=call.caller.terminal_id)
        return await _held(kit, call.caller.store_id, catalog=catalog, store=store, hold_s=hold_s)

    @router.get("/v1/digest/{name}")
    def digest(
        name: Literal["catalog", "store"], call: Annotated[SignedCall, Depends(kit.gate.signed)]
    ) -> FeedDigest:
        """Give the digests of what the till's store has, so that it finds what is wrong with it."""
        with kit.database.read() as unit:
            return feed.digest(unit, name, store_id=call.caller.store_id)

    @router.get("/v1/digest/{name}/{bucket}")
    def bucket_rows(
        name: Literal["catalog", "store"],
        bucket: Annotated[int, Path(ge=0, lt=BUCKETS)],
        *,
        call: Annotated[SignedCall, Depends(kit.gate.signed)],
    ) -> BucketRows:
        """Give everything of a bucket that differs."""
        with kit.database.read() as unit:
            return feed.bucket_rows(unit, name, store_id=call.caller.store_id, bucket=bucket)

    return router


async def _held(kit: Kit, store_id: str, *, catalog: str, store: str, hold_s: int) -> Wake:
    loop = asyncio.get_running_loop()
    until = loop.time() + hold_s
    restless_until = 0.0
    with kit.wakeups.waiting(store_id) as waiter:
        while True:
            if waiter.news.is_set():
                restless_until = loop.time() + _RESTLESS_S
            waiter.news.clear()
            found = await run_in_threadpool(_look, kit, store_id, catalog=catalog, store=store)
            left_s = until - loop.time()
            if found.catalog or found.store or left_s <= 0 or kit.wakeups.is_closed:
                return found
            is_calm = kit.wakeups.hears_all and loop.time() > restless_until
            try:
                await asyncio.wait_for(waiter.news.wait(), left_s if is_calm else min(left_s, _LOOK_AGAIN_S))
            except TimeoutError:
                continue


def _look(kit: Kit, store_id: str, *, catalog: str, store: str) -> Wake:
    with kit.database.read() as unit:
        return Wake(
            catalog=feed.has_news(unit, "catalog", store_id=store_id, cursor=catalog),
            store=feed.has_news(unit, "store", store_id=store_id, cursor=store),
            server_ms=unit.now_ms,
        )


def _keep_up_coupons(kit: Kit) -> None:
    """End coupons whose time is over, and sign those that tills print, once an hour."""
    with kit.database.read() as unit:
        due = coupons.is_upkeep_due(unit)
    if due:
        kit.database.run(coupons.keep_up)


def _refresh_keys(kit: Kit) -> None:
    """Sign the key list anew once a day: tills distrust one that is older than seven."""
    with kit.database.read() as unit:
        stale = keys.list_is_stale(unit)
    if stale:
        kit.database.run(keys.publish_list)
