"""What the counter asks about receipts of other tills."""

from typing import Annotated

from fastapi import APIRouter, Depends

from central_api.kit.describing import takes
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from central_api.receipts import service
from retail_core.wire.counter import ReceiptFind, ReceiptFound


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/receipts/find", openapi_extra=takes(ReceiptFind))
    def find(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> ReceiptFound:
        """Find a receipt by its number, with everything that came back of it so far."""
        question = call.message(ReceiptFind)
        with kit.database.read() as unit:
            return service.find(unit, question)

    return router
