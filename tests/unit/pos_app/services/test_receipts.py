import dataclasses

from pos_app.services.documents import Banner, Barcode, Block, Document, DocumentKind, Qr, Row, Size, Text
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import compose_receipt, compose_test_page
from retail_core.wire.facts import Discount, Fiscal, LineOption, Tender
from tests.unit.pos_app.services.paper_examples import CONTEXT, LATTE, PERSON, SALE

CHINESE = ReceiptTexts.load("zh-Hans")


def words(document: Document) -> list[str]:
    return [text for block in document.blocks if (text := _words(block))]


def _words(block: Block) -> str:
    if isinstance(block, Row):
        return " | ".join(cell.text for cell in block.cells)
    return block.text if isinstance(block, Text) else ""


def test_a_receipt_says_all_of_the_sale_from_top_to_bottom() -> None:
    receipt = compose_receipt(SALE, CONTEXT, texts=CHINESE, person=PERSON)

    assert receipt.kind is DocumentKind.RECEIPT
    assert words(receipt) == [
        "麦香咖啡·静安店",
        "上海市静安区南京西路1266号",
        "税号 91310106MA1FYABC12",
        "单号 | S01-T02-000123",
        "时间 | 2026-11-22 14:32",
        "收银员 | 王芳",
        "燕麦拿铁 大杯",
        "  2 × 18.00 | 36.00",
        "  会员价 | -3.60",
        "鲜牛肉",
        "  0.356 kg × 98.00 | 34.89",
        "  新客立减5元 | -5.00",
        "纸袋 | 0.50",
        "共 4 件 | 71.39",
        "优惠 | -8.60",
        "抹零 | 0.01",
        "应付 | ¥62.80",
        "外部确认支付 尾号 4321 | 22.80",
        "现金 | 50.00",
        "找零 | 10.00",
        "税率 | 不含税 | 税额 | 含税",
        "13% | 29.11 | 3.79 | 32.90",
        "9% | 27.42 | 2.47 | 29.89",
        "会员 | 李** 5678",
        "本次积分 | +32",
        "优惠券 新客立减5元 | -5.00",
        "本单已为您节省 ¥8.60",
        "谢谢惠顾，欢迎再来",
    ]


def test_the_total_is_the_largest_thing_on_the_receipt() -> None:
    receipt = compose_receipt(SALE, CONTEXT, texts=CHINESE)

    huge = [block for block in receipt.blocks if isinstance(block, Row) and block.size is Size.HUGE]
    assert [row.cells[1].text for row in huge] == ["¥62.80"]


def test_the_receipts_code_leads_to_its_electronic_form() -> None:
    link = "https://shop.example/r/S01-T02-000123?h=0123456789abcdef"
    for person, caption in ((PERSON, "扫码查看电子小票"), (None, "扫码取电子小票，并可成为会员")):
        receipt = compose_receipt(SALE, CONTEXT, texts=CHINESE, person=person)
        codes = [block for block in receipt.blocks if isinstance(block, Qr)]
        assert codes == [Qr(link, caption)]


def test_a_receipt_without_a_journalled_entry_has_no_code() -> None:
    receipt = compose_receipt(SALE, dataclasses.replace(CONTEXT, entry_hash=""), texts=CHINESE)

    assert not any(isinstance(block, Qr) for block in receipt.blocks)


def test_only_a_copy_is_marked_and_it_says_which() -> None:
    original = compose_receipt(SALE, CONTEXT, texts=CHINESE)
    copy = compose_receipt(SALE, CONTEXT, texts=CHINESE, copy_no=2)

    assert [block for block in original.blocks if isinstance(block, Banner)] == []
    assert copy.blocks[0] == Banner("副本 2")


def test_a_plain_cash_sale_has_no_member_no_saving_and_no_rounding() -> None:
    plain = SALE.model_copy(
        update={
            "coupons": (),
            "member_tier": None,
            "discount_minor": 0,
            "rounding_minor": 0,
            "points_earned": 0,
        }
    )

    said = words(compose_receipt(plain, CONTEXT, texts=CHINESE))

    assert not any(
        word.startswith(("会员 |", "本次积分", "优惠券", "优惠 |", "抹零", "本单")) for word in said
    )


def test_a_coupon_taken_offline_is_settled_later() -> None:
    offline = SALE.coupons[0].model_copy(update={"mode": "offline"})

    said = words(compose_receipt(SALE.model_copy(update={"coupons": (offline,)}), CONTEXT, texts=CHINESE))

    assert "优惠券（稍后结算） 新客立减5元 | -5.00" in said


def test_fiscal_data_is_printed_and_a_pending_answer_is_told() -> None:
    fiscal = Fiscal(provider="x", state="pending", data={"b": "2", "a": "1"})

    said = words(compose_receipt(SALE.model_copy(update={"fiscal": fiscal}), CONTEXT, texts=CHINESE))

    place = said.index("发票数据稍后补开")
    assert said[place : place + 3] == ["发票数据稍后补开", "a | 1", "b | 2"]


def test_a_receipt_in_english_uses_english_labels() -> None:
    said = words(compose_receipt(SALE, CONTEXT, texts=ReceiptTexts.load("en"), person=PERSON))

    assert "TOTAL | ¥62.80" in said
    assert "  2 x 18.00 | 36.00" in said


def test_a_test_page_names_the_till_and_shows_both_kinds_of_codes() -> None:
    page = compose_test_page(CONTEXT, CHINESE)

    assert "收银台 | S01-T02" in words(page)
    assert {type(block) for block in page.blocks} >= {Qr, Barcode}


def test_an_offer_that_two_pay_for_is_one_line_to_the_customer() -> None:
    beef = next(line for line in SALE.lines if line.name == "鲜牛肉")
    coupon = beef.discounts[0]
    shares = (
        coupon.model_copy(update={"amount_minor": -200, "funders": {"store": -200}}),
        coupon.model_copy(update={"amount_minor": -300, "funders": {"brand": -300}}),
    )
    lines = tuple(
        line.model_copy(update={"discounts": shares}) if line is beef else line for line in SALE.lines
    )
    receipt = compose_receipt(SALE.model_copy(update={"lines": lines}), CONTEXT, texts=CHINESE)

    assert [text for text in words(receipt) if text.startswith("  新客立减5元")] == ["  新客立减5元 | -5.00"]


def test_options_stand_under_their_goods_those_with_a_price_in_a_row_of_their_own() -> None:
    options = (
        LineOption(group_id="temp", option_id="iced", name="去冰", price_minor=0),
        LineOption(group_id="sugar", option_id="half", name="半糖", price_minor=0),
        LineOption(group_id="extras", option_id="shot", name="加浓缩", price_minor=400),
    )
    line = LATTE.model_copy(update={"options": options, "list_minor": 4_400, "discounts": ()})
    sale = SALE.model_copy(update={"lines": (line,), "takes_away": True})
    said = words(compose_receipt(sale, CONTEXT, texts=CHINESE))
    at = said.index("燕麦拿铁 大杯")
    assert said[at : at + 4] == ["燕麦拿铁 大杯", "  2 × 22.00 | 44.00", "  去冰、半糖", "  加浓缩 +4.00"]
    assert "外带" in said


def test_a_deposit_is_no_piece_that_the_receipt_counts() -> None:
    deposit = LATTE.model_copy(update={"deposit": True})
    sale = SALE.model_copy(update={"lines": (LATTE, deposit)})
    assert any(text.startswith("共 2 件") for text in words(compose_receipt(sale, CONTEXT, texts=CHINESE)))


def test_what_was_taken_off_by_hand_is_named_and_dropped_change_stands_among_the_sums() -> None:
    def by_hand(rule_id: str, name: str, minor: int) -> Discount:
        return Discount(
            rule_id=rule_id,
            kind=rule_id,
            name=name,
            amount_minor=minor,
            funders={"store": minor},
            tax_effect="price_reduction",
            units_milli=1_000,
        )

    latte, beef, bag = SALE.lines
    lines = (
        latte.model_copy(
            update={
                "discounts": (by_hand("cashier_line", "单品折扣", -360), by_hand("cashier_drop", "抹零", -5)),
                "note": "少糖",
            }
        ),
        beef.model_copy(update={"discounts": (by_hand("cashier_drop", "抹零", -2),)}),
        bag,
    )
    sale = SALE.model_copy(update={"lines": lines, "discount_minor": -367})

    assert words(compose_receipt(sale, CONTEXT, texts=CHINESE))[6:17] == [
        "燕麦拿铁 大杯",
        "  2 × 18.00 | 36.00",
        "  单品折扣 | -3.60",
        "  备注：少糖",
        "鲜牛肉",
        "  0.356 kg × 98.00 | 34.89",
        "纸袋 | 0.50",
        "共 4 件 | 71.39",
        "优惠 | -3.60",
        "抹零 | -0.07",
        "抹零 | 0.01",
    ]


def test_every_tender_is_named_with_its_number_and_what_of_it_is_not_given_back() -> None:
    tenders = (
        Tender(
            kind="card",
            amount_minor=2_000,
            tendered_minor=2_000,
            change_minor=0,
            reference="42000117",
            provider="scanpay",
        ),
        Tender(
            kind="voucher", amount_minor=3_280, tendered_minor=5_000, change_minor=0, reference="GV-2026-01"
        ),
        Tender(kind="cash", amount_minor=1_000, tendered_minor=2_000, change_minor=1_000),
    )
    receipt = compose_receipt(SALE.model_copy(update={"tenders": tenders}), CONTEXT, texts=CHINESE)

    said = words(receipt)
    start = said.index("刷卡或付款码 交易号 42000117 | 20.00")
    assert said[start : start + 5] == [
        "刷卡或付款码 交易号 42000117 | 20.00",
        "代金券 编号 GV-2026-01 | 50.00",
        "  余额不找零 | -17.20",
        "现金 | 20.00",
        "找零 | 10.00",
    ]
