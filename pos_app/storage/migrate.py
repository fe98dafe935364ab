"""Bring ``till.db`` to this release's schema.

A file that is up to date is recognised by one read; alembic is only imported when there is work.
"""

from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine

from pos_app.services.errors import StorageError
from pos_app.storage.foreign_errors import translated

HEAD = "till_0001"
"""The newest revision; a test compares it with the migration scripts."""

_SCRIPTS = Path(__file__).parent / "migrations"


def revision_of(connection: driver.Connection) -> str | None:
    """Return the revision of an open file, ``None`` for an empty one."""
    with translated():
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return None if row is None else str(row[0])


def upgrade(engine: Engine, *, to: str = HEAD) -> None:
    """Run the revisions that are missing, all in one transaction.

    Raises:
        StorageError: ``storage.newer`` for a file of a later release.
    """
    with translated(), engine.connect() as connection:
        # Tables that are copied must not take the rows with them that refer to them.
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]  # open
        try:
            with connection.begin():
                _run(connection, to)
                _check_references(connection)
        finally:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[union-attr]  # open


def _run(connection: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        code = "storage.newer"
        raise StorageError(code) from error


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise StorageError("storage.damaged", *broken)
