"""The work list over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from central_api.exceptions import service
from central_api.kit.describing import takes
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from retail_core.wire.base import MAX_SAFE_INT
from retail_core.wire.exceptions import ExceptionList, ExceptionSettled, SettleException


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.get("/v1/exceptions")
    def work_list(
        call: Annotated[SignedCall, Depends(kit.gate.signed)],
        state: service.State = "open",
        *,
        after: Annotated[int, Query(ge=0, le=MAX_SAFE_INT)] = 0,
        limit: Annotated[int, Query(ge=1, le=service.MAX_ROWS)] = 50,
    ) -> ExceptionList:
        """Give a page of what a person of the till's store has to look at, or did."""
        with kit.database.read() as unit:
            return service.work_list(unit, call.caller.store_id, state=state, after_id=after, limit=limit)

    @router.post("/v1/exceptions/settle", openapi_extra=takes(SettleException))
    def settle(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> ExceptionSettled:
        """Note what somebody did about one."""
        order = call.message(SettleException)
        return kit.database.run(lambda unit: service.settle(unit, call.caller.store_id, order=order))

    return router
