"""Files of owners: three encodings, two formats, headers in three languages."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from central_api.importing.reader import UnreadableError, neutral, read_sheet, write_template

CHINESE = "货号,名称,分类,售价,税率\nA1,有机红茶,茶,12.50,13%\nA2,茉莉花茶,茶,8,13%\nA3,乌龙茶,茶,9,13%\n"
TRADITIONAL = "貨號,名稱,分類,售價,稅率\nA1,有機紅茶,茶,12.50,13%\nA2,茉莉花茶,茶,8,13%\nA3,烏龍茶,茶,9,13%\n"


def written(folder: Path, content: bytes, name: str = "goods.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_simplified_files_are_read_in_their_encodings(tmp_path: Path, encoding: str) -> None:
    sheet = read_sheet(written(tmp_path, CHINESE.encode(encoding)), "products")

    assert [row.cells["name"] for row in sheet.rows] == ["有机红茶", "茉莉花茶", "乌龙茶"]


def test_a_traditional_file_is_read_in_big5(tmp_path: Path) -> None:
    sheet = read_sheet(written(tmp_path, TRADITIONAL.encode("big5")), "products")

    assert [row.cells["name"] for row in sheet.rows] == ["有機紅茶", "茉莉花茶", "烏龍茶"]


def test_english_headers_with_semicolons_are_read(tmp_path: Path) -> None:
    text = "SKU;Price;Gold price\nA1;12.50;11\n"
    sheet = read_sheet(written(tmp_path, text.encode()), "prices")

    assert sheet.rows[0].cells == {"sku": "A1", "price": "12.50", "price_gold": "11"}


def test_a_spreadsheet_keeps_its_row_numbers(tmp_path: Path) -> None:
    book = Workbook()
    for line in (["SKU", "On hand"], ["A1", 24], [None, None], ["A2", 1.5]):
        book.worksheets[0].append(line)
    book.save(tmp_path / "stock.xlsx")
    sheet = read_sheet(tmp_path / "stock.xlsx", "stock")

    assert [(row.number, row.cells["quantity"]) for row in sheet.rows] == [(2, "24"), (4, "1.5")]


def test_a_formula_in_a_name_is_made_harmless_and_counted(tmp_path: Path) -> None:
    text = CHINESE.replace("有机红茶", '"=HYPERLINK(""http://x"")"')
    sheet = read_sheet(written(tmp_path, text.encode()), "products")

    assert sheet.rows[0].cells["name"] == 'HYPERLINK("http://x")'
    assert sheet.neutralised == 1


def test_every_sign_that_begins_a_formula_goes() -> None:
    assert [neutral(text) for text in ("=1", "+1", "-1", "@x", "\t=1", "=+1")] == [
        "1",
        "1",
        "1",
        "x",
        "1",
        "1",
    ]


def test_a_missing_column_is_named_in_three_languages(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_sheet(written(tmp_path, b"SKU\nA1\n"), "prices")

    assert (refusal.value.problem.code, refusal.value.problem.column) == (
        "column.missing",
        "售价 / 售價 / Price",
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "file.empty"), (b"SKU,SKU,Price\n1,2,3\n", "column.twice")],
)
def test_a_file_that_cannot_be_taken_says_why(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(UnreadableError, match=code):
        read_sheet(written(tmp_path, content), "prices")


def test_a_broken_spreadsheet_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"file\.unreadable"):
        read_sheet(written(tmp_path, b"no zip", "goods.xlsx"), "products")


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx"])
@pytest.mark.parametrize("language", [0, 1, 2])
def test_a_template_can_be_read_back(tmp_path: Path, name: str, language: int) -> None:
    write_template(tmp_path / name, "staff", language=language)

    assert read_sheet(tmp_path / name, "staff").rows[0].cells["pin"] == "2468"
