"""Shifts that are put aside, cash that moves, X, counts in several attempts, and what is carried over."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.move_cash import CashMove
from pos_app.services.park_sale import ParkSale
from pos_app.services.records import Actor
from tests.fakes import NOON_MS
from tests.till_shop import LI, Till, open_shop
from tests.unit.pos_app.services.drawer_desk import CASHIER, DAY_MS, Desk, expected


@pytest.fixture
def desk(till: Till) -> Desk:
    return Desk(till)


@pytest.fixture
def personal(tmp_path: Path) -> Iterator[Desk]:
    """A till whose cashiers have drawers of their own."""
    with open_shop(tmp_path / "personal", drawers="personal") as shop:
        yield Desk(shop)


# --- several shifts ---


def test_what_is_sold_belongs_to_the_shift_that_is_active(desk: Desk) -> None:
    first = desk.open(LI, float_minor=20_000)
    desk.sell()
    desk.suspend(LI, reason="break")
    second = desk.open(LI, float_minor=10_000)
    desk.sell()
    desk.sell()
    b = desk.close(LI, {"cash": 15_600}).z
    desk.suspend.resume(LI, first.shift_id)
    desk.sell()
    a = desk.close(LI, {"cash": 25_600}).z
    assert (b.shift_id, b.total_minor, b.tenders[0].difference_minor, b.z_number) == (
        second.shift_id,
        5_600,
        0,
        1,
    )
    assert (a.shift_id, a.total_minor, a.tenders[0].difference_minor, a.z_number) == (
        first.shift_id,
        5_600,
        0,
        2,
    )
    assert (a.suspensions, b.suspensions, b.suspended_shifts, a.suspended_shifts) == (1, 0, 1, 0)


def test_what_names_no_shift_counts_for_the_active_one(desk: Desk) -> None:
    first = desk.open(LI, float_minor=0)
    desk.cash.no_sale(LI, reason="check")
    desk.suspend(LI, reason="break")
    desk.open(LI, float_minor=0)
    desk.cash.no_sale(LI, reason="check")
    desk.cash.no_sale(LI, reason="check")
    assert desk.close(LI, {"cash": 0}).z.no_sales == 2
    desk.suspend.resume(LI, first.shift_id)
    assert desk.close(LI, {"cash": 0}).z.no_sales == 1


def test_nothing_is_sold_while_every_shift_is_put_aside(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    desk.suspend(LI, reason="break")
    with pytest.raises(RuleError, match=r"shift.none_open"):
        desk.sell()
    with pytest.raises(RuleError, match=r"shift.none_open"):
        desk.move(LI, "paid_in", 100)


def test_goods_on_the_counter_stop_a_suspension_and_parked_ones_do_not(desk: Desk, till: Till) -> None:
    desk.open(LI, float_minor=0)
    basket = till.basket()
    basket.add_product(till.product("latte"))
    with pytest.raises(RuleError, match=r"shift.basket_open"):
        desk.suspend(LI, reason="break")
    park = ParkSale(store=till.store, clock=till.clock, ids=till.ids, events=till.events, prices=till.prices)
    park(LI, basket.basket, name="", total_minor=2_800)
    assert desk.suspend(LI, reason="break").suspended_ms == NOON_MS


def test_one_shift_at_a_time_is_active(desk: Desk) -> None:
    first = desk.open(LI, float_minor=0)
    with pytest.raises(RuleError, match=r"shift.already_open"):
        desk.open(LI, float_minor=0)
    desk.suspend(LI, reason="break")
    desk.open(LI, float_minor=0)
    with pytest.raises(RuleError, match=r"shift.already_open"):
        desk.suspend.resume(LI, first.shift_id)
    assert [shift.shift_id for shift in desk.suspend.state(LI).suspended] == [first.shift_id]


def test_the_business_day_is_fixed_when_the_shift_opens(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    desk.till.clock.advance(DAY_MS)
    desk.move(LI, "paid_in", 500)
    assert desk.cash.moves()[0].business_day == "2026-11-22"
    assert desk.close(LI, {"cash": 500}).z.business_day == "2026-11-22"


# --- personal drawers ---


def test_only_its_owner_takes_money_into_a_personal_drawer(personal: Desk) -> None:
    shift = personal.open(CASHIER, float_minor=0)
    assert shift.drawer == "personal"
    other = replace(CASHIER, staff_id="W2")
    assert not personal.suspend.state(other).may_use
    for act in (lambda: personal.move(other, "safe_drop", 100), lambda: personal.read(other)):
        with pytest.raises(RuleError, match=r"shift.other_drawer") as refused:
            act()
        assert refused.value.arguments == ("王晓",)
    # A manager with the right may.
    personal.sell()
    assert expected(personal) == 2_800


def test_somebody_else_puts_a_personal_drawer_aside_and_its_owner_goes_on_with_it(personal: Desk) -> None:
    other = replace(CASHIER, staff_id="W2", name="陈明")
    mine = personal.open(CASHIER, float_minor=1_000)
    personal.suspend(other, reason="cashier_change")
    theirs = personal.open(other, float_minor=2_000)
    personal.suspend(CASHIER, reason="cashier_change")
    assert personal.suspend.state(CASHIER).own == replace(mine, suspended_ms=NOON_MS)
    with pytest.raises(RuleError, match=r"shift.other_drawer"):
        personal.suspend.resume(CASHIER, theirs.shift_id)
    assert personal.suspend.resume(CASHIER, mine.shift_id) == mine


def test_a_personal_drawer_carries_its_float_over_to_the_same_person(personal: Desk) -> None:
    other = replace(CASHIER, staff_id="W2", name="陈明")
    personal.open(CASHIER, float_minor=1_000)
    personal.close.count(CASHIER, {"cash": 1_000})
    personal.close.close(CASHIER, left_minor=700)
    assert personal.open.prepare(other).carried is None
    carried = personal.open.prepare(CASHIER).carried
    assert carried is not None
    assert carried.minor == 700


# --- cash ---


def test_expected_cash_follows_every_movement(desk: Desk) -> None:
    desk.open(LI, float_minor=50_000)
    desk.sell(5_000)
    desk.till.sell(["cake"], TenderInput("external", 1_000, "4711"), TenderInput("cash", 1_000))
    desk.move(LI, "float_added", 5_000)
    desk.move(LI, "paid_in", 500)
    desk.move(LI, "paid_out", 4_000)
    desk.move(LI, "safe_drop", 30_000)
    desk.cash.no_sale(LI, reason="change_for_customer")
    # 500.00 + 28.00 + 10.00 + 50.00 + 5.00 - 40.00 - 300.00
    assert expected(desk) == 25_300
    z = desk.close(LI, {"cash": 25_300, "external": 1_000}).z
    assert (z.paid_in, z.paid_in_minor, z.paid_out, z.paid_out_minor) == (1, 500, 1, 4_000)
    assert (z.safe_drops, z.safe_drops_minor, z.floats_added, z.floats_added_minor) == (1, 30_000, 1, 5_000)
    assert (z.no_sales, z.x_reads, z.tenders[0].difference_minor) == (1, 1, 0)


def test_slips_are_numbered_without_gaps_printed_and_the_drawer_opens(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    numbers = [desk.move(LI, "paid_in", 500), desk.move(LI, "paid_out", 700, note="窗户")]
    assert numbers == ["S01-T02-M000001", "S01-T02-M000002"]
    [paper] = desk.papers(numbers[1])
    assert "-¥7.00" in paper
    assert "服务费" in paper
    assert "窗户" in paper
    with desk.till.store.read() as work:
        pulses = [job.reference for job in work.spool.in_states(["written"], 500) if job.kind == "drawer"]
    assert pulses == numbers


def test_a_movement_is_made_once(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    movement_id = desk.cash.begin()
    move = CashMove("paid_in", 500, "found")
    desk.cash(LI, move, movement_id=movement_id)
    with pytest.raises(RuleError, match=r"cash.already_moved"):
        desk.cash(LI, move, movement_id=movement_id)
    assert len(desk.cash.moves()) == 1


def test_above_a_limit_another_person_allows_exactly_this_movement(desk: Desk) -> None:
    desk.open(LI, float_minor=50_000)
    movement_id = desk.cash.begin()
    move = CashMove("paid_out", 10_001, "purchase")
    with pytest.raises(NeedsApproval) as asked:
        desk.cash(CASHIER, move, movement_id=movement_id)
    assert asked.value.arguments == ("cash.paid_out", 10_000)
    approval = Approval(asked.value.act, LI.staff_id, LI.name, NOON_MS)
    dearer = replace(move, amount_minor=10_002)
    with pytest.raises(NeedsApproval):
        desk.cash(CASHIER, dearer, movement_id=movement_id, approval=approval)
    moved = desk.cash(CASHIER, move, movement_id=movement_id, approval=approval)
    assert moved.body.approved_by == LI.staff_id
    assert desk.close(LI, {"cash": 39_999}).z.approvals == 1


def test_a_movement_within_ones_own_right_names_nobody_else(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    move = CashMove("paid_out", 100, "purchase")
    act = desk.cash.act(move, "m-1")
    moved = desk.cash(CASHIER, move, movement_id="m-1", approval=Approval(act, LI.staff_id, LI.name, NOON_MS))
    assert moved.body.approved_by is None


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (CashMove("paid_in", 0, "found"), "cash.bad_amount"),
        (CashMove("paid_in", -5, "found"), "cash.bad_amount"),
        (CashMove("paid_in", 500, "wages"), "cash.bad_reason"),
        (CashMove("paid_in", 500, "other", note="  "), "cash.note_missing"),
        (CashMove("paid_in", 500, "found", pieces={100: 4}), "cash.bad_amount"),
    ],
)
def test_a_movement_that_makes_no_sense_is_refused(desk: Desk, move: CashMove, code: str) -> None:
    desk.open(LI, float_minor=0)
    with pytest.raises(RuleError, match=code):
        desk.cash(LI, move, movement_id="m-1")
    assert desk.cash.moves() == []


def test_pieces_stand_in_the_fact_the_largest_first(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    move = CashMove("safe_drop", 12_000, "too_much_cash", pieces={1_000: 2, 10_000: 1, 500: 0})
    body = desk.cash(LI, move, movement_id="m-1").body
    assert [(each.value_minor, each.pieces) for each in body.denominations] == [(10_000, 1), (1_000, 2)]


def test_the_drawer_opens_without_a_sale_by_right_or_by_another_persons_word(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    with pytest.raises(NeedsApproval) as asked:
        desk.cash.no_sale(CASHIER, reason="check")
    assert asked.value.act == desk.cash.no_sale_act()
    approval = Approval(asked.value.act, LI.staff_id, LI.name, NOON_MS)
    desk.cash.no_sale(CASHIER, reason="check", approval=approval)
    with pytest.raises(RuleError, match=r"cash.note_missing"):
        desk.cash.no_sale(LI, reason="other")
    z = desk.close(LI, {"cash": 0}).z
    assert (z.no_sales, z.approvals) == (1, 1)


# --- X ---


def test_an_x_resets_nothing_is_numbered_in_its_shift_and_no_z(desk: Desk) -> None:
    desk.open(LI, float_minor=1_000)
    desk.sell()
    first, second = desk.read(LI), desk.read(LI, printed=True)
    assert (first.number, second.number, first.job_id) == (1, 2, None)
    assert (first.figures.total_minor, second.figures.total_minor) == (2_800, 2_800)
    [paper] = desk.papers("X1-2")
    assert "未交班，非日结" in paper
    with desk.till.store.read() as work:
        assert work.shifts.last_z() is None
    assert desk.close(LI, {"cash": 3_800}).z.x_reads == 2
    desk.open(LI, float_minor=0)
    assert desk.read(LI).number == 1


def test_an_x_needs_the_right(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    with pytest.raises(RuleError, match=r"right.missing"):
        desk.read(Actor("W3", "赵", "cashier", {"sell": None}))


def test_another_person_allows_one_x(desk: Desk) -> None:
    desk.open(LI, float_minor=0)
    with pytest.raises(NeedsApproval, match=r"right.missing") as asked:
        desk.read(CASHIER)
    approval = Approval(asked.value.act, LI.staff_id, LI.name, NOON_MS)
    assert desk.read(CASHIER, approval=approval).number == 1
    with pytest.raises(NeedsApproval, match=r"right.missing"):
        desk.read(CASHIER, approval=approval)
    z = desk.close(LI, {"cash": 0}).z
    assert (z.x_reads, z.approvals) == (1, 1)
