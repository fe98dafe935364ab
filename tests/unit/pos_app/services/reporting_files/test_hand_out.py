"""Reports of a till that has sold 28.00 and given 3.00 back, as files and on paper."""

import csv
import dataclasses
import io
import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pos_app.devices.report_writer import FileReportWriter
from pos_app.services.documents import DocumentKind, Row, document_from_json
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.events import SpoolChanged
from pos_app.services.records import Actor
from pos_app.services.reporting.scopes import day_scope
from pos_app.services.reporting_files.report_files import ReportFiles
from tests.pdf_text import pdf_text
from tests.till_shop import LI, Till
from tests.unit.pos_app.services.reporting_files.paper_shop import PaperShop

NOBODY = Actor("wu", "吴昊", "cashier", {"sell": None})


@pytest.fixture
def shop(till: Till, tmp_path: Path) -> PaperShop:
    shop = PaperShop(till, tmp_path / "reports")
    shop.trade()
    return shop


def _rows(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_closed_shift_is_saved_under_the_name_of_its_z(shop: PaperShop) -> None:
    shop.close()

    paths = shop.save(LI, shop.report(), formats=("pdf", "xlsx", "csv", "eml"), language="en")

    assert [path.name for path in paths] == [
        "S01_2026-11-22_S01-T02_Z1.pdf",
        "S01_2026-11-22_S01-T02_Z1.xlsx",
        "S01_2026-11-22_S01-T02_Z1_cells.csv",
        "S01_2026-11-22_S01-T02_Z1_receipts.csv",
        "S01_2026-11-22_S01-T02_Z1_lines.csv",
        "S01_2026-11-22_S01-T02_Z1.eml",
    ]
    assert {path.parent for path in paths} == {shop.home}


def test_what_may_still_change_has_the_time_in_its_name(shop: PaperShop) -> None:
    (open_shift,) = shop.save(LI, shop.report(), formats=("pdf",), language="en")
    (day,) = shop.save(LI, shop.report(day_scope("2026-11-22")), formats=("pdf",), language="en")

    assert open_shift.name == "S01_2026-11-22_S01-T02_shift1_1200.pdf"
    assert day.name == "S01_2026-11-22_S01-T02_day_1200.pdf"


def test_all_files_say_the_same(shop: PaperShop) -> None:
    shop.close()
    pdf, book, cells, receipts, lines, mail = shop.save(
        LI, shop.report(), formats=("eml", "csv", "xlsx", "pdf"), language="en"
    )

    shown = pdf_text(pdf.read_bytes()).split("\n")
    assert shown[shown.index("Net sales") + 1] == "¥25.00"
    assert shown[shown.index("Returns") + 1] == "¥3.00"
    workbook = load_workbook(book)
    summary = {row[0]: row[1] for row in workbook["Summary"].iter_rows(min_row=6, values_only=True)}
    assert (summary["Net sales"], summary["Receipts"], summary["Returns"]) == (25, 1, 3)
    assert {"Hours", "Tenders", "Categories", "Products", "Discounts", "Cashiers", "Receipts"} <= set(
        workbook.sheetnames
    )
    totals = [row[10] for row in workbook["Receipts"].iter_rows(min_row=2, values_only=True)]
    assert totals == [28, -3]
    sums = {(row["measure"], row["dimension"]): row["value"] for row in _rows(cells)}
    assert (sums["sold", ""], sums["returned", ""], sums["receipts", ""]) == ("28.00", "3.00", "1")
    assert [row["total"] for row in _rows(receipts)] == ["28.00", "-3.00"]
    assert [row["total"] for row in _rows(lines)] == ["21.21", "6.79", "-6.79", "3.79"]
    text = message_from_bytes(mail.read_bytes(), policy=policy.default).get_body(("plain",))
    assert text is not None
    assert "Net sales: ¥25.00" in text.get_content().splitlines()


def test_tables_of_an_open_shift_hold_what_was_sold_so_far(shop: PaperShop) -> None:
    cells = shop.save(LI, shop.report(), formats=("csv",), language="en")[0]

    sold = [row for row in _rows(cells) if (row["measure"], row["dimension"]) == ("sold", "category")]
    assert [(row["value"], row["currency"], row["unit"]) for row in sold] == [("28.00", "CNY", "money")]
    assert {row["business_day"] for row in _rows(cells)} == {"2026-11-22"}


def test_a_report_of_one_person_has_that_persons_receipts(shop: PaperShop) -> None:
    scope = dataclasses.replace(day_scope("2026-11-22"), cashier="wu")

    paths = shop.save(LI, shop.report(scope), formats=("csv",), language="en")

    assert paths[1].name == "S01_2026-11-22_S01-T02_day_wu_1200_receipts.csv"
    assert _rows(paths[1]) == []
    assert _rows(paths[0]) == []


def test_who_may_not_see_reports_gets_no_files_and_no_paper(shop: PaperShop) -> None:
    report = shop.report()

    for hand_out in (
        lambda: shop.save(NOBODY, report, formats=("pdf",), language="en"),
        lambda: shop.printing.on_receipt_printer(NOBODY, report, language="en"),
        lambda: shop.printing.on_a4(NOBODY, report, language="en"),
    ):
        with pytest.raises(RuleError) as refusal:
            hand_out()
        assert refusal.value.code == "right.missing"
    assert not shop.home.exists()
    assert shop.pages.printed == []


def test_a_named_folder_that_is_away_is_not_made(shop: PaperShop, tmp_path: Path) -> None:
    away = tmp_path / "stick"

    with pytest.raises(StorageError) as refusal:
        shop.save(LI, shop.report(), formats=("xlsx",), language="en", folder=away)

    assert refusal.value.code == "report.no_folder"
    assert not away.exists()


def test_nothing_chosen_is_said(shop: PaperShop) -> None:
    with pytest.raises(RuleError) as refusal:
        shop.save(LI, shop.report(), formats=(), language="en")

    assert refusal.value.code == "report.no_format"


def test_the_short_form_goes_into_the_spool_and_stays_when_the_till_ends(shop: PaperShop) -> None:
    told: list[SpoolChanged] = []
    shop.events.subscribe(SpoolChanged, told.append)

    job_id = shop.printing.on_receipt_printer(LI, shop.report(), language="en")

    with shop.till.store.read() as work:
        job = work.spool.get(job_id)
    assert job is not None
    paper = document_from_json(json.loads(job.document))
    assert paper.kind is DocumentKind.REPORT
    rows = [tuple(cell.text for cell in block.cells) for block in paper.blocks if isinstance(block, Row)]
    assert ("Net sales", "¥25.00") in rows
    assert len(told) == 1


def test_pages_go_to_the_printer_under_the_name_of_the_file(shop: PaperShop) -> None:
    shop.printing.on_a4(LI, shop.report(), language="zh-Hans")

    ((data, title),) = shop.pages.printed
    assert title == "S01_2026-11-22_S01-T02_shift1_1200"
    assert "班次报表" in pdf_text(data).split("\n")


def test_more_receipts_than_are_held_stand_in_the_workbook_all_the_same(shop: PaperShop) -> None:
    shop.close()
    terminal = shop.till.data.sync_notes.terminal()
    assert terminal is not None
    few = ReportFiles(
        store=shop.till.store,
        catalog=shop.till.data.catalog,
        terminal=terminal,
        writer=FileReportWriter(),
        most_held=1,
    )
    sheets = []
    for files in (shop.files, few):
        [made] = files.make(shop.report(), ("xlsx",), language="en", stem="x")
        sheet = load_workbook(io.BytesIO(b"".join(made.chunks)))["Receipts"]
        sheets.append([[cell.value for cell in row] for row in sheet.iter_rows()])
    assert few.book(shop.report(), language="en", with_receipts=True).long is not None
    assert len(sheets[0]) == 3
    assert sheets[1] == sheets[0]
