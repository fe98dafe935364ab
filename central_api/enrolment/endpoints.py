"""Joining a store over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends

from central_api.enrolment import service
from central_api.kit.describing import takes
from central_api.kit.errors import ApiError
from central_api.kit.gate import PlainCall
from central_api.kit.kit import Kit
from retail_core.wire.enrolment import EnrolReply, EnrolRequest


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/enrol", openapi_extra=takes(EnrolRequest))
    def enrol(call: Annotated[PlainCall, Depends(kit.gate.anybody)]) -> EnrolReply:
        """Join a store with a one-time code."""
        request = call.message(EnrolRequest)
        code = kit.database.run(lambda unit: service.check_code(unit, request.code))
        if code is None:
            raise ApiError(403, "enrol.code_wrong")
        return kit.database.run(lambda unit: service.join(unit, code, request=request))

    return router
