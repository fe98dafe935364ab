from dataclasses import replace

import pytest

from pos_app.devices.escpos_reader import EventKind, read
from pos_app.devices.escpos_writer import EscposWriter
from pos_app.devices.fonts import FontSet, find_fonts
from pos_app.devices.paper import PAPERS, TEXT_FACES, PrintMode
from pos_app.services.documents import Row as RowBlock
from pos_app.services.documents import Size, Text, document_from_json, document_to_json
from pos_app.services.reporting_files.compose_book import compose_book
from pos_app.services.reporting_files.slip_paper import MOST_ROWS, slip_paper
from pos_app.services.reporting_files.words import ReportWords
from retail_core.reporting.report import Row
from tests.unit.pos_app.services.reporting_files.sample_report import AS_OF_MS, PLACE, REPORT


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts()


def _printed(language: str, width_mm: int, fonts: FontSet) -> list[str]:
    words = ReportWords.load(language)
    paper = slip_paper(compose_book(REPORT, PLACE, words=words), words, printed_ms=AS_OF_MS + 60_000)
    stored = document_from_json(document_to_json(paper))
    made = EscposWriter.for_paper(PAPERS[width_mm], PrintMode.TEXT, fonts=fonts).write(stored)
    reading = read(made)
    assert reading.count(EventKind.CUT) == 1
    assert reading.count(EventKind.DRAWER) == 0
    return reading.plain_text(PAPERS[width_mm].columns(TEXT_FACES)[Size.NORMAL]).split("\n")


def test_on_80_mm_stand_the_figures_with_those_of_before_and_what_they_are_made_of(fonts: FontSet) -> None:
    lines = [" ".join(line.split()) for line in _printed("zh-Hans", 80, fonts)]

    assert lines[:5] == ["日报表", "静安店", "S01-T02", "2026-11-21", "与上周同日比较（2026-11-14）"]
    for expected in (
        "净销售额 ￥1,254.27",
        "比较期 ￥1,169.00 +7.3%",
        "会员销售占比 45.7%",
        "比较期 40.0% +5.7 个百分点",
        "支付方式 收款金额",
        "刷卡或付款码 800.00",
        "现金 454.27",
        "饮料 1,004.27",
        "合计 1,254.27",
        "第二件半价 98.50",
        "=cmd|' /C calc'!A0 4.27",
        "数据截至 2026-11-21 20:50",
        "数据不完整：1/2; 缺少：S01-T03; 1 个班次进行中",
        "打印时间 2026-11-21 20:51",
    ):
        assert expected in lines


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("width_mm", [58, 80])
def test_no_line_is_wider_than_the_paper_and_no_amount_is_lost(
    language: str, width_mm: int, fonts: FontSet
) -> None:
    lines = _printed(language, width_mm, fonts)
    text = " ".join(lines)

    wide = PAPERS[width_mm].columns(TEXT_FACES)[Size.NORMAL]
    assert max(sum(2 if ord(char) > 0x2E7F else 1 for char in line.rstrip()) for line in lines) <= wide
    for amount in ("1,254.27", "1,169.00", "800.00", "454.27", "777.77", "-25.00", "12.3"):
        assert amount in text


def test_what_is_left_out_is_said() -> None:
    words = ReportWords.load("en")
    rows = tuple(Row(f"c{number}", "", (1_000, 100, None)) for number in range(13))
    long = replace(REPORT, tables=(replace(REPORT.tables[0], rows=rows),), series=())

    blocks = slip_paper(compose_book(long, PLACE, words=words), words, printed_ms=AS_OF_MS).blocks

    shown = [block.cells[0].text for block in blocks if isinstance(block, RowBlock)]
    assert [text for text in shown if text.startswith("c")] == [f"c{number}" for number in range(MOST_ROWS)]
    assert [block.text for block in blocks if isinstance(block, Text) and "more" in block.text] == [
        "and 3 more"
    ]
