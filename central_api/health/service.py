"""Whether the server can do its work."""

from central_api.health import repository
from central_api.kit.errors import NOT_READY_S, ApiError
from central_api.kit.unit import Unit, is_of_the_database


def check(unit: Unit) -> None:
    """Refuse when the database does not answer or has no tables.

    Raises:
        ApiError: 503 ``server.not_ready``.
    """
    try:
        found = repository.revision(unit)
    except Exception as error:
        if not is_of_the_database(error):
            raise
        raise ApiError(503, "server.not_ready", retry_after_s=NOT_READY_S) from error
    if not found:
        raise ApiError(503, "server.not_ready", retry_after_s=NOT_READY_S)
