"""A coupon is reserved for one sale at a time, and redeemed once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from sqlalchemy import text

from central_api.coupons import service as coupons
from central_api.coupons.schemas import Grant
from central_api.journal import service as journal
from central_api.keys import service as keys
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database, open_database
from central_api.kit.errors import ApiError
from central_api.members import service as members
from central_api.migrations import runner
from central_api.staff import service as staff
from retail_core.codes.keys import SignedKeyList, open_key_list
from retail_core.codes.pq1 import CouponCode, read
from retail_core.wire.counter import CouponHeld, CouponHold, CouponRelease
from retail_core.wire.facts import COUPON_OFFLINE_EXTENDED, CouponOfflineExtended, CouponUse
from retail_core.wire.feed import CouponDoc, KeyListDoc, MemberDoc
from retail_core.wire.shop import CouponIssued
from tests.integration.central_api.conftest import NOW_MS, TENANT, cashier, set_up_shop
from tests.integration.central_api.shop_floor import (
    ALIAS,
    MEMBER,
    apply,
    context,
    set_up_floor,
    store_docs,
)
from tests.integration.central_api.till import FakeTill, sale

FIVE_MINUTES_MS = 300_000
CODE_DIGITS = 243


@dataclass(frozen=True)
class Shop:
    """A shop whose member holds one coupon."""

    database: Database
    clock: FixedClock
    coupon: CouponIssued

    def hold(self, sale_id: str, *, member_id: str | None = MEMBER, code: str | None = None) -> CouponHeld:
        question = CouponHold(
            coupon_id=None if code else self.coupon.coupon_id,
            short_code=code,
            sale_id=sale_id,
            member_id=member_id,
        )
        return self.database.run(lambda unit: coupons.hold(unit, question, terminal_id="S01-T01"))

    def redeem(self, sale_id: str) -> list[str]:
        use = CouponUse(
            coupon_id=self.coupon.coupon_id,
            campaign_id="FIVE",
            amount_minor=500,
            mode="online",
            hold_id=None,
        )
        sold = sale(sale_id, coupons=(use,))
        return apply(self.database, lambda unit: coupons.apply_sale(unit, context(), sale=sold))


def issue(database: Database, request_id: str = "r1", member_id: str | None = MEMBER) -> CouponIssued:
    grant = Grant(request_id, "FIVE", member_id, "S01")
    with database.write() as unit:
        found = coupons.issue(unit, grant, tenant=TENANT, store_number=1)
        members.settle(unit)
        return found


@pytest.fixture
def shop(database: Database, clock: FixedClock) -> Shop:
    database.run(set_up_floor)
    return Shop(database, clock, issue(database))


def test_a_coupon_is_held_for_five_minutes(shop: Shop) -> None:
    held = shop.hold("sale-1")

    assert (held.status, held.value_minor, held.expires_ms) == ("held", 500, NOW_MS + FIVE_MINUTES_MS)


def test_the_same_sale_may_ask_again_and_keeps_its_reservation(shop: Shop) -> None:
    assert shop.hold("sale-1").hold_id == shop.hold("sale-1").hold_id


def test_another_sale_is_refused_while_it_is_held(shop: Shop) -> None:
    shop.hold("sale-1")

    assert (shop.hold("sale-2").status, shop.hold("sale-2").code) == ("refused", "coupon.held_elsewhere")


def test_another_sale_gets_it_after_five_minutes(shop: Shop) -> None:
    shop.hold("sale-1")
    shop.clock.set(NOW_MS + FIVE_MINUTES_MS)

    assert shop.hold("sale-2").status == "held"


def test_a_released_coupon_is_free_again(shop: Shop) -> None:
    held = shop.hold("sale-1")
    release = CouponRelease(hold_id=str(held.hold_id), sale_id="sale-1")

    assert shop.database.run(lambda unit: coupons.release(unit, release)) is True
    assert shop.database.run(lambda unit: coupons.release(unit, release)) is False
    assert shop.hold("sale-2").status == "held"


def test_a_short_code_finds_its_coupon_however_it_is_typed(shop: Shop) -> None:
    typed = shop.coupon.short_code.lower().replace("-", " ")

    assert shop.hold("sale-1", code=typed).coupon_id == shop.coupon.coupon_id


def test_a_short_code_with_a_slip_is_unknown(shop: Shop) -> None:
    first = "B" if shop.coupon.short_code[0] == "A" else "A"

    assert shop.hold("sale-1", code=first + shop.coupon.short_code[1:]).code == "coupon.unknown"


@pytest.mark.parametrize(
    ("member_id", "code"), [(None, "coupon.member_needed"), ("M2", "coupon.other_member")]
)
def test_a_members_coupon_needs_that_member(shop: Shop, member_id: str | None, code: str) -> None:
    assert shop.hold("sale-1", member_id=member_id).code == code


def test_an_expired_coupon_is_refused_with_its_reason(shop: Shop) -> None:
    shop.clock.set(shop.coupon.expires_ms)

    assert shop.hold("sale-1").code == "coupon.expired"


def test_the_first_sale_redeems_without_a_doubt_and_again_changes_nothing(shop: Shop) -> None:
    assert shop.redeem("sale-1") == []
    assert shop.redeem("sale-1") == []


def test_a_second_sale_with_the_same_coupon_is_a_conflict_and_no_refusal(shop: Shop) -> None:
    shop.redeem("sale-1")

    assert shop.redeem("sale-2") == ["coupon.already_used"]


def test_a_used_coupon_is_refused_at_the_counter(shop: Shop) -> None:
    shop.redeem("sale-1")

    assert shop.hold("sale-2").code == "coupon.already_used"


def test_a_wallet_counts_its_coupons(shop: Shop) -> None:
    before = MemberDoc.model_validate_json(store_docs(shop.database, "member")[MEMBER]).coupons
    shop.redeem("sale-1")
    after = MemberDoc.model_validate_json(store_docs(shop.database, "member")[MEMBER]).coupons

    assert (before, after) == (1, 0)


def test_a_used_coupon_is_told_to_the_home_stores_tills(shop: Shop) -> None:
    shop.redeem("sale-1")

    assert list(store_docs(shop.database, "revoked")) == [f"coupon:{shop.coupon.coupon_id}"]


def test_a_wallet_at_the_counter_is_what_the_home_stores_tills_know(shop: Shop) -> None:
    def asked() -> list[str]:
        with shop.database.read() as unit:
            found = coupons.wallet_at_counter(unit, alias=ALIAS)
        return [doc.model_dump_json() for doc in found]

    told = store_docs(shop.database, "coupon")
    assert list(told) == [shop.coupon.coupon_id]
    [doc] = [CouponDoc.model_validate_json(text) for text in told.values()]
    assert asked() == [doc.model_dump_json()]
    assert (doc.code, doc.alias, doc.value_minor) == (shop.coupon.code, ALIAS, 500)
    assert store_docs(shop.database, "coupon", "S02") == {}
    shop.redeem("sale-1")
    assert (asked(), store_docs(shop.database, "coupon")) == ([], {})


def test_a_revoked_coupon_is_told_to_every_store_and_refused(shop: Shop) -> None:
    shop.database.run(lambda unit: coupons.revoke(unit, shop.coupon.coupon_id, reason="fraud"))

    assert list(store_docs(shop.database, "revoked", "S02")) == [f"coupon:{shop.coupon.coupon_id}"]
    assert shop.hold("sale-1").code == "coupon.revoked"


def test_the_same_request_issues_one_coupon(shop: Shop) -> None:
    assert issue(shop.database).coupon_id == shop.coupon.coupon_id


def test_a_promotion_without_coupons_issues_none(shop: Shop) -> None:
    grant = Grant("r9", "POINTS", None)

    with pytest.raises(ApiError, match=r"campaign\.no_coupons"):
        shop.database.run(lambda unit: coupons.issue(unit, grant, tenant=TENANT, store_number=0))


def test_the_code_is_signed_bound_to_the_member_and_allowed_offline(shop: Shop) -> None:
    published = KeyListDoc.model_validate_json(store_docs(shop.database, "keys")["list"])
    with shop.database.read() as unit:
        root = keys.root_public_key(unit)
    trusted = open_key_list(
        SignedKeyList(published.document, published.signature), root_public_key=root, tenant=TENANT
    )
    code = read(shop.coupon.code, keys=trusted, tenant=TENANT)

    assert isinstance(code, CouponCode)
    assert len(shop.coupon.code) == CODE_DIGITS
    assert (code.serial, code.campaign, code.store, code.value) == (shop.coupon.coupon_id, 77, 1, 500)
    assert code.belongs_to(ALIAS)
    assert code.is_offline_allowed


@pytest.mark.parametrize(
    ("approved_by", "doubts"), [(None, ["right.missing"]), ("st-wang", []), ("st-lin", ["approval.self"])]
)
def test_more_time_for_coupons_offline_needs_somebody_with_the_right(
    database: Database, till: FakeTill, caller: Caller, *, approved_by: str | None, doubts: list[str]
) -> None:
    manager = cashier("st-wang", coupon_offline_extend=None)
    database.run(lambda unit: staff.restore(unit, "S01", doc=manager))
    body = CouponOfflineExtended(lists_ms=NOW_MS, until_ms=NOW_MS + 1, approved_by=approved_by)
    batch = till.batch([till.state(COUPON_OFFLINE_EXTENDED, body)])
    database.run(lambda unit: journal.ingest(unit, caller, batch=batch))
    with database.read() as unit:
        rows = unit.conn.execute(text("SELECT kind FROM entry_exception"))
        assert [row.kind for row in rows] == doubts


def test_sixteen_sales_at_once_on_postgresql_have_one_winner(postgres_url: str) -> None:
    database = open_database(postgres_url, clock=FixedClock(NOW_MS))
    runner.upgrade(database.engine)
    database.run(set_up_shop)
    database.run(set_up_floor)
    shop = Shop(database, FixedClock(NOW_MS), issue(database))

    with ThreadPoolExecutor(16) as pool:
        held = list(pool.map(shop.hold, [f"sale-{number}" for number in range(16)]))
        redeemed = list(pool.map(shop.redeem, [f"sale-{number}" for number in range(16)]))
    database.close()

    assert sorted(answer.status for answer in held) == ["held", *["refused"] * 15]
    assert sorted(redeemed) == [[], *[["coupon.already_used"]] * 15]
