"""Read back by another library than the one that wrote it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from pos_app.devices.report_xlsx import report_xlsx
from pos_app.services.reporting_files.book import BookColumn, BookSheet, LongSheet, ReportBook
from pos_app.services.reporting_files.compose_book import compose_book
from pos_app.services.reporting_files.values import Amount, Day, Moment, Quantity, Value
from pos_app.services.reporting_files.words import ReportWords
from tests.unit.pos_app.services.reporting_files.sample_report import AS_OF_MS, PLACE, REPORT

ENGLISH = ReportWords.load("en")
RECEIPTS = BookSheet(
    "receipts",
    "Receipts",
    (
        BookColumn("business_day", "Business day", "day"),
        BookColumn("time", "Time", "moment"),
        BookColumn("number", "Receipt"),
        BookColumn("total", "Total", "amount"),
    ),
    (
        (Day("2026-11-21"), Moment(AS_OF_MS, "Asia/Shanghai"), "S01-T02-2611-000120", Amount(1_250, "CNY")),
        (Day("2026-11-21"), Moment(AS_OF_MS, "Asia/Shanghai"), "-S01", Amount(-990, "CNY")),
    ),
    on_paper=False,
)


@pytest.fixture(scope="module")
def book() -> ReportBook:
    return compose_book(REPORT, PLACE, words=ENGLISH, more=(RECEIPTS,))


@pytest.fixture(scope="module")
def read(book: ReportBook) -> Workbook:
    return load_workbook(io.BytesIO(report_xlsx(book, ENGLISH)))


def test_there_is_a_sheet_for_each_part(read: Workbook) -> None:
    assert read.sheetnames == [
        "Summary",
        "Categories",
        "Products",
        "Discounts",
        "Cashiers",
        "Hours",
        "Tenders",
        "Receipts",
        "What the figures are",
    ]


def test_the_summary_has_real_numbers_beside_those_of_before(read: Workbook) -> None:
    sheet = read["Summary"]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(min_row=6, values_only=True)}

    assert sheet["A1"].value == "Daily report"
    assert sheet["A2"].value == "静安店 · S01-T02 · 2026-11-21"
    assert sheet["A4"].value == (
        "As of 2026-11-21 20:50 · Not complete: 1 of 2; missing: S01-T03; 1 still open"
    )
    assert rows["Figure"] == ("Value", "Before", "Change")
    assert rows["Net sales"] == (1254.27, 1169, 0.0729)
    assert rows["Receipts"] == (41, 44, -0.0682)
    assert rows["Members' share"] == (0.4567, 0.4, None)
    assert rows["Margin rate"] == (None, None, None)


def test_amounts_have_their_currency_and_shares_are_shares(read: Workbook) -> None:
    sheet = read["Categories"]

    assert [cell.value for cell in sheet[1]] == ["Category", "Items", "Net sales", "Margin rate"]
    assert [cell.value for cell in sheet[2]] == ["饮料", 61, 1004.27, 0.2513]
    assert sheet["C2"].number_format == '"¥"#,##0.00;-"¥"#,##0.00'
    assert sheet["D2"].number_format == "0.0%"
    assert [cell.value for cell in sheet[3]] == ["乳制品", 12.356, 225, None]
    assert [cell.value for cell in sheet[5]] == ["Total", 74.356, 1254.27, 0.2513]


def test_days_and_moments_are_dates_on_the_stores_clock(read: Workbook) -> None:
    sheet = read["Receipts"]
    first = [cell.value for cell in sheet[2]]

    assert first == [
        datetime(2026, 11, 21),  # noqa: DTZ001 - spreadsheets know no zones.
        datetime(2026, 11, 21, 20, 50),  # noqa: DTZ001
        "S01-T02-2611-000120",
        12.5,
    ]
    assert sheet["A2"].number_format == "yyyy-mm-dd"
    assert sheet["B2"].number_format == "yyyy-mm-dd hh:mm"
    assert sheet["A2"].value.date() == date(2026, 11, 21)
    assert sheet["D3"].value == -9.9


@pytest.mark.parametrize(
    ("sheet", "cell", "text"),
    [("Cashiers", "A3", "=cmd|' /C calc'!A0"), ("Products", "A3", "+1 鲜牛奶"), ("Receipts", "C3", "-S01")],
)
def test_a_name_that_looks_like_a_formula_stays_a_text(
    read: Workbook, sheet: str, cell: str, text: str
) -> None:
    found = read[sheet][cell]

    assert (found.data_type, found.value) == ("s", text)


def test_heads_stay_filter_and_are_repeated_in_print(read: Workbook) -> None:
    sheet = read["Products"]

    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:C3"
    assert sheet.print_title_rows == "$1:$1"
    assert read["Summary"].freeze_panes == "B7"


def test_columns_are_as_wide_as_what_stands_in_them(read: Workbook) -> None:
    widths = read["Receipts"].column_dimensions

    assert widths["C"].width > widths["D"].width > 8
    assert widths["C"].width < 45


def test_names_of_sheets_are_cut_cleaned_and_told_apart(book: ReportBook) -> None:
    titles = ["a/b:c" * 10, "a/b:c" * 10, "", "Summary"]
    strange = replace(book, definitions=(), sheets=tuple(replace(RECEIPTS, title=title) for title in titles))

    names = load_workbook(io.BytesIO(report_xlsx(strange, ENGLISH))).sheetnames

    assert names == [
        "Summary",
        "a b ca b ca b ca b ca b ca b ca",
        "a b ca b ca b ca b ca b ca b 2",
        "-",
        "Summary 2",
    ]


def test_dollars_of_taiwan_have_no_cents_and_control_signs_are_dropped(book: ReportBook) -> None:
    columns = (BookColumn("product", "Product"), BookColumn("net_sales", "Net", "amount"))
    rows = (("nul\x00bell\x07", Amount(1_200, "TWD")), ("weighed", Quantity(1_356)))
    other = replace(book, sheets=(BookSheet("products", "P", columns, rows),))

    sheet = load_workbook(io.BytesIO(report_xlsx(other, ENGLISH)))["P"]

    assert [cell.value for cell in sheet[2]] == ["nulbell", 1200]
    assert sheet["B2"].number_format == '"NT$"#,##0;-"NT$"#,##0'
    assert sheet["B3"].number_format == "#,##0.###"


def test_the_same_report_gives_the_same_bytes(book: ReportBook) -> None:
    assert report_xlsx(book, ENGLISH) == report_xlsx(book, ENGLISH)


def test_a_table_that_is_too_long_for_a_sheet_goes_on_in_the_next(book: ReportBook) -> None:
    columns = (BookColumn("number", "Receipt"), BookColumn("total", "Total", "amount"))
    rows = [(f"R{number}", Amount(number, "CNY")) for number in range(1_203)]
    asked: list[int] = []

    def yielded() -> Iterator[tuple[Value, ...]]:
        asked.append(1)
        yield from rows

    long = replace(book, long=LongSheet("receipts", "All receipts", columns, yielded))
    workbook = load_workbook(io.BytesIO(report_xlsx(long, ENGLISH, most_rows=600)))
    parts = [name for name in workbook.sheetnames if name.startswith("All receipts")]
    assert parts == ["All receipts", "All receipts 2", "All receipts 3"]
    assert [workbook[name].max_row for name in parts] == [601, 601, 4]
    found = [(row[0].value, row[1].value) for name in parts for row in workbook[name].iter_rows(min_row=2)]
    assert found == [(f"R{number}", number / 100) for number in range(1_203)]
    assert {workbook[name]["A1"].value for name in parts} == {"Receipt"}
    assert workbook["All receipts 2"].freeze_panes == "B2"
    assert workbook["Summary"]["A1"].value == book.face.title
    assert asked == [1], "it is read once"
    assert report_xlsx(long, ENGLISH, most_rows=600) == report_xlsx(long, ENGLISH, most_rows=600)
