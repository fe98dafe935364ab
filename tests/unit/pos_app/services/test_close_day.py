"""A day of the store: this till by its own books, the others by head office's word, and what is not known."""

import json
from dataclasses import replace

import pytest

from pos_app.services.close_day import CloseDay
from pos_app.services.day_model import DayBook, DayRow, OthersDay, UnknownTill
from pos_app.services.errors import RuleError, Unreachable
from retail_core.wire.facts import BODIES
from retail_core.wire.shift_facts import DAY_CLOSED, DayClosed
from tests.till_shop import LI, Till
from tests.unit.pos_app.services.drawer_desk import CASHIER, Desk

DAY = "2026-11-22"
OTHER = DayRow(
    terminal_id="t-0009",
    till="S01-T01",
    shift_id="s9",
    shift_number=41,
    z_number=17,
    closed_ms=1_795_360_000_000,
    sales_count=5,
    total_minor=50_000,
    returns_minor=1_000,
    tax_minor=5_600,
    cash_expected_minor=20_000,
    cash_counted_minor=19_900,
    difference_minor=-100,
    taken_minor=0,
)


class Office:
    """Head office, which answers or is away."""

    def __init__(self, *rows: DayRow, missing: tuple[UnknownTill, ...] = (), away: bool = False) -> None:
        self.answer = OthersDay(rows, missing)
        self.away = away

    def day(self, business_day: str, *, staff_id: str) -> OthersDay:
        assert (business_day, staff_id) == (DAY, LI.staff_id)
        if self.away:
            raise Unreachable
        return self.answer


def days(till: Till, office: Office) -> CloseDay:
    return CloseDay(office, store=till.store, clock=till.clock, events=till.events)


def stated(till: Till) -> list[DayClosed]:
    with till.store.read() as work:
        entries = work.journal.of_types((DAY_CLOSED,))
    return [DayClosed.model_validate_json(json.dumps(entry.body)) for entry in entries]


def close_a_shift(till: Till) -> None:
    desk = Desk(till)
    desk.open(LI, float_minor=20_000)
    desk.sell()
    desk.close.count(LI, {"cash": 22_800})
    desk.close.close(LI, left_minor=20_000)


def test_a_whole_day_is_stated_with_the_shifts_of_all_tills(till: Till) -> None:
    close_a_shift(till)
    day = days(till, Office(OTHER))

    closed = day.close(LI, day.look(LI))

    assert (closed.complete, closed.closed_ms) == (True, till.clock.now_ms())
    [body] = stated(till)
    assert [(shift.till, shift.z_number, shift.total_minor) for shift in body.shifts] == [
        ("S01-T01", 17, 50_000),
        ("S01-T02", 1, 2_800),
    ]
    assert (body.business_day, body.complete, body.missing, body.shifts[1].taken_minor) == (
        DAY,
        True,
        (),
        2_800,
    )
    assert BODIES[DAY_CLOSED, 1] is DayClosed


def test_ones_own_books_are_newer_than_head_offices_word(till: Till) -> None:
    close_a_shift(till)
    first = days(till, Office()).look(LI).shifts[0]
    old = replace(first, total_minor=1)

    book = days(till, Office(old, OTHER)).look(LI)

    assert [row.total_minor for row in book.shifts] == [50_000, 2_800]


def test_without_a_network_the_day_has_this_till_alone_and_is_not_complete(till: Till) -> None:
    close_a_shift(till)
    day = days(till, Office(OTHER, away=True))

    book = day.look(LI)
    day.close(LI, book)

    assert (book.asked, book.complete, len(book.shifts)) == (False, False, 1)
    assert [body.complete for body in stated(till)] == [False]


def test_what_goes_on_and_who_was_not_heard_is_named(till: Till) -> None:
    close_a_shift(till)
    Desk(till).open(LI, float_minor=20_000)
    silent = UnknownTill("t-0003", "S01-T03", "silent")

    book = days(till, Office(OTHER, missing=(silent,))).look(LI)

    assert book.missing == (UnknownTill("t-0001", "S01-T02", "open"), silent)
    assert not book.complete


def test_a_day_is_stated_again_when_more_is_known_and_the_first_word_stays(till: Till) -> None:
    close_a_shift(till)
    early = days(till, Office(away=True))
    early.close(LI, early.look(LI))
    till.clock.advance(60_000)
    late = days(till, Office(OTHER))
    assert late.look(LI).closed_ms == till.clock.now_ms() - 60_000

    late.close(LI, late.look(LI))

    assert [(body.complete, len(body.shifts)) for body in stated(till)] == [(False, 1), (True, 2)]


def test_a_shift_that_closed_since_the_day_was_looked_at_is_in_it(till: Till) -> None:
    day = days(till, Office(OTHER))
    seen = day.look(LI)
    close_a_shift(till)

    assert len(day.close(LI, seen).shifts) == 2


def test_what_cannot_be_is_refused(till: Till) -> None:
    day = days(till, Office())
    with pytest.raises(RuleError, match=r"day\.not_yet"):
        day.look(LI, "2026-11-23")
    with pytest.raises(RuleError, match=r"day\.nothing"):
        day.close(LI, DayBook(DAY, "CNY"))
    with pytest.raises(RuleError, match=r"right\.missing"):
        day.look(CASHIER)
    with pytest.raises(RuleError, match=r"right\.missing"):
        day.close(CASHIER, DayBook(DAY, "CNY"))
    assert stated(till) == []
