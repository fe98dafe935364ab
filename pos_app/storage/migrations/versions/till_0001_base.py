"""The base of ``till.db``: every table of the first release."""

from pathlib import Path

from alembic import op

revision = "till_0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade() -> None:
    """Make the tables; the statements are frozen here and do not follow later changes of the models."""
    for statement in _STATEMENTS.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Drop the tables with all their rows: only for tests."""
    connection = op.get_bind()
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'alembic%'"
    ).fetchall()
    for (name,) in names:
        connection.exec_driver_sql(f"DROP TABLE {name}")
