"""Triggers that keep facts as they were written: one list, because migrations drop them silently."""

from sqlalchemy import Connection

from pos_app.storage.tables import FACTS, journal

_KEPT = ", ".join(column.name for column in journal.c if column.name not in {"personal", "salt"})
_FORGETTING = (
    (
        "fact_journal_update",
        (
            f"CREATE TRIGGER fact_journal_update BEFORE UPDATE OF {_KEPT} ON journal "
            "BEGIN SELECT RAISE(ABORT, 'fact.journal'); END"
        ),
    ),
    (
        "fact_journal_forget",
        (
            "CREATE TRIGGER fact_journal_forget BEFORE UPDATE OF personal, salt ON journal "
            "WHEN NEW.personal IS NOT NULL OR NEW.salt IS NOT NULL "
            "BEGIN SELECT RAISE(ABORT, 'fact.journal'); END"
        ),
    ),
)
"""Of the journal a personal part may be taken out, and nothing else: the chain covers its hash only."""

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
    if (table.name, verb) != ("journal", "UPDATE")
)


def remake_triggers(connection: Connection) -> None:
    """Make all triggers anew; at the end of every migration."""
    for name, statement in (*_STATEMENTS, *_FORGETTING):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(statement)
