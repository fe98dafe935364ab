"""Points and a balance on the Pay screen: shown at once, refined by head office, taken as parts."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.proof_model import CodeAnswer, ProofAnswer
from pos_app.services.records import Member
from pos_app.ui.screens.pay.state import BalanceForm
from retail_core.journal import Entry
from retail_core.money import Money
from retail_core.wire.enrolment import PointsRate, StoredValue
from retail_core.wire.facts import SALE_COMPLETED
from tests.till_shop import ALIAS, member_code, open_shop
from tests.unit.pos_app.services.test_spend_balance import GOLD
from tests.unit.pos_app.ui.screens.sell_world import HeldLane
from tests.unit.pos_app.ui.screens.test_pay_presenter import Stage

PURSE = Member("m1", ALIAS, "张**", "mac", "8888", "gold", 900, 0, principal_minor=1_500, bonus_minor=500)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    points = PointsRate(points=100, minor=100, offline_points=500)
    with open_shop(tmp_path, points=points, stored_value=StoredValue(offline_minor=1_000)) as till:
        with till.store.write() as work:
            work.members.put(PURSE)
        found = Stage(till)
        found.basket.attach_member(GOLD)
        found.ring_up("latte")
        yield found


def form(stage: Stage) -> BalanceForm:
    found = stage.shown.balance
    assert found is not None
    return found


def keyed(stage: Stage, keys: str) -> None:
    for key in keys:
        stage.presenter.balance.press(key)


def test_they_are_offered_to_a_member_only(stage: Stage) -> None:
    with_member = stage.shown.offered
    stage.basket.detach_member()
    stage.presenter.enter()
    assert set(with_member) - set(stage.shown.offered) == {"points", "stored_value"}


def test_what_the_till_knows_is_shown_before_head_office_answers_and_refined_by_it(stage: Stage) -> None:
    lane = HeldLane()
    lane.open = False
    stage.presenter._desk.tools = replace(stage.presenter._desk.tools, network=lane)
    stage.till.api.online = True
    stage.till.api.members[ALIAS] = replace(PURSE, points=2_000)
    stage.presenter.choose("points")
    assert (form(stage).spendable.most, form(stage).asking) == (500, True)
    keyed(stage, "120")
    lane.let_go()
    assert (form(stage).spendable.most, form(stage).asking) == (2_000, False)
    assert form(stage).points == "120"


def test_a_server_that_never_answers_keeps_nobody_waiting(stage: Stage) -> None:
    lane = HeldLane()
    lane.open = False
    stage.presenter._desk.tools = replace(stage.presenter._desk.tools, network=lane)
    stage.presenter.choose("points")
    keyed(stage, "300")
    stage.presenter.balance.submit()
    assert stage.shown.due.total_minor == 2_300
    stage.key_in("23")
    stage.presenter.finish()
    assert stage.shown.paid is not None


def test_the_customer_chooses_how_many_points(stage: Stage) -> None:
    stage.presenter.choose("points")
    keyed(stage, "250")
    assert stage.presenter.balance.preview(form(stage)) == (250, Money(250, "CNY"))
    stage.presenter.balance.submit()
    [part] = stage.shown.parts
    assert (part.kind, part.value, part.points) == ("points", Money(250, "CNY"), 250)
    assert stage.shown.balance is None
    # Chosen once more, it replaces what was taken.
    stage.presenter.choose("points")
    keyed(stage, "100")
    stage.presenter.balance.submit()
    assert [each.points for each in stage.shown.parts] == [100]


def test_nothing_keyed_in_takes_the_most_that_can_be_spent(stage: Stage) -> None:
    stage.presenter.choose("points")
    stage.presenter.balance.submit()
    assert [each.points for each in stage.shown.parts] == [500]


def test_more_than_there_is_is_said_in_place(stage: Stage) -> None:
    stage.presenter.choose("points")
    keyed(stage, "600")
    stage.presenter.balance.submit()
    assert (form(stage).said.code, form(stage).said.arguments) == ("spend.not_enough", (500,))
    assert stage.shown.parts == ()


def test_an_amount_that_was_keyed_in_is_the_part_of_the_balance(stage: Stage) -> None:
    stage.key_in("8")
    stage.presenter.choose("stored_value")
    assert form(stage).entry.money == Money(800, "CNY")
    stage.presenter.balance.submit()
    assert [(each.kind, each.value.minor) for each in stage.shown.parts] == [("stored_value", 800)]


def test_both_pay_a_sale_together_with_cash(stage: Stage) -> None:
    stage.presenter.choose("points")
    stage.presenter.balance.submit()
    stage.presenter.choose("stored_value")
    stage.presenter.balance.submit()
    # The gold price of 26.00, less 5.00 in points, less 10.00 that this till allows of the balance.
    assert stage.shown.due.total_minor == 1_100
    stage.key_in("11")
    stage.presenter.finish()
    paid = stage.shown.paid
    assert paid is not None
    with stage.till.store.read() as work:
        found = work.sales.by_number(paid.receipt_number)
    assert found is not None
    assert [(each.kind, each.amount_minor, each.points) for each in found[0].tenders] == [
        ("points", 500, 500),
        ("stored_value", 1_000, 0),
        ("cash", 1_100, 0),
    ]


def by_phone(stage: Stage) -> None:
    """Let the member be known by the phone number alone, and go for the points."""
    stage.basket.attach_member(replace(GOLD, means="phone", present=False))
    stage.presenter.enter()
    stage.presenter.choose("points")


def said(stage: Stage) -> tuple[str, tuple[object, ...]]:
    found = stage.shown.proof
    assert found is not None
    return found.said.code, found.said.arguments


def test_who_is_known_by_phone_proves_by_pin_and_spends(stage: Stage) -> None:
    by_phone(stage)
    assert stage.shown.balance is None
    stage.till.api.online = True
    stage.till.api.members[ALIAS] = PURSE
    stage.till.api.proof_answers = [ProofAnswer("wrong", tries_left=4), ProofAnswer("proven")]
    stage.presenter.proof.enter("111213")
    assert said(stage) == ("proof.wrong", (4,))
    stage.presenter.proof.enter("304958")
    sale_id = stage.basket.basket.basket_id
    assert stage.till.api.proofs[-1] == (ALIAS, sale_id, "li", "pin", "304958")
    assert stage.shown.proof is None
    assert form(stage).spendable.most == 900
    stage.presenter.balance.submit()
    stage.presenter.finish()
    stage.key_in("17")
    stage.presenter.finish()
    assert stage.shown.paid is not None
    assert [(entry.personal or {})["proof"] for entry in sales(stage)] == ["pin"]


def sales(stage: Stage) -> list[Entry]:
    with stage.till.store.read() as work:
        return [entry for entry in work.journal.after(0, 100) if entry.type == SALE_COMPLETED]


def test_a_message_code_is_sent_and_proves(stage: Stage) -> None:
    by_phone(stage)
    stage.till.api.online = True
    stage.presenter.proof.choose("message")
    stage.presenter.proof.send_code()
    assert said(stage) == ("proof.sent", ("8888",))
    stage.till.api.code_answer = CodeAnswer("wait", "8888", 30_500)
    stage.presenter.proof.send_code()
    assert said(stage) == ("proof.wait", (31,))
    stage.till.api.proof_answers = [ProofAnswer("proven")]
    stage.presenter.proof.enter("123098")
    assert stage.till.api.proofs[-1][3:] == ("message", "123098")
    assert stage.basket.basket.member is not None
    assert stage.basket.basket.member.proof == "message"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (ProofAnswer("locked", wait_ms=61_000), ("proof.locked", (2,))),
        (ProofAnswer("none"), ("proof.no_pin", ())),
        (ProofAnswer("expired"), ("proof.expired", ())),
        (ProofAnswer("wrong", tries_left=0), ("proof.expired", ())),
    ],
)
def test_what_head_office_does_not_take_is_said(
    stage: Stage, answer: ProofAnswer, expected: tuple[str, tuple[object, ...]]
) -> None:
    by_phone(stage)
    stage.till.api.online = True
    stage.till.api.proof_answers = [answer]
    stage.presenter.proof.enter("304958")
    assert said(stage) == expected


def test_without_a_network_a_number_spends_nothing_and_the_phone_does(stage: Stage) -> None:
    by_phone(stage)
    stage.presenter.proof.enter("304958")
    assert said(stage) == ("proof.offline", ())
    assert stage.presenter.proof.scan(member_code(stage.till.clock, nonce=7))
    assert stage.shown.proof is None
    assert form(stage).spendable.most == 500


def test_the_code_of_another_member_proves_nobody(stage: Stage) -> None:
    by_phone(stage)
    stage.presenter.proof.scan(member_code(stage.till.clock, alias="f" * 16))
    assert said(stage) == ("proof.other_member", ())
    stage.presenter.proof.close()
    assert stage.shown.proof is None
    assert stage.shown.balance is None


def test_points_that_were_planned_are_taken_when_pay_opens_and_once(stage: Stage) -> None:
    stage.basket.want_points(wanted=True)
    stage.presenter.enter()
    assert [(each.kind, each.points) for each in stage.shown.parts] == [("points", 500)]
    stage.presenter.undo()
    stage.presenter.enter()
    assert stage.shown.parts == ()


def test_planned_points_of_who_said_a_number_wait_for_the_proof(stage: Stage) -> None:
    stage.basket.attach_member(replace(GOLD, means="phone", present=False))
    stage.basket.want_points(wanted=True)
    stage.till.api.online = True
    stage.till.api.members[ALIAS] = PURSE
    stage.till.api.proof_answers = [ProofAnswer("proven")]
    stage.presenter.enter()
    before, asks = stage.shown.parts, stage.shown.proof
    assert (len(before), asks is None) == (0, False)
    stage.presenter.proof.enter("304958")
    [part] = stage.shown.parts
    assert (part.kind, part.points) == ("points", 900)
    assert stage.shown.balance is None


def test_points_are_planned_for_one_member_only(stage: Stage) -> None:
    stage.basket.want_points(wanted=True)
    stage.basket.attach_member(replace(GOLD, alias="f" * 16))
    assert not stage.basket.basket.use_points


def test_points_that_are_worth_more_than_a_cent_pay_no_more_than_they_may(tmp_path: Path) -> None:
    with open_shop(
        tmp_path, points=PointsRate(points=1, minor=10, most_percent=50, offline_points=500)
    ) as till:
        with till.store.write() as work:
            work.members.put(PURSE)
        stage = Stage(till)
        stage.basket.attach_member(GOLD)
        stage.ring_up("cake")
        stage.presenter.choose("points")
        stage.presenter.balance.submit()
        assert [(each.value.minor, each.points) for each in stage.shown.parts] == [(997, 100)]
        stage.key_in("10")
        stage.presenter.finish()
        assert stage.shown.paid is not None


def test_a_proof_outlasts_the_network_up_to_the_allowance(stage: Stage) -> None:
    by_phone(stage)
    stage.till.api.online = True
    stage.till.api.members[ALIAS] = PURSE
    stage.till.api.proof_answers = [ProofAnswer("proven")]
    stage.presenter.proof.enter("304958")
    stage.till.api.online = False
    stage.presenter.balance.close()
    stage.presenter.choose("points")
    assert form(stage).spendable.most == 500
