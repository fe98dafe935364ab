import dataclasses

from pos_app.services.documents import BarChart, ChartBar, FigureCard
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import Shift
from pos_app.services.shift_report import (
    CategoryFigure,
    Comparison,
    HourFigure,
    ShiftFigures,
    TenderFigure,
)
from pos_app.services.shift_report_paper import compose_shift_report
from tests.unit.pos_app.services.paper_examples import STORE, Z

CHINESE = ReceiptTexts.load("zh-Hans")
FIGURES = ShiftFigures(
    shift=Shift(
        shift_id="h1",
        number=8,
        business_day="2026-11-22",
        currency="CNY",
        opened_ms=1_795_305_600_000,
        opened_by="u1",
        opened_by_name="王芳",
        float_minor=50_000,
        opened_seq=1,
        closed_ms=1_795_348_800_000,
    ),
    currency="CNY",
    sales_minor=490_850,
    receipts=88,
    average_minor=5_578,
    items_milli=213_356,
    discount_minor=-21_450,
    rounding_minor=-12,
    member_receipts=51,
    member_share_bp=5_800,
    hand_overs=6,
    hand_over_value_minor=48_600,
    difference_minor=-50,
    hours=(HourFigure(8, 3, 12_000), HourFigure(9, 5, 20_050)),
    categories=(
        CategoryFigure("coffee", "咖啡", 180_000, 324_000),
        CategoryFigure("x", "鲜食", 356, 166_850),
    ),
    tenders=(TenderFigure("cash", 40, 100_000), TenderFigure("external", 49, 390_850)),
    discounts=Z.discounts,
    counts=Z.tenders,
    removed_lines=3,
    abandoned_baskets=1,
    copies=2,
    open_items=0,
    offline_coupons=0,
    last_week=Comparison(400_000, 70, 5_714, 30, 4),
    z=Z,
)


def test_the_report_names_store_till_shift_and_period() -> None:
    report = compose_shift_report(FIGURES, STORE, texts=CHINESE, till="S01-T02")

    assert report.title == "班次报表"
    assert report.subtitle == "麦香咖啡·静安店 · S01-T02 · 第 8 班 · 2026-11-22 08:00 - 2026-11-22 20:00"


def test_figures_stand_beside_those_of_last_week() -> None:
    report = compose_shift_report(FIGURES, STORE, texts=CHINESE, till="S01-T02")

    assert report.figures == (
        FigureCard("销售净额", "¥4,908.50", "上周同班 ¥4,000.00"),
        FigureCard("销售笔数", "88", "上周同班 70"),
        FigureCard("客单价", "¥55.78", "上周同班 ¥57.14"),
        FigureCard("优惠", "-¥214.50"),
        FigureCard("会员占比", "58%"),
        FigureCard("自提交付", "6", "上周同班 4"),
        FigureCard("现金及其他差异", "-¥0.50"),
    )


def test_hours_and_tenders_are_pictures() -> None:
    charts = compose_shift_report(FIGURES, STORE, texts=CHINESE, till="S01-T02").charts

    assert charts[0] == BarChart(
        "每小时销售", (ChartBar("08:00", 12_000, "¥120.00"), ChartBar("09:00", 20_050, "¥200.50"))
    )
    tenders = charts[2]
    assert isinstance(tenders, BarChart)
    assert tenders.bars[1] == ChartBar("外部确认支付", 390_850, "¥3,908.50")


def test_tables_hold_what_the_pictures_show_and_their_sums() -> None:
    tables = compose_shift_report(FIGURES, STORE, texts=CHINESE, till="S01-T02").tables

    assert [table.title for table in tables] == ["类别销售", "优惠", "支付方式"]
    assert tables[0].rows == (("咖啡", "180", "3,240.00"), ("鲜食", "0.356", "1,668.50"))
    assert tables[0].total == ("合计", "180.356", "4,908.50")
    assert tables[2].rows[0] == ("现金", "1,500.00", "1,499.50", "-0.50")


def test_an_open_shift_has_no_counts_and_no_comparison_yet() -> None:
    shift = dataclasses.replace(FIGURES.shift, closed_ms=None)
    running = dataclasses.replace(
        FIGURES, shift=shift, difference_minor=None, counts=(), discounts=(), last_week=None, z=None
    )

    report = compose_shift_report(running, STORE, texts=CHINESE, till="S01-T02")

    assert report.subtitle.endswith("2026-11-22 08:00 - 进行中")
    assert [figure.note for figure in report.figures] == ["", "", "", "", "", ""]
    assert [table.title for table in report.tables] == ["类别销售"]
