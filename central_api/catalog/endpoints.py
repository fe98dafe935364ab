"""The catalog file over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from central_api.catalog import service
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from retail_core.wire.feed import CatalogManifest


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.get("/v1/catalog")
    def manifest(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> CatalogManifest:
        """Describe the newest file of the till's store."""
        return service.manifest(kit.database, call.caller.store_id)

    @router.get("/v1/catalog/{version}")
    def content(version: str, call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> Response:
        """Give a file, compressed with zstandard."""
        with kit.database.read() as unit:
            packed = service.file_content(unit, call.caller.store_id, version=version)
        return Response(packed, media_type="application/zstd")

    return router
