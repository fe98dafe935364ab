"""Head office's reports say what the stored facts and orders say, to whom they are meant for."""

import csv
import io
import json
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from central_api.enrolment import service as enrolment
from central_api.erasing import service as erasing
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError, UsageError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.models.journal import journal_entry
from central_api.models.reporting import report_order, report_sum
from central_api.reporting import behind, commands, service
from central_api.staff import service as staff
from central_api.summing import service as summing
from retail_core.reporting.travel import report_doc, report_of
from retail_core.wire.base import Message
from retail_core.wire.facts import SALE_COMPLETED, SHIFT_OPENED, SalePerson, ShiftOpened
from retail_core.wire.reports import DrillDoc, EntriesAsk, FigureDoc, ReportAsk, ReportReply
from tests.integration.central_api.conftest import NOW_MS, TENANT, Client, cashier, enrol, store_card
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor
from tests.integration.central_api.test_late_orders import Counter as Pickup
from tests.integration.central_api.test_late_orders import place
from tests.integration.central_api.test_summing import DAY, HOUR_MS, send
from tests.integration.central_api.till import SOLD_MS, FakeTill, line, returned, sale

ASK = ReportAsk(staff_id="st-lin", first_day=DAY, last_day=DAY)
MONTH = ASK.model_copy(update={"first_day": "2025-11-01", "last_day": "2025-11-30"})


def let_see_everything(unit: Unit) -> None:
    """Let st-lin work everywhere and see every report."""
    staff.restore(unit, "*", doc=cashier(sell=None, report_view=None, report_chain=None))


@pytest.fixture(autouse=True)
def manager(database: Database) -> None:
    database.run(let_see_everything)


def reported(database: Database, ask: ReportAsk = ASK, *, at: str = "S01") -> ReportReply:
    summing.keep_up(database)
    with database.read() as unit:
        return service.for_till(unit, at, ask=ask)


def figures(reply: ReportReply) -> dict[str, int | None]:
    return {each.figure_id: each.value for each in reply.report.figures}


def bodies(database: Database) -> list[dict[str, object]]:
    with database.read() as unit:
        query = select(journal_entry.c.body).where(journal_entry.c.type == SALE_COMPLETED)
        return [json.loads(text) for text in unit.conn.execute(query).scalars()]


def open_shift(shift_id: str = "shift-1", day: str = DAY) -> tuple[str, Message]:
    return SHIFT_OPENED, ShiftOpened(
        shift_id=shift_id, number=1, business_day=day, currency="CNY", float_minor=0
    )


def test_the_report_of_a_day_is_what_its_facts_say(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    first = sale("s1", line(), line("2", unit_minor=199, qty_milli=3_000), number=1)
    week_before = sale("s0", number=9, business_day="2025-11-17")
    send(database, caller, till, week_before, first, sale("s2", number=2), wall_ms=SOLD_MS)
    send(database, caller, till, returned(first, pieces=1, number=3), wall_ms=SOLD_MS + HOUR_MS)
    reply = reported(database, ASK.model_copy(update={"compare": ("week_before", "year_before")}))

    today = [each for each in bodies(database) if each["business_day"] == DAY]
    sold = sum(each["list_minor"] for each in today)  # type: ignore[misc]  # plain JSON
    net = sum(each["total_minor"] for each in today)  # type: ignore[misc]  # plain JSON
    found = figures(reply)
    assert (found["sold"], found["net_sales"], found["receipts"]) == (sold, net, 2)
    assert found["average_basket"] == (net + 1) // 2
    assert reply.report.summary[0] == FigureDoc(
        figure_id="net_sales",
        unit="minor",
        value=net,
        compared=(week_before.total_minor, None),
        drill=DrillDoc(measure="sold"),
    )
    assert [each.found for each in reply.report.comparisons] == [True, False]
    [hours] = [each for each in reply.report.series if each.series_id == "net_sales_by_hour"]
    assert {point.key: point.value for point in hours.points} == {"00": net + 650, "01": -650}
    tables = {each.table_id: each for each in reply.report.tables}
    [product] = tables["products"].rows
    assert (product.key, product.name) == ("p-milk", "纯牛奶 250ml")
    assert product.values[1:4] == (sold, 650, net)
    assert tables["cashiers"].rows[0].name == "林晓"
    assert [(row.key, row.values[0]) for row in tables["stores"].rows] == [("S01", net)]
    assert report_doc(report_of(reply.report)) == reply.report


def test_sums_by_days_and_months_are_the_same_report(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    days = ("2025-09-30", "2025-10-01", "2025-10-31", "2025-11-30", "2025-12-01")
    for number, day in enumerate(days, start=1):
        send(database, caller, till, sale(f"s{number}", number=number, business_day=day))
    wide = ASK.model_copy(update={"first_day": "2025-09-30", "last_day": "2025-12-01"})
    reply = reported(database, wide)
    assert figures(reply)["receipts"] == 5
    [by_day] = [each for each in reply.report.series if each.series_id == "net_sales_by_day"]
    assert [point.key for point in by_day.points] == list(days)
    narrow = ASK.model_copy(update={"first_day": "2025-10-01", "last_day": "2025-11-29"})
    assert figures(reported(database, narrow))["receipts"] == 2


def test_stores_are_seen_by_who_may(database: Database, caller: Caller, till: FakeTill) -> None:
    send(database, caller, till, sale("s1"))
    other = FakeTill("S02-T01", seed=b"\1" * 32)
    send(database, enrol(database, other, store_id="S02"), other, sale("s2", number=2))
    everywhere = ASK.model_copy(update={"everywhere": True})
    there = ASK.model_copy(update={"stores": ("S02",)})
    reply = reported(database, everywhere)
    assert (figures(reply)["receipts"], reply.stores, reply.report.scope.store) == (2, 2, "")
    assert figures(reported(database, there)) == figures(reported(database))
    both = ASK.model_copy(update={"stores": ("S01", "S02")})
    # Coupons belong to the chain: of stores that are named nothing is said of them.
    of_chain = ("coupons_out", "coupons_claimed", "coupons_redeemed", "redemption_rate")
    told = figures(reply)
    assert {name: told.pop(name) for name in of_chain} == {**dict.fromkeys(of_chain, 0), of_chain[3]: None}
    assert figures(reported(database, both)) == told

    database.run(lambda unit: staff.restore(unit, "*", doc=cashier(report_view=None)))
    assert figures(reported(database))["receipts"] == 1
    for ask in (everywhere, there, ASK.model_copy(update={"region": "east"})):
        with pytest.raises(ApiError) as refused:
            reported(database, ask)
        assert (refused.value.code, refused.value.detail) == ("report.no_right", "report.chain")
    database.run(lambda unit: staff.restore(unit, "*", doc=cashier()))
    with pytest.raises(ApiError) as refused:
        reported(database)
    assert (refused.value.code, refused.value.detail) == ("report.no_right", "report.view")


def test_other_currencies_are_left_out_and_regions_are_their_stores(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    send(database, caller, till, sale("s1"))
    abroad = store_card("S02", 2).model_copy(update={"currency": "TWD", "time_zone": "Asia/Taipei"})
    here = store_card("S01", 1).model_copy(update={"region": "east"})

    def put(unit: Unit) -> None:
        for card in (abroad, here):
            enrolment.put_store(unit, TENANT, card=card)

    database.run(put)
    reply = reported(database, ASK.model_copy(update={"everywhere": True}))
    assert (reply.stores, reply.left_out, reply.report.currency) == (1, 1, "CNY")
    east = reported(database, ASK.model_copy(update={"region": "east"}))
    assert (east.stores, figures(east)["receipts"]) == (1, 1)
    with pytest.raises(ApiError) as refused:
        reported(database, ASK.model_copy(update={"region": "west"}))
    assert refused.value.code == "store.unknown"


def test_a_report_says_which_tills_and_shifts_it_lacks(
    database: Database, caller: Caller, till: FakeTill, clock: FixedClock
) -> None:
    silent = FakeTill("S01-T02", seed=b"\1" * 32)
    enrol(database, silent)
    send(database, caller, till, open_shift(), sale("s1"))
    clock.set(NOW_MS + 30 * HOUR_MS)  # The day has ended since.
    enrolment.TerminalCallers(database).hear(caller, now_ms=NOW_MS + 30 * HOUR_MS)
    reply = reported(database)
    told = reply.report.completeness
    assert (told.present, told.expected, told.missing, told.open) == (1, 2, ("S01-T02",), 1)
    assert [(each.terminal_id, each.told_ms) for each in reply.not_heard] == [("S01-T02", 0)]
    assert reply.report.as_of_ms == NOW_MS + 30 * HOUR_MS
    send(database, caller, till, sale("s2", number=2))
    with database.read() as unit:
        # What has arrived and is not in the sums is not in the report, so this is of then.
        waiting = service.for_till(unit, "S01", ask=ASK)
    assert figures(waiting)["receipts"] == 1


def test_every_cell_of_a_day_is_the_sum_of_the_entries_behind_it(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    database.run(set_up_floor)
    place(database)
    first = sale("s1", line(), line("2", unit_minor=199, qty_milli=3_000), number=1)
    send(database, caller, till, open_shift(), first, sale("s2", number=2))
    send(database, caller, till, returned(first, pieces=1, number=3))
    summing.keep_up(database)
    with database.read() as unit:
        cells = unit.conn.execute(
            select(report_sum).where(report_sum.c.scope == "S01", report_sum.c.period == DAY)
        ).all()
        assert len(cells) > 50
        for cell in cells:
            drill = DrillDoc(measure=cell.measure, dimension=cell.dimension, key=cell.key)
            ask = EntriesAsk(staff_id="st-lin", store_id="S01", first_day=DAY, last_day=DAY, drill=drill)
            page = behind.entries(unit, ask)
            assert sum(each.value for each in page.entries) == cell.value, cell
        drill = DrillDoc(measure="receipts")
        ask = EntriesAsk(staff_id="st-lin", store_id="S01", first_day=DAY, last_day=DAY, drill=drill, limit=1)
        numbers = []
        for _ in range(2):
            page = behind.entries(unit, ask)
            numbers += [each.number for each in page.entries]
            ask = ask.model_copy(update={"after": page.next})
        assert numbers == ["S01-T01-000001", "S01-T01-000002"]
        assert page.next == ""
        wrong = ask.model_copy(update={"after": "a:b:c"})
        with pytest.raises(ApiError) as refused:
            behind.entries(unit, wrong)
        assert refused.value.code == "report.bad_place"


def test_online_figures_are_those_of_the_orders(database: Database, caller: Caller, till: FakeTill) -> None:
    database.run(set_up_floor)
    kept, _left = place(database), place(database, "r2")
    counter = Pickup(database, till, caller)
    counter.ready(kept, at_ms=NOW_MS + 60_000)
    counter.hand_over(kept, at_ms=NOW_MS + 120_000)
    counter.send()
    send(database, caller, till, sale("s1"))
    found = figures(reported(database, MONTH))
    order_minor, sale_minor = kept.order.total_minor, sale("s1").total_minor
    assert found["gmv"] == 2 * order_minor + sale_minor  # K1
    assert found["pickup_share"] == 10_000  # K3: both were to be collected
    assert (found["collected_rate"], found["no_show_rate"]) == (10_000, 0)  # the only one that was ready
    assert found["online_share"] == round(2 * order_minor * 10_000 / (2 * order_minor + sale_minor))  # K8
    assert found["store_visits"] == 2
    assert (found["on_time_rate"], found["minutes_late_average"]) == (10_000, None)  # K12


def person(member_id: str, alias: str) -> SalePerson:
    return SalePerson(member_id=member_id, alias=alias, masked_name="李**", phone_last4="8823", means="code")


def bought(
    database: Database, caller: Caller, till: FakeTill, who: SalePerson, *, number: int, day: str
) -> None:
    """Let a member buy at noon of a day."""
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    body = sale(f"s{number}", number=number, business_day=day, member_tier="gold")
    entry = till.state(SALE_COMPLETED, body, person=who, wall_ms=int(noon.timestamp() * 1000))
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([entry])))


def test_members_are_counted_once_however_often_they_came(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    def set_up(unit: Unit) -> None:
        set_up_floor(unit)
        members.register(unit, [NewMember("M2", "fedcba9876543210", "王", "13900001111", "gold", "S01", 1)])

    database.run(set_up)
    first, second = person(MEMBER, ALIAS), person("M2", "fedcba9876543210")
    # Both began in October; one comes again in November, orders as well, and comes once more after that.
    bought(database, caller, till, first, number=1, day="2025-10-10")
    bought(database, caller, till, second, number=2, day="2025-10-11")
    bought(database, caller, till, first, number=3, day="2025-11-10")
    place(database)
    bought(database, caller, till, first, number=4, day="2025-11-26")
    silent = reported(database, MONTH)
    assert {each.why for each in silent.not_known if each.code in {"K2", "K4", "K5", "K6"}} == {"not_asked"}
    assert {each.why for each in silent.not_known if each.code in {"K7", "K10"}} == {"no_stock_days"}
    assert "repurchase" not in figures(silent)

    ask = MONTH.model_copy(update={"members": True})
    reply = reported(database, ask)
    found = figures(reply)
    assert found["online_to_store"] == 10_000  # K2: who ordered came two days later
    assert found["two_channels"] == 10_000  # K4: of the one that was active
    assert found["repurchase"] == 10_000  # K5
    assert found["retention"] == 5_000  # K6: one of the two of October
    order_minor = place(database, "r1").order.total_minor
    assert found["customer_value"] == 2 * sale("x").total_minor + order_minor  # K15
    october = ask.model_copy(update={"first_day": "2025-10-01", "last_day": "2025-10-31"})
    before = figures(reported(database, october))
    assert (before["repurchase"], before["two_channels"], before["online_to_store"]) == (0, 0, None)
    assert {each.figure_id for each in reply.not_known if each.code == "K6"} == set()


def test_who_is_erased_stands_in_no_sum_and_still_counts(
    database: Database, caller: Caller, till: FakeTill
) -> None:
    database.run(set_up_floor)
    bought(database, caller, till, person(MEMBER, ALIAS), number=1, day="2025-11-10")
    ask = MONTH.model_copy(update={"members": True})
    before = figures(reported(database, ask))
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    assert figures(reported(database, ask)) == before
    with database.read() as unit:
        rows = [*unit.conn.execute(select(report_sum)), *unit.conn.execute(select(report_order))]
    held = {str(value) for row in rows for value in row}
    assert not any(value == MEMBER or ALIAS in value for value in held)


def test_reports_over_the_wire(client: Client, database: Database) -> None:
    database.run(let_see_everything)
    answer = client.post("/v1/reports", ASK.model_dump_json().encode())
    assert answer.status_code == 200, answer.text
    assert ReportReply.model_validate_json(answer.content).stores == 1
    wrong = ASK.model_copy(update={"last_day": "2025-02-30"})
    answer = client.post("/v1/reports", wrong.model_dump_json().encode())
    assert (answer.status_code, answer.json()["code"]) == (422, "report.bad_days")
    ask = EntriesAsk(
        staff_id="nobody", store_id="S01", first_day=DAY, last_day=DAY, drill=DrillDoc(measure="sold")
    )
    answer = client.post("/v1/reports/entries", ask.model_dump_json().encode())
    assert (answer.status_code, answer.json()["code"]) == (403, "report.no_right")


def test_who_has_no_till_reads_the_same_report(
    database: Database, database_url: str, caller: Caller, till: FakeTill, capsys: pytest.CaptureFixture[str]
) -> None:
    send(database, caller, till, sale("s1"), sale("s2", number=2))
    minor = 2 * sale("s1").total_minor

    def printed(shape: Literal["table", "csv", "json"]) -> str:
        commands.report(database_url, "S01", first=DAY, last=DAY, format_=shape)
        return capsys.readouterr().out

    reply = ReportReply.model_validate_json(printed("json"))
    assert figures(reply)["net_sales"] == minor
    rows = list(csv.DictReader(io.StringIO(printed("csv"))))
    found = {row["figure"]: row["value"] for row in rows if row["table"] == "figures"}
    assert (found["net_sales"], found["receipts"], found["on_time_rate"]) == (str(minor), "2", "")
    [tender] = [row for row in rows if row["table"] == "tenders" and row["figure"] == "tendered"]
    assert (tender["key"], tender["value"]) == ("cash", str(minor))
    table = printed("table").splitlines()
    [net] = [each for each in table if each.startswith("net_sales")]
    assert net.split() == ["net_sales", f"{minor // 100}.{minor % 100:02d}", "-", "-"]
    with pytest.raises(UsageError):
        commands.report(database_url, "S01", first="yesterday", last=DAY)
