"""Days and hours at head office: two time zones, both changes of the clock, midnight, set clocks; by hand.

Each sale is 13.00, 11.50 of it without tax. Source: docs/rules/shifts.md, "The business day".
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from central_api.enrolment import service as enrolment
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.reporting import service
from central_api.reporting.day import day_of
from central_api.staff import service as staff
from central_api.summing import service as summing
from retail_core.wire.base import Message
from retail_core.wire.days import DayAsk
from retail_core.wire.facts import RECEIPT_REPRINTED, ReceiptReprinted
from retail_core.wire.reports import ReportAsk, ReportReply
from tests.integration.central_api.conftest import TENANT, cashier, enrol, store_card
from tests.integration.central_api.test_days import closed, opened
from tests.integration.central_api.test_summing import send, sums
from tests.integration.central_api.till import FakeTill, sale

SHANGHAI, BERLIN, NEW_YORK = "Asia/Shanghai", "Europe/Berlin", "America/New_York"
SOLD = 1_300


def at(zone: str, wall: str) -> int:
    """Return the moment when a wall shows ``2026-10-25 02:30``; ``…+`` is the second time that it does."""
    local = datetime.fromisoformat(wall.rstrip("+")).replace(tzinfo=ZoneInfo(zone), fold=wall.endswith("+"))
    return int(local.timestamp() * 1_000)


def move_to(database: Database, store_id: str, zone: str) -> None:
    """Let a store stand in a time zone."""
    number = int(store_id[1:])
    card = store_card(store_id, number).model_copy(update={"time_zone": zone})
    database.run(lambda unit: enrolment.put_store(unit, TENANT, card=card))


def sells(database: Database, caller: Caller, till: FakeTill, *, of: tuple[str, str], at_ms: int) -> None:
    """Take in a sale of a shift and a day."""
    shift_id, day = of
    number = till.head.seq + 1
    body = sale(f"{till.terminal}-{number}", number=number, shift_id=shift_id, business_day=day)
    body = body.model_copy(update={"receipt_number": f"{till.terminal}-{number:06d}"})
    send(database, caller, till, body, wall_ms=at_ms)


def copied() -> tuple[str, Message]:
    """Return a fact that names neither a shift nor a day."""
    return RECEIPT_REPRINTED, ReceiptReprinted(receipt_number="S01-T01-000001", copy_no=1)


def of_days(database: Database, measure: str, *days: str, scope: str = "S01") -> list[int]:
    """Return a measure of some days."""
    summing.keep_up(database)
    return [sums(database, scope=scope, period=day).get(measure, 0) for day in days]


def hours(database: Database, day: str, *, scope: str = "S01") -> dict[str, int]:
    """Return how many receipts each hour of a day has."""
    summing.keep_up(database)
    found = sums(database, scope=scope, period=day, dimension="hour")
    return {key.split()[1]: value for key, value in found.items() if key.startswith("receipts ")}


def chain_report(database: Database, day: str) -> ReportReply:
    """Return the report of all stores of a day, as a till of the first one asks for it."""
    doc = cashier(sell=None, report_view=None, report_chain=None, day_close=None)
    database.run(lambda unit: staff.restore(unit, "*", doc=doc))
    summing.keep_up(database)
    ask = ReportAsk(staff_id="st-lin", first_day=day, last_day=day, everywhere=True)
    with database.read() as unit:
        return service.for_till(unit, "S01", ask=ask)


def test_a_shift_over_midnight_and_the_cut_off_is_of_the_day_on_which_it_began(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    night = ("night", "2026-11-22")
    send(database, caller, till, opened("night", day="2026-11-22"), wall_ms=at(SHANGHAI, "2026-11-22 22:00"))
    for wall in ("2026-11-22 23:59", "2026-11-23 00:00", "2026-11-23 04:10"):
        sells(database, caller, till, of=night, at_ms=at(SHANGHAI, wall))
    # A copy says nothing of a day: it is of its shift's while there is one, then of its moment's.
    send(database, caller, till, copied(), wall_ms=at(SHANGHAI, "2026-11-23 04:20"))
    z = closed("night", 1, business_day="2026-11-22")
    send(database, caller, till, z, copied(), wall_ms=at(SHANGHAI, "2026-11-23 04:30"))

    days = ("2026-11-22", "2026-11-23")
    assert of_days(database, "sold", *days) == [3 * SOLD, 0]
    assert of_days(database, "copies", *days) == [1, 1]
    assert of_days(database, "shifts_closed", *days) == [1, 0]
    assert hours(database, "2026-11-22") == {"23": 1, "00": 1, "04": 1}


@pytest.mark.parametrize(
    ("days", "walls", "told"),
    [
        (
            ("2026-10-24", "2026-10-25"),
            ("2026-10-25 02:30", "2026-10-25 02:30+", "2026-10-25 03:30", "2026-10-25 04:00"),
            ([3, 1], {"02": 2, "03": 1, "04": 1}),
        ),
        (
            ("2027-03-27", "2027-03-28"),
            ("2027-03-28 01:59", "2027-03-28 03:00", "2027-03-28 04:00", "2027-03-28 04:59"),
            ([2, 2], {"01": 1, "03": 1, "04": 2}),
        ),
    ],
    ids=["back to winter time", "to summer time"],
)
def test_when_the_clock_changes_the_cut_off_and_the_hours_are_those_of_the_wall(
    database: Database,
    caller: Caller,
    till: FakeTill,
    days: tuple[str, str],
    walls: tuple[str, ...],
    told: tuple[list[int], dict[str, int]],
) -> None:
    copies, of_hours = told
    move_to(database, "S01", BERLIN)
    # Without a shift each copy is of the day that its moment belongs to, with a cut-off at 04:00.
    for wall in walls:
        send(database, caller, till, copied(), wall_ms=at(BERLIN, wall))
    assert of_days(database, "copies", *days) == copies
    # The sales of one shift are of its day, each in the hour that the wall showed.
    send(database, caller, till, opened("night", day=days[0]), wall_ms=at(BERLIN, f"{days[0]} 23:00"))
    for wall in walls:
        sells(database, caller, till, of=("night", days[0]), at_ms=at(BERLIN, wall))
    assert of_days(database, "sold", *days) == [4 * SOLD, 0]
    assert hours(database, days[0]) == of_hours


def test_a_clock_that_is_set_moves_no_sale_into_another_day(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    send(database, caller, till, opened("a", day="2026-11-22"), wall_ms=at(SHANGHAI, "2026-11-22 12:00"))
    for wall in ("2026-11-22 12:10", "2026-11-21 23:00", "2027-01-05 09:30", "2026-11-22 12:20"):
        sells(database, caller, till, of=("a", "2026-11-22"), at_ms=at(SHANGHAI, wall))
        send(database, caller, till, copied(), wall_ms=at(SHANGHAI, wall))

    days = ("2026-11-21", "2026-11-22", "2027-01-05")
    assert of_days(database, "sold", *days) == [0, 4 * SOLD, 0]
    assert of_days(database, "copies", *days) == [0, 4, 0]
    assert hours(database, "2026-11-22") == {"12": 2, "23": 1, "09": 1}


def test_two_stores_in_two_time_zones_have_each_its_own_day_and_are_added_by_days(
    database: Database, caller: Caller, till: FakeTill, clock: FixedClock
) -> None:
    move_to(database, "S02", NEW_YORK)
    there = FakeTill("S02-T01", seed=b"\1" * 32)
    caller_there = enrol(database, there, store_id="S02")
    # At one moment it is 04:30 of the 23rd in Shanghai, and 15:30 of the 22nd in New York.
    moment_ms = at(SHANGHAI, "2026-11-23 04:30")
    assert moment_ms == at(NEW_YORK, "2026-11-22 15:30")
    send(database, caller, till, opened("here", day="2026-11-23"), copied(), wall_ms=moment_ms)
    sells(database, caller, till, of=("here", "2026-11-23"), at_ms=moment_ms)
    send(database, caller_there, there, copied(), opened("there", day="2026-11-22"), wall_ms=moment_ms)
    sells(database, caller_there, there, of=("there", "2026-11-22"), at_ms=moment_ms)
    # Thirteen hours later it is 04:30 of the 23rd in New York, too.
    later_ms = at(NEW_YORK, "2026-11-23 04:30")
    sells(database, caller_there, there, of=("next", "2026-11-23"), at_ms=later_ms)

    days = ("2026-11-22", "2026-11-23")
    assert of_days(database, "sold", *days, scope="S01") == [0, SOLD]
    assert of_days(database, "copies", *days, scope="S01") == [0, 1]
    assert of_days(database, "sold", *days, scope="S02") == [SOLD, SOLD]
    assert of_days(database, "copies", *days, scope="S02") == [1, 0]
    assert of_days(database, "sold", *days, scope="*CNY") == [SOLD, 2 * SOLD]
    assert hours(database, "2026-11-22", scope="S02") == {"15": 1}
    # Both stores sold at half past four on their own walls on the 23rd, thirteen hours apart.
    assert hours(database, "2026-11-23", scope="*CNY") == {"04": 2}

    clock.set(later_ms)
    both = chain_report(database, "2026-11-23")
    assert (both.stores, {each.figure_id: each.value for each in both.report.figures}["receipts"]) == (2, 2)
    [stores] = [each for each in both.report.tables if each.table_id == "stores"]
    assert {row.key: row.values[0] for row in stores.rows} == {"S01": SOLD, "S02": SOLD}
    [by_hour] = [each for each in both.report.series if each.series_id == "net_sales_by_hour"]
    assert {point.key: point.value for point in by_hour.points if point.value} == {"04": 2 * SOLD}


def test_the_day_of_a_store_has_the_shifts_of_its_own_day(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    move_to(database, "S02", NEW_YORK)
    there = FakeTill("S02-T01", seed=b"\1" * 32)
    caller_there = enrol(database, there, store_id="S02")
    moment_ms = at(SHANGHAI, "2026-11-23 04:30")
    for each, its_caller, day in ((till, caller, "2026-11-23"), (there, caller_there, "2026-11-22")):
        shift_id = f"of {each.terminal}"
        z = closed(shift_id, 7, business_day=day)
        send(database, its_caller, each, opened(shift_id, day=day), z, wall_ms=moment_ms)
    chain_report(database, "2026-11-22")  # and lets st-lin close days

    def zs(store_id: str, day: str) -> list[str]:
        with database.read() as unit:
            ask = DayAsk(staff_id="st-lin", business_day=day)
            return [shift.till for shift in day_of(unit, store_id, ask=ask, terminal_id="x").shifts]

    assert zs("S01", "2026-11-23") == ["S01-T01"]
    assert zs("S02", "2026-11-22") == ["S02-T01"]
    assert zs("S01", "2026-11-22") == zs("S02", "2026-11-23") == []
