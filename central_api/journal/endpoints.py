"""Upload of facts over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends

from central_api.journal import service
from central_api.kit.describing import takes
from central_api.kit.errors import ApiError
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from retail_core.wire.journal import JournalBatch, JournalReceipt


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/journal", openapi_extra=takes(JournalBatch))
    def ingest(call: Annotated[SignedCall, Depends(kit.gate.signed_and_idempotent)]) -> JournalReceipt:
        """Take a batch of facts; one transaction."""
        batch = call.message(JournalBatch)
        ingested = kit.database.run(lambda unit: service.ingest(unit, call.caller, batch=batch))
        if ingested.refused is not None:
            # Raised here, after the commit: what was kept aside stays.
            raise ApiError(409, ingested.refused, detail=call.caller.terminal_id)
        receipt = ingested.receipt
        kit.metrics.took(facts=ingested.taken, parked=receipt.parked, exceptions=receipt.exceptions)
        return receipt

    return router
