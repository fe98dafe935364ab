"""Bring a database's tables to a revision; alembic is only imported when there is something to do."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

HEAD = "0001"
"""The revision of this release; a test compares it with the folder."""

_FOLDER = Path(__file__).resolve().parent


def current_revision(engine: Engine) -> str | None:
    """Return the revision of the tables; None for a database without any."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_current(engine: Engine) -> bool:
    """Return whether the tables are those of this release."""
    return current_revision(engine) == HEAD


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the tables up to ``revision``."""
    _run(engine, revision, up=True)


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Bring the tables down to ``revision``."""
    _run(engine, revision, up=False)


def _run(engine: Engine, revision: str, *, up: bool) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        (command.upgrade if up else command.downgrade)(config, revision)
        connection.commit()
