"""The books of two years that the benchmarks are made with stand in the tables that the product has today."""

from pathlib import Path

from benchmarks.long_books import LAST_DAY, fill
from benchmarks.shop import key_file, make_till, open_data
from pos_app.services.events import EventBus
from pos_app.services.reporting.run_report import RunReport
from pos_app.services.reporting.scopes import day_scope
from pos_app.storage.bare import connect
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import DATABASE_NAME
from tests.fakes import NOON_MS, FakeCentralApi, FakeClock, FakeIds
from tests.till_shop import LI, Till


def test_a_day_of_the_long_books_is_reported_with_the_sales_that_stand_in_its_journal(tmp_path: Path) -> None:
    make_till(tmp_path, 50)
    fill(tmp_path, 3_000)
    day = LAST_DAY.isoformat()
    keys = FileKeyStore(key_file(tmp_path)).load()
    assert keys is not None
    connection = connect(tmp_path / DATABASE_NAME, keys.database_key, read_only=True)
    try:
        (sales,) = connection.execute(
            "SELECT count(*) FROM journal WHERE type = 'sale.completed' AND body LIKE ?", (f"%{day}%",)
        ).fetchone()
    finally:
        connection.close()
    data = open_data(tmp_path)
    try:
        till = Till(data, FakeClock(NOON_MS), FakeIds(1 << 64), FakeCentralApi(), EventBus())
        run = RunReport(
            store=till.store,
            catalog=data.catalog,
            clock=till.clock,
            profile=till.profile,
            campaign_name=till.prices.campaign_name,
        )
        report = run(LI, day_scope(day))
    finally:
        data.close()
    assert sales > 0
    assert report.figures["receipts"].value == sales
