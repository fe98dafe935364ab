"""Corrections of points and balances at the counter."""

from typing import Annotated

from fastapi import APIRouter, Depends

from central_api.adjusting import service
from central_api.enrolment import service as enrolment
from central_api.kit.describing import takes
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from central_api.kit.unit import Unit
from retail_core.wire.counter import MemberAdjust, MemberAdjusted


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/members/adjust", openapi_extra=takes(MemberAdjust))
    def adjust(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> MemberAdjusted:
        """Correct points or a balance of a member."""
        order, caller = call.message(MemberAdjust), call.caller

        def work(unit: Unit) -> MemberAdjusted:
            doc = service.adjust_at_till(
                unit, order, store_id=caller.store_id, terminal_id=caller.terminal_id
            )
            applied = enrolment.stored_through(unit, caller.terminal_id)
            return MemberAdjusted(member=doc, applied_through=applied)

        return kit.database.run(work)

    return router
