"""A top-up is no sale: its own document, its own sums in the Z, its cash in the drawer."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.balance_model import ToppedUp
from pos_app.services.errors import InsufficientTender, RuleError
from pos_app.services.records import Actor
from pos_app.services.tendering import TenderInput
from pos_app.services.top_up import TopUp
from retail_core.stored_value import TopUpOffer
from retail_core.wire import facts
from retail_core.wire.enrolment import StoredValue, ValueOffer
from tests.till_shop import LI, Till, open_shop
from tests.unit.pos_app.services.reporting.test_reports import reports
from tests.unit.pos_app.services.test_spend_balance import GOLD, PURSE, know, left

OFFER = TopUpOffer(30_000, 3_000)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    value = StoredValue(offers=(ValueOffer(pay_minor=30_000, bonus_minor=3_000),), offline_minor=30_000)
    with open_shop(tmp_path, stored_value=value) as shop:
        shop.open_shift()
        know(shop, PURSE)
        yield shop


def top_up(
    till: Till, number: int = 1, *, kind: str = "cash", given: int = 30_000, by: Actor = LI
) -> ToppedUp:
    use_case = TopUp(
        store=till.store,
        clock=till.clock,
        ids=till.ids,
        events=till.events,
        texts=till.texts,
        profile=till.profile,
    )
    tender = TenderInput("cash" if kind == "cash" else "external", given)
    return use_case(by, GOLD, top_up_id=f"top-{number}", offer=OFFER, tender=tender)


def slips(till: Till) -> list[str]:
    with till.store.read() as work:
        jobs = work.spool.in_states(("written",), 20)
    papers = [json.loads(job.document) for job in jobs if job.kind == "document"]
    return [json.dumps(paper, ensure_ascii=False) for paper in papers]


def test_principal_and_bonus_stand_apart_in_the_fact_and_on_the_slip(till: Till) -> None:
    done = top_up(till, given=40_000)
    assert (done.number, done.principal.minor, done.bonus.minor, done.change.minor) == (
        "S01-T02-V000001",
        30_000,
        3_000,
        10_000,
    )
    with till.store.read() as work:
        [entry] = work.journal.of_types([facts.BALANCE_TOPPED_UP])
    body = facts.BalanceToppedUp.model_validate_json(json.dumps(dict(entry.body)))
    assert (body.principal_minor, body.bonus_minor, body.spend) == (30_000, 3_000, "principal_first")
    assert entry.personal is not None
    assert entry.personal["alias"] == GOLD.alias
    [slip] = slips(till)
    for said in ("300.00", "30.00", "100.00", "先用本金", "不兑换现金"):
        assert said in slip
    assert left(till)[2] == 22_000 + 33_000


def test_it_is_written_once_whatever_is_touched_twice(till: Till) -> None:
    top_up(till)
    with pytest.raises(RuleError, match=r"top_up\.already_done"):
        top_up(till)
    assert top_up(till, 2).number == "S01-T02-V000002"
    assert left(till)[2] == 22_000 + 66_000


def test_what_cannot_be_topped_up_is_refused(till: Till) -> None:
    with pytest.raises(InsufficientTender):
        top_up(till, given=20_000)
    with pytest.raises(RuleError, match=r"tender\.too_large"):
        top_up(till, kind="external", given=40_000)
    with pytest.raises(RuleError, match=r"right\.missing"):
        top_up(till, by=Actor("x", "X", "picker", {}))
    with till.store.read() as work:
        assert work.journal.of_types([facts.BALANCE_TOPPED_UP]) == []


def test_the_z_keeps_it_apart_from_the_sales_and_its_cash_in_the_drawer(till: Till) -> None:
    till.sell(["latte"], TenderInput("cash", 2_800))
    top_up(till, 1)
    top_up(till, 2, kind="external")
    report = reports(till)(LI, reports(till).newest(LI))
    names = ("net_sales", "receipts", "top_ups", "top_up_value")
    assert [report.figures[name].value for name in names] == [2_800, 1, 2, 60_000]
    z = till.close_shift(LI, {"cash": 20_000 + 2_800 + 30_000, "external": 30_000}).z
    assert (z.sales_count, z.total_minor, z.grand_total_sales_minor) == (1, 2_800, 2_800)
    assert (z.top_ups, z.top_up_minor, z.top_up_bonus_minor) == (2, 60_000, 6_000)
    counts = {each.kind: (each.expected_minor, each.difference_minor, each.count) for each in z.tenders}
    assert counts == {"cash": (52_800, 0, 2), "external": (30_000, 0, 1)}
    assert any("充值本金" in slip and "600.00" in slip for slip in slips(till))


def test_a_topped_up_balance_pays_at_the_same_till_before_head_office_knows(till: Till) -> None:
    top_up(till)
    current = till.basket()
    current.add_product(till.product("latte"))
    current.attach_member(GOLD)
    paid = till.pay(current.basket, TenderInput("stored_value", 2_600, current.basket.basket_id))
    assert paid.change_minor == 0
    assert left(till)[2] == 22_000 + 33_000 - 2_600
    z = till.close_shift(LI, {"cash": 50_000}).z
    assert {each.kind: each.expected_minor for each in z.tenders} == {"cash": 50_000, "stored_value": 2_600}
