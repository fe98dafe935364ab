"""Settlement: what each channel took and owes, who bears what, and a platform's statement beside it."""

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from central_api.bookkeeping.service import BooksWanted, WriteBooks
from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.enrolment import service as enrolment
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.orders import service as orders
from central_api.reporting import behind
from central_api.reporting import service as reporting
from central_api.settlement import service
from central_api.settlement.commands import compare, export
from central_api.settlement.schemas import SettlementRow
from central_api.shop import service as shop
from central_api.summing import service as summing
from retail_core.books import Period
from retail_core.wire import facts
from retail_core.wire import order_facts as steps
from retail_core.wire.enrolment import ChannelDoc
from retail_core.wire.facts import Discount
from retail_core.wire.reports import DrillDoc, EntriesAsk, ReportAsk
from retail_core.wire.shop import OrderItem, PlaceOrder
from tests.booked import balances, transactions
from tests.integration.central_api.shop_floor import apply, context, set_up_floor
from tests.integration.central_api.test_summing import HOUR_MS
from tests.integration.central_api.till import FakeTill, line, returned, sale

CHANNEL = "fast_legs"
HALF_EACH = [{"funder": "store", "share_bp": 5_000}, {"funder": "platform", "share_bp": 5_000}]


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    """Ten cartons of milk at 6.50, 10 % off at the cost of store and platform; 12.5 % commission."""
    doc = {
        "id": "TEN",
        "kind": "percent",
        "names": {"en": "10 % off"},
        "params": {"percent_bp": 1_000},
        "funders": HALF_EACH,
    }
    database.run(set_up_floor)
    ten = Campaign("TEN", 80, "10 % off", "percent", doc)
    database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[ten]))
    database.run(lambda unit: enrolment.set_commission(unit, "S01", channel=CHANNEL, basis_points=1_250))


def place(database: Database, number: str = "FL-1", **changed: Any) -> str:
    """Order two cartons: 13.00, less 1.30 of which the platform bears 0.65; paid there."""
    request = PlaceOrder(
        request_id=f"r-{number}",
        store_id="S01",
        channel=CHANNEL,
        external_id=number,
        items=(OrderItem(product_id="p-milk", qty_milli=2_000),),
        **changed,
    )
    return database.run(lambda unit: shop.place_order(unit, request)).order.order_id


def give_back(database: Database, clock: FixedClock, *, order_id: str, number: int) -> None:
    """Let one of the cartons be missing: 5.85 go back."""
    body = steps.OrderShort(
        step_id=f"s-{number}",
        order_id=order_id,
        line_id="1",
        qty_milli=1_000,
        choice="refund",
        refund_minor=585,
    )
    where = replace(context(f"e-{number}"), wall_ms=clock.now_ms())
    apply(database, lambda unit: orders.apply(unit, where, kind=steps.ORDER_SHORT, body=body))


def day_of(clock: FixedClock) -> str:
    # The shop of these tests is in China; its day begins at 04:00.
    return datetime.fromtimestamp(clock.now_ms() / 1000 + 8 * 3600 - 4 * 3600, UTC).date().isoformat()


def rows(database: Database, day: str, store_id: str = "S01") -> list[SettlementRow]:
    with database.read() as unit:
        return service.rows_of_day(unit, store_id, day=day)


def figures(row: SettlementRow) -> tuple[object, ...]:
    return (
        row.kind,
        row.platform_number,
        row.list_minor,
        row.off.get("store", 0),
        row.off.get("platform", 0),
        row.tax_minor,
        row.paid_minor,
        row.commission_minor,
        row.owed_minor,
    )


def test_an_order_is_settled_on_the_day_it_was_placed(database: Database, clock: FixedClock) -> None:
    place(database)
    [row] = rows(database, day_of(clock))
    # Taxed on 11.70 of the customer and 0.65 of the platform: 1.42. Commission 12.5 % of 11.70: 1.46.
    assert figures(row) == ("order", "FL-1", 1_300, 65, 65, 142, 1_170, 146, 1_170 + 65 - 146)
    assert (row.channel, row.store_id, row.currency) == (CHANNEL, "S01", "CNY")
    assert rows(database, "2020-01-01") == []
    assert rows(database, day_of(clock), "S02") == []


def test_a_commission_that_changes_later_changes_no_order_of_before(
    database: Database, clock: FixedClock
) -> None:
    place(database)
    database.run(lambda unit: enrolment.set_commission(unit, "S01", channel=CHANNEL, basis_points=2_000))
    # Whoever says its name anew says nothing of the commission.
    said = ChannelDoc(channel=CHANNEL, name="Fast Legs now")
    database.run(lambda unit: enrolment.set_channel(unit, "S01", said=said))
    place(database, "FL-2")
    assert [row.commission_minor for row in rows(database, day_of(clock))] == [146, 234]


def test_what_goes_back_takes_its_share_of_everything_and_all_of_it_in_the_end(
    database: Database, clock: FixedClock
) -> None:
    order_id = place(database)
    for number in (1, 2):
        give_back(database, clock, order_id=order_id, number=number)
    found = [row for row in rows(database, day_of(clock)) if row.kind == "refund"]
    assert [row.paid_minor for row in found] == [-585, -585]
    # Half of 0.65 is 0.325: the first one gives 0.33 back, the second what is left.
    assert [row.off["platform"] for row in found] == [-33, -32]
    assert sum(row.commission_minor for row in found) == -146
    assert sum(row.tax_minor for row in found) == -142
    assert sum(row.list_minor for row in found) == -1_300
    assert sum(row.owed_minor for row in rows(database, day_of(clock))) == 0


def booked(database: Database, period: Period) -> dict[tuple[str, str], Decimal]:
    with database.read() as unit:
        return balances(transactions("".join(WriteBooks()(unit, BooksWanted("beancount", period)))))


def test_the_books_have_what_the_channel_keeps_on_the_days_of_its_settlement(
    database: Database, clock: FixedClock
) -> None:
    order_id = place(database)
    ordered = day_of(clock)
    clock.set(clock.now_ms() + 24 * HOUR_MS)
    give_back(database, clock, order_id=order_id, number=1)
    decided = day_of(clock)
    kept, owed = ("Expenses:Commission:FastLegs", "CNY"), ("Assets:Clearing:Online", "CNY")
    # 12.5 % of 11.70, and of the 5.85 that went back a day later.
    assert booked(database, Period()) == {kept: Decimal("0.73"), owed: Decimal("-0.73")}
    assert booked(database, Period(last=ordered)) == {kept: Decimal("1.46"), owed: Decimal("-1.46")}
    assert booked(database, Period(first=decided)) == {
        kept: Decimal("-0.73"),
        owed: Decimal("-0.73"),
        ("Equity:Opening-Balances", "CNY"): Decimal("1.46"),
    }
    assert booked(database, Period(last="2020-01-01")) == {}


def test_the_report_says_of_orders_what_their_settlement_comes_to(
    database: Database, clock: FixedClock
) -> None:
    whole, half, nothing = (place(database, f"FL-{number}") for number in (1, 2, 3))
    place(
        database, "FL-4", settled_minor=0
    )  # It is paid at the till: its discounts are those of the receipt.
    give_back(database, clock, order_id=half, number=1)
    for number in (2, 3):
        give_back(database, clock, order_id=nothing, number=number)
    summing.keep_up(database)
    day = day_of(clock)
    with database.read() as unit:
        ask = ReportAsk(staff_id="central-api", first_day=day, last_day=day)
        reply = reporting.report(unit, ask.model_copy(update={"stores": ("S01",)}), at="S01")
    found = {each.figure_id: each.value for each in reply.report.figures}
    settled = [row for row in rows(database, day) if row.platform_number != "FL-4"]
    assert found["commission"] == sum(row.commission_minor for row in settled) == 146 + 73
    assert found["subsidy"] == sum(row.off.get("platform", 0) for row in settled) == 65 + 32
    whys = {each.figure_id: each.why for each in reply.not_known}
    assert whys["delivery_fees"] == "fees_not_told"
    with database.read() as unit:
        drill = DrillDoc(measure="commission")
        ask_ = EntriesAsk(staff_id="x", store_id="S01", first_day=day, last_day=day, drill=drill)
        behind_it = {each.order_id: each.value for each in behind.entries(unit, ask_).entries}
    assert behind_it == {whole: 146, half: 73}


def test_only_what_was_paid_there_is_owed(database: Database, clock: FixedClock) -> None:
    place(database, settled_minor=1_000)
    [row] = rows(database, day_of(clock))
    assert (row.paid_minor, row.commission_minor, row.owed_minor) == (1_000, 125, 1_000 + 65 - 125)


def test_what_tills_sell_and_take_back_is_a_channel_of_its_own(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    off = Discount(
        rule_id="R",
        kind="amount",
        name="Off",
        amount_minor=-300,
        funders={"store": -100, "platform": -200},
        tax_effect="price_reduction",
        units_milli=2_000,
    )
    sold = sale(
        "sale-1",
        line().model_copy(update={"discounts": (off,), "total_minor": 1_000}),
        number=1,
        list_minor=1_300,
    )
    back = returned(sale("sale-2", number=2), pieces=1, number=3)
    entries = [
        till.state(facts.SALE_COMPLETED, sold),
        till.state(facts.SALE_COMPLETED, sale("sale-2", number=2)),
        till.state(facts.SALE_COMPLETED, back),
    ]
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries)))
    found = rows(database, "2025-11-24")
    assert [(row.channel, row.number[-1], *figures(row)) for row in found] == [
        ("walk_in", "1", "receipt", "", 1_300, 100, 200, 150, 1_000, 0, 200),
        ("walk_in", "2", "receipt", "", 1_300, 0, 0, 150, 1_300, 0, 0),
        ("walk_in", "3", "return", "", -650, 0, 0, -75, -650, 0, 0),
    ]


def exported(folder: Path) -> dict[str, list[dict[str, str]]]:
    return {
        path.name: list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        for path in sorted(folder.iterdir())
    }


def test_there_is_a_file_for_each_channel_and_day_and_one_of_who_bears_what(
    database: Database,
    database_url: str,
    clock: FixedClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place(database)
    day = day_of(clock)
    export(database_url, tmp_path / "out", first=day)
    files = exported(tmp_path / "out")
    assert list(files) == [f"funders_{day}.csv", f"settlement_{day}_fast_legs.csv"]
    assert files[f"settlement_{day}_fast_legs.csv"] == [
        {
            "day": day,
            "store": "S01",
            "channel": "fast_legs",
            "kind": "order",
            "number": "X001",
            "platform_number": "FL-1",
            "list": "13.00",
            "discount_store": "0.65",
            "discount_headquarters": "0.00",
            "discount_brand": "0.00",
            "discount_platform": "0.65",
            "tax": "1.42",
            "paid": "11.70",
            "commission": "1.46",
            "owed": "10.89",
            "currency": "CNY",
        }
    ]
    assert [(row["funder"], row["documents"], row["discount"]) for row in files[f"funders_{day}.csv"]] == [
        ("platform", "1", "0.65"),
        ("store", "1", "0.65"),
    ]
    told = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert told[0]["owed"] == {"CNY": "10.89"}


def statement(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(["day,number,kind,amount,commission", *lines]) + "\n", encoding="utf-8-sig")
    return path


def test_a_statement_that_says_the_same_has_no_differences(
    database: Database,
    database_url: str,
    clock: FixedClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place(database)
    file = statement(tmp_path / "s.csv", f"{day_of(clock)},FL-1,order,12.35,1.46")
    compare(database_url, file, channel=CHANNEL)
    heard = capsys.readouterr()
    assert heard.out == ""
    assert heard.err == "1 rows in the statement, 1 here, 0 differences.\n"


def test_each_difference_is_named_and_the_command_ends_with_one(
    database: Database,
    database_url: str,
    clock: FixedClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in ("FL-1", "FL-2", "FL-3"):
        place(database, number)
    day = day_of(clock)
    file = statement(
        tmp_path / "s.csv",
        f"{day},FL-1,order,12.30,1.46",
        f"{day},FL-2,order,12.35,1.50",
        f"{day},FL-9,order,5.00,",
        f"{day},FL-2,refund,-1.00,",
    )
    with pytest.raises(SystemExit) as ended:
        compare(database_url, file, channel=CHANNEL)
    assert ended.value.code == 1
    found = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert [(row["why"], row["number"], row["kind"], row["here"], row["there"]) for row in found] == [
        ("amount_differs", "FL-1", "order", "12.35", "12.30"),
        ("commission_differs", "FL-2", "order", "1.46", "1.50"),
        ("missing_here", "FL-2", "refund", None, "-1.00"),
        ("missing_there", "FL-3", "order", "12.35", None),
        ("missing_here", "FL-9", "order", None, "5.00"),
    ]
