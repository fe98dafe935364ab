"""Uses of campaigns with limits are sums of what facts stated; what overruns a limit is told to a person."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import text

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.members import service as members
from central_api.members.schemas import NewMember
from retail_core.journal import Entry
from retail_core.wire import facts
from retail_core.wire.facts import CampaignUse, Discount, ReturnedReceipt, SalePerson
from retail_core.wire.feed import MemberDoc
from tests.integration.central_api.conftest import enrol
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor, store_docs
from tests.integration.central_api.till import FakeTill, line, sale

NEWCOMER = SalePerson(
    member_id="M2", alias="fedcba9876543210", masked_name="陈**", phone_last4="0002", means="code"
)
LI = SalePerson(member_id=MEMBER, alias=ALIAS, masked_name="李**", phone_last4="8823", means="code")
DAY = "2025-11-24"


def campaign(number: int, rule_id: str, **terms: object) -> Campaign:
    """Return 10 % off with ``terms``."""
    doc = {
        "id": rule_id,
        "kind": "percent",
        "params": {"percent_bp": 1000},
        "names": {"en": rule_id},
        **terms,
    }
    return Campaign(rule_id, number, rule_id, "percent", doc)


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    def set_up(unit: Any) -> None:
        set_up_floor(unit)
        newcomer = NewMember(
            "M2", NEWCOMER.alias, "陈静", "13800000002", "basic", "S01", unit.now_ms, is_new=True
        )
        members.register(unit, [newcomer])
        catalog.put_campaigns(
            unit,
            "*",
            campaigns=[
                campaign(201, "FLASH", limits={"stock": 5}),
                campaign(202, "DAILY", limits={"per_member": 3, "per_member_day": 1}),
                campaign(203, "FIRST", first_purchase=True),
            ],
        )

    database.run(set_up)


def sold(
    till: FakeTill,
    number: int,
    *uses: tuple[str, int],
    person: SalePerson | None = None,
    day: str = DAY,
    by: tuple[str, ...] = (),
) -> Entry:
    """State a sale that used campaigns; those of ``by`` lowered its price."""
    discounts = tuple(
        Discount(
            rule_id=rule_id,
            kind="percent",
            name=rule_id,
            amount_minor=-1,
            funders={"store": -1},
            tax_effect="price_reduction",
            units_milli=1000,
        )
        for rule_id in by
    )
    body = sale(
        f"{till.terminal}-sale-{number}",
        line().model_copy(update={"discounts": discounts}),
        number=number,
        uses=tuple(CampaignUse(rule_id=rule_id, count=count, day=day) for rule_id, count in uses),
    )
    return till.state(facts.SALE_COMPLETED, body, person=person)


def ingest(database: Database, caller: Caller, till: FakeTill, *entries: Entry) -> int:
    """Let facts arrive; return how many exceptions they gave."""
    batch = till.batch(entries)
    return database.run(lambda unit: journal.ingest(unit, caller, batch=batch)).receipt.exceptions


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(query))]


def exceptions(database: Database) -> list[tuple[str, str, dict[str, object]]]:
    found = rows(database, "SELECT entry_id, kind, args FROM entry_exception ORDER BY entry_id, kind")
    return [(entry_id, kind, json.loads(args)) for entry_id, kind, args in found]


def of_store(database: Database, store_id: str = "S01") -> dict[str, int]:
    docs = store_docs(database, "campaign_use", store_id)
    return {rule_id: json.loads(doc)["count"] for rule_id, doc in docs.items()}


def member(database: Database, member_id: str) -> MemberDoc:
    return MemberDoc.model_validate_json(store_docs(database, "member")[member_id])


def test_the_stores_tills_are_told_how_often_a_campaign_was_used(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till, sold(till, 1, ("FLASH", 2)), sold(till, 2, ("FLASH", 1)))
    assert of_store(database) == {"FLASH": 3}
    assert of_store(database, "S02") == {}


def test_a_sale_that_arrives_twice_counts_once(database: Database, till: FakeTill, caller: Caller) -> None:
    entry = sold(till, 1, ("FLASH", 2), ("DAILY", 1), person=LI)
    ingest(database, caller, till, entry)
    ingest(database, caller, till, entry, sold(till, 2, ("FLASH", 1)))
    assert of_store(database) == {"DAILY": 1, "FLASH": 3}
    assert rows(database, "SELECT sum(times) FROM campaign_use WHERE rule_id = 'FLASH'") == [(3,)]


def test_a_return_gives_uses_back_once_to_whom_they_were_counted(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    def back(number: int) -> Entry:
        returned = ReturnedReceipt(
            sale_id="S01-T01-sale-1",
            receipt_number="S01-T01-000001",
            policy="keep",
            lines=(),
            claw_back=(),
            refund_minor=0,
            points_reversed=0,
            coupons=(),
            uses=(
                CampaignUse(rule_id="DAILY", count=1, day=DAY),
                CampaignUse(rule_id="FLASH", count=2, day=DAY),
            ),
        )
        return till.state(
            facts.SALE_COMPLETED, sale(f"back-{number}", line(), number=number, returned=(returned,))
        )

    ingest(database, caller, till, sold(till, 1, ("DAILY", 1), ("FLASH", 2), person=LI))
    ingest(database, caller, till, back(2), back(3))
    assert of_store(database) == {"DAILY": 0, "FLASH": 0}
    used = member(database, MEMBER).uses
    assert [(each.rule_id, each.count, each.day_count) for each in used] == [("DAILY", 0, 0)]


def test_each_store_has_a_stock_of_its_own(database: Database, till: FakeTill, caller: Caller) -> None:
    other = FakeTill(seed=b"2" * 32)
    there = enrol(database, other, store_id="S02")
    ingest(database, caller, till, sold(till, 1, ("FLASH", 4)))
    ingest(database, there, other, sold(other, 1, ("FLASH", 4)))
    assert (of_store(database), of_store(database, "S02")) == ({"FLASH": 4}, {"FLASH": 4})
    assert exceptions(database) == []


def test_what_two_tills_sold_above_the_stock_stays_and_is_told_to_a_person(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    other = FakeTill(seed=b"2" * 32)
    beside = enrol(database, other)
    assert ingest(database, caller, till, sold(till, 1, ("FLASH", 3)), sold(till, 2, ("FLASH", 2))) == 0
    assert ingest(database, beside, other, sold(other, 1, ("FLASH", 1)), sold(other, 2, ("FLASH", 1))) == 1
    assert exceptions(database) == [
        (
            "S01-T02-1-2",
            "campaign.over_limit",
            {"rule_id": "FLASH", "limit": "stock", "allowed": 5, "used": 7},
        )
    ]
    assert rows(database, "SELECT count(*) FROM sale") == [(4,)]
    assert of_store(database) == {"FLASH": 7}


def test_two_tills_that_arrive_at_once_do_not_miss_what_they_did_together(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    other = FakeTill(seed=b"2" * 32)
    beside = enrol(database, other)
    gate = Barrier(2)

    def arrive(who: tuple[Caller, FakeTill]) -> int:
        entry = sold(who[1], 1, ("FLASH", 3))
        gate.wait(20)
        return ingest(database, who[0], who[1], entry)

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(arrive, [(caller, till), (beside, other)]))
    assert sorted(found) == [0, 1]
    assert of_store(database) == {"FLASH": 6}


def test_a_members_uses_are_counted_in_sum_and_on_the_day(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(
        database,
        caller,
        till,
        sold(till, 1, ("DAILY", 1), person=LI),
        sold(till, 2, ("DAILY", 1), person=LI, day="2025-11-25"),
    )
    used = member(database, MEMBER).uses
    assert [(each.rule_id, each.count, each.day, each.day_count) for each in used] == [
        ("DAILY", 2, "2025-11-25", 1)
    ]
    assert member(database, "M2").uses == ()
    assert exceptions(database) == []


def test_a_second_use_on_one_day_is_told_to_a_person_and_names_nobody(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till, sold(till, 1, ("DAILY", 1), person=LI))
    ingest(database, caller, till, sold(till, 2, ("DAILY", 1), person=LI))
    assert exceptions(database) == [
        (
            "S01-T01-1-2",
            "campaign.over_limit",
            {"rule_id": "DAILY", "limit": "per_member_day", "allowed": 1, "used": 2},
        )
    ]


def test_a_member_is_found_by_the_codes_alias(database: Database, till: FakeTill, caller: Caller) -> None:
    ingest(
        database,
        caller,
        till,
        sold(till, 1, ("DAILY", 1), person=LI.model_copy(update={"member_id": None})),
    )
    assert [each.count for each in member(database, MEMBER).uses] == [1]


def test_a_member_is_not_told_apart_by_campaigns_that_everybody_shares(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till, sold(till, 1, ("FLASH", 1), person=LI))
    assert member(database, MEMBER).uses == ()


def test_a_campaign_that_is_over_leaves_the_members_documents(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till, sold(till, 1, ("DAILY", 1), person=LI))
    over = campaign(202, "DAILY", limits={"per_member": 3})
    gone = Campaign(over.campaign_id, over.number, over.name, over.kind, over.doc, active=False)
    database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[gone]))
    database.run(lambda unit: members.publish(unit, [MEMBER]))
    assert member(database, MEMBER).uses == ()


def test_a_campaign_that_nobody_knows_is_counted_and_limits_nothing(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    assert ingest(database, caller, till, sold(till, 1, ("GONE", 9), person=LI)) == 0
    assert of_store(database) == {"GONE": 9}


def test_a_new_members_first_purchase_is_over_with_the_first_sale(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    assert member(database, "M2").first_purchase
    ingest(database, caller, till, sold(till, 1, person=NEWCOMER))
    assert not member(database, "M2").first_purchase


def test_of_a_member_with_a_past_elsewhere_no_first_purchase_is_known(database: Database) -> None:
    assert not member(database, MEMBER).first_purchase


def test_an_import_that_changes_a_new_member_keeps_what_is_known(database: Database) -> None:
    with database.read() as unit:
        registered = members.registration(unit, "M2")
    assert registered.is_new
    database.run(lambda unit: members.register(unit, [registered]))
    assert member(database, "M2").first_purchase


def test_a_first_purchase_that_was_none_is_told_to_a_person(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(
        database,
        caller,
        till,
        sold(till, 1, person=NEWCOMER, by=("FIRST",)),
        sold(till, 2, person=NEWCOMER, by=("FIRST",)),
        sold(till, 3, by=("FIRST",)),
    )
    found = [each for each in exceptions(database) if each[1] == "campaign.not_first_purchase"]
    assert [entry_id for entry_id, _, _ in found] == ["S01-T01-1-2", "S01-T01-1-3"]
    assert found[0][2] == {"sale_id": "S01-T01-sale-2", "rule_id": "FIRST"}
