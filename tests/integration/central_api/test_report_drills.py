"""From a figure of all stores to the store, and from an entry of its list to what the till stated."""

import json

import pytest
from sqlalchemy import select

from central_api.enrolment import service as enrolment
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.models.feed import feed_change
from central_api.reporting import behind, parts
from central_api.staff import service as staff
from central_api.summing import service as summing
from retail_core.wire.facts import SALE_COMPLETED, ReceiptReprinted, SaleCompleted, SalePerson
from retail_core.wire.report_drills import EntryAsk, PartsAsk, PartsReply
from retail_core.wire.reports import DrillDoc, EntriesAsk, ReportAsk
from retail_core.wire.shift_facts import DAY_CLOSED, DayClosed
from tests.integration.central_api.conftest import NOW_MS, TENANT, Client, cashier, enrol, store_card
from tests.integration.central_api.test_reports import ASK, let_see_everything, open_shift, reported
from tests.integration.central_api.test_summing import DAY, HOUR_MS, send
from tests.integration.central_api.till import SOLD_MS, FakeTill, line, sale

EVERYWHERE = ASK.model_copy(update={"everywhere": True})


@pytest.fixture(autouse=True)
def manager(database: Database) -> None:
    database.run(let_see_everything)


@pytest.fixture
def two_stores(database: Database, caller: Caller, till: FakeTill) -> None:
    """One receipt here, and two at the other store."""
    other = FakeTill("S02-T01", seed=b"\1" * 32)
    there = enrol(database, other, store_id="S02")
    send(database, caller, till, open_shift(), sale("s1"))
    many = sale("s2", line(), line("2", unit_minor=199, qty_milli=3_000), number=2)
    send(database, there, other, open_shift(), many, sale("s3", number=3))
    summing.keep_up(database)


def newest_place(database: Database) -> dict[str, object]:
    query = select(feed_change.c.doc).where(feed_change.c.kind == "place").order_by(feed_change.c.id.desc())
    with database.read() as unit:
        place: dict[str, object] = json.loads(unit.conn.execute(query.limit(1)).scalar_one())
    return place


def told(database: Database, drill: DrillDoc, ask: ReportAsk = EVERYWHERE) -> dict[str, int]:
    with database.read() as unit:
        reply = parts.parts(unit, "S01", ask=PartsAsk(report=ask, drill=drill))
    return {each.store_id: each.value for each in reply.parts}


@pytest.mark.usefixtures("two_stores")
def test_stores_say_what_each_of_them_added_to_a_figure(database: Database) -> None:
    assert told(database, DrillDoc(measure="receipts")) == {"S02": 2, "S01": 1}
    one = sale("s1").total_minor
    cash = DrillDoc(measure="tendered", dimension="tender", key="cash")
    assert told(database, cash) == {"S02": 2 * one + 3 * 199, "S01": one}
    milk = DrillDoc(measure="sold", dimension="product", key="p-milk")
    sold = told(database, milk)
    assert list(sold) == ["S02", "S01"]  # the largest part first
    assert (sold["S01"], sold["S02"]) == (650 * 2, 650 * 2 + 650 * 2 + 3 * 199)
    assert told(database, DrillDoc(measure="returned")) == {}
    assert told(database, DrillDoc(measure="receipts"), ASK) == {"S01": 1}
    long = EVERYWHERE.model_copy(update={"first_day": "2025-09-01"})
    assert told(database, milk, long) == {}  # as no product is listed for so many days of stores
    assert told(database, DrillDoc(measure="receipts"), long) == {"S02": 2, "S01": 1}


@pytest.mark.usefixtures("two_stores")
def test_what_a_list_names_opens_as_the_till_stated_it_without_its_person(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    who = SalePerson(
        member_id="M1", alias="0123456789abcdef", masked_name="李**", phone_last4="8823", means="code"
    )
    entry = till.state(SALE_COMPLETED, sale("s9", number=9), person=who, wall_ms=SOLD_MS)
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([entry])))
    with database.read() as unit:
        ask = EntriesAsk(
            staff_id="st-lin", store_id="S01", first_day=DAY, last_day=DAY, drill=DrillDoc(measure="receipts")
        )
        listed = {each.number: each.entry_id for each in behind.entries(unit, ask).entries}
        found = parts.entry(
            unit, EntryAsk(staff_id="st-lin", store_id="S01", entry_id=listed["S01-T01-000009"])
        )
        stated = SaleCompleted.model_validate_json(json.dumps(found.entry.body))
        assert stated == sale("s9", number=9)
        assert (found.entry.hash, found.entry.personal, found.entry.salt) == (entry.hash, None, None)
        assert (found.terminal_id, found.store.name) == ("S01-T01", store_card("S01", 1).name)
        assert found.actor_name == "林晓"
        for store_id, entry_id in (("S02", entry.id), ("S01", "no-such-entry")):
            with pytest.raises(ApiError) as refused:
                parts.entry(unit, EntryAsk(staff_id="st-lin", store_id=store_id, entry_id=entry_id))
            assert (refused.value.status, refused.value.code) == (404, "report.no_entry")


def test_both_are_for_who_may_see_the_report(client: Client, database: Database) -> None:
    database.run(lambda unit: staff.restore(unit, "*", doc=cashier(report_view=None)))
    own = PartsAsk(report=ASK, drill=DrillDoc(measure="sold"))
    answer = client.post("/v1/reports/parts", own.model_dump_json().encode())
    assert (answer.status_code, PartsReply.model_validate_json(answer.content).parts) == (200, ())
    others = PartsAsk(report=EVERYWHERE, drill=DrillDoc(measure="sold"))
    answer = client.post("/v1/reports/parts", others.model_dump_json().encode())
    assert (answer.status_code, answer.json()) == (403, {"code": "report.no_right", "detail": "report.chain"})
    there = EntryAsk(staff_id="st-lin", store_id="S02", entry_id="e-1")
    answer = client.post("/v1/reports/entry", there.model_dump_json().encode())
    assert (answer.status_code, answer.json()["code"]) == (403, "report.no_right")


def test_tills_know_in_which_region_each_store_is(database: Database) -> None:
    card = store_card("S02", 2).model_copy(update={"region": "east"})
    database.run(lambda unit: enrolment.put_store(unit, TENANT, card=card))
    place = newest_place(database)
    assert (place["store_id"], place["region"]) == ("S02", "east")
    moved = card.model_copy(update={"region": "west"})
    database.run(lambda unit: enrolment.put_store(unit, TENANT, card=moved))
    assert newest_place(database)["region"] == "west"


@pytest.mark.usefixtures("two_stores")
def test_stores_of_another_currency_are_shown_by_themselves_in_their_own(database: Database) -> None:
    abroad = store_card("S02", 2).model_copy(update={"currency": "TWD", "time_zone": "Asia/Taipei"})
    database.run(lambda unit: enrolment.put_store(unit, TENANT, card=abroad))
    there = reported(database, ASK.model_copy(update={"stores": ("S02",)}))
    assert (there.report.currency, there.stores, there.left_out) == ("TWD", 1, 0)
    mixed = reported(database, ASK.model_copy(update={"stores": ("S02", "S01")}))
    assert (mixed.report.currency, mixed.stores, mixed.left_out) == ("CNY", 1, 1)


def test_what_came_after_a_day_was_closed_is_listed_one_by_one_by_store(
    database: Database, caller: Caller, till: FakeTill, clock: FixedClock
) -> None:
    other = FakeTill("S02-T01", seed=b"\1" * 32)
    there = enrol(database, other, store_id="S02")
    closed = DayClosed(business_day=DAY, currency="CNY", shifts=(), complete=False)
    copy = ReceiptReprinted(receipt_number="S01-T01-000001", copy_no=1)
    send(database, caller, till, open_shift(), sale("s1"), (DAY_CLOSED, closed))
    send(database, there, other, open_shift(), (DAY_CLOSED, closed))
    clock.set(NOW_MS + HOUR_MS)
    late = [sale(f"l{number}", number=number) for number in (2, 3, 4)]
    send(database, caller, till, *late, sale("next", number=5, business_day="2025-11-25"))
    send(database, there, other, ("receipt.reprinted", copy))
    summing.keep_up(database)
    one = late[0].total_minor
    came = DrillDoc(measure="sold", dimension="late")
    # A copy is late, too, and no money.
    assert told(database, came) == {"S01": 3 * one, "S02": 0}
    assert told(database, came, ASK) == {"S01": 3 * one}
    numbers, after = [], ""
    with database.read() as unit:
        for expected in (2, 1):
            ask = EntriesAsk(
                staff_id="st-lin",
                store_id="S01",
                first_day=DAY,
                last_day=DAY,
                drill=came,
                limit=2,
                after=after,
            )
            page = behind.entries(unit, ask)
            assert [each.value for each in page.entries] == [one] * expected
            assert {each.total_minor for each in page.entries} == {one}
            numbers += [each.number for each in page.entries]
            after = page.next
        assert after == ""
        opened = parts.entry(
            unit, EntryAsk(staff_id="st-lin", store_id="S01", entry_id=page.entries[-1].entry_id)
        )
        with pytest.raises(ApiError, match=r"report\.bad_place"):
            behind.entries(unit, ask.model_copy(update={"after": "soon:x"}))
    assert numbers == [f"S01-T01-00000{number}" for number in (2, 3, 4)]
    assert opened.entry.body["sale_id"] == "l4"
    adjustments = reported(database, EVERYWHERE).adjustments
    assert (adjustments.facts, adjustments.net_minor) == (4, 3 * one)
