"""The revisions make exactly the tables of the models, and take them away again; on both databases."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from central_api.kit.database import open_engine
from central_api.migrations import runner
from central_api.models import metadata


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on an empty database."""
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def definitions(engine: Engine) -> dict[str, str]:
    """Return how SQLite itself writes down its tables and indexes, white space aside."""
    query = text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%alembic%'")
    with engine.connect() as connection:
        return {row.name: " ".join(row.sql.split()) for row in connection.execute(query)}


def test_up_makes_every_table_of_the_models(engine: Engine) -> None:
    runner.upgrade(engine)
    assert tables(engine) == set(metadata.tables)
    assert runner.is_current(engine)


def test_the_migrated_tables_are_those_of_the_models(engine: Engine) -> None:
    runner.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_down_takes_every_table_away_and_up_comes_back(engine: Engine) -> None:
    runner.upgrade(engine)
    runner.downgrade(engine)
    assert tables(engine) == set()
    assert runner.current_revision(engine) is None
    runner.upgrade(engine)
    assert tables(engine) == set(metadata.tables)


def test_up_twice_changes_nothing(engine: Engine) -> None:
    runner.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO tenant (tenant_id, name) VALUES (7, 'Loop')"))
    runner.upgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM tenant")).scalar() == "Loop"


def test_strictness_and_constraints_are_those_of_the_models(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("strict")
    migrated = open_engine(f"sqlite:///{folder / 'migrated.db'}")
    fresh = open_engine(f"sqlite:///{folder / 'fresh.db'}")
    runner.upgrade(migrated)
    metadata.create_all(fresh)
    found = definitions(migrated)
    assert found == definitions(fresh)
    assert found["sale"].endswith("STRICT")
    for opened in (migrated, fresh):
        opened.dispose()


def test_the_named_head_is_the_folders_head() -> None:
    config = Config()
    config.set_main_option("script_location", "central_api/migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == runner.HEAD


def test_a_database_without_tables_has_no_revision(engine: Engine) -> None:
    assert runner.current_revision(engine) is None
    assert not runner.is_current(engine)
