"""A member proves at the counter who they are."""

from typing import Annotated

from fastapi import APIRouter, Depends

from central_api.kit.describing import takes
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from central_api.proving import service
from central_api.proving.schemas import Where
from retail_core.wire.counter import MemberCodeAsk, MemberCodeSent, MemberProve, MemberProven


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/members/prove", openapi_extra=takes(MemberProve))
    def prove(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> MemberProven:
        """Look at a PIN, or at the code of a message."""
        question = call.message(MemberProve)
        return service.prove(kit.database, question, where=_where(call, question))

    @router.post("/v1/members/message-code", openapi_extra=takes(MemberCodeAsk))
    def message_code(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> MemberCodeSent:
        """Send a code to the member's phone."""
        ask = call.message(MemberCodeAsk)
        is_sending = bool(kit.settings.messages)
        return kit.database.run(
            lambda unit: service.send_code(unit, ask, where=_where(call, ask), is_sending=is_sending)
        )

    return router


def _where(call: SignedCall, asked: MemberProve | MemberCodeAsk) -> Where:
    return Where(call.caller.store_id, call.caller.terminal_id, asked.staff_id, asked.sale_id)
