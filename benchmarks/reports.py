"""Reports of a busy store's till, beside the bare reading of their rows; and the counter beside them.

``python -m benchmarks.reports [SALES]``: prints one JSON document with times in seconds.
"""

import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from benchmarks.long_books import LAST_DAY, RARE, fill
from benchmarks.shop import make_till, open_data
from pos_app.bootstrap.lanes import take_short_turns
from pos_app.services.complete_sale import TenderInput
from pos_app.services.events import EventBus
from pos_app.services.reporting.find_receipts import FindReceipts
from pos_app.services.reporting.run_report import RunReport
from pos_app.services.reporting.scopes import day_scope
from pos_app.services.reporting.watch_store import WatchStore
from pos_app.storage.bare import connect
from pos_app.storage.till_data import DATABASE_NAME
from retail_core.reporting.report import Drill, Scope
from tests.fakes import NOON_MS, FakeCentralApi, FakeClock, FakeIds
from tests.till_shop import LI, Till

SALES = 500_000
PRODUCTS = 2_000
OPEN_SALES = 300
_TIMES = 5
_COUNTER_TIMES = 120
YEAR = Scope("period", "2025-11-22", LAST_DAY.isoformat())

_SHIFT_ROWS = (
    "SELECT doc FROM shift_cells WHERE shift_id = "
    "(SELECT shift_id FROM shift WHERE closed_ms > 0 ORDER BY number DESC LIMIT 1)"
)
_YEAR_ROWS = (
    "SELECT doc FROM month_cells WHERE dimension <> 'product' UNION ALL "
    "SELECT doc FROM shift_cells WHERE dimension = ''"
)
_WATCH_ROWS = "SELECT doc FROM shift_cells WHERE business_day >= '2026-10-26' AND dimension = 'cashier'"
_PAGE_ROWS = (
    "SELECT body FROM journal WHERE incarnation = 1 "
    "AND seq > (SELECT max(seq) - 50 FROM journal WHERE incarnation = 1)"
)


def main(sales: int) -> None:
    """Make the till and measure everything."""
    take_short_turns()
    with tempfile.TemporaryDirectory(prefix="loop-pos-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        make_till(folder, PRODUCTS)
        began = time.perf_counter()
        fill(folder, sales)
        made_s = time.perf_counter() - began
        data = open_data(folder)
        try:
            till = Till(data, FakeClock(NOON_MS), FakeIds(1 << 64), FakeCentralApi(), EventBus())
            found = _measured(till, folder)
        finally:
            data.close()
        size = (folder / DATABASE_NAME).stat().st_size
        print(json.dumps({**found, "made_s": [made_s], "bytes": size, "sales": sales}))


def _measured(till: Till, folder: Path) -> dict[str, list[float]]:
    run, find, watch = _tools(till)
    till.open_shift()
    for _ in range(OPEN_SALES):
        _sell(till)
    closed = day_scope(LAST_DAY.isoformat())
    with till.store.read() as work:
        shift = work.cells.shifts(closed.first_day, closed.last_day)[-1]
    of_shift = Scope("shift", closed.first_day, closed.last_day, shift_id=shift.shift_id)

    def page(scope: Scope, *drill: str) -> Callable[[], object]:
        return lambda: find(LI, scope, drill=Drill(*drill))

    key = till.data.keys.database_key
    found = {
        "open_first": _times(lambda: _tools(till)[0](LI, run.newest(LI))),
        "shift": _times(lambda: run(LI, of_shift)),
        "day": _times(lambda: run(LI, closed)),
        "year": _times(lambda: run(LI, YEAR)),
        "watch": _times(lambda: watch(LI)),
        "page_common": _times(page(YEAR, "sold", "category", "cat3")),
        "page_rare": _times(page(YEAR, "sold", "product", RARE)),
        "page_hour": _times(page(of_shift, "sold", "hour", "16")),
        "raw_shift": _bare(folder, key, _SHIFT_ROWS),
        "raw_year": _bare(folder, key, _YEAR_ROWS),
        "raw_watch": _bare(folder, key, _WATCH_ROWS),
        "raw_page": _bare(folder, key, _PAGE_ROWS),
    }
    found["sale_alone"] = [_sell(till) for _ in range(_COUNTER_TIMES)]
    found["scan_alone"] = [_scan(till, number) for number in range(_COUNTER_TIMES)]
    with _Running(lambda: run(LI, YEAR)) as running:
        found["sale_beside"] = [_sell(till) for _ in range(_COUNTER_TIMES)]
        found["scan_beside"] = [_scan(till, number) for number in range(_COUNTER_TIMES)]
        found["reports_beside"] = [float(running.done)]
    return found


def _tools(till: Till) -> tuple[RunReport, FindReceipts, WatchStore]:
    catalog, profile = till.data.catalog, till.profile
    run = RunReport(
        store=till.store,
        catalog=catalog,
        clock=till.clock,
        profile=profile,
        campaign_name=till.prices.campaign_name,
    )
    find = FindReceipts(store=till.store, catalog=catalog, profile=profile)
    return run, find, WatchStore(store=till.store, catalog=catalog, clock=till.clock, profile=profile)


class _Running:
    """Runs a report again and again on a thread of its own, as the lane of reports does."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._work = work
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.done = 0

    def _run(self) -> None:
        while not self._ended.is_set():
            self._work()
            self.done += 1

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()


def _times(work: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return times


def _sell(till: Till) -> float:
    """Return the seconds from the begin of a sale's transaction to its end."""
    current = till.basket()
    current.add_product(till.product("p7"))
    priced = till.prices(current.basket)
    began = time.perf_counter()
    till.complete_sale(LI, current.basket, priced=priced, tenders=(TenderInput("cash", 10_000_000),))
    return time.perf_counter() - began


def _scan(till: Till, number: int) -> float:
    """Return the seconds until a scanned product lies in the basket, priced."""
    code = till.product(f"p{number}").barcodes[0]
    current = till.basket()
    began = time.perf_counter()
    current.add_product(till.data.catalog.by_code(code)[0])
    till.prices(current.basket)
    return time.perf_counter() - began


def _bare(folder: Path, key: bytes, query: str) -> list[float]:
    """Return the seconds of reading the rows with the driver and their JSON."""
    connection: Any = connect(folder / DATABASE_NAME, key, read_only=True)
    try:
        return _times(lambda: [json.loads(text) for (text,) in connection.execute(query)])
    finally:
        connection.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SALES)
