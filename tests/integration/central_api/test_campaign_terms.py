"""An owner's file says how coupons are issued; a manager gives a campaign its offline right back."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from central_api.catalog import service as catalog
from central_api.coupons import blanks, report
from central_api.coupons import service as coupons
from central_api.importing import service as importing
from central_api.importing.reader import write_template
from central_api.importing.schemas import Outcome
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.staff import service as staff
from retail_core.wire.campaigns import OfflineGiveBack
from retail_core.wire.feed import BlankDoc
from tests.integration.central_api.conftest import cashier
from tests.integration.central_api.shop_floor import store_docs
from tests.integration.central_api.test_coupon_accounts import Campaign
from tests.integration.central_api.test_newer_till import command

HEADER = (
    "Campaign,Days valid,Total,Per member,Budget,Worth at most,"
    "With sales from,Members claim,Printed by tills\n"
)


def take(database: Database, folder: Path, rows: str, *, apply: bool = True) -> Outcome:
    path = folder / "terms.csv"
    path.write_text(rows, encoding="utf-8")
    return importing.import_file(database, path, kind="campaigns", store_id=None, apply=apply)


def issuing(database: Database) -> dict[str, object]:
    with database.read() as unit:
        found = catalog.campaign(unit, "FIVE")
    assert found is not None
    return dict(found.issuing)


def manager(database: Database) -> None:
    """Let the shop have a manager who may let coupons count offline, and a cashier who may not."""
    boss = cashier().model_copy(update={"staff_id": "st-wang", "rights": {"coupon.offline_extend": None}})
    database.run(lambda unit: staff.restore(unit, "S01", doc=boss))


@pytest.mark.usefixtures("caller")
def test_a_file_sets_the_terms_and_tills_get_coupons_to_print_at_once(
    database: Database, tmp_path: Path
) -> None:
    Campaign(database)
    row = "FIVE,10,1000,,5000,,13.00,yes,yes\n"
    seen = take(database, tmp_path, HEADER + row, apply=False)
    assert (seen.problems, seen.new, seen.batch_id, issuing(database)) == ((), 1, "", {})
    batch = take(database, tmp_path, HEADER + row).batch_id
    assert issuing(database) == {
        "days": 10,
        "total": 1_000,
        "budget_minor": 500_000,
        "after_sale_minor": 1_300,
        "claim": True,
        "at_till": True,
    }
    docs = [BlankDoc.model_validate_json(doc) for doc in store_docs(database, "blank").values()]
    assert [(doc.from_minor, doc.days) for doc in docs] == [(1_300, 10)] * blanks.STOCK

    take(database, tmp_path, "Campaign,With sales from\nFIVE,20\n")
    docs = [BlankDoc.model_validate_json(doc) for doc in store_docs(database, "blank").values()]
    assert [(doc.from_minor, doc.days) for doc in docs] == [(2_000, 10)] * blanks.STOCK
    assert issuing(database)["total"] == 1_000

    with pytest.raises(ApiError, match=r"import\.not_newest"):
        importing.undo(database, batch)
    take(database, tmp_path, "Campaign,Printed by tills\nFIVE,\n")
    assert store_docs(database, "blank") == {}


def test_an_import_is_taken_back(database: Database, tmp_path: Path) -> None:
    Campaign(database, days=3)
    batch = take(database, tmp_path, "Campaign,Days valid\nFIVE,9\n").batch_id
    assert issuing(database) == {"days": 9}
    assert importing.undo(database, batch) == "campaigns"
    assert issuing(database) == {"days": 3}


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("NONE,10,,,,,,,", "Campaign", "cell.unknown_campaign"),
        ("POINTS,10,,,,,,,", "Campaign", "cell.unknown_campaign"),
        ("FIVE,ten,,,,,,,", "Days valid", "cell.whole"),
        ("FIVE,3651,,,,,,,", "Days valid", "cell.whole"),
        ("FIVE,,,,-5,,,,", "Budget", "cell.amount"),
        ("FIVE,,,,,,,maybe,", "Members claim", "cell.yes_or_no"),
        ("FIVE,,,1,,,,,yes", "Per member", "cell.at_till_limit"),
    ],
)
def test_what_cannot_be_is_named_with_row_and_column_and_nothing_is_written(
    database: Database, tmp_path: Path, *, row: str, column: str, code: str
) -> None:
    Campaign(database)
    found = take(database, tmp_path, HEADER + row + "\n")
    assert [(each.row, each.column, each.code) for each in found.problems] == [(2, column, code)]
    assert (found.batch_id, issuing(database)) == ("", {})


def test_a_budget_needs_what_one_coupon_costs_at_most(database: Database, tmp_path: Path) -> None:
    Campaign(database)
    with database.read() as unit:
        found = catalog.campaign(unit, "FIVE")
    assert found is not None
    doc = {**found.doc, "kind": "coupon_exchange", "params": {}}
    exchange = type(found)("FIVE", 77, "换购", "coupon_exchange", doc)
    database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[exchange]))
    wrong = take(database, tmp_path, "Campaign,Budget\nFIVE,100\n")
    assert [(each.column, each.code) for each in wrong.problems] == [("Budget", "cell.budget_no_worth")]
    assert take(database, tmp_path, "Campaign,Budget,Worth at most\nFIVE,100,20\n").problems == ()


def test_a_template_can_be_filled_in(database: Database, tmp_path: Path) -> None:
    write_template(tmp_path / "terms.csv", "campaigns", language=2)
    outcome = importing.import_file(
        database, tmp_path / "terms.csv", kind="campaigns", store_id=None, apply=False
    )
    assert [(each.row, each.code) for each in outcome.problems] == [(2, "cell.unknown_campaign")]


def ended(database: Database) -> Campaign:
    """Return a campaign that lost its offline right: one coupon redeemed, one used twice."""
    campaign = Campaign(database, offline=True)
    coupon = campaign.issue("r1")
    campaign.redeem(coupon.coupon_id, "s1")
    assert campaign.redeem(coupon.coupon_id, "s2") == ["coupon.already_used", "campaign.offline_ended"]
    return campaign


def is_offline(database: Database) -> bool:
    with database.read() as unit:
        found = catalog.campaign(unit, "FIVE")
    assert found is not None
    return found.doc["offline_allowed"] is True


def give_back(database: Database, *, staff_id: str = "st-wang", reason: str = "looked into it") -> None:
    database.run(lambda unit: coupons.give_offline_back(unit, "FIVE", staff_id=staff_id, reason=reason))


def test_the_offline_right_comes_back_with_name_and_reason_and_conflicts_count_anew(
    database: Database, clock: FixedClock
) -> None:
    manager(database)
    campaign = ended(database)
    assert not is_offline(database)
    give_back(database)
    assert is_offline(database)
    assert (campaign.account.offline_ended_ms, campaign.account.conflicts) == (None, 1)
    with database.read() as unit:
        acts = unit.conn.execute(
            text("SELECT act, staff_id, reason, at_ms, redeemed, conflicts FROM campaign_act")
        )
        assert [tuple(row) for row in acts] == [
            ("offline_given_back", "st-wang", "looked into it", clock.now_ms(), 1, 1)
        ]
    coupon = campaign.issue("r2")
    assert campaign.redeem(coupon.coupon_id, "s3") == []
    assert is_offline(database)
    assert campaign.redeem(coupon.coupon_id, "s4") == ["coupon.already_used", "campaign.offline_ended"]
    assert not is_offline(database)


@pytest.mark.parametrize(
    ("staff_id", "reason", "code"),
    [
        ("st-lin", "looked into it", r"campaign\.no_right"),
        ("nobody", "looked into it", r"campaign\.no_right"),
        ("st-wang", "  ", r"campaign\.no_reason"),
    ],
)
def test_only_a_manager_with_a_reason_gives_it_back(
    database: Database, *, staff_id: str, reason: str, code: str
) -> None:
    manager(database)
    ended(database)
    with pytest.raises(ApiError, match=code):
        give_back(database, staff_id=staff_id, reason=reason)
    assert not is_offline(database)


def test_what_was_not_ended_is_not_given_back(database: Database) -> None:
    manager(database)
    Campaign(database, offline=True).issue("r1")
    with pytest.raises(ApiError, match=r"campaign\.offline_not_ended"):
        give_back(database)


def test_the_command_says_what_it_did(database: Database, database_url: str) -> None:
    manager(database)
    ended(database)
    done = command(
        *("campaign", "allow-offline", "FIVE", "--by", "st-wang", "--reason", "talked to the store"),
        *("--database-url", database_url),
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["campaign"] == "FIVE"
    assert is_offline(database)


@pytest.mark.usefixtures("caller")
def test_a_manager_of_the_store_gives_it_back_from_the_till(database: Database) -> None:
    manager(database)
    ended(database)
    order = OfflineGiveBack(staff_id="st-wang", reason="conflicts_cleared")
    with pytest.raises(ApiError, match=r"campaign\.no_right"):
        database.run(lambda unit: report.with_offline_back(unit, "S02", campaign_id="FIVE", order=order))
    with pytest.raises(ApiError, match=r"campaign\.unknown"):
        database.run(lambda unit: report.with_offline_back(unit, "S01", campaign_id="SIX", order=order))
    assert not is_offline(database)
    row = database.run(lambda unit: report.with_offline_back(unit, "S01", campaign_id="FIVE", order=order))
    assert (row.campaign_id, row.offline_allowed, row.offline_ended_ms) == ("FIVE", True, None)
    assert is_offline(database)
