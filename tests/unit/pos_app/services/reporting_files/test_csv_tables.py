"""The tables for other programs, read back by the csv module; expected values are reckoned by hand."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

import pytest

from pos_app.services.reporting_files.csv_tables import (
    CELL_COLUMNS,
    cells_csv,
    lines_csv,
    plain,
    receipts_csv,
)
from pos_app.services.reporting_files.sold_rows import SoldPlace, book_columns, book_row
from pos_app.services.reporting_files.values import (
    Amount,
    Count,
    Day,
    Moment,
    Quantity,
    Share,
    Tenths,
    as_text,
)
from pos_app.services.reporting_files.words import ReportWords
from pos_app.services.sold_document import SoldDocument
from retail_core.reporting.cells import Cell
from tests.returns_counter import ReturnsCounter, stock_menu
from tests.till_shop import Till

PLACE = SoldPlace("S01", "S01-T02", "Asia/Shanghai")


def _read(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


@pytest.fixture
def documents(till: Till) -> list[SoldDocument]:
    """A menu of burger and cola for 28.00 instead of 33.00, then the cola comes back."""
    till.open_shift()
    stock_menu(till)
    counter = ReturnsCounter(till)
    sale = counter.sell({"burger": 1, "cola": 1})
    counter.take_back(sale.receipt_number, {"cola": 1})
    with till.store.read() as work:
        shift = work.shifts.open()
        assert shift is not None
        return list(work.sales.documents(shift.shift_id))


def test_receipts_have_a_row_each_and_what_came_back_is_below_zero(documents: list[SoldDocument]) -> None:
    sale, back = _read(receipts_csv(documents, PLACE))

    assert ",".join(sale) == (
        "store,business_day,till,shift,receipt,time,kind,cashier_id,cashier,member_tier,items,list,discount,"
        "sold,returned,total,rounding,tax,tender_cash,tender_card,tender_external,tender_voucher,"
        "tender_points,tender_stored_value,currency"
    )
    assert (sale["store"], sale["business_day"], sale["till"]) == (
        "S01",
        documents[0].sale.business_day,
        "S01-T02",
    )
    assert sale["shift"] == documents[0].sale.shift_id
    assert (sale["receipt"], sale["kind"]) == ("S01-T02-000001", "sale")
    assert (sale["cashier_id"], sale["cashier"]) == ("li", "李娜")
    assert (sale["items"], sale["list"], sale["discount"], sale["sold"]) == (
        "2.000",
        "33.00",
        "-5.00",
        "28.00",
    )
    assert (sale["returned"], sale["total"], sale["rounding"], sale["tax"]) == (
        "0.00",
        "28.00",
        "0.00",
        "3.22",
    )
    assert (sale["tender_cash"], sale["tender_card"], sale["currency"]) == ("28.00", "0.00", "CNY")
    assert (back["kind"], back["items"], back["sold"]) == ("return", "0.000", "0.00")
    assert (back["returned"], back["total"], back["tax"], back["tender_cash"]) == (
        "-3.00",
        "-3.00",
        "-0.34",
        "-3.00",
    )


def test_lines_add_up_to_the_total_of_their_document(documents: list[SoldDocument]) -> None:
    burger, cola, returned, clawed = _read(lines_csv(documents, PLACE))

    assert (burger["line"], burger["kind"], burger["product_id"], burger["product"]) == (
        "1",
        "sale",
        "burger",
        "商品 burger",
    )
    assert (burger["quantity"], burger["unit_price"], burger["list"]) == ("1.000", "25.00", "25.00")
    assert (burger["discount"], burger["total"]) == ("-3.79", "21.21")
    assert (burger["net"], burger["tax"], burger["tax_rate"], burger["cost"]) == (
        "18.77",
        "2.44",
        "0.1300",
        "8.35",
    )
    assert (cola["total"], cola["cost"]) == ("6.79", "")
    assert (returned["kind"], returned["quantity"], returned["total"], returned["reason"]) == (
        "return",
        "-1.000",
        "-6.79",
        "changed_mind",
    )
    assert (returned["list"], returned["discount"]) == ("-8.00", "1.21")
    assert (clawed["kind"], clawed["total"], clawed["net"], clawed["tax"]) == (
        "claw_back",
        "3.79",
        "3.35",
        "0.44",
    )
    assert Decimal(returned["total"]) + Decimal(clawed["total"]) == Decimal("-3.00")


def test_a_sheet_of_receipts_has_words_where_programs_have_names(documents: list[SoldDocument]) -> None:
    words = ReportWords.load("zh-Hans")
    titles = [column.title for column in book_columns(words)]
    row = [as_text(value) for value in book_row(documents[1], "Asia/Shanghai", words=words)]

    found = dict(zip(titles, row, strict=True))
    assert (found["小票号"], found["类型"], found["会员等级"], found["收银员"]) == (
        "S01-T02-000002",
        "退货",
        "非会员",
        "李娜",
    )
    assert (found["退货"], found["合计"], found["现金"]) == ("-¥3.00", "-¥3.00", "-¥3.00")


def test_cells_are_written_in_the_unit_of_their_measure() -> None:
    cells = {
        Cell("sold"): 117_000,
        Cell("sold", "category", "dairy"): 117_000,
        Cell("items"): 12_356,
        Cell("receipts", "hour", "08"): 3,
    }

    rows = _read(cells_csv([("shift-1", "2026-11-21", cells), ("", "2026-11-22", {})], PLACE, currency="CNY"))

    assert tuple(rows[0]) == CELL_COLUMNS
    assert [tuple(row.values())[4:] for row in rows] == [
        ("items", "", "", "12.356", "", "quantity"),
        ("receipts", "hour", "08", "3", "", "count"),
        ("sold", "", "", "1170.00", "CNY", "money"),
        ("sold", "category", "dairy", "1170.00", "CNY", "money"),
    ]
    assert {tuple(row.values())[:4] for row in rows} == {("S01", "2026-11-21", "S01-T02", "shift-1")}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Amount(-1_250, "CNY"), "-12.50"),
        (Amount(1_200, "TWD"), "1200"),
        (Count(-3), "-3"),
        (Quantity(-500), "-0.500"),
        (Share(1_300), "0.1300"),
        (Tenths(5), "0.5"),
        (Day("2026-11-21"), "2026-11-21"),
        (Moment(1_795_265_400_000, "Asia/Shanghai"), "2026-11-21T20:50:00+08:00"),
        (None, ""),
    ],
)
def test_numbers_days_and_moments_are_plain(value: Amount, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize("name", ["=1+1", "+1 milk", "-SALE-", "@SUM(A1)", "\tx", "\rx"])
def test_a_text_that_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(name: str) -> None:
    assert plain(name) == "'" + name


def test_names_with_signs_of_the_format_come_back_as_they_were() -> None:
    name = 'He said "milk",\nand left'
    cells = {Cell("sold", "product", name): 100}

    text = "".join(cells_csv([("s", "2026-11-21", cells)], PLACE, currency="CNY"))

    assert text.endswith("\r\n")
    assert _read([text])[0]["key"] == name
