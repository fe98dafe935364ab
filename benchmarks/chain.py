"""Head office's reports over 500 stores from PostgreSQL, and what adding up costs.

The sums are those of a day that tills told, for every store: for two years all cells of each month and of all
stores together, and the totals of each day of each store. The raw limit is the driver's own query of the same
cells. A process of its own; prints one JSON document (``benchmarks/__main__.py`` reads it).
"""

import json
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import insert, select, text

from benchmarks.server import LINES, SALES, _batch
from central_api.journal import service as journal
from central_api.kit.database import Database
from central_api.models.enrolment import terminal
from central_api.models.journal import journal_entry
from central_api.models.reporting import report_sum
from central_api.models.stores import store
from central_api.reporting import service
from central_api.reporting.schemas import Days
from central_api.reporting.scopes import periods
from central_api.staff import service as staff
from central_api.summing import service as summing
from retail_core.wire.facts import SALE_COMPLETED
from retail_core.wire.reports import ReportAsk
from tests.faults.server import cluster, migrated
from tests.faults.wire import stock_up
from tests.integration.central_api.conftest import cashier, enrol
from tests.integration.central_api.till import FakeTill

STORES = 500
FIRST, LAST = "2024-01-01", "2025-12-31"
TILLS = 10
ENTRIES = 1_000
_SUMMED = 5
_REPEATS = 7

Times = list[float]
Kind = Literal["week_before", "period_before", "year_before"]

_COLUMNS = "scope, period, dimension, measure, key, value"
_SERIES = (
    "(SELECT to_char(d, '{shape}') AS period "
    "FROM generate_series(DATE '{first}', DATE '{last}', '1 {step}') d)"
)
_DAYS = _SERIES.format(shape="YYYY-MM-DD", first=FIRST, last=LAST, step="day")
_MONTHS = _SERIES.format(shape="YYYY-MM", first=FIRST, last=LAST, step="month")


def main() -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory(prefix="loop-pos-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with cluster(folder / "chain") as postgres, closing(migrated(postgres.url)) as database:
            found = _summed(database)
            found["cells"] = _grow(database)
            found |= _reports(database)
    print(json.dumps(found))


def _summed(database: Database) -> dict[str, Any]:
    """Return the seconds of adding 1,000 sales of ten tills up, and of the bare work in it."""
    database.run(stock_up)
    tills = [FakeTill(seed=bytes([number + 1]) * 32) for number in range(TILLS)]
    callers = [enrol(database, till) for till in tills]
    times, bare = [], []
    for turn in range(_SUMMED + 1):
        for till, caller in zip(tills, callers, strict=True):
            batch = _batch(till, turn)
            with database.write() as unit:
                journal.ingest(unit, caller, batch=batch)
        began = time.perf_counter()
        done = database.run(lambda unit: summing.add_up(unit, most=ENTRIES))
        times.append(time.perf_counter() - began)
        if done != ENTRIES or SALES * TILLS != ENTRIES:
            raise RuntimeError(f"{done} entries were added up")
        bare.append(_bare(database))
    return {"summed": times[1:], "bare_upsert": bare[1:], "lines": LINES}


def _bare(database: Database) -> float:
    """Return the seconds of reading as many sales as JSON, and of the driver's own upsert of the cells."""
    with database.engine.connect() as connection:
        connection.execute(text("CREATE TEMPORARY TABLE bare (LIKE report_sum INCLUDING ALL) ON COMMIT DROP"))
        connection.execute(text(f"INSERT INTO bare SELECT {_COLUMNS} FROM report_sum"))  # noqa: S608
        rows = [tuple(row) for row in connection.execute(select(report_sum))]
        columns = [list(column) for column in zip(*rows, strict=True)]
        sales = select(journal_entry.c.body).where(journal_entry.c.type == SALE_COMPLETED).limit(ENTRIES)
        began = time.perf_counter()
        for body in connection.execute(sales).scalars():
            json.loads(body)
        connection.exec_driver_sql(
            "INSERT INTO bare SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], "
            "%s::text[], %s::bigint[]) ON CONFLICT (scope, period, dimension, measure, key) "
            "DO UPDATE SET value = bare.value + excluded.value",
            tuple(columns),
        )
        took = time.perf_counter() - began
        connection.rollback()
    return took


def _grow(database: Database) -> int:
    """Write 500 stores with two tills each, and the sums of two years; return how many cells there are."""
    with database.engine.begin() as connection:
        place = dict(connection.execute(select(store).where(store.c.store_id == "S01")).mappings().one())
        till = dict(connection.execute(select(terminal).limit(1)).mappings().one())
        connection.execute(text("DELETE FROM store WHERE store_id <> 'S01'"))
        ids = [f"B{number:03d}" for number in range(STORES - 1)]
        numbers = {store_id: 100 + number for number, store_id in enumerate(ids)}
        connection.execute(
            insert(store), [{**place, "store_id": each, "store_number": numbers[each]} for each in ids]
        )
        connection.execute(
            insert(terminal),
            [
                {**till, "terminal_id": f"{each}-{end}", "key_id": f"{each}-{end}", "store_id": each}
                for each in ids
                for end in ("T01", "T02")
            ],
        )
        connection.execute(
            text("CREATE TEMPORARY TABLE day AS SELECT * FROM report_sum WHERE length(period) = 10")
        )
        connection.execute(text("TRUNCATE report_sum"))
        for times in (_DAYS, _MONTHS):
            _copy(connection, "d.scope", times=times, where="d.scope = '*CNY'")
        every = "store s CROSS JOIN "
        _copy(connection, "s.store_id", times=every + _MONTHS, where="d.scope = 'S01'")
        _copy(connection, "s.store_id", times=every + _DAYS, where="d.scope = 'S01' AND d.dimension = ''")
        connection.execute(
            text(
                "INSERT INTO stock_day SELECT s.store_id, times.period, 20000000, 40, 900, 30, 0 "  # noqa: S608
                f"FROM store s CROSS JOIN {_DAYS} times ON CONFLICT DO NOTHING"
            )
        )
    with database.engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()
        return int(connection.execute(text("SELECT COUNT(*) FROM report_sum")).scalar_one())


def _copy(connection: Any, scope: str, *, times: str, where: str) -> None:
    """Write the cells of the day for every time, of every store where ``times`` names them."""
    connection.execute(
        text(
            f"INSERT INTO report_sum ({_COLUMNS}) "  # noqa: S608 - of constants only
            f"SELECT {scope}, times.period, d.dimension, d.measure, d.key, d.value "
            f"FROM {times} times CROSS JOIN day d WHERE {where}"
        )
    )


def _reports(database: Database) -> dict[str, Any]:
    """Return the seconds of reports of all stores, and of the bare query of the cells they are made of."""
    everything = cashier(report_view=None, report_chain=None)
    database.run(lambda unit: staff.restore(unit, "*", doc=everything))
    found: dict[str, Any] = {}
    asked: tuple[tuple[str, str, str, Kind], ...] = (
        ("day", "2025-11-24", "2025-11-24", "week_before"),
        ("month", "2025-11-01", "2025-11-30", "period_before"),
        ("year", "2025-01-01", "2025-12-31", "year_before"),
    )
    for name, first, last, compare in asked:
        ask = ReportAsk(
            staff_id="st-lin", first_day=first, last_day=last, everywhere=True, compare=(compare,)
        )
        found[name] = [_asked(database, ask) for _ in range(_REPEATS)]
        found[f"bare_{name}"] = [_queried(database, Days(first, last)) for _ in range(_REPEATS)]
    part = ReportAsk(
        staff_id="st-lin",
        first_day="2025-01-01",
        last_day="2025-12-31",
        stores=tuple(f"B{number:03d}" for number in range(100)),
        compare=("year_before",),
    )
    found["hundred"] = [_asked(database, part) for _ in range(3)]
    return found


def _asked(database: Database, ask: ReportAsk) -> float:
    """Return the seconds of a report, from the question to its bytes."""
    began = time.perf_counter()
    with database.read() as unit:
        reply = service.for_till(unit, "S01", ask=ask)
    body = reply.model_dump_json()
    took = time.perf_counter() - began
    if reply.stores not in {STORES, 100} or len(body) < 10_000:
        raise RuntimeError("the report lacks something")
    return took


def _queried(database: Database, days: Days) -> float:
    """Return the seconds of the driver's own query of the chain's cells and of the totals of each store."""
    began = time.perf_counter()
    with database.engine.connect() as connection:
        for where in ("scope = '*CNY'", "scope <> '*CNY' AND dimension = ''"):
            by = "scope, measure" if "<>" in where else "measure, dimension, key"
            connection.exec_driver_sql(
                f"SELECT {by}, SUM(value) FROM report_sum WHERE {where} AND period = ANY(%s) GROUP BY {by}",  # noqa: S608
                (periods(days),),
            ).all()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
