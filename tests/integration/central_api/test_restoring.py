"""A database that was put back from a backup: what has to be said to it before tills are let in again."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import update

from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.journal import service as journal
from central_api.keys import service as keys
from central_api.kit.clock import FixedClock, SystemClock
from central_api.kit.database import Database, open_database
from central_api.kit.unit import Unit
from central_api.migrations import runner
from central_api.models.feed import feed_change
from central_api.models.journal import journal_entry
from central_api.models.stock import stock_movement
from central_api.restoring import service as restoring
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire import facts
from retail_core.wire.feed import KeyListDoc
from tests.integration.central_api.conftest import NOW_MS, enrol, set_up_shop
from tests.integration.central_api.shop_floor import set_up_floor, store_docs
from tests.integration.central_api.till import FakeTill, sale

AHEAD = 2**40
"""A transaction's number in the cluster that the backup comes from; the new one begins far below."""


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def write_as_another_cluster(database: Database) -> None:
    with database.engine.begin() as connection:
        for table in (feed_change, journal_entry, stock_movement):
            connection.execute(update(table).values(txid=AHEAD))


def test_a_till_reads_from_the_beginning_although_its_cursor_looks_right(database: Database) -> None:
    with database.read() as unit:
        cursor = str(feed.head(unit, "store", store_id="S01"))
    epoch = database.run(restoring.put_back)
    with database.read() as unit:
        page = feed.page(unit, "store", store_id="S01", cursor=cursor, limit=100)
    assert (page.reset, page.next.epoch) == (True, epoch)
    assert {change.kind for change in page.changes} >= {"stock", "member", "staff", "keys"}


def test_what_an_older_cluster_wrote_is_seen_and_counted_once(database: Database) -> None:
    till = FakeTill()
    caller = enrol(database, till)
    batch = till.batch([till.state(facts.SALE_COMPLETED, sale())])
    database.run(lambda unit: journal.ingest(unit, caller, batch=batch))
    write_as_another_cluster(database)
    database.run(restoring.put_back)

    with database.read() as unit:
        page = feed.page(unit, "store", store_id="S01", cursor="", limit=100)
        assert any(change.kind == "stock" for change in page.changes)
        assert journal.applied_through(unit, caller, below=page.complete_below) == 1

    def receive(ref: str) -> int:
        def work(unit: Unit) -> int:
            stock.move(unit, [Movement("S01", "p-milk", 1_000, 0, stock.RECEIPT, ref, "1", NOW_MS)])
            stock.settle(unit)
            [level] = stock.levels(unit, "S01", product_ids=["p-milk"])
            return level.on_hand_milli

        return database.run(work)

    assert [receive("r2"), receive("r3")] == [9_000, 10_000], "ten cartons, two sold, one each time"


def test_a_later_page_follows_what_was_put_back(database: Database) -> None:
    write_as_another_cluster(database)
    database.run(restoring.put_back)
    with database.read() as unit:
        cursor = str(feed.page(unit, "store", store_id="S01", cursor="", limit=100).next)
    database.run(
        lambda unit: feed.publish(unit, "store", scope="S01", kind="thing", key="a", doc={"amount": 1})
    )
    with database.read() as unit:
        page = feed.page(unit, "store", store_id="S01", cursor=cursor, limit=100)
    assert ([change.key for change in page.changes], page.reset) == (["a"], False)


def test_tills_take_the_key_list_although_they_have_seen_later_ones(database: Database) -> None:
    def version() -> int:
        return KeyListDoc.model_validate_json(store_docs(database, "keys")["list"]).version

    for _ in range(40):
        database.run(keys.publish_list)
    lost = version()
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE server_meta SET value = '3' WHERE key = 'keys.version'")
    database.run(restoring.put_back)
    assert version() > lost


def test_an_enrolled_till_stays_enrolled(database: Database) -> None:
    caller = enrol(database, FakeTill())
    database.run(restoring.put_back)
    assert enrolment.TerminalCallers(database).find(caller.key_id) == caller


def test_the_command_says_which_epoch_it_began(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    database = open_database(url, clock=FixedClock(NOW_MS))
    runner.upgrade(database.engine)
    database.run(set_up_shop)
    database.close()
    ended = subprocess.run(
        [sys.executable, "-m", "central_api.cli", "after-restore", "--database-url", url],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    again = open_database(url, clock=SystemClock())
    with again.read() as unit:
        assert json.loads(ended.stdout) == {"epoch": feed.current_epoch(unit)}
    again.close()
