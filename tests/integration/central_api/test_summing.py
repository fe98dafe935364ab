"""What is added up for reports: each fact once, whoever adds it up and whenever it came."""

import json
import threading
from collections import Counter
from contextlib import closing

import pytest
from sqlalchemy import select

from central_api.enrolment import service as enrolment
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database, open_database
from central_api.migrations import runner
from central_api.models.journal import journal_entry
from central_api.models.reporting import report_late, report_shift, report_sum, report_waiting
from central_api.no_shows import service as no_shows
from central_api.restoring import service as restoring
from central_api.summing import service as summing
from retail_core.wire.facts import SALE_COMPLETED, SHIFT_OPENED, ReceiptReprinted, ShiftOpened
from retail_core.wire.shift_facts import DAY_CLOSED, DayClosed
from tests.integration.central_api.conftest import NOW_MS, TENANT, enrol, set_up_shop, store_card
from tests.integration.central_api.shop_floor import set_up_floor
from tests.integration.central_api.test_late_orders import Counter as Pickup
from tests.integration.central_api.test_late_orders import place
from tests.integration.central_api.till import SOLD_MS, FakeTill, line, returned, sale

DAY = "2025-11-24"
HOUR_MS = 3_600_000


def send(
    database: Database, caller: Caller, till: FakeTill, *bodies: object, wall_ms: int | None = None
) -> None:
    """Take in sales, or facts given as (type, body)."""
    entries = [
        till.state(*(body if isinstance(body, tuple) else (SALE_COMPLETED, body)), wall_ms=wall_ms)
        for body in bodies
    ]
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries)))


def sums(database: Database, scope: str = "S01", period: str = DAY, dimension: str = "") -> dict[str, int]:
    """Return sums by measure, or by measure and key."""
    with database.read() as unit:
        found = unit.conn.execute(
            select(report_sum).where(
                report_sum.c.scope == scope,
                report_sum.c.period == period,
                report_sum.c.dimension == dimension,
                report_sum.c.value != 0,
            )
        ).all()
    return {row.measure + (f" {row.key}" if dimension else ""): int(row.value) for row in found}


def told(database: Database) -> dict[str, int]:
    """Reckon the totals of a day by hand from the bodies of all stored entries."""
    with database.read() as unit:
        texts = unit.conn.execute(
            select(journal_entry.c.body).where(journal_entry.c.type == SALE_COMPLETED)
        ).scalars()
        bodies = [json.loads(text) for text in texts]
    total: Counter[str] = Counter()
    for body in bodies:
        back = [each for receipt in body["returned"] for each in receipt["lines"]]
        total["sold"] += sum(each["total_minor"] for each in body["lines"])
        total["returned"] += sum(each["total_minor"] for each in back)
        total["revenue"] += sum(each["net_minor"] for each in body["lines"])
        total["revenue"] -= sum(each["net_minor"] for each in back)
        total["receipts"] += bool(body["lines"])
        total["return_receipts"] += bool(back)
        total["items"] += sum(each["qty_milli"] for each in body["lines"])
        total["tendered"] += sum(each["amount_minor"] for each in body["tenders"])
    return {name: value for name, value in total.items() if value}


def test_a_clock_that_was_put_back_between_two_batches_counts_nothing_twice(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    send(database, caller, till, sale("s1", number=1))
    send(database, caller, till, sale("s2", number=2), sale("s3", number=3))
    first_kept = select(journal_entry.c.received_ms).where(journal_entry.c.seq == 1)
    with database.read() as unit:
        first_ms = unit.conn.execute(first_kept).scalar_one()
    later = journal_entry.update().where(journal_entry.c.seq > 1)
    database.run(lambda unit: unit.conn.execute(later.values(received_ms=first_ms - HOUR_MS)))
    # Each is one entry of this till.
    assert summing.keep_up(database) == len(("s1", "s2", "s3"))
    found = sums(database)
    assert {name: found[name] for name in told(database)} == told(database)


def test_sums_are_those_of_the_entries_for_the_day_the_month_and_all_stores(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    first = sale("s1", line(), line("2", unit_minor=199, qty_milli=3_000), number=1)
    send(database, caller, till, first, sale("s2", number=2), returned(first, pieces=1, number=3))
    other = FakeTill("S02-T01", seed=b"\1" * 32)
    send(database, enrol(database, other, store_id="S02"), other, sale("s4", number=4))
    assert summing.keep_up(database) == 4

    found = sums(database)
    of_first = {"sold": 2 * 1_300 + 597, "returned": 650, "receipts": 2, "return_receipts": 1}
    assert {name: found[name] for name in of_first} == of_first
    assert sums(database, period="2025-11") == found
    together = sums(database, scope="*CNY")
    assert {name: together[name] for name in told(database)} == told(database)
    assert sums(database, scope="*CNY", period="2025-11") == together
    assert sums(database, dimension="tender")["tendered cash"] == found["tendered"]
    assert sums(database, dimension="cashier")["sold st-lin"] == found["sold"]
    # Of products the sales themselves know more; of all stores together nobody asks for one cashier.
    assert sums(database, dimension="product") == sums(database, scope="*CNY", dimension="cashier") == {}
    assert summing.keep_up(database) == 0
    assert sums(database) == found


def test_what_several_workers_add_up_at_a_time_is_added_up_once(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    send(database, caller, till, *(sale(f"s{number}", number=number) for number in range(1, 41)))

    def work() -> None:
        for _ in range(30):
            database.run(lambda unit: summing.add_up(unit, most=3))

    workers = [threading.Thread(target=work) for _ in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    summing.keep_up(database)
    assert sums(database)["receipts"] == 40
    assert {name: sums(database)[name] for name in told(database)} == told(database)


def test_a_worker_that_ends_in_the_middle_leaves_nothing_behind(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    send(database, caller, till, *(sale(f"s{number}", number=number) for number in range(1, 6)))
    database.run(lambda unit: summing.add_up(unit, most=2))

    class EndedError(Exception):
        pass

    def end(unit: object) -> None:
        summing.add_up(unit, most=2)  # type: ignore[arg-type]  # a unit, as run gives it
        raise EndedError

    with pytest.raises(EndedError):
        database.run(end)
    assert sums(database)["receipts"] == 2
    summing.keep_up(database)
    assert sums(database)["receipts"] == 5


def test_a_transaction_that_ends_later_is_neither_skipped_nor_counted_twice(postgres_url: str) -> None:
    with closing(open_database(postgres_url, clock=FixedClock(NOW_MS))) as database:
        runner.upgrade(database.engine)
        database.run(set_up_shop)
        slow, quick = FakeTill(), FakeTill("S02-T01", seed=b"\1" * 32)
        slow_caller, quick_caller = enrol(database, slow), enrol(database, quick, store_id="S02")
        nothing_of_stock = line(product_id=None)
        entry = slow.state(SALE_COMPLETED, sale("s1", nothing_of_stock))
        with database.write() as unit:
            journal.ingest(unit, slow_caller, batch=slow.batch([entry]))
            send(database, quick_caller, quick, sale("s2", nothing_of_stock, number=2))
            assert summing.keep_up(database) == 1
            assert sums(database, scope="*CNY")["receipts"] == 1
        assert summing.keep_up(database) == 1
        assert sums(database, scope="*CNY")["receipts"] == 2
        assert summing.keep_up(database) == 0


def test_a_fact_without_a_day_counts_into_that_of_the_shift_that_was_active(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    opened = ShiftOpened(shift_id="shift-1", number=1, business_day=DAY, currency="CNY", float_minor=0)
    copy = ReceiptReprinted(receipt_number="S01-T01-000001", copy_no=1)
    send(database, caller, till, (SHIFT_OPENED, opened), sale("s1"), wall_ms=SOLD_MS)
    # Long after the store's day has ended, and in another transaction.
    send(database, caller, till, ("receipt.reprinted", copy), wall_ms=SOLD_MS + 20 * HOUR_MS)
    summing.keep_up(database)
    assert sums(database)["copies"] == 1
    with database.read() as unit:
        [shift] = unit.conn.execute(select(report_shift)).all()
    assert (shift.shift_id, shift.business_day, shift.closed_ms) == ("shift-1", DAY, None)


def test_what_comes_for_a_day_that_was_closed_counts_there_and_stands_in_the_adjustments(
    database: Database, caller: Caller, till: FakeTill, clock: FixedClock
) -> None:
    away = FakeTill("S01-T02", seed=b"\1" * 32)
    caller_away = enrol(database, away)
    closed = DayClosed(business_day=DAY, currency="CNY", shifts=(), complete=False)
    send(database, caller, till, sale("s1"), (DAY_CLOSED, closed))
    clock.set(NOW_MS + HOUR_MS)
    late = sale("s2", number=2)
    send(database, caller_away, away, late, sale("s3", number=3, business_day="2025-11-25"))
    summing.keep_up(database)
    found = sums(database)
    assert (found["receipts"], found["sold"]) == (2, 2 * late.total_minor)
    with database.read() as unit:
        [row] = unit.conn.execute(select(report_late)).mappings().all()
    assert dict(row) == {
        "entry_id": "S01-T02-1-1",
        "store_id": "S01",
        "business_day": DAY,
        "terminal_id": "S01-T02",
        "shift_id": "shift-1",
        "type": "sale.completed",
        "wall_ms": SOLD_MS,
        "received_ms": NOW_MS + HOUR_MS,
        "net_minor": late.total_minor,
        "tendered_minor": late.total_minor,
    }


def test_stores_have_the_hours_of_their_own_clocks(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    tokyo = store_card("S02", 2).model_copy(update={"time_zone": "Asia/Tokyo"})
    database.run(lambda unit: enrolment.put_store(unit, TENANT, card=tokyo))
    other = FakeTill("S02-T01", seed=b"\1" * 32)
    caller_there = enrol(database, other, store_id="S02")
    midnight_ms = 1_763_999_999_000  # 23:59:59 in Shanghai, an hour later in Tokyo
    send(database, caller, till, sale("s1"), wall_ms=midnight_ms)
    send(database, caller_there, other, sale("s2", number=2), wall_ms=midnight_ms)
    summing.keep_up(database)
    assert sums(database, dimension="hour")["receipts 23"] == 1
    assert sums(database, scope="S02", dimension="hour")["receipts 00"] == 1
    hours = sums(database, scope="*CNY", dimension="hour")
    assert (hours["receipts 23"], hours["receipts 00"]) == (1, 1)


def test_a_sale_that_came_under_two_entries_counts_once(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    send(database, caller, till, sale("s1"), sale("s1"))
    summing.keep_up(database)
    assert sums(database)["receipts"] == 1


def test_what_this_server_does_not_know_yet_is_added_when_it_does(
    database: Database, caller: Caller, till: FakeTill, monkeypatch: pytest.MonkeyPatch
) -> None:
    from retail_core.wire import facts

    model = facts.BODIES[SALE_COMPLETED, 1]
    older = {key: value for key, value in facts.BODIES.items() if key != (SALE_COMPLETED, 1)}
    monkeypatch.setattr(facts, "BODIES", older)
    send(database, caller, till, sale("s1"), sale("s2", number=2))
    summing.keep_up(database)
    assert sums(database) == {}
    with database.read() as unit:
        assert len(unit.conn.execute(select(report_waiting)).all()) == 2
    monkeypatch.setattr(facts, "BODIES", {**older, (SALE_COMPLETED, 1): model})
    send(database, caller, till, sale("s3", number=3))
    assert database.run(journal.apply_parked) == 2
    summing.keep_up(database)
    assert sums(database)["receipts"] == 3
    with database.read() as unit:
        assert unit.conn.execute(select(report_waiting)).all() == []


def test_an_order_counts_on_the_day_it_was_placed_whatever_becomes_of_it(
    database: Database, caller: Caller, till: FakeTill, clock: FixedClock
) -> None:
    database.run(set_up_floor)
    day = "2025-11-24"  # 00:08 in Shanghai: the day before goes on until four.
    kept, left = place(database), place(database, "r2")
    summing.keep_up(database)
    minor = kept.order.total_minor
    found = sums(database, period=day)
    assert (found["orders_placed"], found["orders_value"]) == (2, 2 * minor)
    assert "orders_got_ready" not in found

    counter = Pickup(database, till, caller)
    for each in (kept, left):
        counter.ready(each, at_ms=NOW_MS + 60_000)
    counter.hand_over(kept, at_ms=NOW_MS + 120_000)
    counter.send()
    summing.keep_up(database)
    found = sums(database, period=day)
    assert (found["orders_placed"], found["orders_got_ready"], found["orders_collected"]) == (2, 2, 1)
    assert (found["orders_ready"], found["orders_on_time"]) == (2, 2)

    later_ms = NOW_MS + 30 * 24 * HOUR_MS
    clock.set(later_ms)
    enrolment.TerminalCallers(database).hear(caller, now_ms=later_ms)
    assert no_shows.keep_up(database) == 1
    summing.keep_up(database)
    found = sums(database, period=day)
    assert (found["orders_placed"], found["no_shows"], found["orders_value"]) == (2, 1, 2 * minor)
    assert sums(database, scope="*CNY", period="2025-11")["no_shows"] == 1


def test_a_restored_database_counts_no_order_twice(database: Database) -> None:
    database.run(set_up_floor)
    place(database)
    summing.keep_up(database)
    database.run(restoring.put_back)
    place(database, "r2")
    summing.keep_up(database)
    assert sums(database)["orders_placed"] == 2
