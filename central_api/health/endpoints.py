"""Health checks over HTTP, for machines on the way; nobody signs them."""

from fastapi import APIRouter
from pydantic import BaseModel

from central_api.health import service
from central_api.kit.kit import Kit


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

    return router
