"""Triggers that keep facts as they were written: one list, because migrations drop them silently."""

from sqlalchemy import Connection

from pos_app.storage.tables import FACTS

_STATEMENTS = tuple(
    (
        f"fact_{table.name}_{verb.lower()}",
        (
            f"CREATE TRIGGER fact_{table.name}_{verb.lower()} BEFORE {verb} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, 'fact.{table.name}'); END"
        ),
    )
    for table in FACTS
    for verb in ("UPDATE", "DELETE")
)


def remake_triggers(connection: Connection) -> None:
    """Make all triggers anew; at the end of every migration."""
    for name, statement in _STATEMENTS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(statement)
