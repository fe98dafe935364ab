"""What coupons cost stays within the budget; what does not fit stands on the account of conflicts."""

from dataclasses import replace

import pytest

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign as CampaignRow
from central_api.coupons import giving, repository
from central_api.coupons import service as coupons
from central_api.coupons.schemas import Account, Change, Grant
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.stock import service as stock
from retail_core.wire.counter import CouponHeld, CouponHold, CouponRelease
from retail_core.wire.facts import CouponUse, ReturnedReceipt, SaleCompleted
from retail_core.wire.shop import CouponIssued
from tests.integration.central_api.conftest import NOW_MS, TENANT
from tests.integration.central_api.shop_floor import (
    MEMBER,
    context,
    coupon_campaign,
    set_up_floor,
    store_docs,
)
from tests.integration.central_api.till import sale

FIVE_MINUTES_MS = 300_000
DAY_MS = 24 * 3600 * 1000


class Campaign:
    """The campaign of five off, as one record of issuing has it."""

    def __init__(self, database: Database, *, offline: bool = False, **issuing: int | bool) -> None:
        self.database = database
        plain = coupon_campaign()
        doc = {**plain.doc, "offline_allowed": offline}
        campaign = replace(plain, doc=doc, issuing=issuing)
        database.run(set_up_floor)
        database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[campaign]))
        self._sales = 0

    def issue(self, request_id: str, *, member_id: str | None = MEMBER) -> CouponIssued:
        grant = Grant(request_id, "FIVE", member_id, "S01")

        def work(unit: Unit) -> CouponIssued:
            found = coupons.issue(unit, grant, tenant=TENANT, store_number=1)
            members.settle(unit)
            return found

        return self.database.run(work)

    def hold(self, coupon: CouponIssued, sale_id: str) -> CouponHeld:
        question = CouponHold(coupon_id=coupon.coupon_id, sale_id=sale_id, member_id=MEMBER)
        return self.database.run(lambda unit: coupons.hold(unit, question, terminal_id="S01-T01"))

    def release(self, held: CouponHeld, sale_id: str) -> bool:
        release = CouponRelease(hold_id=str(held.hold_id), sale_id=sale_id)
        return self.database.run(lambda unit: coupons.release(unit, release))

    def redeem(self, coupon_id: str, sale_id: str, *, minor: int = 500) -> list[str]:
        """Let the sale of a till use a coupon; return what is doubtful."""
        use = CouponUse(
            coupon_id=coupon_id, campaign_id="FIVE", amount_minor=-minor, mode="online", hold_id=None
        )
        return self._apply(sale(sale_id, coupons=(use,)), sale_id)

    def give_back(self, coupon_id: str, of_sale_id: str, sale_id: str) -> list[str]:
        back = ReturnedReceipt(
            sale_id=of_sale_id,
            receipt_number="S01-T01-000001",
            policy="claw_back",
            lines=(),
            claw_back=(),
            refund_minor=0,
            points_reversed=0,
            coupons=(coupon_id,),
            uses=(),
            parts=(),
        )
        return self._apply(sale(sale_id, returned=(back,)), sale_id)

    def _apply(self, sold: SaleCompleted, entry_id: str) -> list[str]:
        def work(unit: Unit) -> list[str]:
            kinds = [
                *coupons.apply_sale(unit, context(entry_id), sale=sold),
                *coupons.apply_returns(unit, context(entry_id), sale=sold),
            ]
            overruns = giving.settle(unit)
            members.settle(unit)
            stock.settle(unit)
            assert all(each.entry_id == entry_id for each in overruns)
            return [doubt.kind for doubt in (*kinds, *(each.doubt for each in overruns))]

        return self.database.run(work)

    @property
    def account(self) -> Account:
        with self.database.read() as unit:
            found = repository.account(unit, "FIVE")
        assert found is not None
        return found

    @property
    def money(self) -> tuple[int, int, int]:
        """Spent, reserved, and on the account of conflicts."""
        found = self.account
        return found.spent_minor, found.reserved_minor, found.conflict_minor


def test_the_worked_example_of_the_rules(database: Database) -> None:
    campaign = Campaign(database, budget_minor=2_000)
    issued = [campaign.issue(f"r{number}") for number in range(5)]
    held = [campaign.hold(coupon, f"s{number}") for number, coupon in enumerate(issued)]
    assert [answer.code for answer in held] == ["coupon.held"] * 4 + ["coupon.budget_used_up"]
    assert campaign.money == (0, 2_000, 0)

    assert campaign.redeem(issued[0].coupon_id, "s0", minor=300) == []
    assert campaign.money == (300, 1_500, 0)
    assert campaign.hold(issued[4], "s4").code == "coupon.budget_used_up"

    assert campaign.release(held[1], "s1")
    assert not campaign.release(held[1], "s1")
    assert campaign.money == (300, 1_000, 0)
    assert campaign.hold(issued[4], "s4").code == "coupon.held"
    assert campaign.money == (300, 1_500, 0)


def test_the_same_sale_that_asks_again_reserves_once(database: Database) -> None:
    campaign = Campaign(database, budget_minor=500)
    coupon = campaign.issue("r1")
    assert [campaign.hold(coupon, "s1").status for _ in range(3)] == ["held"] * 3
    assert campaign.money == (0, 500, 0)


def test_a_hold_whose_time_is_over_gives_its_part_of_the_budget_to_the_next(
    database: Database, clock: FixedClock
) -> None:
    campaign = Campaign(database, budget_minor=500)
    first, second = campaign.issue("r1"), campaign.issue("r2")
    campaign.hold(first, "s1")
    assert campaign.hold(second, "s2").code == "coupon.budget_used_up"
    clock.set(NOW_MS + FIVE_MINUTES_MS)
    assert campaign.hold(second, "s2").code == "coupon.held"
    assert campaign.money == (0, 500, 0)


def test_a_sale_above_the_budget_stands_and_is_a_conflict(database: Database, clock: FixedClock) -> None:
    campaign = Campaign(database, budget_minor=500)
    first, second = campaign.issue("r1"), campaign.issue("r2")
    campaign.hold(first, "s1")
    clock.set(NOW_MS + FIVE_MINUTES_MS)
    campaign.hold(second, "s2")
    assert campaign.redeem(second.coupon_id, "s2") == []
    assert campaign.redeem(first.coupon_id, "s1") == ["coupon.over_budget"]
    assert campaign.money == (500, 0, 500)
    assert (campaign.account.redeemed, campaign.account.conflicts) == (2, 1)


def test_a_coupon_that_counts_offline_has_its_part_of_the_budget_from_the_beginning(
    database: Database,
) -> None:
    campaign = Campaign(database, offline=True, budget_minor=700)
    first, second = campaign.issue("r1"), campaign.issue("r2")
    assert campaign.money == (0, 500, 0)
    docs = store_docs(database, "coupon")
    assert set(docs) == {first.coupon_id, second.coupon_id}
    with database.read() as unit:
        flags = [repository.by_id(unit, each.coupon_id) for each in (first, second)]
    assert [found.flags & 1 for found in flags if found is not None] == [1, 0]
    assert campaign.redeem(first.coupon_id, "s1", minor=450) == []
    assert campaign.money == (450, 0, 0)


def test_an_expired_coupon_keeps_its_reservation_for_tills_that_are_away_and_no_longer(
    database: Database, clock: FixedClock
) -> None:
    campaign = Campaign(database, offline=True, budget_minor=500, days=1)
    campaign.issue("r1")
    clock.set(NOW_MS + 2 * DAY_MS)
    campaign.issue("r2")
    assert campaign.money == (0, 500, 0)
    clock.set(NOW_MS + 9 * DAY_MS)
    late = campaign.issue("r3")
    with database.read() as unit:
        found = repository.by_id(unit, late.coupon_id)
    assert found is not None
    assert (found.flags & 1, campaign.money) == (1, (0, 500, 0))


def test_a_second_sale_with_one_coupon_stands_on_the_account_of_conflicts(database: Database) -> None:
    campaign = Campaign(database)
    coupon = campaign.issue("r1")
    campaign.redeem(coupon.coupon_id, "s1")
    assert campaign.redeem(coupon.coupon_id, "s2", minor=400) == ["coupon.already_used"]
    found = campaign.account
    assert (found.redeemed, found.spent_minor, found.conflicts, found.conflict_minor) == (1, 500, 1, 400)


def test_a_coupon_that_nobody_issued_is_a_conflict_of_the_campaign_that_the_till_names(
    database: Database,
) -> None:
    campaign = Campaign(database)
    assert campaign.redeem("0123456789012345", "s1") == ["coupon.unknown"]
    assert (campaign.account.redeemed, campaign.account.conflicts) == (0, 1)


def test_a_sale_that_is_told_twice_counts_once(database: Database) -> None:
    campaign = Campaign(database)
    coupon = campaign.issue("r1")
    assert [campaign.redeem(coupon.coupon_id, "s1") for _ in range(2)] == [[], []]
    assert campaign.money == (500, 0, 0)


def test_a_return_takes_the_cost_back_and_the_coupon_can_be_used_again(database: Database) -> None:
    campaign = Campaign(database, budget_minor=500)
    coupon = campaign.issue("r1")
    campaign.redeem(coupon.coupon_id, "s1", minor=450)
    assert store_docs(database, "coupon") == {}
    assert campaign.give_back(coupon.coupon_id, "s1", "back-1") == []
    assert (campaign.money, campaign.account.redeemed) == ((0, 0, 0), 0)
    assert list(store_docs(database, "coupon")) == [coupon.coupon_id]
    assert campaign.hold(coupon, "s2").status == "held"
    assert campaign.redeem(coupon.coupon_id, "s2") == []
    assert campaign.money == (500, 0, 0)


def test_so_many_coupons_as_the_campaign_has_and_no_more(database: Database) -> None:
    campaign = Campaign(database, total=2)
    for number in range(2):
        campaign.issue(f"r{number}")
    with pytest.raises(ApiError, match=r"coupon\.all_issued"):
        campaign.issue("r2")
    assert campaign.issue("r1").coupon_id == campaign.issue("r1").coupon_id
    assert (campaign.account.issued, campaign.account.claimed) == (2, 2)


def test_a_member_gets_as_many_as_the_campaign_says_whatever_became_of_them(database: Database) -> None:
    campaign = Campaign(database, per_member=1)
    other = NewMember("M2", "00000000000000aa", "王芳", "13800008824", "silver", "S01", 0)
    database.run(lambda unit: members.register(unit, [other]))
    first = campaign.issue("r1")
    campaign.redeem(first.coupon_id, "s1")
    with pytest.raises(ApiError, match=r"coupon\.member_limit"):
        campaign.issue("r2")
    campaign.issue("r3", member_id="M2")
    campaign.issue("r4", member_id=None)
    assert (campaign.account.issued, campaign.account.claimed) == (3, 2)


@pytest.mark.parametrize(
    ("issuing", "field"),
    [
        ({"days": 0}, "days"),
        ({"days": "30"}, "days"),
        ({"claim": 1}, "claim"),
        ({"budget": 5}, "budget"),
        ({"total": True}, "total"),
    ],
)
def test_a_record_of_issuing_that_cannot_be_read_is_refused_with_its_field(
    database: Database, issuing: dict[str, object], field: str
) -> None:
    campaign = Campaign(database, **issuing)  # type: ignore[arg-type]  # what somebody may write
    with pytest.raises(ApiError, match=r"campaign\.bad_issuing") as refused:
        campaign.issue("r1")
    assert refused.value.detail == field


def test_a_budget_needs_to_know_what_one_coupon_can_cost(database: Database) -> None:
    Campaign(database)
    doc = {"id": "TENTH", "kind": "coupon_percent", "params": {"percent_bp": 1_000}}
    open_end = replace(coupon_campaign(), campaign_id="TENTH", number=79, doc=doc)
    for issuing, code in (({"budget_minor": 1_000}, "campaign.bad_issuing"), ({}, "")):
        assert _refusal_of_issuing(database, replace(open_end, issuing=issuing)) == code


def _refusal_of_issuing(database: Database, campaign: CampaignRow) -> str:
    database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[campaign]))
    grant = Grant(f"r{len(campaign.issuing)}", campaign.campaign_id, None)
    try:
        database.run(lambda unit: coupons.issue(unit, grant, tenant=TENANT, store_number=0))
    except ApiError as error:
        return error.code
    return ""


@pytest.mark.parametrize(("redeemed", "conflicts", "stays"), [(200, 1, True), (199, 1, False)])
def test_more_conflicts_than_half_a_percent_end_the_offline_right_by_themselves(
    database: Database, *, redeemed: int, conflicts: int, stays: bool
) -> None:
    campaign = Campaign(database, offline=True)
    coupon = campaign.issue("r1")
    campaign.redeem(coupon.coupon_id, "s1")

    def many_more(unit: Unit) -> None:
        change = Change(redeemed=redeemed - 1)
        repository.change_account(unit, "FIVE", change=change)

    database.run(many_more)
    kinds = [kind for number in range(conflicts) for kind in campaign.redeem(coupon.coupon_id, f"c{number}")]
    with database.read() as unit:
        found = catalog.campaign(unit, "FIVE")
    assert found is not None
    assert found.doc["offline_allowed"] is stays
    assert ("campaign.offline_ended" in kinds) is not stays
    assert (campaign.account.offline_ended_ms is None) is stays
    # Told once, however many conflicts follow.
    again = campaign.redeem(coupon.coupon_id, "later")
    assert again.count("campaign.offline_ended") == int(stays)
