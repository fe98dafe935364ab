"""Blind counts in several attempts, what is carried over, and that a Z never changes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.approve_act import ApproveAct
from pos_app.services.close_shift import CountResult
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.records import Actor, Shift
from tests.fakes import NOON_MS
from tests.four_eyes import BOSS, allowed
from tests.returns_counter import ReturnsCounter
from tests.till_shop import LI, Till, open_shop
from tests.unit.pos_app.services.drawer_desk import CASHIER, DAY_MS, Desk


@pytest.fixture
def desk(till: Till) -> Desk:
    return Desk(till)


# --- counting ---


def _count(desk: Desk, minor: int, actor: Actor = LI) -> CountResult:
    return desk.close.count(actor, {"cash": minor})


def test_what_is_counted_first_stays_in_the_journal(desk: Desk) -> None:
    desk.open(LI, float_minor=32_200)
    first = _count(desk, 22_200)
    assert (first.attempt, first.attempts_left, first.needs_approval, first.largest_minor) == (
        1,
        1,
        True,
        10_000,
    )
    assert not _count(desk, 32_200).needs_approval
    z = desk.close.close(LI).z
    assert (z.attempts, z.tenders[0].counted_minor, z.explanation, z.approved_by) == (2, 32_200, "", None)
    with desk.till.store.read() as work:
        bodies = [entry.body for entry in work.journal.of_types(["shift.counted"])]
    assert [body["tenders"][0]["difference_minor"] for body in bodies] == [-10_000, 0]  # type: ignore[index]  # JSON


def test_no_difference_asks_for_nothing_even_with_a_limit_of_nothing(tmp_path: Path) -> None:
    with open_shop(tmp_path / "strict", count_limit_minor=0, count_attempts=1) as shop:
        desk = Desk(shop)
        desk.open(LI, float_minor=32_200)
        assert not _count(desk, 32_200, CASHIER).needs_approval
        z = desk.close.close(CASHIER).z
    assert (z.tenders[0].difference_minor, z.limit_minor, z.attempts) == (0, 0, 1)


def test_a_difference_within_the_limit_closes_and_stands_in_the_z(desk: Desk) -> None:
    desk.open(LI, float_minor=32_200)
    assert not _count(desk, 31_700, CASHIER).needs_approval
    assert desk.close.close(CASHIER).z.tenders[0].difference_minor == -500


def test_above_the_limit_an_explanation_and_somebody_with_the_right_close_it(desk: Desk) -> None:
    desk.open(LI, float_minor=32_200)
    _count(desk, 22_200, CASHIER)
    counted = _count(desk, 31_200, CASHIER)
    assert counted.attempts_left == 0
    with pytest.raises(RuleError, match=r"shift.counted_out"):
        _count(desk, 32_200, CASHIER)
    with pytest.raises(RuleError, match=r"shift.explanation_missing"):
        desk.close.close(CASHIER, explanation=" ")
    with pytest.raises(NeedsApproval):
        desk.close.close(CASHIER, explanation="找错零钱")
    act = desk.close.difference_act(CASHIER, counted)
    assert (act.verb, act.amount, act.not_by) == ("shift.approve_difference", 1_000, ("W1",))
    approval = Approval(act, LI.staff_id, LI.name, NOON_MS)
    z = desk.close.close(CASHIER, explanation="找错零钱", approval=approval).z
    assert (z.approved_by, z.explanation, z.attempts, z.approvals) == (LI.staff_id, "找错零钱", 2, 1)
    assert (z.counted_by, z.allowed_minor) == ("W1", 1_000)
    [paper] = desk.papers("Z1")
    assert LI.name in paper
    assert "找错零钱" in paper


def test_an_approval_of_one_difference_does_not_count_for_a_larger_one(desk: Desk) -> None:
    desk.open(LI, float_minor=32_200)
    seen = _count(desk, 31_200, CASHIER)
    approval = Approval(desk.close.difference_act(CASHIER, seen), LI.staff_id, LI.name, NOON_MS)
    _count(desk, 22_200, CASHIER)
    with pytest.raises(NeedsApproval):
        desk.close.close(CASHIER, explanation="找错零钱", approval=approval)


# --- four eyes ---


def _close(desk: Desk, actor: Actor, counted: CountResult, approver: Actor) -> str | None:
    approval = allowed(desk.close, actor, counted, by=approver)
    return desk.close.close(actor, explanation="不明", approval=approval).z.approved_by


@pytest.mark.parametrize(
    ("counts", "closes"),
    [(LI, LI), (CASHIER, LI), (LI, CASHIER)],
    ids=["counted and closes", "closes", "counted"],
)
def test_nobody_lets_a_difference_of_their_own_pass(desk: Desk, counts: Actor, closes: Actor) -> None:
    desk.open(CASHIER, float_minor=32_200)
    counted = _count(desk, 22_200, counts)
    with pytest.raises(NeedsApproval):
        desk.close.close(closes, explanation="不明")
    with pytest.raises(NeedsApproval):
        _close(desk, closes, counted, LI)
    assert _close(desk, closes, counted, BOSS) == "boss"


def test_who_owns_a_personal_drawer_does_not_allow_its_difference(tmp_path: Path) -> None:
    with open_shop(tmp_path, drawers="personal") as shop:
        desk = Desk(shop)
        desk.open(LI, float_minor=32_200)
        other = replace(CASHIER, rights={**CASHIER.rights, "shift.any": None})
        counted = _count(desk, 22_200, other)
        with pytest.raises(NeedsApproval):
            _close(desk, other, counted, LI)
        assert _close(desk, other, counted, BOSS) == "boss"


def test_the_list_of_who_may_allow_it_leaves_out_who_had_a_part_in_it(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        desk, ask = Desk(shop), ApproveAct(store=shop.store, clock=shop.clock, pin_pepper=b"")
        desk.open(LI, float_minor=32_200)
        act = desk.close.difference_act(CASHIER, _count(desk, 22_200, LI))
        assert LI.staff_id in act.not_by
        everybody = {each.staff_id for each in ask.approvers(CASHIER, replace(act, not_by=())).people}
        assert LI.staff_id in everybody
        assert {each.staff_id for each in ask.approvers(CASHIER, act).people} == everybody - {LI.staff_id}


def test_in_a_store_of_one_person_who_closes_lets_it_pass_and_the_z_says_so(tmp_path: Path) -> None:
    with open_shop(tmp_path, difference_persons=1) as shop:
        desk = Desk(shop)
        desk.open(LI, float_minor=32_200)
        deputy = replace(CASHIER, rights={**CASHIER.rights, "shift.approve_difference": 1_000})
        _count(desk, 31_199, deputy)
        with pytest.raises(NeedsApproval, match=r"right.over_limit"):
            desk.close.close(deputy, explanation="不明")
        with pytest.raises(RuleError, match=r"shift.explanation_missing"):
            desk.close.close(LI)
        z = desk.close.close(LI, explanation="不明").z
        assert (z.approved_by, z.closed_by, z.allowed_minor, z.approvals) == ("li", "li", 1_001, 0)
        [paper] = desk.papers("Z1")
        assert "交班人本人" in paper


# --- attempts ---


def test_what_happens_after_a_count_makes_it_stale_and_the_attempt_stays_used(desk: Desk) -> None:
    desk.open(LI, float_minor=1_000)
    assert _count(desk, 1_000).attempts_left == 1
    desk.move(LI, "paid_in", 500)
    assert desk.close.prepare().counted is None
    with pytest.raises(RuleError, match=r"shift.not_counted"):
        desk.close.close(LI)
    assert desk.close.prepare().attempts_left == 1
    assert _count(desk, 1_500).attempts_left == 0
    with pytest.raises(RuleError, match=r"shift.counted_out"):
        _count(desk, 1_500)
    desk.sell()
    # The count is stale again: it may be repeated, and nothing was ever wrong.
    assert not _count(desk, 4_300).needs_approval
    assert desk.close.close(LI).z.attempts == 3


def test_money_that_is_moved_after_a_difference_was_seen_does_not_make_it_go_away(desk: Desk) -> None:
    desk.open(LI, float_minor=32_200)
    _count(desk, 22_200, CASHIER)
    desk.move(CASHIER, "paid_out", 10_000)
    fitting = _count(desk, 22_200, CASHIER)
    assert (fitting.largest_minor, fitting.in_question_minor, fitting.attempts_left) == (0, 10_000, 0)
    with pytest.raises(RuleError, match=r"shift.explanation_missing"):
        desk.close.close(CASHIER)
    assert _close(desk, CASHIER, fitting, LI) == "li"
    with desk.till.store.read() as work:
        z = work.shifts.last_z()
    assert z is not None
    assert (z.allowed_minor, z.tenders[0].difference_minor) == (10_000, 0)


def test_cash_given_back_after_a_difference_was_seen_does_not_make_it_go_away_either(desk: Desk) -> None:
    desk.open(LI, float_minor=32_200)
    counter = ReturnsCounter(desk.till)
    sale = counter.sell({"latte": 1})
    _count(desk, 32_200, CASHIER)
    counter.take_back(sale.receipt_number, {"latte": 1})
    assert _count(desk, 32_200, CASHIER).in_question_minor == 2_800


def test_a_sale_after_a_wrong_count_leaves_the_next_attempt_as_it_was(desk: Desk) -> None:
    desk.open(LI, float_minor=32_200)
    _count(desk, 22_200, CASHIER)
    desk.sell()
    assert not _count(desk, 35_000, CASHIER).needs_approval


def test_a_till_that_was_killed_between_count_and_close_goes_on_from_the_count(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        desk = Desk(shop)
        desk.open(LI, float_minor=32_200)
        counted = _count(desk, 22_200)
    with open_shop(tmp_path) as shop:
        again = Desk(shop)
        prepared = again.close.prepare()
        assert (prepared.counted, prepared.attempts_left) == (counted, 1)
        _count(again, 22_200)
        with pytest.raises(RuleError, match=r"shift.counted_out"):
            _count(again, 32_200)


def test_nothing_expected_is_shown_before_the_count(desk: Desk) -> None:
    desk.open(LI, float_minor=32_200)
    desk.sell()
    prepared = desk.close.prepare()
    assert prepared.counted is None
    assert "35000" not in repr(prepared)


def test_pieces_of_the_count_have_to_come_to_its_sum(desk: Desk) -> None:
    desk.open(LI, float_minor=12_000)
    with pytest.raises(RuleError) as refused:
        desk.close.count(LI, {"cash": 12_000}, pieces={10_000: 1})
    assert (refused.value.code, refused.value.arguments) == ("shift.bad_count", ("cash",))
    desk.close.count(LI, {"cash": 12_000}, pieces={10_000: 1, 1_000: 2})
    z = desk.close.close(LI).z
    assert [(each.value_minor, each.pieces) for each in z.denominations] == [(10_000, 1), (1_000, 2)]


# --- carried over ---


def _carried(desk: Desk) -> int | None:
    carried = desk.open.prepare(LI).carried
    return None if carried is None else carried.minor


def test_what_stays_in_the_drawer_is_the_next_float_and_a_difference_stands_in_the_z(desk: Desk) -> None:
    assert _carried(desk) is None
    desk.open(LI, float_minor=50_000)
    desk.sell()
    _count(desk, 52_800)
    closed = desk.close.close(LI, left_minor=30_000).z
    assert (closed.left_minor, closed.taken_minor) == (30_000, 22_800)
    assert _carried(desk) == 30_000
    desk.open(LI, float_minor=29_000)
    z = desk.close(LI, {"cash": 29_000}).z
    assert (z.carried_minor, z.float_minor, z.tenders[0].difference_minor) == (30_000, 29_000, 0)
    assert "-10.00" in desk.papers("Z2")[0]


def test_a_float_is_carried_over_once(desk: Desk) -> None:
    desk.open(LI, float_minor=5_000)
    desk.close(LI, {"cash": 5_000})
    assert desk.open(LI, float_minor=5_000).carried_minor == 5_000
    desk.suspend(LI, reason="break")
    assert desk.open(LI, float_minor=100).carried_minor is None


def test_more_than_was_counted_cannot_stay(desk: Desk) -> None:
    desk.open(LI, float_minor=5_000)
    _count(desk, 5_000)
    with pytest.raises(RuleError, match=r"shift.bad_left"):
        desk.close.close(LI, left_minor=5_001)


def test_a_till_that_begins_anew_cuts_every_shift_and_carries_nothing_over(desk: Desk) -> None:
    desk.open(LI, float_minor=5_000)
    desk.close(LI, {"cash": 5_000})
    aside = desk.open(LI, float_minor=5_000)
    desk.suspend(LI, reason="break")
    active = desk.open(LI, float_minor=700)
    desk.sell()
    replaces = _begin_anew(desk)
    assert (replaces["cut_shift_id"], replaces["cut_suspended"]) == (active.shift_id, [aside.shift_id])
    assert _carried(desk) is None
    assert desk.suspend.state(LI).suspended == ()
    new = desk.open(LI, float_minor=0)
    assert (new.number, new.incarnation, new.carried_minor) == (4, 2, None)
    desk.sell()
    z = desk.close(LI, {"cash": 2_800}).z
    assert (z.z_number, z.total_minor, z.tenders[0].difference_minor) == (2, 2_800, 0)


def _begin_anew(desk: Desk) -> dict[str, object]:
    from pos_app.services.enrol_till import EnrolTill
    from tests.till_shop import FakeEnrolment

    till = desk.till
    again = EnrolTill(store=till.store, api=FakeEnrolment(incarnation=2), clock=till.clock, ids=till.ids)
    again(url="https://api.example", code="ABCDEFGHJK", device_name="counter", app_version="0.1", renew=True)
    with till.store.read() as work:
        [entry] = work.journal.after(0, 10)
    replaces = entry.body["replaces"]
    assert isinstance(replaces, dict)
    return dict(replaces)


# --- a Z never changes ---


def test_a_z_stays_as_it_was_whatever_follows(desk: Desk) -> None:
    shift = desk.open(LI, float_minor=5_000)
    desk.sell()
    desk.close(LI, {"cash": 7_800})
    before = _z_text(desk, shift)
    desk.open(LI, float_minor=5_000)
    desk.sell()
    desk.move(LI, "paid_in", 500)
    desk.till.clock.advance(-DAY_MS)
    desk.close(LI, {"cash": 8_300})
    assert _z_text(desk, shift) == before
    with pytest.raises(StorageError):
        _write_z_again(desk, shift)
    assert _z_text(desk, shift) == before


def _write_z_again(desk: Desk, shift: Shift) -> None:
    with desk.till.store.write() as work:
        z = work.shifts.z_of(shift.shift_id)
        assert z is not None
        work.shifts.add_z(z.model_copy(update={"total_minor": 1}), 99)


def _z_text(desk: Desk, shift: Shift) -> str:
    with desk.till.store.read() as work:
        z = work.shifts.z_of(shift.shift_id)
    assert z is not None
    return json.dumps(z.model_dump(mode="json"), sort_keys=True)
