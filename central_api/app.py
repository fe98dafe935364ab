"""The application: everything is built here once and passed down."""

import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from central_api.adjusting import endpoints as adjusting
from central_api.catalog import endpoints as catalog
from central_api.coupons import endpoints as coupons
from central_api.delivery import endpoints as delivery
from central_api.enrolment import endpoints as enrolment
from central_api.enrolment.service import TerminalCallers
from central_api.exceptions import endpoints as exceptions
from central_api.health import endpoints as health
from central_api.held_orders import service as held_orders
from central_api.journal import endpoints as journal
from central_api.journal import service as journal_service
from central_api.keys import service as keys
from central_api.kit.clock import Clock, SystemClock
from central_api.kit.database import Database, open_database
from central_api.kit.describing import describe
from central_api.kit.errors import NOT_READY_S, ApiError
from central_api.kit.gate import Gate
from central_api.kit.kit import Kit
from central_api.kit.lanes import Background
from central_api.kit.metrics import Metrics
from central_api.kit.overload import TurnAway
from central_api.kit.request_log import LogRequests, RequestLog
from central_api.kit.routines import Routine, in_background
from central_api.kit.settings import Settings
from central_api.kit.unit import DATABASE_FAILURES, is_of_the_database
from central_api.kit.wakeups import PostgresNews, Wakeups
from central_api.members import endpoints as members
from central_api.messages.delivery import port_of
from central_api.messages.delivery import routine as messages_routine
from central_api.no_shows import service as no_shows
from central_api.order_messages import service as order_messages
from central_api.order_page import endpoints as order_page
from central_api.promises import service as promises
from central_api.proving import endpoints as proving
from central_api.receipts import endpoints as receipts
from central_api.reporting import endpoints as reporting
from central_api.shop import endpoints as shop
from central_api.stock_days import service as stock_days
from central_api.summing import service as summing
from retail_core.wire.counter import Problem

SETTINGS_VARIABLE = "LOOP_POS_CENTRAL"
"""Where workers find their parent's settings: URL, log path, way of messages, one on each line."""


_MOST_DETAIL = 500


def build_kit(settings: Settings, *, clock: Clock, database: Database | None = None) -> Kit:
    """Return what the endpoints are built with."""
    opened = database or open_database(settings.database_url, clock=clock)
    wakeups = Wakeups()
    opened.on_commit(wakeups.tell)
    return Kit(
        settings=settings,
        clock=clock,
        database=opened,
        gate=Gate(TerminalCallers(opened), clock=clock),
        wakeups=wakeups,
        log=RequestLog(clock, stream=sys.stderr, path=settings.log_path),
        metrics=Metrics(),
    )


def build_app(kit: Kit, *, repeats_routines: bool = True) -> FastAPI:
    """Return the application; it answers once its database is set up.

    Args:
        kit: What the endpoints are built with.
        repeats_routines: Whether its own threads repeat :func:`routines_of`; otherwise the caller does.
    """
    app = FastAPI(
        title="Loop POS central API",
        version="1",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan(kit, routines_of(kit) if repeats_routines else []),
        redirect_slashes=False,
    )
    for slice_ in (
        health,
        enrolment,
        journal,
        delivery,
        catalog,
        members,
        proving,
        adjusting,
        coupons,
        receipts,
        order_page,
        exceptions,
        reporting,
        shop,
    ):
        app.include_router(slice_.build_router(kit))
    app.add_exception_handler(ApiError, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse_parameters)
    app.add_exception_handler(HTTPException, _refuse_route)
    for failure in DATABASE_FAILURES:
        app.add_exception_handler(failure, _wait_for_database)
    app.add_exception_handler(Exception, _fail)
    app.add_middleware(TurnAway)
    app.add_middleware(LogRequests, log=kit.log, metrics=kit.metrics)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # how FastAPI wants it
    return app


def app_of_worker() -> FastAPI:
    """Return the application of one of several workers; its parent left the settings in the environment."""
    url, log_path, messages = os.environ[SETTINGS_VARIABLE].split("\n")
    settings = Settings(url, log_path=Path(log_path) if log_path else None, messages=messages)
    return build_app(build_kit(settings, clock=SystemClock()))


def _lifespan(kit: Kit, routines: list[Routine]) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        preparing = None if _is_prepared(kit) else Background("prepare", _preparation_of(kit))
        if preparing is not None:
            preparing.start()
        news = None if kit.database.is_sqlite else PostgresNews(kit.database.libpq_url, kit.wakeups)
        if news is not None:
            news.start()
        looking = [in_background(each) for each in routines]
        for each in looking:
            each.start()
        yield
        for each in looking:
            each.stop()
        if preparing is not None:
            preparing.stop()
        if news is not None:
            news.stop()
        kit.database.close()
        kit.log.close()

    return lifespan


def routines_of(kit: Kit) -> list[Routine]:
    """Return what the server looks after by itself; messages only where something delivers them."""
    found = [each.routine(kit.database) for each in (promises, no_shows, held_orders, summing, stock_days)]
    port = port_of(kit.settings.messages)
    if port is not None:
        found += [order_messages.routine(kit.database), messages_routine(kit.database, port)]
    return found


def _is_prepared(kit: Kit) -> bool:
    """Make what the server needs in its database; False when the database is away.

    A worker that failed here would end, and its parent with it: one moment without a database would be the
    end of the server. So it starts, answers 503, and prepares itself later.
    """
    try:
        kit.database.run(keys.make_keys)
        kit.database.run(journal_service.apply_parked)
    except DATABASE_FAILURES:
        return False
    return True


def _preparation_of(kit: Kit) -> Callable[[Background], None]:
    def prepare(background: Background) -> None:
        while not background.is_stopping and not _is_prepared(kit):
            background.pause(1)

    return prepare


async def _refuse(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ApiError)
    request.state.code = error.code
    return _problem(error.status, error.code, detail=error.detail, retry_after_s=error.retry_after_s)


async def _wait_for_database(request: Request, error: Exception) -> JSONResponse:
    assert is_of_the_database(error)
    request.state.code = "server.not_ready"
    return _problem(503, "server.not_ready", detail="", retry_after_s=NOT_READY_S)


async def _refuse_parameters(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    request.state.code = "request.malformed"
    place = ".".join(str(part) for part in error.errors()[0]["loc"])
    return _problem(422, "request.malformed", detail=place[:200])


async def _refuse_route(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    codes = {404: "request.unknown_path", 405: "request.wrong_method"}
    request.state.code = codes.get(error.status_code, "request.refused")
    return _problem(error.status_code, request.state.code, detail="")


async def _fail(request: Request, _error: Exception) -> JSONResponse:
    request.state.code = "server.failed"
    return _problem(500, "server.failed", detail="")


def _problem(status: int, code: str, *, detail: str, retry_after_s: int | None = None) -> JSONResponse:
    headers = None if retry_after_s is None else {"Retry-After": str(retry_after_s)}
    # A detail may repeat what somebody sent, and that may be anything.
    said = detail.replace("\x00", "\N{REPLACEMENT CHARACTER}")[:_MOST_DETAIL]
    return JSONResponse(Problem(code=code, detail=said).model_dump(), status_code=status, headers=headers)
