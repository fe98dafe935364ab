"""A sale earns a coupon that was signed ahead: printed once, without asking anybody."""

import json
from collections.abc import Mapping

import pytest
import zxingcpp

from pos_app.devices.escpos_reader import read
from pos_app.devices.escpos_writer import EscposWriter
from pos_app.devices.fonts import find_fonts
from pos_app.devices.paper import PAPERS, PrintMode
from pos_app.devices.receipt_picture import receipt_picture
from pos_app.services.basket_model import AttachedMember
from pos_app.services.complete_sale import Paid, TenderInput
from pos_app.services.documents import document_from_json
from pos_app.services.reprint_receipt import ReprintReceipt
from retail_core.codes.pq1 import CouponCode, code_time_s, sign
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.feed import BlankDoc
from tests.fakes import NOON_MS
from tests.till_shop import (
    ALIAS,
    ISSUER_SEED,
    LI,
    TENANT,
    Till,
    store_page,
)

DAY_MS = 24 * 3600 * 1000
MIDNIGHT_MS = NOON_MS + 12 * 3600 * 1000
"""The end of the day in the store on which the tests sell."""


def campaign(**others: object) -> dict[str, object]:
    """Return 5 off from 50.00 on."""
    doc: dict[str, object] = {
        "id": "NEXT",
        "kind": "coupon_amount",
        "names": {"zh-Hans": "下次再来", "en": "Come again"},
        "params": {"amount_minor": 500, "min_spend_minor": 5_000},
    }
    return {**doc, **others}


def blank(coupon_id: str = "00000000000000a1", **others: object) -> dict[str, object]:
    """Return a coupon that this till may print from 28.00 on, as head office signs it."""
    code = CouponCode(
        kid=1,
        tenant=TENANT,
        campaign=101,
        serial=coupon_id,
        nbf_s=code_time_s(NOON_MS),
        exp_s=code_time_s(NOON_MS + 25 * DAY_MS),
        store=0,
        flags=4,
        value=500,
        bind="00000000",
    )
    doc = BlankDoc(
        coupon_id=coupon_id,
        campaign_id="NEXT",
        terminal="t-0001",
        incarnation=1,
        code=sign(code, ISSUER_SEED),
        short_code="A1B2-C3D4-E5F6",
        from_minor=2_800,
        days=10,
        use_until_ms=NOON_MS + 14 * DAY_MS,
        expires_ms=NOON_MS + 25 * DAY_MS,
    )
    return {**doc.model_dump(mode="json"), **others}


def bring(till: Till, *blanks: Mapping[str, object]) -> None:
    """Let the store's feed bring coupons to print."""
    rows = [("blank", str(doc["coupon_id"]), dict(doc)) for doc in blanks]
    till.data.feed_sink.apply_store_page(store_page(*rows), now_ms=NOON_MS)


def body_of(till: Till, paid: Paid) -> SaleCompleted:
    with till.store.read() as work:
        found = work.sales.by_number(paid.receipt_number)
    assert found is not None
    return found[0]


def receipt_of(till: Till, paid: Paid) -> str:
    with till.store.read() as work:
        job = work.spool.get(paid.document_job_id)
    assert job is not None
    return job.document


@pytest.fixture
def shop(till: Till) -> Till:
    """A till with an open shift and the campaign, and one coupon to print."""
    till.run_campaigns(campaign())
    till.open_shift()
    bring(till, blank())
    return till


def latte(till: Till) -> Paid:
    return till.sell(["latte"], TenderInput("cash", 2_800))


def test_a_sale_of_the_amount_prints_the_coupon_with_its_terms_and_its_code(shop: Till) -> None:
    paid = latte(shop)
    [issued] = body_of(shop, paid).issued
    assert paid.coupons_printed == 1
    assert (issued.coupon_id, issued.campaign_id, issued.kind, issued.worth) == (
        "00000000000000a1",
        "NEXT",
        "amount",
        500,
    )
    assert (issued.min_spend_minor, issued.only) == (5_000, ())
    assert issued.expires_ms == MIDNIGHT_MS + 10 * DAY_MS
    paper = receipt_of(shop, paid)
    for said in ("立减 ¥5.00", "满 ¥50.00 可用", "下次再来", "A1B2-C3D4-E5F6", str(blank()["code"])):
        assert said in paper
    last_day = [
        row for row in json.loads(paper)["blocks"] if "有效期至" in json.dumps(row, ensure_ascii=False)
    ]
    assert "2026-12-02" in json.dumps(last_day)


def test_the_fact_holds_no_code_that_somebody_could_use(shop: Till) -> None:
    latte(shop)
    with shop.store.read() as work:
        [entry] = work.journal.of_types(["sale.completed"])
    text = json.dumps(entry.body)
    assert str(blank()["code"]) not in text
    assert "A1B2" not in text


def test_a_coupon_is_printed_once_whatever_the_feed_says_again(shop: Till) -> None:
    latte(shop)
    bring(shop, blank())
    assert latte(shop).coupons_printed == 0
    bring(shop, blank("00000000000000a2"))
    assert [each.coupon_id for each in body_of(shop, latte(shop)).issued] == ["00000000000000a2"]


@pytest.mark.parametrize(
    "others",
    [
        {"from_minor": 2_801},
        {"terminal": "t-0002"},
        {"incarnation": 2},
        {"use_until_ms": NOON_MS},
        {"campaign_id": "ENDED"},
    ],
    ids=["too little", "another till", "another incarnation", "too old", "no such campaign"],
)
def test_nothing_is_printed_that_does_not_fit(till: Till, others: dict[str, object]) -> None:
    till.run_campaigns(campaign())
    till.open_shift()
    bring(till, {**blank(), **others})
    paid = latte(till)
    assert (paid.coupons_printed, body_of(till, paid).issued) == (0, ())
    assert "送您一张优惠券" not in receipt_of(till, paid)


@pytest.mark.parametrize(
    ("others", "count"),
    [
        ({"tiers": ["gold"]}, 0),
        ({"channels": ["app"]}, 0),
        ({"channels": ["till", "app"]}, 1),
        ({"window": {"to_date": "2026-11-21"}}, 0),
        ({"window": {"to_date": "2026-11-22"}}, 1),
        ({"params": {}}, 0),
    ],
    ids=["not this tier", "app only", "tills too", "over", "its last day", "no value"],
)
def test_none_is_given_to_whom_it_is_no_good(till: Till, others: dict[str, object], count: int) -> None:
    till.run_campaigns(campaign(**others))
    till.open_shift()
    bring(till, blank())
    paid = latte(till)
    assert paid.coupons_printed == count
    if "window" in others and count:
        assert body_of(till, paid).issued[0].expires_ms == MIDNIGHT_MS


def test_a_member_gets_one_that_only_the_member_can_use(shop: Till) -> None:
    basket = shop.basket()
    basket.add_product(shop.product("latte"))
    basket.attach_member(AttachedMember("m1", ALIAS, "张**", "8888", "basic", 0, 0, "code", present=True))
    paid = shop.pay(basket.basket, TenderInput("cash", 2_800))
    assert body_of(shop, paid).issued[0].only == ("members",)
    assert "仅限会员本人使用" in receipt_of(shop, paid)


def test_a_copy_of_the_receipt_has_the_coupon_too_and_it_is_the_same_one(shop: Till) -> None:
    paid = latte(shop)
    reprint = ReprintReceipt(store=shop.store, clock=shop.clock, events=shop.events, texts=shop.texts)
    job_id = reprint(LI, paid.receipt_number)
    with shop.store.read() as work:
        job = work.spool.get(job_id)
    assert job is not None
    assert str(blank()["code"]) in job.document


@pytest.mark.parametrize("width_mm", [58, 80])
def test_both_codes_of_such_a_receipt_are_read_from_its_paper(shop: Till, width_mm: int) -> None:
    document = document_from_json(json.loads(receipt_of(shop, latte(shop))))
    paper, fonts = PAPERS[width_mm], find_fonts()
    written = EscposWriter.for_paper(paper, PrintMode.RASTER, fonts=fonts).write(document)
    found = zxingcpp.read_barcodes(receipt_picture(read(written), paper, fonts=fonts))
    assert [code.text[:12] for code in found] == ["https://shop", str(blank()["code"])[:12]]
    assert found[1].text == blank()["code"]


@pytest.mark.parametrize(
    ("kind", "params", "said"),
    [
        ("coupon_percent", {"percent_bp": 1_000}, "优惠 10%"),
        ("coupon_percent", {"percent_bp": 1_000, "cap_minor": 2_000}, "优惠 10%，最多减 ¥20.00"),
        ("coupon_exchange", {"units": 2}, "免费兑换 2 件"),
    ],
)
def test_each_kind_says_what_it_is_worth(
    till: Till, kind: str, *, params: dict[str, object], said: str
) -> None:
    till.run_campaigns(campaign(kind=kind, params=params, scope={"category_ids": ["coffee"]}))
    till.open_shift()
    bring(till, blank())
    paper = receipt_of(till, latte(till))
    assert said in paper
    assert "仅限指定商品" in paper
    assert "无最低消费" in paper
