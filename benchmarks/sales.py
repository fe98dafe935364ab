"""A sale from begin to commit, and the same rows in a bare SQLCipher file of the same mode."""

import random
import time
from pathlib import Path

from benchmarks.shop import open_data
from pos_app.services.complete_sale import TenderInput
from pos_app.services.events import EventBus
from pos_app.storage.bare import connect
from pos_app.storage.till_data import DATABASE_NAME
from tests.fakes import FakeCentralApi, FakeClock, FakeIds
from tests.till_shop import LI, Till

SALES = 100
LINES = 5
_WARM = 5
_FIRST_ID = 1 << 64
_Rows = dict[str, list[tuple[object, ...]]]


def sale_times(folder: Path, products: int) -> tuple[list[float], list[float]]:
    """Return the seconds of sales of five lines, and of bare commits of the rows of the last of them."""
    chance = random.Random(products)
    data = open_data(folder)
    try:
        till = Till(data, FakeClock(), FakeIds(_FIRST_ID), FakeCentralApi(), EventBus())
        till.open_shift()
        key = data.keys.database_key
        times, before = [], _counts(folder, key)
        for number in range(SALES + _WARM):
            if number == SALES + _WARM - 1:
                before = _counts(folder, key)
            times.append(_sell(till, [f"p{chance.randrange(products)}" for _ in range(LINES)]))
        rows = _newest(folder, key, before)
        return times[_WARM:], _bare_commits(folder / "raw.db", key, rows)
    finally:
        data.close()


def _sell(till: Till, product_ids: list[str]) -> float:
    current = till.basket()
    for product_id in product_ids:
        current.add_product(till.product(product_id))
    basket = current.basket
    priced = till.prices(basket)
    tenders = (TenderInput("cash", 10_000_000),)
    began = time.perf_counter()
    till.complete_sale(LI, basket, priced=priced, tenders=tenders)
    return time.perf_counter() - began


def _counts(folder: Path, key: bytes) -> dict[str, int]:
    connection = connect(folder / DATABASE_NAME, key, read_only=True)
    try:
        names = [
            str(name)
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608 - names of our own tables
    finally:
        connection.close()


def _newest(folder: Path, key: bytes, before: dict[str, int]) -> _Rows:
    after = _counts(folder, key)
    connection = connect(folder / DATABASE_NAME, key, read_only=True)
    try:
        return {
            name: connection.execute(f"SELECT * FROM {name} LIMIT ?", (after[name] - count,)).fetchall()  # noqa: S608 - as above
            for name, count in before.items()
            if after[name] > count
        }
    finally:
        connection.close()


def _bare_commits(path: Path, key: bytes, rows: _Rows) -> list[float]:
    """Write the rows again and again into tables without keys, indexes or triggers."""
    connection = connect(path, key)
    try:
        for name, found in rows.items():
            columns = ", ".join(f"c{place}" for place in range(len(found[0])))
            connection.execute(f"CREATE TABLE {name} ({columns})")
        times = []
        for _ in range(SALES):
            began = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            for name, found in rows.items():
                marks = ", ".join("?" * len(found[0]))
                connection.executemany(f"INSERT INTO {name} VALUES ({marks})", found)  # noqa: S608 - as above
            connection.execute("COMMIT")
            times.append(time.perf_counter() - began)
        return times
    finally:
        connection.close()
