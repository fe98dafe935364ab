"""What the counter asks about members."""

from typing import Annotated

from fastapi import APIRouter, Depends

from central_api.enrolment import service as enrolment
from central_api.kit.describing import takes
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from central_api.members import service
from retail_core.wire.counter import MemberFound, MemberLookup


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/members/lookup", openapi_extra=takes(MemberLookup))
    def lookup(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> MemberFound:
        """Find a member by a phone number's fingerprint or by a code's alias."""
        question = call.message(MemberLookup)
        with kit.database.read() as unit:
            applied = enrolment.stored_through(unit, call.caller.terminal_id)
            return MemberFound(member=service.lookup(unit, question), applied_through=applied)

    return router
