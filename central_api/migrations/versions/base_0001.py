"""All tables of the first release.

Revision ID: 0001
Revises: nothing
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_FOLDER = Path(__file__).resolve().parent
_CREATE = "CREATE TABLE "


def upgrade() -> None:
    """Make the tables with the statements of the database at hand."""
    for statement in _statements():
        op.execute(statement)


def downgrade() -> None:
    """Drop the tables, those that refer to others first."""
    made = [
        statement.removeprefix(_CREATE).split(" ", 1)[0]
        for statement in _statements()
        if statement.startswith(_CREATE)
    ]
    for name in reversed(made):
        op.drop_table(name)


def _statements() -> list[str]:
    dialect = op.get_bind().dialect.name
    text = (_FOLDER / f"base_0001_{dialect}.sql").read_text(encoding="utf-8")
    return [statement.strip() for statement in text.split(";\n") if statement.strip()]
