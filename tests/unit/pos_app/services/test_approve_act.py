"""Another person allows one act: who may, how, and for what the approval counts."""

from dataclasses import replace

import pytest

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval
from pos_app.services.approve_act import LIST_FRESH_MS, ApproveAct
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from pos_app.services.sign_in import SignIn
from tests.till_shop import BADGE, Till, staff_doc, store_page

WU = Actor("wu", "吴昊", "cashier", {"sell": None, "discount.line": 1_000})
ACT = Act(rights.DISCOUNT_LINE, "line-1", value=1_500, amount=1_500, given_minor=450)


@pytest.fixture
def approve(till: Till) -> ApproveAct:
    lead = {"sell": None, "discount.line": 2_000}
    manager = {"sell": None, "discount.line": None}
    till.data.feed_sink.apply_store_page(
        store_page(
            ("staff", "li", staff_doc("li", "李娜", "1234", rights=manager)),
            ("staff", "zhao", staff_doc("zhao", "赵敏", "2468", role="lead", rights=lead)),
        ),
        now_ms=till.clock.now_ms(),
    )
    return ApproveAct(store=till.store, clock=till.clock, pin_pepper=till.data.keys.pin_pepper)


def _refusal(approve: ApproveAct, act: Act = ACT, *, actor: Actor = WU, pin: str = "1234") -> list[object]:
    with pytest.raises(RuleError) as refused:
        approve.with_pin(actor, act, staff_id="li", pin=pin)
    return [refused.value.code, *refused.value.arguments]


def test_the_people_who_may_allow_an_act_are_those_whose_own_limit_reaches(approve: ApproveAct) -> None:
    assert [person.name for person in approve.approvers(WU, ACT).people] == ["李娜", "赵敏"]
    larger = replace(ACT, value=2_500, amount=2_500)
    assert [person.name for person in approve.approvers(WU, larger).people] == ["李娜"]


def test_nobody_is_named_as_somebody_who_allows_acts_of_their_own(till: Till, approve: ApproveAct) -> None:
    with till.store.read() as work:
        li = work.staff.get("li")
    assert li is not None
    assert [person.name for person in approve.approvers(li.actor, ACT).people] == ["赵敏"]
    assert _refusal(approve, actor=li.actor) == ["approval.self", "李娜"]


def test_an_approval_by_pin_names_the_act_the_person_and_the_moment(till: Till, approve: ApproveAct) -> None:
    approval = approve.with_pin(WU, ACT, staff_id="li", pin="1234")
    assert approval == Approval(ACT, "li", "李娜", till.clock.now_ms())


def test_a_badge_allows_it_too(approve: ApproveAct) -> None:
    assert approve.with_badge(WU, ACT, badge=BADGE.lower()).staff_id == "li"
    with pytest.raises(RuleError, match=r"badge.unknown"):
        approve.with_badge(WU, ACT, badge="STXXXXXXXXXX")


def test_who_lacks_the_right_cannot_give_it(approve: ApproveAct) -> None:
    assert _refusal(approve, replace(ACT, verb="sell.open_price")) == ["approval.no_right", "李娜"]


def test_wrong_pins_count_with_those_of_signing_in(till: Till, approve: ApproveAct) -> None:
    sign_in = SignIn(
        store=till.store, clock=till.clock, events=till.events, pin_pepper=till.data.keys.pin_pepper
    )
    for _ in range(3):
        _refusal(approve, pin="9999")
    with pytest.raises(RuleError, match=r"pin.wrong"):
        sign_in.with_pin("li", "9999")
    assert _refusal(approve, pin="9999") == ["pin.locked", 60_000]
    assert _refusal(approve) == ["pin.locked", 60_000]
    assert approve.with_badge(WU, ACT, badge=BADGE).staff_id == "li"
    assert approve.with_pin(WU, ACT, staff_id="li", pin="1234").staff_id == "li"


def test_with_a_list_of_more_than_three_days_ago_only_managers_allow_it(
    till: Till, approve: ApproveAct
) -> None:
    till.clock.advance(LIST_FRESH_MS)
    assert not approve.approvers(WU, ACT).only_managers
    till.clock.advance(1)
    found = approve.approvers(WU, ACT)
    assert ([person.name for person in found.people], found.only_managers) == (["李娜"], True)
    assert approve.with_pin(WU, ACT, staff_id="li", pin="1234").staff_id == "li"
    with pytest.raises(RuleError, match=r"approval.old_list"):
        approve.with_pin(WU, ACT, staff_id="zhao", pin="2468")


@pytest.mark.parametrize(
    "other",
    [
        replace(ACT, verb=rights.PRICE_OVERRIDE),
        replace(ACT, subject="line-2"),
        replace(ACT, value=1_400),
        replace(ACT, amount=1_501),
        replace(ACT, given_minor=451),
    ],
)
def test_an_approval_counts_for_no_other_act_and_for_no_more_of_it(approve: ApproveAct, other: Act) -> None:
    assert not approve.with_pin(WU, ACT, staff_id="li", pin="1234").covers(other)


def test_an_approval_counts_for_less_of_the_same(approve: ApproveAct) -> None:
    approval = approve.with_pin(WU, ACT, staff_id="li", pin="1234")
    assert approval.covers(ACT)
    assert approval.covers(replace(ACT, amount=1_000, given_minor=300))
