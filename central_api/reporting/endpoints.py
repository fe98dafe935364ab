"""Head office's reports over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends

from central_api.kit.describing import takes
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from central_api.reporting import behind, parts, service
from central_api.reporting.day import day_of
from retail_core.wire.days import DayAsk, DayReply
from retail_core.wire.report_drills import EntryAsk, EntryReply, PartsAsk, PartsReply
from retail_core.wire.reports import EntriesAsk, EntriesReply, ReportAsk, ReportReply


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/reports", openapi_extra=takes(ReportAsk))
    def report(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> ReportReply:
        """Give the report of stores and days."""
        ask = call.message(ReportAsk)
        with kit.database.read() as unit:
            return service.for_till(unit, call.caller.store_id, ask=ask)

    @router.post("/v1/reports/entries", openapi_extra=takes(EntriesAsk))
    def entries(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> EntriesReply:
        """Give a page of what stands behind a figure."""
        ask = call.message(EntriesAsk)
        store_id = call.caller.store_id
        with kit.database.read() as unit:
            service.require(unit, store_id, staff_id=ask.staff_id, is_own=ask.store_id == store_id)
            return behind.entries(unit, ask)

    @router.post("/v1/reports/parts", openapi_extra=takes(PartsAsk))
    def by_store(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> PartsReply:
        """Give what each store of a report added to a figure."""
        with kit.database.read() as unit:
            return parts.parts(unit, call.caller.store_id, ask=call.message(PartsAsk))

    @router.post("/v1/reports/entry", openapi_extra=takes(EntryAsk))
    def entry(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> EntryReply:
        """Give an entry that stands behind a figure."""
        ask = call.message(EntryAsk)
        store_id = call.caller.store_id
        with kit.database.read() as unit:
            service.require(unit, store_id, staff_id=ask.staff_id, is_own=ask.store_id == store_id)
            return parts.entry(unit, ask)

    @router.post("/v1/days", openapi_extra=takes(DayAsk))
    def day(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> DayReply:
        """Give a business day of the store over its tills."""
        ask, caller = call.message(DayAsk), call.caller
        with kit.database.read() as unit:
            return day_of(unit, caller.store_id, ask=ask, terminal_id=caller.terminal_id)

    return router
