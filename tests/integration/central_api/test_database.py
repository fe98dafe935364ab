"""Units of work on both databases: durable, alone when they write, undone when they fail."""

import contextlib
import threading
from contextlib import closing
from functools import partial

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from central_api.kit.clock import FixedClock
from central_api.kit.database import Database, open_database, open_engine
from central_api.kit.errors import UsageError
from central_api.kit.unit import DATABASE_FAILURES, Unit, is_of_the_database
from central_api.models.stores import server_meta


def meta(database: Database, key: str) -> str | None:
    with database.read() as unit:
        return unit.conn.execute(
            text("SELECT value FROM server_meta WHERE key = :key"), {"key": key}
        ).scalar()


def write(unit: Unit, key: str, value: str) -> None:
    unit.conn.execute(
        text("INSERT INTO server_meta (key, value) VALUES (:key, :value)"), {"key": key, "value": value}
    )


def test_a_unit_that_ends_well_is_kept(database: Database) -> None:
    database.run(lambda unit: write(unit, "a", "1"))
    assert meta(database, "a") == "1"


def test_a_unit_that_fails_leaves_nothing(database: Database) -> None:
    def fail(unit: Unit) -> None:
        write(unit, "a", "1")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.run(fail)
    assert meta(database, "a") is None


def stumble(unit: Unit) -> None:
    with unit.savepoint():
        write(unit, "undone", "1")
        unit.memo["n"] = 2
        raise ZeroDivisionError


def test_a_savepoint_undoes_its_own_and_no_more(database: Database) -> None:
    def half(unit: Unit) -> None:
        write(unit, "kept", "1")
        unit.memo["n"] = 1
        with pytest.raises(ZeroDivisionError):
            stumble(unit)
        assert unit.memo == {"n": 1}

    database.run(half)
    assert (meta(database, "kept"), meta(database, "undone")) == ("1", None)


def test_a_reader_sees_one_moment(database: Database) -> None:
    query = text("SELECT count(*) FROM server_meta WHERE key = 'a'")
    with database.read() as unit:
        before = unit.conn.execute(query).scalar()
        database.run(lambda other: write(other, "a", "1"))
        after = unit.conn.execute(query).scalar()
    assert (before, after) == (0, 0)


def test_writers_of_many_threads_all_get_their_turn(database: Database) -> None:
    database.run(lambda unit: write(unit, "sum", "0"))

    def add(unit: Unit) -> None:
        unit.conn.execute(
            text("UPDATE server_meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'sum'")
        )

    def many() -> None:
        for _ in range(10):
            database.run(add)

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert meta(database, "sum") == "40"


def test_a_deadlock_is_tried_again(postgres_url: str) -> None:
    from central_api.migrations import runner

    with closing(open_database(postgres_url, clock=FixedClock(1))) as database:
        runner.upgrade(database.engine)
        for key in ("a", "b"):
            database.run(partial(write, key=key, value="0"))
        tries = _cross_two_writers(database)
        assert (meta(database, "a"), meta(database, "b")) == ("011", "011")
    # Who begins again may take its first row before the other one wakes, and is then broken off once more.
    assert len(tries) > 2


def _cross_two_writers(database: Database) -> list[str]:
    meeting = threading.Barrier(2)
    tries: list[str] = []

    def cross(first: str, second: str) -> None:
        def work(unit: Unit) -> None:
            tries.append(first)
            statement = text("UPDATE server_meta SET value = value || '1' WHERE key = :key")
            unit.conn.execute(statement, {"key": first})
            if len(tries) <= 2:
                meeting.wait(10)
            unit.conn.execute(statement, {"key": second})

        database.run(work)

    threads = [threading.Thread(target=cross, args=order) for order in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return tries


def test_every_sqlite_connection_waits_for_the_disk(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("pragma") / "x.db"
    engine = open_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "journal_mode", "foreign_keys")
        ]
    assert found == [2, "wal", 1]
    engine.dispose()


def test_a_new_sqlite_file_is_for_its_owner_only(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("mode") / "x.db"
    engine = open_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE secret (key TEXT)")
        assert path.with_name("x.db-wal").stat().st_mode & 0o777 == 0o600
    assert path.stat().st_mode & 0o777 == 0o600
    engine.dispose()


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite://"])
def test_another_database_is_refused_with_the_next_step(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_engine(url)
    assert "Use sqlite:///PATH or postgresql://USER@HOST/NAME." in str(caught.value)
    assert caught.value.exit_code == 2


def test_collected_rows_are_written_when_the_block_ends_or_somebody_reads(database: Database) -> None:
    statement = server_meta.insert()
    query = text("SELECT key FROM server_meta WHERE key IN ('a', 'b') ORDER BY key")

    def work(unit: Unit) -> tuple[list[str], list[str]]:
        with unit.deferring():
            unit.insert("meta", statement, rows=[{"key": "a", "value": "1"}])
            before = [str(row.key) for row in unit.conn.execute(query)]
            unit.flush()
            read = [str(row.key) for row in unit.conn.execute(query)]
            unit.insert("meta", statement, rows=[{"key": "b", "value": "2"}])
        return before, read

    assert database.run(work) == ([], ["a"])
    assert (meta(database, "a"), meta(database, "b")) == ("1", "2")


def test_of_a_block_with_a_row_that_cannot_be_stored_nothing_is(database: Database) -> None:
    database.run(lambda unit: write(unit, "b", "old"))
    statement = server_meta.insert()

    def work(unit: Unit) -> None:
        with contextlib.suppress(IntegrityError), unit.savepoint(), unit.deferring():
            unit.insert("meta", statement, rows=[{"key": "a", "value": "1"}, {"key": "b", "value": "2"}])
        # Outside of such a block a row is written at once, and nothing is left over of the block.
        assert unit.collected("meta") == ()
        unit.insert("meta", statement, rows=[{"key": "c", "value": "3"}])

    database.run(work)
    assert (meta(database, "a"), meta(database, "b"), meta(database, "c")) == (None, "old", "3")


def test_a_connection_that_dies_within_a_savepoint_is_the_databases_failure(postgres_url: str) -> None:
    database = open_database(postgres_url, clock=FixedClock(1))

    def work(unit: Unit) -> None:
        mine = unit.conn.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with unit.savepoint():
            with database.read() as other:
                other.conn.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": mine})
            unit.conn.execute(text("SELECT 1"))

    with pytest.raises(DATABASE_FAILURES) as caught:
        database.run(work)
    assert is_of_the_database(caught.value)
    with database.read() as unit:
        assert unit.conn.execute(text("SELECT 1")).scalar() == 1
    database.close()
