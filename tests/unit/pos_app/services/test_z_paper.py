import pytest

from pos_app.services.documents import Banner, Block, Document, DocumentKind, Row, Text
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.reporting_files.words import ReportWords
from pos_app.services.z_paper import compose_x, compose_z
from retail_core.wire.facts import TenderCount
from retail_core.wire.shift_facts import FunderSum, Pieces
from tests.unit.pos_app.services.paper_examples import CONTEXT, Z

CHINESE = ReceiptTexts.load("zh-Hans")


def words(document: Document) -> list[str]:
    return [text for block in document.blocks if (text := _words(block))]


def _words(block: Block) -> str:
    if isinstance(block, Row):
        return " | ".join(cell.text for cell in block.cells)
    return block.text if isinstance(block, Text) else ""


def test_a_z_says_all_of_the_shift_from_top_to_bottom() -> None:
    z = compose_z(Z, CONTEXT, texts=CHINESE, category_names={"coffee": "咖啡"})

    assert z.kind is DocumentKind.Z_REPORT
    assert words(z)[4:] == [
        "Z 编号 | 42",
        "收银台 | S01-T02",
        "班次 | 8",
        "营业日 | 2026-11-22",
        "开班 | 2026-11-22 08:00",
        "交班 | 2026-11-22 20:00",
        "收银员 | 王芳, 陈伟",
        "小票号 | S01-T02-000101",
        "- S01-T02-000188",
        "交易笔数 | 88",
        "商品件数 | 213.356",
        "原价金额 | 5,123.00",
        "优惠合计 | -214.50",
        "找零舍入 | -0.12",
        "净销售额 | ¥4,908.50",
        "税率 | 不含税 | 税额 | 含税",
        "13% | 29.11 | 3.79 | 32.90",
        "9% | 27.42 | 2.47 | 29.89",
        "按类别",
        "咖啡 x180 | 3,240.00",
        "fresh x33.356 | 1,668.50",
        "按活动",
        "会员价 x51 | -164.50",
        "新客立减5元 x10 | -50.00",
        "优惠承担方",
        "acme | -10.00",
        "总部 | -40.00",
        "门店 | -164.50",
        "按支付方式",
        "备用金 | 500.00",
        "现金 x40",
        "  应有 | 1,500.00",
        "  实点 | 1,499.50",
        "  差异 | -0.50",
        "外部确认支付 x49",
        "  应有 | 3,908.38",
        "  实点 | 3,908.38",
        "  差异 | 0.00",
        "钱箱",
        "清点次数 | 1",
        "其他",
        "非销售开钱箱 | 0",
        "X 报表次数 | 0",
        "订单交付 | 6",
        "交付金额（非本店收款） | 486.00",
        "待取订单 | 4",
        "会员销售笔数 | 51",
        "删除行数 x3 | 0.00",
        "放弃的购物篮 x1 | 0.00",
        "补打次数 | 2",
        "待上传记录 | 0",
        "累计销售总额 | 987,654.32",
        "累计退货总额 | 0.00",
        "收银员 | 王芳",
        "0123456789abcdef0123456789abcdef",
        "签名",
    ]


def test_a_copy_of_a_z_is_marked() -> None:
    assert compose_z(Z, CONTEXT, texts=CHINESE, category_names={}, copy_no=1).blocks[0] == Banner("副本 1")


def test_a_shift_without_sales_has_no_empty_sections() -> None:
    empty = Z.model_copy(
        update={"categories": (), "discounts": (), "tax": (), "first_receipt": None, "last_receipt": None}
    )

    said = words(compose_z(empty, CONTEXT, texts=CHINESE, category_names={}))

    assert not {"按类别", "按活动", "优惠承担方"} & set(said)
    assert not any(word.startswith(("小票号", "税率")) for word in said)


def test_what_was_decided_by_hand_is_counted_with_dropped_change_apart() -> None:
    z = Z.model_copy(
        update={
            "price_overrides": 1,
            "hand_discounts": 3,
            "hand_discounts_minor": 1_250,
            "drops": 2,
            "drops_minor": 54,
            "approvals": 1,
        }
    )
    found = words(compose_z(z, CONTEXT, texts=CHINESE, category_names={}))
    first = found.index("人工优惠")
    assert found[first + 1 : first + 5] == [
        "折扣与改价 x3 | -12.50",
        "  其中改价 | 1",
        "手动抹零 x2 | -0.54",
        "授权次数 | 1",
    ]


def test_a_card_has_no_count_and_what_vouchers_kept_stands_below_the_tenders() -> None:
    card = TenderCount(kind="card", expected_minor=91_000, counted_minor=91_000, difference_minor=0, count=7)
    z = Z.model_copy(update={"tenders": (*Z.tenders, card), "forfeited_minor": 1_250})
    said = words(compose_z(z, CONTEXT, texts=CHINESE, category_names={}))
    start = said.index("刷卡或付款码 x7 | 910.00")
    assert said[start + 1] == "代金券余额不找零 | 12.50"


@pytest.mark.parametrize(
    ("cards", "minor", "said"),
    [
        ("equal", 0, ["支付机构清单 | 一致"]),
        ("different", -2_800, ["支付机构清单 | 不一致", "  差异 | -28.00"]),
        ("not_heard", 0, ["支付机构清单 | 未核对"]),
    ],
)
def test_a_z_says_what_the_providers_list_said(cards: str, minor: int, said: list[str]) -> None:
    card = TenderCount(kind="card", expected_minor=91_000, counted_minor=91_000, difference_minor=0, count=7)
    more = {"tenders": (*Z.tenders, card), "cards": cards, "cards_difference_minor": minor}
    paper = words(compose_z(Z.model_copy(update=more), CONTEXT, texts=CHINESE, category_names={}))
    start = paper.index("刷卡或付款码 x7 | 910.00") + 1
    assert paper[start : start + len(said)] == said


FULL = Z.model_copy(
    update={
        "carried_minor": 52_000,
        "attempts": 2,
        "denominations": (Pieces(value_minor=10_000, pieces=14), Pieces(value_minor=50, pieces=199)),
        "explanation": "找错零钱",
        "approved_by": "li",
        "allowed_minor": 10_000,
        "counted_by": "wu",
        "left_minor": 50_000,
        "taken_minor": 99_950,
        "paid_in": 1,
        "paid_in_minor": 500,
        "paid_out": 2,
        "paid_out_minor": 4_000,
        "safe_drops": 1,
        "safe_drops_minor": 30_000,
        "floats_added": 1,
        "floats_added_minor": 5_000,
        "no_sales": 3,
        "x_reads": 4,
        "suspensions": 1,
        "suspended_shifts": 1,
        "doubtful_payments": 2,
        "hand_overs_undone": 1,
        "coupons": (FunderSum(funder="headquarters", count=10, amount_minor=-4_000),),
        "deposits_minor": 300,
        "deposits_back_minor": 100,
        "removed_minor": 1_200,
        "abandoned_minor": 2_800,
    }
)


def test_a_z_says_how_the_drawer_began_what_moved_and_what_stays() -> None:
    said = words(compose_z(FULL, CONTEXT, texts=CHINESE, category_names={}, people={"li": "李娜"}))
    start = said.index("钱箱进出")
    assert said[start : said.index("其他")] == [
        "钱箱进出",
        "现金存入 x1 | 5.00",
        "现金支出 x2 | -40.00",
        "投库 x1 | -300.00",
        "追加备用金 x1 | 50.00",
        "钱箱",
        "上班结转 | 520.00",
        "开班差异 | -20.00",
        "清点次数 | 2",
        "  100.00 x 14 | 1,400.00",
        "  0.50 x 199 | 99.50",
        "差异说明: 找错零钱",
        "清点人 | wu",
        "授权人 | 李娜",
        "已授权差异 | 100.00",
        "留存钱箱 | 500.00",
        "上缴 | 999.50",
    ]
    rest = {
        "收取押金 | 3.00",
        "退还押金 | -1.00",
        "总部 x10 | -40.00",
        "非销售开钱箱 | 3",
        "X 报表次数 | 4",
        "暂停次数 | 1",
        "其他暂停班次 | 1",
        "存疑付款 | 2",
        "撤销交付 | 1",
        "删除行数 x3 | 12.00",
        "放弃的购物篮 x1 | 28.00",
    }
    assert rest <= set(said)


def test_who_allows_a_difference_of_their_own_stands_in_the_z_as_such() -> None:
    z = FULL.model_copy(update={"approved_by": FULL.closed_by, "counted_by": FULL.closed_by})
    said = words(compose_z(z, CONTEXT, texts=CHINESE, category_names={}, people={FULL.closed_by: "李娜"}))
    assert "授权人 | 交班人本人" in said
    assert not any(word.startswith("清点人") for word in said)


def test_an_x_says_what_is_expected_and_that_it_is_no_z() -> None:
    said = words(compose_x(FULL, CONTEXT, texts=CHINESE, category_names={}, x_number=3))
    assert said[0] == "X 报表"
    assert "X 编号 | 3" in said
    assert "现金 x40 | 1,500.00" in said
    assert "未交班，非日结" in said
    assert not [line for line in said if "实点" in line or "Z 编号" in line or "清点" in line]


_SAME = {
    "sales": "receipts",
    "items": "items",
    "list_total": "list",
    "rounding": "rounding",
    "total": "net_sales",
    "sold": "sold",
    "returns": "returned",
    "difference": "difference",
    "removed_lines": "removed_lines",
    "abandoned": "abandoned",
    "approvals": "approvals",
    "no_sales": "no_sales",
    "copies": "copies",
    "hand_overs": "hand_overs",
    "paid_in": "paid_in",
    "paid_out": "paid_out",
    "safe_drops": "safe_drops",
    "floats_added": "floats_added",
    "deposits": "deposits",
    "deposits_back": "deposits_back",
}


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_what_the_z_and_the_reports_both_say_they_call_the_same(language: str) -> None:
    paper, reports = ReceiptTexts.load(language), ReportWords.load(language)
    called = {name: paper.text(f"z.{name}") for name in _SAME}
    assert called == {name: reports.figure(figure_id) for name, figure_id in _SAME.items()}
