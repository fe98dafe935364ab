"""A day's stock is what the movements before its end say, is written once, and makes K7 and K10."""

import json
import random
from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from central_api.catalog import service as catalog
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.models.stock import stock_day, stock_movement
from central_api.reporting import service as reporting
from central_api.staff import service as staff
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from central_api.stock_days import service as stock_days
from central_api.summing import service as summing
from retail_core.wire.reports import ReportAsk, ReportReply
from tests.integration.central_api.conftest import cashier, enrol, product
from tests.integration.central_api.shop_floor import store_docs
from tests.integration.central_api.test_summing import send
from tests.integration.central_api.till import FakeTill, line, sale

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
MONDAY = "2025-11-24"
MONDAY_MS = 1_763_928_000_000
"""Its cut-off of 04:00 in Shanghai, where the day begins."""
COSTS = {"milk": 300, "bread": 200, "cup": None, "latte": 400}

Row = tuple[int, int, int, int]


@pytest.fixture(autouse=True)
def goods(database: Database) -> None:
    """Four products, of one of which nobody told the cost."""

    def put(unit: Unit) -> None:
        docs = [
            product(name, barcode=f"690000000000{number}").model_copy(update={"cost_minor": cost})
            for number, (name, cost) in enumerate(COSTS.items())
        ]
        catalog.put_products(unit, "*", docs=docs)

    database.run(put)


def moved(database: Database, *movements: tuple[str, int, str, int], store_id: str = "S01") -> None:
    """Move (product, pieces, cause, hours after the beginning of Monday)."""

    def move(unit: Unit) -> None:
        known = len(unit.conn.execute(select(stock_movement.c.id)).all())
        stock.move(
            unit,
            [
                Movement(
                    store_id,
                    name,
                    0 if cause == stock.ORDER else pieces * 1_000,
                    -pieces * 1_000 if cause == stock.ORDER else 0,
                    cause,
                    f"r{known + number}",
                    "1",
                    MONDAY_MS + hours * HOUR_MS,
                )
                for number, (name, pieces, cause, hours) in enumerate(movements)
            ],
        )
        stock.settle(unit)

    database.run(move)


def written(database: Database, store_id: str = "S01") -> dict[str, Row]:
    """Return what stands of a store's days."""
    with database.read() as unit:
        rows = unit.conn.execute(select(stock_day).where(stock_day.c.store_id == store_id)).all()
    return {row.business_day: (row.stock_minor, row.uncosted, row.in_range, row.at_zero) for row in rows}


def keep_up(database: Database, clock: FixedClock, *, hours: int) -> int:
    """Let the server look so many hours after the beginning of Monday."""
    clock.set(MONDAY_MS + hours * HOUR_MS)
    return stock_days.keep_up(database)


def three_days(database: Database) -> None:
    """Move what the worked table of the rules moves."""
    moved(
        database,
        *(("milk", 10, stock.RECEIPT, 1), ("bread", 5, stock.RECEIPT, 1), ("cup", 8, stock.RECEIPT, 1)),
        *(("milk", -4, stock.SALE, 5), ("latte", -3, stock.SALE, 6)),
        *(("milk", -6, stock.SALE, 29), ("bread", -1, stock.SALE, 30), ("bread", -4, "waste", 31)),
        *(("latte", -3, stock.SALE, 32), ("bread", 3, stock.RECEIPT, 50), ("cup", -2, stock.SALE, 51)),
        ("latte", -3, stock.SALE, 52),
    )


def test_the_days_of_the_rules_are_written_once_whatever_is_told_later(
    database: Database, clock: FixedClock
) -> None:
    three_days(database)
    assert keep_up(database, clock, hours=71) == 2  # Wednesday goes on.
    assert keep_up(database, clock, hours=72) == 1
    days = {"2025-11-24": (2_800, 1, 1, 0), "2025-11-25": (0, 1, 2, 2), "2025-11-26": (600, 1, 3, 1)}
    assert written(database) == days
    docs = store_docs(database, "stock_day")
    assert json.loads(docs["2025-11-26"]) == {
        "business_day": "2025-11-26",
        "stock_minor": 600,
        "uncosted": 1,
        "in_range": 3,
        "at_zero": 1,
    }
    # The fifth bread of Monday is told on Thursday: only the days from then on know it.
    moved(database, ("bread", -1, stock.SALE, 6))
    assert keep_up(database, clock, hours=95) == 0
    assert keep_up(database, clock, hours=97) == 1
    assert written(database) == {**days, "2025-11-27": (400, 1, 3, 1)}


def test_every_day_is_what_the_movements_before_it_say(database: Database, clock: FixedClock) -> None:
    chance = random.Random(7)  # noqa: S311 - goods, no secrets
    causes = (stock.RECEIPT, stock.SALE, stock.SALE, stock.ORDER, stock.HAND_OVER, "waste", stock.IMPORT)
    told = []
    for _ in range(400):
        cause = chance.choice(causes)
        pieces = chance.randint(1, 9) * (1 if cause in {stock.RECEIPT, stock.IMPORT} else -1)
        told.append((chance.choice(sorted(COSTS)), pieces, cause, chance.randrange(60 * 24)))
    # The gap in which nobody wants bread is longer than the range.
    told = [each for each in told if each[0] != "bread" or not 20 * 24 < each[3] < 52 * 24]
    # Everything of the first thirty days is known before they are written, the rest only after that.
    moved(database, *(each for each in told if each[3] < 720))
    keep_up(database, clock, hours=720)
    moved(database, *(each for each in told if each[3] >= 720))
    keep_up(database, clock, hours=1_440)

    expected = {}
    stocked = {
        name: min(
            (hours for what, _, cause, hours in told if what == name and cause in {"receipt", "import"}),
            default=9**9,
        )
        for name in COSTS
    }
    for day in range(min(stocked.values()) // 24, 60):
        end = (day + 1) * 24
        level: Counter[str] = Counter()
        wanted = set()
        for name, pieces, cause, hours in told:
            if hours < end and cause != stock.ORDER:
                level[name] += pieces
            if end - 28 * 24 <= hours < end and cause in {stock.SALE, stock.ORDER} and stocked[name] < end:
                wanted.add(name)
        there = [name for name in COSTS if level[name] > 0]
        minor = sum((COSTS[name] or 0) * level[name] for name in there)
        uncosted = sum(COSTS[name] is None for name in there)
        row = (minor, uncosted, len(wanted), sum(level[name] <= 0 for name in wanted))
        expected[(date.fromisoformat(MONDAY) + timedelta(day)).isoformat()] = row
    found = written(database)
    assert found == expected
    assert any(row[3] for row in found.values())
    assert len({row[2] for row in found.values()}) > 1


def test_a_count_tells_of_stock_and_a_stores_history_begins_with_it(
    database: Database, clock: FixedClock
) -> None:
    moved(database, ("milk", -2, stock.SALE, 5), store_id="S01")
    assert keep_up(database, clock, hours=48) == 0  # Nobody told of its stock.
    moved(database, ("milk", 0, stock.COUNT, 50))
    assert keep_up(database, clock, hours=72) == 1
    assert written(database) == {"2025-11-26": (0, 0, 1, 1)}
    clock.set(MONDAY_MS + 900 * DAY_MS)
    assert stock_days.keep_up(database) == stock_days.KEPT_DAYS
    assert keep_up(database, clock, hours=901 * 24) == 1
    assert len(store_docs(database, "stock_day")) == stock_days.KEPT_DAYS + 1


def reported(database: Database, ask: ReportAsk) -> ReportReply:
    """Return a report of the asking store."""
    summing.keep_up(database)
    with database.read() as unit:
        return reporting.for_till(unit, "S01", ask=ask)


def test_turnover_and_stock_out_rate_are_those_of_the_written_days(
    database: Database, clock: FixedClock, caller: Caller, till: FakeTill
) -> None:
    database.run(
        lambda unit: staff.restore(unit, "*", doc=cashier(sell=None, report_view=None, report_chain=None))
    )
    three_days(database)
    # What was sold cost 32.00; these documents move products of their own.
    sold = [line().model_copy(update={"product_id": "p-other", "cost_minor": 3_200})]
    send(database, caller, till, sale("s1", *sold, business_day="2025-11-25"))
    week = ReportAsk(staff_id="st-lin", first_day=MONDAY, last_day="2025-11-26", compare=("period_before",))
    nothing = reported(database, week)
    whys = {each.figure_id: each.why for each in nothing.not_known if each.code in {"K7", "K10"}}
    assert whys == dict.fromkeys(("stock_turnover", "days_of_stock", "stock_out_rate"), "no_stock_days")

    keep_up(database, clock, hours=72)
    reply = reported(database, week)
    found = {each.figure_id: each for each in reply.report.figures}
    average = (2_800 + 0 + 600 + 1) // 3  # 1,133.3
    assert found["stock_turnover"].value == round(3_200 / average * 10_000)  # K7
    assert found["days_of_stock"].value == round(average * 3 / 3_200 * 10) == 11
    assert found["stock_out_rate"].value == 5_000  # K10: 3 of 6
    assert found["stock_out_rate"].compared == (None,)
    assert reply.known_days == ()
    [stores] = [each for each in reply.report.tables if each.table_id == "stores"]
    columns = [each.figure_id for each in stores.columns]
    assert dict(zip(columns, stores.rows[0].values, strict=True))["stock_out_rate"] == 5_000

    longer = reported(database, week.model_copy(update={"first_day": "2025-11-20"}))
    known = {each.figure_id: (each.first_day, each.last_day) for each in longer.known_days}
    assert known["stock_turnover"] == (MONDAY, "2025-11-26")
    # Of two stores the averages are added, and the days are those of both.
    moved(database, ("milk", 2, stock.RECEIPT, 73), store_id="S02")
    keep_up(database, clock, hours=96)
    both = reported(
        database, week.model_copy(update={"last_day": "2025-11-27", "everywhere": True, "compare": ()})
    )
    found = {each.figure_id: each for each in both.report.figures}
    averages = round((2_800 + 0 + 600 + 600) / 4) + 600
    assert found["stock_turnover"].value == round(3_200 / averages * 10_000)
    assert {each.first_day for each in both.known_days} == {"2025-11-27"}


def test_tills_are_told_what_all_of_them_sold_on_each_of_the_last_seven_days(
    database: Database, clock: FixedClock, caller: Caller, till: FakeTill
) -> None:
    moved(database, ("milk", 90, stock.RECEIPT, 1))
    other = FakeTill("S01-T02", seed=b"\1" * 32)
    case = line("1").model_copy(update={"pack_id": "case", "pack_pieces": 12})
    bag = line("2", qty_milli=1_000).model_copy(update={"deposit": True})
    send(database, caller, till, sale("s1", case, bag), sale("s2", line(product_id=None), number=2))
    send(database, enrol(database, other), other, sale("s3", line(qty_milli=3_000), number=3))
    assert keep_up(database, clock, hours=25) == 1
    # The 24th of November 2025 is a Monday; a packet holds twelve.
    told = json.loads(store_docs(database, "sold_day")["1"])
    assert told == {"business_day": "2025-11-24", "sold": [{"product_id": "p-milk", "qty_milli": 27_000}]}
    assert keep_up(database, clock, hours=24 * 7 + 1) == 6
    assert len(store_docs(database, "sold_day")) == 7
    assert keep_up(database, clock, hours=24 * 8 + 1) == 1
    # A week later the next Monday stands in its place, on which nothing was sold.
    assert json.loads(store_docs(database, "sold_day")["1"]) == {"business_day": "2025-12-01", "sold": []}
