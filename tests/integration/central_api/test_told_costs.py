"""What the owner tells that marketing and deliveries cost falls on the days of a report, or is not known."""

import json
from typing import Any

import pytest
from sqlalchemy import insert

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.importing.cost_settings import set_cost
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import UsageError
from central_api.models.members import member_join
from central_api.reporting import service as reporting
from central_api.summing import service as summing
from central_api.told_costs import service
from central_api.told_costs.schemas import CHAIN, Kind, ToldCost
from retail_core.wire.facts import Discount
from retail_core.wire.reports import ReportAsk, ReportReply
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor
from tests.integration.central_api.test_reports import bought, person
from tests.integration.central_api.test_summing import send
from tests.integration.central_api.till import FakeTill, line, sale

STORES = ("S01", "S02")


def tell(database: Database, place: str, first: int, last: int, minor: int, kind: Kind = "marketing") -> None:
    days = (f"2025-11-{first:02d}", f"2025-11-{last:02d}")
    database.run(lambda unit: service.tell(unit, ToldCost(kind, place, *days, "CNY", minor)))


def falls(database: Database, first: int, last: int, *stores: str, kind: Kind = "marketing") -> int | None:
    days = [f"2025-11-{day:02d}" for day in range(first, last + 1)]
    with database.read() as unit:
        return service.of_window(
            unit, kind, store_ids=stores or STORES, everywhere=not stores, currency="CNY", days=days
        )


def test_the_worked_table(database: Database) -> None:
    tell(database, CHAIN, 1, 30, 300_000)
    tell(database, "S01", 10, 19, 50_000)
    assert falls(database, 11, 20) == 100_000 + 45_000
    assert falls(database, 11, 19, "S01") == 45_000
    assert falls(database, 11, 20, "S01") is None
    assert falls(database, 11, 19, *STORES[:1], kind="delivery") is None
    # The same days again replace what was told; a chain of which each store told its own needs no other.
    tell(database, CHAIN, 1, 30, 0)
    assert falls(database, 11, 20) == 45_000
    for store in STORES:
        tell(database, store, 1, 2, 100, kind="delivery")
    assert falls(database, 1, 2, kind="delivery") == 200
    assert falls(database, 2, 3, kind="delivery") is None


def test_what_cannot_be_is_refused(database: Database, database_url: str) -> None:
    tell(database, "S01", 10, 19, 50_000)
    with pytest.raises(UsageError, match="shares days"):
        tell(database, "S01", 19, 20, 1)
    with pytest.raises(UsageError, match="is before"):
        tell(database, "S01", 5, 4, 1)
    with pytest.raises(UsageError, match="not below zero"):
        tell(database, "S01", 1, 2, -1)
    days: dict[str, Any] = {"first": "2025-11-01", "last": "2025-11-02"}
    for wrong in ("3,5", "1.001", "inf"):
        with pytest.raises(UsageError, match="is no amount"):
            set_cost(database_url, "marketing", **days, amount=wrong)
    with pytest.raises(UsageError, match="is no day"):
        set_cost(database_url, "marketing", first="1 Nov", last="2025-11-02", amount="1")
    with pytest.raises(UsageError, match="which currency"):
        set_cost(database_url, "marketing", **days, amount="1 EUR")


def reported(database: Database) -> ReportReply:
    summing.keep_up(database)
    ask = ReportAsk(
        staff_id="central-api", first_day="2025-11-01", last_day="2025-11-30", everywhere=True, members=True
    )
    with database.read() as unit:
        return reporting.report(unit, ask, at="S01")


def test_what_a_newcomer_cost(
    database: Database, database_url: str, caller: Caller, till: FakeTill, capsys: pytest.CaptureFixture[str]
) -> None:
    database.run(set_up_floor)
    first = {"id": "FIRST", "kind": "percent", "names": {"en": "First"}, "params": {"percent_bp": 1_000}}
    campaigns = [Campaign("FIRST", 81, "First", "percent", {**first, "first_purchase": True})]
    database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=campaigns))
    off = Discount(
        rule_id="FIRST",
        kind="percent",
        name="First",
        amount_minor=-130,
        funders={"store": -130},
        tax_effect="price_reduction",
        units_milli=2_000,
    )
    send(database, caller, till, sale("s9", line().model_copy(update={"discounts": (off,)}), number=9))
    told = {each.figure_id: each.why for each in reported(database).not_known}
    assert (told["acquisition_cost"], told["delivery_fees"]) == ("marketing_not_told", "fees_not_told")

    days: dict[str, Any] = {"first": "2025-11-01", "last": "2025-11-30"}
    set_cost(database_url, "marketing", **days, amount="300.00")
    set_cost(database_url, "delivery", **days, amount="80")
    assert json.loads(capsys.readouterr().out.splitlines()[0])["minor"] == 30_000
    reply = reported(database)
    told = {each.figure_id: each.why for each in reply.not_known}
    assert told["acquisition_cost"] == "no_newcomers"
    joined_ms = 1_762_700_000_000  # 9 November
    database.run(
        lambda unit: unit.conn.execute(
            insert(member_join).values(
                ref="j1", member_id=MEMBER, means="till", store_id="S01", joined_ms=joined_ms
            )
        )
    )
    bought(database, caller, till, person(MEMBER, ALIAS), number=1, day="2025-11-10")
    found = {each.figure_id: each.value for each in reported(database).report.figures}
    assert found["acquisition_cost"] == 30_000 + 130
    assert found["delivery_fees"] == 8_000
