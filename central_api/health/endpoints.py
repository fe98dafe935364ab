"""Health checks and counts over HTTP, for machines on the way; nobody signs them."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from central_api.enrolment import service as enrolment
from central_api.exceptions import service as exceptions
from central_api.health import service
from central_api.journal import service as journal
from central_api.kit.errors import ApiError
from central_api.kit.kit import Kit
from central_api.kit.metrics import CONTENT_TYPE


class Health(BaseModel):
    """The answer of both checks."""

    status: str


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.get("/health")
    def health() -> Health:
        """Say that the process answers."""
        return Health(status="ok")

    @router.get("/ready")
    def ready() -> Health:
        """Say that the database answers and has the tables of this release."""
        with kit.database.read() as unit:
            service.check(unit)
        return Health(status="ok")

    @router.get("/metrics", response_class=Response, responses=_AS_TEXT)
    def metrics(request: Request) -> Response:
        """Give the counts of all workers, and what waits for a person, as Prometheus reads it.

        Only to who asks the server itself: what came through the proxy came from outside.
        """
        if any(name in request.headers for name in _FORWARDED):
            raise ApiError(404, "request.unknown_path")
        with kit.database.read() as unit:
            levels = {
                "open_exceptions": exceptions.open_by_kind(unit),
                "parked_facts": journal.count_parked(unit),
                "tills": enrolment.tills_by_status(unit),
            }
        return Response(kit.metrics.text(levels), media_type=CONTENT_TYPE)

    return router


_FORWARDED = ("forwarded", "x-forwarded-for", "via")

_AS_TEXT: dict[int | str, dict[str, object]] = {
    200: {"content": {"text/plain": {"schema": {"type": "string"}}}}
}
