"""Head office's word about a store's day: which shifts have a Z, and whose part is not over or not known."""

import pytest

from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.reporting.day import day_of
from central_api.staff import service as staff
from central_api.summing import service as summing
from retail_core.wire.days import DayAsk, DayReply
from retail_core.wire.facts import SHIFT_CLOSED, SHIFT_OPENED, ShiftClosed, ShiftOpened
from retail_core.wire.reports import Adjustments
from retail_core.wire.shift_facts import DAY_CLOSED, DayClosed, MissingTill
from tests.integration.central_api.conftest import NOW_MS, cashier, enrol
from tests.integration.central_api.test_summing import DAY, send
from tests.integration.central_api.till import SOLD_MS, FakeTill, sale
from tests.unit.pos_app.services.paper_examples import Z

ASK = DayAsk(staff_id="st-lin", business_day=DAY)


def let_close(unit: Unit) -> None:
    staff.restore(unit, "*", doc=cashier(sell=None, day_close=None))


@pytest.fixture(autouse=True)
def manager(database: Database) -> None:
    database.run(let_close)


def told(database: Database, caller: Caller, ask: DayAsk = ASK) -> DayReply:
    summing.keep_up(database)
    with database.read() as unit:
        return day_of(unit, caller.store_id, ask=ask, terminal_id=caller.terminal_id)


def opened(shift_id: str, number: int = 1, *, day: str = DAY) -> tuple[str, ShiftOpened]:
    body = ShiftOpened(shift_id=shift_id, number=number, business_day=day, currency="CNY", float_minor=0)
    return SHIFT_OPENED, body


def closed(shift_id: str, z_number: int, *, number: int = 1, **changed: object) -> tuple[str, ShiftClosed]:
    about = {"shift_id": shift_id, "z_number": z_number, "shift_number": number, "business_day": DAY}
    return SHIFT_CLOSED, Z.model_copy(update={**about, "closed_ms": SOLD_MS, **changed})


def test_every_till_of_the_store_is_in_it_with_its_zs(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    other = FakeTill("S01-T02", seed=b"\1" * 32)
    caller_other = enrol(database, other)
    # Another store's day is its own.
    away = FakeTill("S02-T01", seed=b"\2" * 32)
    caller_away = enrol(database, away, store_id="S02")
    send(database, caller, till, opened("a"), closed("a", 7, returns_minor=850, taken_minor=99_950))
    send(database, caller_other, other, opened("b"), closed("b", 3), opened("c", 2), closed("c", 4, number=2))
    send(database, caller_away, away, opened("d"), closed("d", 1))

    day = told(database, caller)

    assert [(shift.till, shift.z_number, shift.shift_number) for shift in day.shifts] == [
        ("S01-T01", 7, 1),
        ("S01-T02", 3, 1),
        ("S01-T02", 4, 2),
    ]
    first = day.shifts[0]
    assert (first.sales_count, first.total_minor, first.returns_minor) == (88, 490_850, 850)
    assert (first.cash_expected_minor, first.cash_counted_minor) == (150_000, 149_950)
    assert (first.difference_minor, first.taken_minor) == (-50, 99_950)


def test_a_shift_that_goes_on_and_a_till_that_is_silent_are_named(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    goes_on = FakeTill("S01-T02", seed=b"\1" * 32)
    silent = FakeTill("S01-T03", seed=b"\2" * 32)
    caller_on, caller_silent = enrol(database, goes_on), enrol(database, silent)
    send(database, caller, till, opened("a"))
    send(database, caller_on, goes_on, opened("b"), closed("b", 1), opened("c", 2))

    missing = told(database, caller).missing

    # The asking till knows of itself.
    assert missing == (
        MissingTill(terminal_id=caller_on.terminal_id, till="S01-T02", why="open"),
        MissingTill(terminal_id=caller_silent.terminal_id, till="S01-T03", why="silent"),
    )


def test_another_days_open_shift_is_none_of_this_one(database: Database, caller: Caller) -> None:
    other = FakeTill("S01-T02", seed=b"\1" * 32)
    send(database, enrol(database, other), other, opened("b", day="2025-11-25"))

    assert [each.why for each in told(database, caller).missing] == ["silent"]


def test_what_came_from_any_till_after_the_day_was_closed_is_told(
    database: Database, caller: Caller, till: FakeTill, clock: FixedClock
) -> None:
    other = FakeTill("S01-T02", seed=b"\1" * 32)
    caller_other = enrol(database, other)
    day = DayClosed(business_day=DAY, currency="CNY", shifts=(), complete=False)
    send(database, caller, till, sale("s1"), (DAY_CLOSED, day))
    assert told(database, caller).adjustments == Adjustments()
    clock.set(NOW_MS + 3_600_000)
    late = sale("s2", number=2)
    send(database, caller_other, other, late)
    assert told(database, caller).adjustments == Adjustments(facts=1, net_minor=late.total_minor)


def test_who_may_not_close_days_is_told_nothing(database: Database, caller: Caller) -> None:
    database.run(lambda unit: staff.restore(unit, "*", doc=cashier(sell=None)))
    with pytest.raises(ApiError, match=r"report\.no_right"):
        told(database, caller)


def test_a_day_that_is_none_is_refused(database: Database, caller: Caller) -> None:
    with pytest.raises(ApiError, match=r"report\.bad_days"):
        told(database, caller, ASK.model_copy(update={"business_day": "2025-13-40"}))
