"""What the database says of itself."""

from sqlalchemy import text

from central_api.kit.unit import Unit


def revision(unit: Unit) -> str:
    """Return the revision of the tables."""
    return str(unit.conn.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
