"""What the counter asks about members."""

from typing import Annotated

from fastapi import APIRouter, Depends

from central_api.enrolment import service as enrolment
from central_api.kit.describing import takes
from central_api.kit.errors import ApiError
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from central_api.kit.unit import Unit
from central_api.members import service
from central_api.staff import service as staff
from retail_core.wire.counter import (
    MemberFound,
    MemberLookup,
    MemberSearch,
    MembersFound,
    MemberUnmask,
    Unmasked,
)

MOST_FOUND = 20
"""So many members are enough to choose from; who finds more types more."""


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

    @router.post("/v1/members/search", openapi_extra=takes(MemberSearch))
    def search(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> MembersFound:
        """Find members by last digits, name or initials."""
        question = call.message(MemberSearch)
        with kit.database.read() as unit:
            _require(unit, call, staff_id=question.staff_id, verb="member.search")
            found = service.search(unit, question.text, limit=MOST_FOUND + 1)
            return MembersFound(
                members=tuple(found[:MOST_FOUND]),
                more=len(found) > MOST_FOUND,
                applied_through=enrolment.stored_through(unit, call.caller.terminal_id),
            )

    @router.post("/v1/members/unmask", openapi_extra=takes(MemberUnmask))
    def unmask(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> Unmasked:
        """Tell a member's whole name and phone number."""
        question = call.message(MemberUnmask)
        with kit.database.read() as unit:
            _require(unit, call, staff_id=question.staff_id, verb="member.reveal")
            return service.unmask(unit, question.member_id)

    return router


def _require(unit: Unit, call: SignedCall, *, staff_id: str, verb: str) -> None:
    if not staff.may(unit, call.caller.store_id, staff_id=staff_id, verb=verb):
        raise ApiError(403, "member.no_right", detail=staff_id)
