"""What a manager sees of coupon campaigns: counts, cost by funder, and the receipts behind them."""

from dataclasses import replace

import pytest

from central_api.catalog import service as catalog
from central_api.coupons import report
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from retail_core.wire import facts
from retail_core.wire.campaigns import CampaignFigures
from retail_core.wire.facts import CouponUse, Discount
from tests.integration.central_api.shop_floor import coupon_campaign
from tests.integration.central_api.test_coupon_accounts import Campaign
from tests.integration.central_api.test_ingest import ingest
from tests.integration.central_api.till import FakeTill, line, sale


def with_coupon(sale_id: str, coupon_id: str, *, number: int) -> facts.SaleCompleted:
    """Return the sale of 13.00 that a coupon took 5.00 off, borne by brand and store."""
    taken = Discount(
        rule_id="FIVE",
        kind="coupon_amount",
        name="5 元券",
        amount_minor=-500,
        funders={"brand": -300, "store": -200},
        tax_effect="price_reduction",
        units_milli=0,
        coupon_id=coupon_id,
    )
    sold = line().model_copy(update={"discounts": (taken,), "total_minor": 800})
    use = CouponUse(coupon_id=coupon_id, campaign_id="FIVE", amount_minor=500, mode="offline", hold_id=None)
    return sale(sale_id, sold, number=number, coupons=(use,))


def figures(database: Database, store_id: str = "S01") -> dict[str, CampaignFigures]:
    with database.read() as unit:
        return {row.campaign_id: row for row in report.campaigns(unit, store_id).campaigns}


def test_a_campaign_shows_its_way_its_cost_and_both_receipts_of_a_conflict(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    campaign = Campaign(database, offline=True, budget_minor=5_000)
    coupon = campaign.issue("r1")
    campaign.issue("r2", member_id=None)
    sold = [
        till.state(facts.SALE_COMPLETED, with_coupon("s-1", coupon.coupon_id, number=1)),
        till.state(facts.SALE_COMPLETED, with_coupon("s-2", coupon.coupon_id, number=2)),
    ]
    ingest(database, caller, till.batch(sold))

    row = figures(database)["FIVE"]
    assert (row.issued, row.claimed, row.redeemed) == (2, 1, 1)
    assert (row.spent_minor, row.reserved_minor, row.budget_minor) == (500, 0, 5_000)
    assert (row.conflicts, row.conflict_minor) == (1, 500)
    assert row.funders == {"brand": 600, "store": 400}
    assert (row.everywhere, row.active, row.offline_allowed) == (True, True, False)
    assert row.offline_ended_ms is not None
    assert "POINTS" not in figures(database)

    with database.read() as unit:
        page = report.events(unit, "S01", campaign_id="FIVE", before_id=None, limit=1)
        rest = report.events(unit, "S01", campaign_id="FIVE", before_id=page.next, limit=1)
    [conflict], [used] = page.events, rest.events
    assert (conflict.kind, conflict.receipt_number, conflict.first_receipt_number) == (
        "conflict",
        "S01-T01-000002",
        "S01-T01-000001",
    )
    assert (used.kind, used.receipt_number, used.amount_minor) == ("redeemed", "S01-T01-000001", 500)
    assert rest.next is None


def test_a_campaign_of_another_store_is_not_shown(database: Database) -> None:
    campaign = Campaign(database)
    elsewhere = replace(
        coupon_campaign(), campaign_id="OTHER", number=79, doc={**coupon_campaign().doc, "id": "OTHER"}
    )
    database.run(lambda unit: catalog.put_campaigns(unit, "S02", campaigns=[elsewhere]))
    assert (list(figures(database)), list(figures(database, "S02"))) == (["FIVE"], ["FIVE", "OTHER"])
    with database.read() as unit, pytest.raises(ApiError, match=r"campaign\.unknown"):
        report.events(unit, "S01", campaign_id="OTHER", before_id=None, limit=50)
    campaign.issue("r1")
    database.run(lambda unit: catalog.end_campaign(unit, "FIVE"))
    ended = figures(database, "S02")
    assert [(name, row.active, row.issued) for name, row in ended.items()] == [
        ("OTHER", True, 0),
        ("FIVE", False, 1),
    ]
