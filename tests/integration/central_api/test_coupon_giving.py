"""Coupons come into wallets: claimed, given by another member, earned by a sale."""

import pytest

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign as CampaignRow
from central_api.coupons import giving, repository
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.shop import service as shop
from retail_core.wire import facts
from retail_core.wire.facts import SalePerson
from retail_core.wire.feed import MemberDoc
from retail_core.wire.shop import ClaimCoupon, CouponIssued, GiveCoupon
from tests.integration.central_api.conftest import NOW_MS
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, store_docs
from tests.integration.central_api.test_coupon_accounts import Campaign
from tests.integration.central_api.test_ingest import ingest
from tests.integration.central_api.till import FakeTill, sale

DAY_MS = 24 * 3600 * 1000
OTHER = "M2"


def join(database: Database) -> None:
    """Let another member join, at home in S02."""
    other = NewMember(OTHER, "00000000000000aa", "王芳", "13800008824", "silver", "S02", 0)
    database.run(lambda unit: members.register(unit, [other]))


def claim(database: Database, request_id: str, member_id: str = MEMBER) -> CouponIssued:
    request = ClaimCoupon(request_id=request_id, campaign_id="FIVE", member_id=member_id)
    return database.run(lambda unit: shop.claim_coupon(unit, request))


def give(database: Database, coupon_id: str, *, request_id: str = "g1", taker: str = OTHER) -> CouponIssued:
    request = GiveCoupon(
        request_id=request_id, coupon_id=coupon_id, from_member_id=MEMBER, to_member_id=taker
    )
    return database.run(lambda unit: shop.give_coupon(unit, request))


def wallet(database: Database, member_id: str) -> list[str]:
    with database.read() as unit:
        return [coupon.coupon_id for coupon in shop.wallet(unit, member_id)]


def test_a_claimed_coupon_is_valid_for_its_days_and_claimed_once(database: Database) -> None:
    campaign = Campaign(database, claim=True, days=3)
    coupon = claim(database, "c1")
    assert coupon.expires_ms == NOW_MS + 3 * DAY_MS
    assert claim(database, "c1").coupon_id == coupon.coupon_id
    with pytest.raises(ApiError, match=r"coupon\.member_limit"):
        claim(database, "c2")
    assert (campaign.account.issued, campaign.account.claimed) == (1, 1)
    assert wallet(database, MEMBER) == [coupon.coupon_id]
    assert MemberDoc.model_validate_json(store_docs(database, "member")[MEMBER]).coupons == 1


def test_a_campaign_that_is_not_to_be_claimed_or_has_ended_gives_none(database: Database) -> None:
    Campaign(database)
    with pytest.raises(ApiError, match=r"coupon\.not_claimable"):
        claim(database, "c1")
    Campaign(database, claim=True)
    database.run(lambda unit: catalog.end_campaign(unit, "FIVE"))
    with pytest.raises(ApiError, match=r"coupon\.not_claimable"):
        claim(database, "c1")


def test_a_sample_is_an_exchange_coupon_that_each_member_claims_once(database: Database) -> None:
    Campaign(database)
    doc: dict[str, object] = {
        "id": "FIVE",
        "kind": "coupon_exchange",
        "names": {"en": "Sample"},
        "params": {},
        "scope": {"product_ids": ["p-milk"]},
    }
    sample = CampaignRow("FIVE", 77, "小样", "coupon_exchange", doc, issuing={"claim": True})
    database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[sample]))
    assert claim(database, "c1").value_minor == 0
    with pytest.raises(ApiError, match=r"coupon\.member_limit"):
        claim(database, "c2")


def test_a_coupon_that_is_given_away_has_another_code_and_the_old_one_never_counts(
    database: Database,
) -> None:
    campaign = Campaign(database, offline=True, claim=True, transfer=True, budget_minor=500)
    join(database)
    old = claim(database, "c1")
    new = give(database, old.coupon_id)
    assert give(database, old.coupon_id).coupon_id == new.coupon_id
    assert (new.expires_ms, new.code == old.code) == (old.expires_ms, False)
    assert (wallet(database, MEMBER), wallet(database, OTHER)) == ([], [new.coupon_id])
    assert campaign.hold(old, "s1").code == "coupon.revoked"
    assert f"coupon:{old.coupon_id}" in store_docs(database, "revoked", "S02")
    assert store_docs(database, "coupon") == {}
    assert list(store_docs(database, "coupon", "S02")) == [new.coupon_id]
    assert (campaign.account.issued, campaign.account.reserved_minor) == (1, 500)


def test_only_what_may_be_given_is_given_and_only_by_its_owner(database: Database) -> None:
    campaign = Campaign(database, claim=True)
    join(database)
    coupon = claim(database, "c1")
    with pytest.raises(ApiError, match=r"coupon\.not_transferable"):
        give(database, coupon.coupon_id)
    campaign = Campaign(database, claim=True, transfer=True)
    with pytest.raises(ApiError, match=r"coupon\.not_transferable"):
        give(database, coupon.coupon_id, taker=MEMBER)
    campaign.redeem(coupon.coupon_id, "s1")
    with pytest.raises(ApiError, match=r"coupon\.not_transferable"):
        give(database, coupon.coupon_id)
    request = GiveCoupon(
        request_id="g2", coupon_id=coupon.coupon_id, from_member_id=OTHER, to_member_id=MEMBER
    )
    with pytest.raises(ApiError, match=r"coupon\.unknown"):
        database.run(lambda unit: giving.give(unit, request))


def test_a_taker_gets_no_more_than_one_member_may(database: Database) -> None:
    Campaign(database, claim=True, transfer=True, per_member=1)
    join(database)
    mine = claim(database, "c1")
    claim(database, "c2", OTHER)
    with pytest.raises(ApiError, match=r"coupon\.member_limit"):
        give(database, mine.coupon_id)
    assert wallet(database, MEMBER) == [mine.coupon_id]


def test_a_sale_from_the_amount_on_gives_its_member_one_coupon_and_again_none(
    database: Database, till: FakeTill, caller: Caller, clock: FixedClock
) -> None:
    campaign = Campaign(database, after_sale_minor=1_300, total=2)
    person = SalePerson(member_id=MEMBER, alias=ALIAS, masked_name="李**", phone_last4="8823", means="code")
    small = sale("s-small", number=1)
    small = small.model_copy(update={"total_minor": 1_299})
    sold = [
        till.state(facts.SALE_COMPLETED, small, person=person),
        till.state(facts.SALE_COMPLETED, sale("s-1", number=2), person=person),
        till.state(facts.SALE_COMPLETED, sale("s-2", number=3)),
    ]
    ingest(database, caller, till.batch(sold))
    ingest(database, caller, till.batch(sold))
    [first] = wallet(database, MEMBER)
    with database.read() as unit:
        found = repository.by_id(unit, first)
    assert found is not None
    assert found.expires_ms == clock.now_ms() + 30 * DAY_MS

    more = [
        till.state(facts.SALE_COMPLETED, sale(f"s-{number}", number=number), person=person)
        for number in range(4, 7)
    ]
    ingest(database, caller, till.batch(more))
    assert (len(wallet(database, MEMBER)), campaign.account.issued) == (2, 2)
    with database.read() as unit:
        parked = unit.conn.exec_driver_sql("SELECT COUNT(*) FROM journal_entry WHERE state = 'parked'")
        assert parked.scalar() == 0
