import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, Integer, delete, insert, update
from sqlalchemy.exc import DBAPIError

from pos_app.storage import migrate
from pos_app.storage.columns import Flag
from pos_app.storage.engine import open_writer
from pos_app.storage.tables import FACTS, metadata
from pos_app.storage.triggers import remake_triggers
from tests.till_shop import Till, open_shop

KEY = b"k" * 32


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        yield shop


def _schema(engine: Engine) -> dict[str, str]:
    with engine.begin() as connection:
        rows = connection.exec_driver_sql(
            "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' "
            "AND name <> 'alembic_version'"
        ).fetchall()
    return {name: re.sub(r"\s+", "", sql) for name, sql in rows}


def test_a_migrated_file_is_the_same_as_a_fresh_one(tmp_path: Path) -> None:
    migrated = open_writer(tmp_path / "migrated.db", KEY)
    fresh = open_writer(tmp_path / "fresh.db", KEY)
    migrate.upgrade(migrated)
    with fresh.begin() as connection:
        metadata.create_all(connection)
        remake_triggers(connection)
    try:
        assert _schema(migrated) == _schema(fresh)
        assert len(_schema(migrated)) > 2 * len(FACTS)
    finally:
        migrated.dispose()
        fresh.dispose()


def test_the_newest_migration_is_the_one_that_the_till_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD


def test_every_table_is_strict(till: Till) -> None:
    with till.store.read() as work:
        rows = work.connection.exec_driver_sql("PRAGMA table_list").fetchall()
    tables = {row[1]: row[5] for row in rows if row[0] == "main" and not row[1].startswith("sqlite_")}
    assert {name for name, strict in tables.items() if not strict} == {"alembic_version"}


@pytest.mark.parametrize("table", [table.name for table in FACTS])
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_a_fact_refuses_to_be_changed_or_deleted(till: Till, table: str, verb: str) -> None:
    _put_a_row(till, table)
    column = next(iter(metadata.tables[table].c)).name
    fact = metadata.tables[table]
    statement = delete(fact) if verb == "DELETE" else update(fact).values({column: fact.c[column]})
    with pytest.raises(DBAPIError, match=f"fact.{table}"), till.data._engines[0].begin() as connection:
        connection.execute(statement)


def test_a_fact_cannot_be_replaced_either(till: Till) -> None:
    with pytest.raises(DBAPIError, match=r"fact.journal"), till.data._engines[0].begin() as connection:
        connection.exec_driver_sql("INSERT OR REPLACE INTO journal SELECT * FROM journal")


def _put_a_row(till: Till, table: str) -> None:
    """Put a row of plain values into a table, its references unchecked."""
    fact = metadata.tables[table]
    values = {column.name: 1 if isinstance(column.type, Integer | Flag) else "x" for column in fact.c}
    engine = till.data._engines[0]
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]  # open
        with connection.begin():
            connection.execute(insert(fact).prefix_with("OR IGNORE"), values)
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[union-attr]  # open
