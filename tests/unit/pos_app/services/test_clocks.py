"""Shifts of a till over midnight, the cut-off and both changes of the clock, and set clocks; by hand.

A latte costs 28.00. Source: docs/rules/shifts.md, "The business day".
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pos_app.services.reporting.run_report import RunReport
from pos_app.services.store_time import end_of_business_day_ms
from retail_core.business_day import business_day_of, day_begins_ms
from retail_core.wire.facts import ShiftClosed
from tests.till_shop import LI, Till, open_shop
from tests.unit.pos_app.services.drawer_desk import Desk, expected

SHANGHAI, BERLIN, NEW_YORK = "Asia/Shanghai", "Europe/Berlin", "America/New_York"
HOUR_MS = 3_600_000
MINUTE_MS = 60_000
FLOAT = 20_000


def at(zone: str, wall: str) -> int:
    """Return the moment when a wall shows ``2026-10-25 02:30``; ``…+`` is the second time that it does."""
    local = datetime.fromisoformat(wall.rstrip("+")).replace(tzinfo=ZoneInfo(zone), fold=wall.endswith("+"))
    return int(local.timestamp() * 1_000)


@contextmanager
def shop(folder: Path, zone: str) -> Iterator[Desk]:
    with open_shop(folder, time_zone=zone) as till:
        yield Desk(till)


def sell_at(desk: Desk, zone: str, *walls: str) -> None:
    for wall in walls:
        desk.till.clock.wall_ms = at(zone, wall)
        desk.sell()


def close(desk: Desk, cash: int) -> ShiftClosed:
    """Count ``cash`` and close; it has to be what is expected."""
    assert desk.close.count(LI, {"cash": cash}).largest_minor == 0
    return desk.close.close(LI, left_minor=0).z


def by_hour(till: Till) -> dict[str, int]:
    """Return the net sales of the newest shift by the hour, as its report's picture shows them."""
    run = RunReport(
        store=till.store,
        catalog=till.data.catalog,
        clock=till.clock,
        profile=till.profile,
        campaign_name=till.prices.campaign_name,
    )
    report = run(LI, run.newest(LI))
    [hours] = [each for each in report.series if each.series_id == "net_sales_by_hour"]
    return {point.key: point.value for point in hours.points if point.value}


@pytest.mark.parametrize(
    ("zone", "cutoff", "wall", "day"),
    [
        (SHANGHAI, "04:00", "2026-11-22 03:59", "2026-11-21"),
        (SHANGHAI, "04:00", "2026-11-22 04:00", "2026-11-22"),
        (SHANGHAI, "00:00", "2026-11-22 00:00", "2026-11-22"),
        (BERLIN, "04:00", "2027-03-28 01:59", "2027-03-27"),
        (BERLIN, "04:00", "2027-03-28 03:30", "2027-03-27"),
        (BERLIN, "04:00", "2027-03-28 04:00", "2027-03-28"),
        (BERLIN, "04:00", "2027-03-28 04:30", "2027-03-28"),
        (BERLIN, "04:00", "2026-10-25 02:30", "2026-10-24"),
        (BERLIN, "04:00", "2026-10-25 02:30+", "2026-10-24"),
        (BERLIN, "04:00", "2026-10-25 03:30", "2026-10-24"),
        (BERLIN, "04:00", "2026-10-25 04:00", "2026-10-25"),
        (BERLIN, "02:30", "2026-10-25 02:29", "2026-10-24"),
        (BERLIN, "02:30", "2026-10-25 02:30", "2026-10-25"),
        (BERLIN, "02:30", "2026-10-25 02:10+", "2026-10-25"),
        (BERLIN, "02:30", "2027-03-28 01:59", "2027-03-27"),
        (BERLIN, "02:30", "2027-03-28 03:00", "2027-03-27"),
        (BERLIN, "02:30", "2027-03-28 03:30", "2027-03-28"),
    ],
)
def test_a_day_begins_when_the_wall_shows_the_cut_off(zone: str, cutoff: str, wall: str, day: str) -> None:
    minutes = int(cutoff[:2]) * 60 + int(cutoff[3:])
    assert business_day_of(at(zone, wall), zone, day_cutoff_minutes=minutes) == day


@pytest.mark.parametrize(
    ("day", "after", "hours"),
    [
        ("2026-10-23", "2026-10-24", 24),
        ("2026-10-24", "2026-10-25", 25),
        ("2027-03-27", "2027-03-28", 23),
        ("2027-03-28", "2027-03-29", 24),
    ],
)
def test_a_day_has_23_24_or_25_hours(day: str, after: str, hours: int) -> None:
    begins, ends = (day_begins_ms(each, BERLIN, day_cutoff_minutes=240) for each in (day, after))
    assert ends - begins == hours * HOUR_MS
    for moment_ms in (begins, ends - 1):
        assert business_day_of(moment_ms, BERLIN, day_cutoff_minutes=240) == day


def test_a_parked_sale_waits_until_the_wall_shows_the_cut_off(tmp_path: Path) -> None:
    with shop(tmp_path, BERLIN) as desk:
        profile = desk.till.profile
        for wall, ends in (
            ("2027-03-28 01:00", "2027-03-28 04:00"),
            ("2026-10-25 02:30", "2026-10-25 04:00"),
            ("2026-10-25 04:00", "2026-10-26 04:00"),
        ):
            assert end_of_business_day_ms(at(BERLIN, wall), profile) == at(BERLIN, ends)


def test_a_shift_over_midnight_and_over_the_cut_off_is_of_the_day_on_which_it_began(tmp_path: Path) -> None:
    with shop(tmp_path, SHANGHAI) as desk:
        desk.till.clock.wall_ms = at(SHANGHAI, "2026-11-22 22:00")
        shift = desk.open(LI, float_minor=FLOAT)
        sell_at(desk, SHANGHAI, "2026-11-22 23:59", "2026-11-23 00:00", "2026-11-23 04:00")
        assert expected(desk) == 28_400
        assert by_hour(desk.till) == {"23": 2_800, "00": 2_800, "04": 2_800}

        z = close(desk, 28_400)
        next_shift = desk.open(LI, float_minor=0)

        assert (shift.business_day, z.business_day, next_shift.business_day) == (
            *("2026-11-22", "2026-11-22"),
            "2026-11-23",
        )
        assert (z.sales_count, z.total_minor, z.z_number) == (3, 8_400, 1)


def test_the_hour_that_the_wall_shows_twice_has_the_sales_of_both(tmp_path: Path) -> None:
    with shop(tmp_path, BERLIN) as desk:
        desk.till.clock.wall_ms = at(BERLIN, "2026-10-25 01:00")
        shift = desk.open(LI, float_minor=FLOAT)
        sell_at(desk, BERLIN, "2026-10-25 01:30", "2026-10-25 02:30", "2026-10-25 02:30+", "2026-10-25 03:30")
        assert by_hour(desk.till) == {"01": 2_800, "02": 5_600, "03": 2_800}
        desk.till.clock.wall_ms = at(BERLIN, "2026-10-25 04:00")
        z = close(desk, 31_200)
        # From one to four on the wall it was four hours.
        assert z.closed_ms - z.opened_ms == 4 * HOUR_MS
        assert (shift.business_day, z.business_day, z.sales_count) == ("2026-10-24", "2026-10-24", 4)
        assert desk.open(LI, float_minor=0).business_day == "2026-10-25"


def test_the_hour_that_the_wall_leaves_out_has_no_sales(tmp_path: Path) -> None:
    with shop(tmp_path, BERLIN) as desk:
        desk.till.clock.wall_ms = at(BERLIN, "2027-03-28 01:00")
        shift = desk.open(LI, float_minor=FLOAT)
        sell_at(desk, BERLIN, "2027-03-28 01:59", "2027-03-28 03:00", "2027-03-28 03:59")
        assert by_hour(desk.till) == {"01": 2_800, "03": 5_600}
        desk.till.clock.wall_ms = at(BERLIN, "2027-03-28 04:30")
        z = close(desk, 28_400)
        assert z.closed_ms - z.opened_ms == 2 * HOUR_MS + 30 * MINUTE_MS
        assert (shift.business_day, z.sales_count) == ("2027-03-27", 3)
        # Half an hour behind the cut-off on the wall the new day has begun.
        assert desk.open(LI, float_minor=0).business_day == "2027-03-28"


def test_a_clock_that_is_set_moves_no_sale_into_another_shift_or_day(tmp_path: Path) -> None:
    with shop(tmp_path, SHANGHAI) as desk:
        desk.till.clock.wall_ms = at(SHANGHAI, "2026-11-22 12:00")
        desk.open(LI, float_minor=FLOAT)
        sell_at(desk, SHANGHAI, "2026-11-22 12:10")
        # Somebody sets the clock back, behind the opening of the shift and into the day before ...
        sell_at(desk, SHANGHAI, "2026-11-21 23:00")
        desk.move(LI, "safe_drop", 1_000)
        desk.suspend(LI, reason="break")
        desk.open(LI, float_minor=5_000)
        sell_at(desk, SHANGHAI, "2026-11-21 23:05")
        other = close(desk, 7_800)
        [first] = desk.suspend.state(LI).suspended
        # ... and far ahead, into next year.
        desk.till.clock.wall_ms = at(SHANGHAI, "2027-01-05 09:00")
        desk.suspend.resume(LI, first.shift_id)
        sell_at(desk, SHANGHAI, "2027-01-05 09:30")
        desk.till.clock.wall_ms = at(SHANGHAI, "2026-11-22 11:00")
        assert expected(desk) == 20_000 + 3 * 2_800 - 1_000
        assert by_hour(desk.till) == {"12": 2_800, "23": 2_800, "09": 2_800}

        z = close(desk, 27_400)

        assert (other.business_day, other.z_number, other.sales_count) == ("2026-11-21", 1, 1)
        assert (z.business_day, z.z_number, z.sales_count, z.safe_drops_minor) == ("2026-11-22", 2, 3, 1_000)
        assert (z.grand_total_sales_minor, z.suspensions) == (4 * 2_800, 1)
        # The clock said eleven when it was closed; no Z says that it ended before it began.
        assert z.opened_ms == z.closed_ms == at(SHANGHAI, "2026-11-22 12:00")


def test_at_one_moment_two_stores_have_each_its_own_day_and_hour(tmp_path: Path) -> None:
    moment_ms = at(SHANGHAI, "2026-11-23 04:30")  # 15:30 of the day before in New York
    zs, hours = {}, {}
    for zone in (SHANGHAI, NEW_YORK):
        folder = tmp_path / zone.replace("/", "-")
        folder.mkdir()
        with shop(folder, zone) as desk:
            desk.till.clock.wall_ms = moment_ms
            desk.open(LI, float_minor=FLOAT)
            desk.sell()
            hours[zone] = by_hour(desk.till)
            zs[zone] = close(desk, 22_800)
    assert hours == {SHANGHAI: {"04": 2_800}, NEW_YORK: {"15": 2_800}}
    assert {zone: z.business_day for zone, z in zs.items()} == {
        SHANGHAI: "2026-11-23",
        NEW_YORK: "2026-11-22",
    }
    assert {z.closed_ms for z in zs.values()} == {moment_ms}
