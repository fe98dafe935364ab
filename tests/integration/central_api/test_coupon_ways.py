"""K13: of the coupons that were issued in a time, how many members have, and how many were used."""

import pytest

from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from retail_core.wire import facts
from retail_core.wire.reports import ReportReply
from tests.integration.central_api.test_coupons_from_tills import BUYER, printing, sold, stocked
from tests.integration.central_api.test_ingest import ingest
from tests.integration.central_api.test_reports import ASK, figures, let_see_everything, reported
from tests.integration.central_api.test_summing import DAY, HOUR_MS
from tests.integration.central_api.till import SOLD_MS, FakeTill

EVERYWHERE = ASK.model_copy(update={"everywhere": True})
WAY = ("coupons_out", "coupons_claimed", "coupons_redeemed", "redemption_rate")


def way(reply: ReportReply) -> tuple[int | None, ...]:
    found = figures(reply)
    return tuple(found[name] for name in WAY)


def test_the_way_of_coupons_is_that_of_those_that_were_issued_in_the_time(
    database: Database, till: FakeTill, caller: Caller, clock: FixedClock
) -> None:
    clock.set(SOLD_MS)
    campaign = printing(database)
    database.run(let_see_everything)
    sent = [campaign.issue(f"r{number}") for number in range(3)]
    code = campaign.issue("r-paper", member_id=None)
    # The till is given many to print: one of a member's sale, one of anybody's, one that it has not told yet.
    blank, other, untold = stocked(database)[:3]
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sold("s-1", blank), person=BUYER)]))
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sold("s-2", other, number=2))]))
    for number, each in enumerate((sent[0].coupon_id, code.coupon_id, untold.coupon_id), start=5):
        campaign.redeem(each, f"s-{number}")
    campaign.give_back(code.coupon_id, "s-6", "s-9")
    # Out: 3 + 1 + 3; with members: 3 + 1; used and not given back: 2 of 7.
    reply = reported(database, EVERYWHERE)
    assert way(reply) == (7, 4, 2, 2_857)
    [table] = [each for each in reply.report.tables if each.table_id == "coupon_ways"]
    assert [(row.key, row.values) for row in table.rows] == [("FIVE", (7, 4, 2, 2_857))]
    clock.set(SOLD_MS + 24 * HOUR_MS)
    campaign.redeem(sent[1].coupon_id, "s-12")
    # Used a day later, it counts where it was issued.
    assert way(reported(database, EVERYWHERE)) == (7, 4, 3, 4_286)
    before = EVERYWHERE.model_copy(update={"first_day": "2025-11-01", "last_day": "2025-11-23"})
    assert way(reported(database, before)) == (0, 0, 0, None)
    beside = EVERYWHERE.model_copy(
        update={"first_day": "2025-11-25", "last_day": "2025-11-25", "compare_first_day": DAY}
    )
    found = {each.figure_id: each for each in reported(database, beside).report.figures}
    assert (found["coupons_out"].value, found["coupons_out"].compared) == (0, (7,))


@pytest.mark.usefixtures("caller")
def test_of_a_store_it_is_not_known_and_says_why(database: Database) -> None:
    printing(database)
    database.run(let_see_everything)
    lacks = {each.figure_id: (each.code, each.why) for each in reported(database, ASK).not_known}
    assert {lacks[name] for name in WAY} == {("K13", "of_the_chain")}
