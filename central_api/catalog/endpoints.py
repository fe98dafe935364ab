"""The catalog file over HTTP."""

import re
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Header, Response

from central_api.catalog import service
from central_api.kit.errors import ApiError
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from retail_core.wire.base import Id
from retail_core.wire.feed import CatalogManifest


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.get("/v1/catalog")
    def manifest(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> CatalogManifest:
        """Describe the newest file of the till's store."""
        return service.manifest(kit.database, call.caller.store_id)

    @router.get("/v1/catalog/{version}")
    def content(
        version: Id,
        call: Annotated[SignedCall, Depends(kit.gate.signed)],
        *,
        wanted: Annotated[str | None, Header(alias="range")] = None,
    ) -> Response:
        """Give a file, compressed with zstandard, or what is left of it."""
        with kit.database.read() as unit:
            packed = service.file_content(unit, call.caller.store_id, version=version)
        return _part(packed, wanted)

    return router


_REST: Final = re.compile(r"bytes=(\d{1,15})-")


def _part(packed: bytes, wanted: str | None) -> Response:
    """Return the whole file, or its end from where a download broke off.

    Raises:
        ApiError: 416 ``catalog.no_such_part``: there is nothing behind that place.
    """
    found = None if wanted is None else _REST.fullmatch(wanted)
    headers = {"Accept-Ranges": "bytes"}
    if found is None:
        # Other ranges may be left unanswered (RFC 9110, 14.2); the whole file is never wrong.
        return Response(packed, media_type="application/zstd", headers=headers)
    start = int(found[1])
    if start >= len(packed):
        raise ApiError(416, "catalog.no_such_part", detail=str(len(packed)))
    headers["Content-Range"] = f"bytes {start}-{len(packed) - 1}/{len(packed)}"
    return Response(packed[start:], status_code=206, media_type="application/zstd", headers=headers)
