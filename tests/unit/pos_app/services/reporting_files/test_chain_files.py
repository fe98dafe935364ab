"""Head office's report on paper and in files: whose it is, what it lacks, and every figure once."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pos_app.devices.report_writer import FileReportWriter
from pos_app.services.reporting.chain_model import ChainAnswer, ChainQuestion
from pos_app.services.reporting_files.chain_files import ChainFiles
from pos_app.services.reporting_files.hand_out import SaveReport
from pos_app.storage.report_folder import DiskReportFolder
from tests.till_shop import LI, Till
from tests.unit.pos_app.ui.screens.report.chain_fakes import TODAY, FakeChain, chain_report, told

ALL = ChainQuestion(TODAY, TODAY)


def answer_to(question: ChainQuestion) -> ChainAnswer:
    report = chain_report(complete=False)
    return ChainAnswer(question, "zh-Hans", report, told(report))


def files(till: Till, question: ChainQuestion = ALL) -> ChainFiles:
    terminal = till.data.sync_notes.terminal()
    assert terminal is not None
    return ChainFiles(answer_to(question), terminal=terminal, writer=FileReportWriter())


@pytest.mark.parametrize(
    ("question", "store", "stem"),
    [
        (ALL, "所有门店（3）", "all_2026-11-22"),
        (replace(ALL, region="华东"), "区域 华东", "--_2026-11-22"),
        (
            replace(ALL, stores=("S02", "S01")),
            "漫咖啡·人民广场店 · 漫咖啡·静安寺店 · 漫咖啡·信义店",
            "S02_S01_2026-11-22",
        ),
        (replace(ALL, stores=("A", "B", "C", "D")), "", "A_B_C_more_2026-11-22"),
    ],
)
def test_paper_says_whose_figures_they_are(
    till: Till, question: ChainQuestion, store: str, stem: str
) -> None:
    made = files(till, question)
    report = answer_to(question).report
    book = made.book(report, language="zh-Hans")
    assert not store or book.face.store == store
    assert made.stem(report).startswith(stem)
    assert till.profile.name not in book.face.store


def test_paper_is_no_more_complete_than_the_screen(till: Till) -> None:
    book = files(till).book(answer_to(ALL).report, language="en")
    assert "Not complete: 4 of 5" in book.face.completeness
    assert "2 facts came after their day was closed, net sales ¥18.60" in book.face.completeness
    assert "1 stores of another currency are left out" in book.face.completeness
    sheets = {sheet.key: sheet for sheet in book.sheets}
    assert [row[:2] for row in sheets["not_heard"].rows] == [("S03", "S03-T01")]
    assert ("K2 Online to store", "Members were not counted.") in sheets["not_known"].rows
    assert [row[0] for row in sheets["stores"].rows] == [
        "漫咖啡·人民广场店",
        "漫咖啡·静安寺店",
        "漫咖啡·信义店",
    ]


def test_the_table_for_other_programs_has_every_figure_once(till: Till, tmp_path: Path) -> None:
    answer = FakeChain().answer(ALL)
    save = SaveReport(files(till), folder=DiskReportFolder(), home=tmp_path)
    [path] = save(LI, answer.report, formats=("csv",), language="zh-Hans")
    assert path.name.endswith("_figures.csv")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    figures = [row for row in rows if row["table"] == "figures"]
    assert [row["figure"] for row in figures] == list(answer.report.figures)
    net = next(row for row in figures if row["figure"] == "net_sales")
    assert (net["value"], net["currency"], net["unit"]) == ("16842.50", "CNY", "money")
    stores = [row for row in rows if row["table"] == "stores" and row["figure"] == "net_sales"]
    assert [(row["key"], row["value"]) for row in stores] == [
        ("S02", "8123.00"),
        ("S01", "6402.50"),
        ("S03", "2329.00"),
    ]


def test_the_workbook_has_a_sheet_for_the_stores(till: Till, tmp_path: Path) -> None:
    save = SaveReport(files(till), folder=DiskReportFolder(), home=tmp_path)
    [path] = save(LI, answer_to(ALL).report, formats=("xlsx",), language="zh-Hans")
    book = load_workbook(path)
    assert {"门店", "尚未报全的收银机", "无法得知的指标"} <= set(book.sheetnames)
    cells = [[cell.value for cell in row] for row in book["门店"].iter_rows()]
    assert any("漫咖啡·人民广场店" in row and 8_123 in row for row in cells)
