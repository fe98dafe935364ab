import dataclasses
from pathlib import Path

import pytest

from pos_app.devices.fonts import FontFile, FontSet, find_fonts
from pos_app.devices.report_pdf import report_pdf
from pos_app.devices.report_shapes import every
from pos_app.services.documents import (
    Align,
    BarChart,
    ChartBar,
    ChartColumn,
    ColumnChart,
    FigureCard,
    Note,
    ReportDocument,
    ReportTable,
    TableColumn,
)
from pos_app.services.errors import DeviceError
from tests.pdf_text import pdf_text

COLUMNS = (TableColumn("类别", weight=3), TableColumn("金额", Align.RIGHT))
REPORT = ReportDocument(
    title="交班报表",
    subtitle="静安店 2026-11-22",
    figures=(FigureCard("销售净额", "¥4,908.50", "比昨天 +8%"), FigureCard("笔数", "88")),
    charts=(
        BarChart("支付方式", (ChartBar("现金", 1_500, "¥1,500.00"), ChartBar("其他", 0, "¥0.00"))),
        BarChart("空", ()),
    ),
    tables=(
        ReportTable("按类别", COLUMNS, (("可口可乐", "¥3.00"), ("口罩 <b>&", "¥9.00")), ("合计", "¥12.00")),
    ),
    footer="Loop POS",
)


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts()


def test_figures_come_first_then_pictures_then_tables(fonts: FontSet) -> None:
    footer = ["Loop POS", "1"]

    assert pdf_text(report_pdf(REPORT, fonts)).split("\n") == [
        *footer,
        "交班报表",
        "静安店 2026-11-22",
        *("销售净额", "¥4,908.50", "比昨天 +8%"),
        *("笔数", "88"),
        *("支付方式", "现金", "¥1,500.00", "其他", "¥0.00"),
        "空",
        "按类别",
        *("类别", "金额"),
        *("可口可乐", "¥3.00"),
        *("口罩 <b>&", "¥9.00"),
        *("合计", "¥12.00"),
    ]


def test_a_long_table_repeats_its_head_on_every_page(fonts: FontSet) -> None:
    rows = tuple((f"类别 {number}", f"¥{number}.00") for number in range(150))
    long = dataclasses.replace(REPORT, tables=(ReportTable("按类别", COLUMNS, rows),))

    lines = pdf_text(report_pdf(long, fonts)).split("\n")

    assert lines.count("Loop POS") == lines.count("类别") == 5
    assert "¥149.00" in lines


def test_a_report_of_nothing_but_a_title_is_one_page(fonts: FontSet) -> None:
    assert pdf_text(report_pdf(ReportDocument("空"), fonts)).split("\n") == ["1", "空"]


def test_the_same_report_gives_the_same_bytes(fonts: FontSet) -> None:
    assert report_pdf(REPORT, fonts) == report_pdf(REPORT, fonts)


def test_a_font_that_cannot_be_embedded_is_named(tmp_path: Path, fonts: FontSet) -> None:
    unfit = FontFile(tmp_path / "unfit.ttf")
    unfit.path.write_bytes(b"OTTO" + bytes(100))

    with pytest.raises(DeviceError) as refusal:
        report_pdf(REPORT, dataclasses.replace(fonts, han=unfit))

    assert refusal.value.code == "fonts.not_embeddable"


def test_upright_bars_have_an_axis_a_legend_and_their_labels(fonts: FontSet) -> None:
    chart = ColumnChart(
        "每小时",
        (ChartColumn("08", 100, 50), ChartColumn("09", -40, None)),
        ((-100, "-¥1"), (0, "¥0"), (100, "¥1")),
        now="本期",
        before="上周",
    )

    lines = pdf_text(report_pdf(ReportDocument("报表", charts=(chart,)), fonts)).split("\n")

    assert lines[2:] == ["每小时", "上周", "本期", "-¥1", "¥0", "¥1", "08", "09"]


def test_of_many_upright_bars_only_so_many_have_a_label_that_none_touches_the_next(fonts: FontSet) -> None:
    columns = tuple(ChartColumn(f"11-{day:02d}", 100 * day, None) for day in range(1, 31))
    chart = ColumnChart("每天", columns, ((0, "¥0"), (3_000, "¥30")))

    lines = pdf_text(report_pdf(ReportDocument("报表", charts=(chart,)), fonts)).split("\n")

    shown = [line for line in lines if line.startswith("11-")]
    assert shown == [f"11-{day:02d}" for day in range(1, 31, 2)]
    assert [every([10.0, 12.0], room) for room in (40.0, 15.6, 15.3, 5.2)] == [1, 1, 2, 3]


@pytest.mark.parametrize("number", range(22, 42))
def test_a_total_never_stands_alone_on_a_page(fonts: FontSet, number: int) -> None:
    rows = tuple((f"类别 {row}", f"¥{row}.00") for row in range(number))
    table = ReportTable("按类别", COLUMNS, rows, total=("合计", "¥9.00"))

    lines = pdf_text(report_pdf(dataclasses.replace(REPORT, tables=(table,)), fonts)).split("\n")

    # The head of the table stands on each of its pages.
    page = lines[max(place for place, line in enumerate(lines) if line == "类别") :]
    assert f"类别 {number - 1}" in page[: page.index("合计")]


def test_what_the_figures_are_stands_at_the_end_and_pages_are_counted(fonts: FontSet) -> None:
    rows = tuple((f"类别 {number}", f"¥{number}.00") for number in range(60))
    report = dataclasses.replace(
        REPORT,
        tables=(ReportTable("按类别", COLUMNS, rows),),
        notes=(Note("客单价", "销售净额 ÷ 销售笔数。"),),
        notes_title="指标说明",
        page_of="第 {page} 页，共 {pages} 页",
    )

    lines = pdf_text(report_pdf(report, fonts)).split("\n")

    assert lines[-3:] == ["指标说明", "客单价", "销售净额 ÷ 销售笔数。"]
    assert [line for line in lines if line.startswith("第")] == [
        "第 1 页，共 3 页",
        "第 2 页，共 3 页",
        "第 3 页，共 3 页",
    ]


def test_no_word_of_a_narrow_heading_is_broken(fonts: FontSet) -> None:
    columns = tuple(TableColumn("Baskets abandoned", Align.RIGHT) for _ in range(12))
    table = ReportTable("Cashiers", columns, (("1",) * 12,))

    lines = pdf_text(report_pdf(ReportDocument("Report", tables=(table,)), fonts)).split("\n")

    assert lines.count("Baskets") == lines.count("abandoned") == 12


def test_a_number_is_not_broken_in_a_narrow_column(fonts: FontSet) -> None:
    columns = (TableColumn("类别", weight=2), *(TableColumn("金额", Align.RIGHT) for _ in range(11)))
    total = ("合计", *(f"1,{number}16,930.50" for number in range(11, 22)))
    narrow = dataclasses.replace(REPORT, charts=(), tables=(ReportTable("表", columns, (), total),))
    lines = pdf_text(report_pdf(narrow, fonts)).split("\n")
    assert set(total) <= set(lines)
