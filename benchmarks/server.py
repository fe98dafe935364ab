"""The server beside the raw limit: facts taken in, sent over HTTP, and news on their way to a till.

The raw limit of taking facts in is the driver's own insert of the very same rows in one transaction a batch.
PostgreSQL keeps what it acknowledged (fsync, synchronous commit), as SQLite does (synchronous=FULL). Run as
a process of its own; prints one JSON document (``benchmarks/__main__.py`` reads it).
"""

import json
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select

from central_api.feed import service as feed
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.models import metadata
from retail_core.wire import facts
from retail_core.wire.journal import JournalBatch
from tests.faults.counter import PRODUCTS
from tests.faults.server import central_process, cluster, migrated
from tests.faults.wire import stock_up
from tests.integration.central_api.conftest import Client, RunningServer, enrol, wake_path
from tests.integration.central_api.till import FakeTill, line, sale

BATCHES = 12
SALES = 100
LINES = 5
CLIENTS = 8
CALLS = 40
NEWS = 40
_WARM = 2
_COPIED = (
    *("journal_entry", "sale", "sale_line", "sale_tender", "sale_tax", "stock_movement"),
    "feed_change",
)

Times = list[float]


def main() -> None:
    """Measure everything."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="loop-pos-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for kind in ("sqlite", "postgresql"):
            with _database(kind, folder / kind) as database:
                found[f"ingest_{kind}"], found[f"bare_{kind}"] = _ingest(kind, database, folder)
        with _database("postgresql", folder / "wire") as database:
            found |= _over_http(database, folder)
    print(json.dumps(found))


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[Database]:
    folder.mkdir(parents=True)
    if kind == "sqlite":
        with closing(migrated(f"sqlite:///{folder / 'central.db'}")) as database:
            yield database
        return
    with cluster(folder) as postgres, closing(migrated(postgres.url)) as database:
        yield database


def _ingest(kind: str, database: Database, folder: Path) -> tuple[Times, Times]:
    """Return the seconds of each batch, and of the bare insert of its rows into another database."""
    database.run(stock_up)
    till = FakeTill()
    caller = enrol(database, till)
    batches = [_batch(till, number) for number in range(_WARM + BATCHES)]
    times = [_timed(database, caller, batch) for batch in batches]
    with _database(kind, folder / f"bare-{kind}") as other:
        return times[_WARM:], _bare(database, other)[_WARM:]


def _timed(database: Database, caller: Caller, batch: JournalBatch) -> float:
    began = time.perf_counter()
    receipt = database.run(lambda unit: journal.ingest(unit, caller, batch=batch)).receipt
    took = time.perf_counter() - began
    if (receipt.exceptions, receipt.parked) != (0, 0):
        raise RuntimeError("the facts of the benchmark are to be without doubt")
    return took


def _bare(database: Database, other: Database) -> Times:
    """Insert the rows of each batch with the driver alone; what they refer to is there before."""
    with database.read() as unit:
        held = {name: _rows(unit.conn, metadata.tables[name]) for name in _COPIED}
        before = {
            name: _rows(unit.conn, metadata.tables[name])
            for name in ("tenant", "store", "terminal", "product")
        }
    sales = {str(row["sale_id"]): str(row["entry_id"]) for row in held["sale"]}
    order = {str(row["entry_id"]): int(row["seq"]) for row in held["journal_entry"]}

    def number_of(row: dict[str, Any]) -> int:
        entry = row.get("entry_id") or sales.get(str(row.get("sale_id")))
        return -1 if entry is None else (order[str(entry)] - 1) // SALES

    times = []
    with other.engine.connect() as connection:
        for name, rows in before.items():
            connection.execute(insert(metadata.tables[name]), rows)
        connection.commit()
        for number in range(_WARM + BATCHES):
            work = [
                (metadata.tables[name], [row for row in held[name] if number_of(row) == number])
                for name in _COPIED
            ]
            statements = [
                (str(insert(table).compile(connection, column_keys=list(rows[0]))), table, rows)
                for table, rows in work
                if rows
            ]
            times.append(_inserted(connection, statements))
    return times


def _inserted(connection: Any, statements: list[tuple[str, Table, list[dict[str, Any]]]]) -> float:
    began = time.perf_counter()
    for text, table, rows in statements:
        ordered = rows
        if connection.dialect.positional:
            ordered = [tuple(row[column.name] for column in table.c) for row in rows]  # type: ignore[misc]  # as the driver wants it
        connection.exec_driver_sql(text, ordered)
    connection.commit()
    return time.perf_counter() - began


def _rows(connection: Any, table: Table) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _batch(till: FakeTill, number: int, sales: int = SALES) -> JournalBatch:
    chance = random.Random(number)
    entries = []
    for place in range(sales):
        name = f"{till.terminal}-{number}-{place}"
        lines = [
            line(str(position), product_id=product_id)
            for position, product_id in enumerate(chance.sample(PRODUCTS, LINES), start=1)
        ]
        entries.append(till.state(facts.SALE_COMPLETED, sale(name, *lines, receipt_number=name)))
    return till.batch(entries)


def _over_http(database: Database, folder: Path) -> dict[str, Any]:
    """Return the seconds of uploads, of single sales by eight tills at a time, and of news."""
    database.run(stock_up)
    tills = [FakeTill(seed=bytes([number + 1]) * 32) for number in range(CLIENTS + 1)]
    callers = [enrol(database, till) for till in tills]
    url = database.engine.url.render_as_string(hide_password=False)
    with central_process(url, workers=2, log=folder / "requests.jsonl") as process:
        server = RunningServer(f"http://127.0.0.1:{process.port}", database, folder / "none")
        clients = [Client(server, caller, till.seed) for caller, till in zip(callers, tills, strict=True)]
        uploads = [_sent(clients[0], _batch(tills[0], number)) for number in range(_WARM + BATCHES)]
        with ThreadPoolExecutor(CLIENTS) as pool:
            began = time.perf_counter()
            singles = list(pool.map(_singles, clients[1:], tills[1:]))
            took = time.perf_counter() - began
        news = [_news(clients[0], database, number) for number in range(_WARM + NEWS)]
        for client in clients:
            client.session.close()
    return {
        "upload": uploads[_WARM:],
        "single": [each for times in singles for each in times],
        "single_rate": CLIENTS * CALLS / took,
        "news": news[_WARM:],
    }


def _singles(client: Client, till: FakeTill) -> Times:
    return [_sent(client, _batch(till, 10_000 + number, sales=1)) for number in range(CALLS)]


def _sent(client: Client, batch: JournalBatch) -> float:
    body = batch.model_dump_json().encode()
    began = time.perf_counter()
    answer = client.post("/v1/journal", body)
    took = time.perf_counter() - began
    if answer.status_code != 200:
        raise RuntimeError(answer.text)
    return took


def _news(client: Client, database: Database, number: int) -> float:
    """Return the seconds from the beginning of a commit until the waiting till has the page."""
    path = wake_path(client)
    cursor = path.partition("store=")[2].partition("&")[0]
    came: list[float] = []

    def wait() -> None:
        client.get(path)
        page = client.get(f"/v1/feed/store?cursor={cursor}&limit=500").json()
        if [change["key"] for change in page["changes"]] == [str(number)]:
            came.append(time.perf_counter())

    waiting = threading.Thread(target=wait)
    waiting.start()
    # The request is held before something happens.
    threading.Event().wait(0.1)
    began = time.perf_counter()
    database.run(
        lambda unit: feed.publish(unit, "store", scope="S01", kind="order", key=str(number), doc={"a": 1})
    )
    waiting.join(30)
    if not came:
        raise RuntimeError("the news did not come")
    return came[0] - began


if __name__ == "__main__":
    main()
