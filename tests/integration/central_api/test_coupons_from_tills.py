"""Coupons that tills print: signed ahead, counted once, ended with the sale that earned them."""

import json

import pytest
from sqlalchemy import text

from central_api.catalog import service as catalog
from central_api.coupons import blanks, repository
from central_api.coupons import service as coupons
from central_api.keys import service as keys
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.shop import service as shop
from retail_core.codes.keys import KeyList, SignedKeyList, open_key_list
from retail_core.codes.pq1 import CouponCode, read
from retail_core.wire import facts
from retail_core.wire.facts import CouponUse, IssuedCoupon, ReturnedReceipt, SaleCompleted, SalePerson
from retail_core.wire.feed import BlankDoc, KeyListDoc, MemberDoc
from tests.integration.central_api.conftest import NOW_MS, TENANT
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, store_docs
from tests.integration.central_api.test_coupon_accounts import Campaign
from tests.integration.central_api.test_ingest import ingest
from tests.integration.central_api.till import FakeTill, sale

DAY_MS = 24 * 3600 * 1000
HOUR_MS = 3600 * 1000


def printing(database: Database, *, offline: bool = False, **more: int) -> Campaign:
    """Run 5 off, ten days, that tills print with sales of 13.00 and more."""
    return Campaign(database, offline=offline, at_till=True, after_sale_minor=1_300, days=10, **more)


BUYER = SalePerson(member_id=MEMBER, alias=ALIAS, masked_name="李**", phone_last4="8823", means="code")


def trusted(database: Database) -> KeyList:
    """Return the issuer keys as tills have them."""
    doc = KeyListDoc.model_validate_json(store_docs(database, "keys")["list"])
    with database.read() as unit:
        root = keys.root_public_key(unit)
    return open_key_list(SignedKeyList(doc.document, doc.signature), root_public_key=root, tenant=TENANT)


def exceptions(database: Database) -> list[str]:
    with database.read() as unit:
        return [str(row.kind) for row in unit.conn.execute(text("SELECT kind FROM entry_exception"))]


def stocked(database: Database) -> list[BlankDoc]:
    """Let the hourly run happen, and return what the store's tills may print, in order of the id."""
    database.run(coupons.keep_up)
    docs = store_docs(database, "blank")
    return [BlankDoc.model_validate_json(docs[key]) for key in sorted(docs)]


def printed(blank: BlankDoc, *, expires_ms: int | None = None) -> IssuedCoupon:
    return IssuedCoupon(
        coupon_id=blank.coupon_id,
        campaign_id=blank.campaign_id,
        name="5 元券",
        kind="amount",
        worth=500,
        expires_ms=blank.expires_ms if expires_ms is None else expires_ms,
    )


def sold(sale_id: str, blank: BlankDoc, *, number: int = 1) -> SaleCompleted:
    return sale(sale_id, number=number, issued=(printed(blank),))


def back(of: str, sale_id: str, *, refund_minor: int, number: int = 9) -> SaleCompleted:
    receipt = ReturnedReceipt(
        sale_id=of,
        receipt_number="S01-T01-000001",
        policy="claw_back",
        lines=(),
        claw_back=(),
        refund_minor=refund_minor,
        points_reversed=0,
        coupons=(),
    )
    return sale(sale_id, number=number, returned=(receipt,), lines=(), total_minor=-refund_minor)


def state_of(database: Database, coupon_id: str) -> str:
    with database.read() as unit:
        found = repository.by_id(unit, coupon_id)
    assert found is not None
    return found.state


def wallet(database: Database) -> list[str]:
    with database.read() as unit:
        return [coupon.coupon_id for coupon in shop.wallet(unit, MEMBER)]


@pytest.mark.usefixtures("caller")
def test_a_till_gets_signed_coupons_that_are_counted_before_it_prints_any(database: Database) -> None:
    campaign = printing(database)
    found = stocked(database)
    assert len(found) == blanks.STOCK
    assert (campaign.account.allotted, campaign.account.issued) == (blanks.STOCK, 0)
    blank = found[0]
    assert (blank.terminal, blank.incarnation, blank.from_minor, blank.days) == ("S01-T01", 1, 1_300, 10)
    assert (blank.use_until_ms, blank.expires_ms) == (NOW_MS + 14 * DAY_MS, NOW_MS + 25 * DAY_MS)
    code = read(blank.code, keys=trusted(database), tenant=TENANT)
    assert isinstance(code, CouponCode)
    assert (
        code.serial,
        code.campaign,
        code.is_single_use,
        code.is_offline_allowed,
        code.is_member_bound,
    ) == (
        blank.coupon_id,
        77,
        True,
        False,
        False,
    )


@pytest.mark.usefixtures("caller")
def test_a_till_gets_no_more_than_the_total_and_the_budget_have(
    database: Database, clock: FixedClock
) -> None:
    campaign = printing(database, total=3)
    assert len(stocked(database)) == 3
    with pytest.raises(ApiError, match=r"coupon\.all_issued"):
        campaign.issue("one more")
    clock.set(clock.now_ms() + HOUR_MS)
    assert len(stocked(database)) == 3


@pytest.mark.usefixtures("caller")
def test_a_campaign_whose_budget_is_used_up_or_that_ended_gives_tills_nothing(
    database: Database, clock: FixedClock
) -> None:
    campaign = printing(database, budget_minor=500)
    campaign.hold(campaign.issue("r1"), "s1")
    assert stocked(database) == []
    printing(database)
    database.run(lambda unit: catalog.end_campaign(unit, "FIVE"))
    clock.set(clock.now_ms() + HOUR_MS)
    assert stocked(database) == []


def test_a_campaign_with_a_limit_for_each_member_cannot_be_printed(database: Database) -> None:
    campaign = printing(database, per_member=1)
    with pytest.raises(ApiError, match=r"campaign\.bad_issuing"):
        campaign.issue("r1")


def test_what_a_till_printed_counts_once_however_often_the_fact_comes(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    campaign = printing(database)
    blank = stocked(database)[0]
    batch = till.batch([till.state(facts.SALE_COMPLETED, sold("s-1", blank))])
    ingest(database, caller, batch)
    ingest(database, caller, batch)
    assert (campaign.account.issued, campaign.account.allotted) == (1, blanks.STOCK - 1)
    assert exceptions(database) == []
    assert blank.coupon_id not in store_docs(database, "blank")
    assert campaign.redeem(blank.coupon_id, "s-2") == []
    assert state_of(database, blank.coupon_id) == "redeemed"


def test_a_till_whose_stock_runs_low_is_given_more_with_its_sales(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    campaign = printing(database)
    found = stocked(database)
    for number, blank in enumerate(found[:6], start=1):
        entry = till.state(facts.SALE_COMPLETED, sold(f"s-{number}", blank, number=number))
        ingest(database, caller, till.batch([entry]))
    assert campaign.account.issued == 6
    assert len(store_docs(database, "blank")) == blanks.STOCK


def test_a_member_has_the_printed_coupon_in_the_wallet_with_a_code_of_its_own(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    campaign = printing(database, offline=True)
    blank = stocked(database)[0]
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sold("s-1", blank), person=BUYER)]))
    assert wallet(database) == [blank.coupon_id]
    assert (campaign.account.issued, campaign.account.claimed) == (1, 1)
    doc = json.loads(store_docs(database, "coupon")[blank.coupon_id])
    code = read(doc["code"], keys=trusted(database), tenant=TENANT)
    assert isinstance(code, CouponCode)
    assert (code.is_member_bound, code.is_offline_allowed, code.belongs_to(ALIAS)) == (True, True, True)
    assert MemberDoc.model_validate_json(store_docs(database, "member")[MEMBER]).coupons == 1


def test_a_member_without_a_printed_coupon_gets_one_when_the_sale_arrives(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    campaign = printing(database)
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sale("s-1"), person=BUYER)]))
    assert len(wallet(database)) == 1
    assert (campaign.account.issued, campaign.account.claimed) == (1, 1)


def test_a_printed_coupon_counts_at_another_till_before_its_own_till_can_tell(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    campaign = printing(database)
    blank = stocked(database)[0]
    assert campaign.redeem(blank.coupon_id, "s-elsewhere") == []
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sold("s-1", blank))]))
    assert (campaign.account.issued, campaign.account.redeemed) == (1, 1)
    assert state_of(database, blank.coupon_id) == "redeemed"
    assert exceptions(database) == []


def test_a_coupon_that_was_printed_twice_or_never_allotted_is_for_a_person(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    campaign = printing(database)
    blank = stocked(database)[0]
    strange = blank.model_copy(update={"coupon_id": "00000000000000ff"})
    entries = [
        till.state(facts.SALE_COMPLETED, sold("s-1", blank, number=1)),
        till.state(facts.SALE_COMPLETED, sold("s-2", blank, number=2)),
        till.state(facts.SALE_COMPLETED, sold("s-3", strange, number=3)),
    ]
    ingest(database, caller, till.batch(entries))
    assert sorted(exceptions(database)) == ["coupon.issued_twice", "coupon.not_allotted"]
    assert campaign.account.issued == 1


@pytest.mark.parametrize(
    ("refund_minor", "state"), [(1_300, "void"), (1, "void"), (0, "issued")], ids=["all", "below", "enough"]
)
def test_the_return_of_the_sale_ends_its_coupon_unless_enough_is_kept(
    database: Database, till: FakeTill, caller: Caller, *, refund_minor: int, state: str
) -> None:
    printing(database)
    blank = stocked(database)[0]
    entries = [
        till.state(facts.SALE_COMPLETED, sold("s-1", blank)),
        till.state(facts.SALE_COMPLETED, back("s-1", "s-2", refund_minor=refund_minor)),
    ]
    ingest(database, caller, till.batch(entries))
    assert state_of(database, blank.coupon_id) == state
    assert (f"coupon:{blank.coupon_id}" in store_docs(database, "revoked")) is (state == "void")


def test_a_coupon_that_was_used_stays_used_when_its_sale_comes_back(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    campaign = printing(database)
    blank = stocked(database)[0]
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sold("s-1", blank), person=BUYER)]))
    campaign.redeem(blank.coupon_id, "s-2")
    ingest(
        database,
        caller,
        till.batch([till.state(facts.SALE_COMPLETED, back("s-1", "s-3", refund_minor=1_300))]),
    )
    assert state_of(database, blank.coupon_id) == "redeemed"
    assert campaign.money == (500, 0, 0)


def test_what_a_sale_gave_into_a_wallet_goes_when_the_sale_comes_back(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    Campaign(database, after_sale_minor=1_300)
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sale("s-1"), person=BUYER)]))
    [coupon_id] = wallet(database)
    ingest(
        database,
        caller,
        till.batch([till.state(facts.SALE_COMPLETED, back("s-1", "s-2", refund_minor=1_300))]),
    )
    assert (wallet(database), state_of(database, coupon_id)) == ([], "void")
    assert MemberDoc.model_validate_json(store_docs(database, "member")[MEMBER]).coupons == 0


@pytest.mark.usefixtures("caller")
def test_coupons_leave_the_wallet_when_their_time_is_over(database: Database, clock: FixedClock) -> None:
    campaign = Campaign(database, offline=True, budget_minor=1_000, days=1)
    coupon = campaign.issue("r1")
    clock.set(clock.now_ms() + DAY_MS + HOUR_MS)
    assert database.run(coupons.keep_up) == 1
    assert database.run(coupons.keep_up) == 0
    assert (wallet(database), store_docs(database, "coupon")) == ([], {})
    assert MemberDoc.model_validate_json(store_docs(database, "member")[MEMBER]).coupons == 0
    assert campaign.hold(coupon, "s-1").code == "coupon.expired"
    assert campaign.money == (0, 500, 0)
    clock.set(clock.now_ms() + 7 * DAY_MS)
    database.run(coupons.keep_up)
    assert campaign.money == (0, 0, 0)


def test_a_sale_of_its_time_still_uses_a_coupon_that_is_over(
    database: Database, till: FakeTill, caller: Caller, clock: FixedClock
) -> None:
    campaign = Campaign(database, days=1)
    coupon = campaign.issue("r1")
    clock.set(clock.now_ms() + DAY_MS + HOUR_MS)
    database.run(coupons.keep_up)
    use = CouponUse(
        coupon_id=coupon.coupon_id, campaign_id="FIVE", amount_minor=-500, mode="offline", hold_id=None
    )
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sale("s-1", coupons=(use,)))]))
    assert exceptions(database) == []
    assert (campaign.account.redeemed, campaign.account.conflicts) == (1, 0)
    assert MemberDoc.model_validate_json(store_docs(database, "member")[MEMBER]).coupons == 0


@pytest.mark.usefixtures("caller")
def test_a_coupon_that_no_till_printed_goes_back_into_the_total(
    database: Database, clock: FixedClock
) -> None:
    campaign = printing(database, total=3)
    stocked(database)
    database.run(lambda unit: catalog.end_campaign(unit, "FIVE"))
    clock.set(clock.now_ms() + (25 + 7) * DAY_MS + HOUR_MS)
    stocked(database)
    assert (campaign.account.allotted, campaign.account.issued) == (0, 0)


def test_a_till_that_joins_gets_its_coupons_with_its_first_fact(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    printing(database)
    joined = facts.TillEnrolled(store="S01", app_version="0.1.0", device_public_key=till.public_key)
    ingest(database, caller, till.batch([till.state(facts.TILL_ENROLLED, joined)]))
    assert len(store_docs(database, "blank")) == blanks.STOCK


def test_an_id_of_any_characters_stops_nothing(database: Database, till: FakeTill, caller: Caller) -> None:
    campaign = printing(database)
    blank = stocked(database)[0]
    odd = blank.model_copy(update={"coupon_id": "a b: c", "campaign_id": "no such one"})
    entries = [
        till.state(facts.SALE_COMPLETED, sold("s 1", blank, number=1), person=BUYER),
        till.state(facts.SALE_COMPLETED, sold("s 2", odd, number=2), person=BUYER),
    ]
    ingest(database, caller, till.batch(entries))
    assert exceptions(database) == ["coupon.not_allotted"]
    # Beside the printed one, the second sale gave its member one when it arrived.
    assert (campaign.account.issued, len(wallet(database))) == (2, 2)
