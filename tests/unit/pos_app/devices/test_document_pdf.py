import pytest

from pos_app.devices.document_pdf import document_pdf
from pos_app.devices.fonts import FontSet, find_fonts
from pos_app.services.documents import (
    Align,
    Banner,
    Barcode,
    Cut,
    Document,
    DocumentKind,
    Qr,
    Rule,
    Size,
    Space,
    Text,
    pair,
)
from tests.pdf_text import pdf_text

RECEIPT = Document(
    DocumentKind.RECEIPT,
    (
        Banner("副本"),
        Text("可口可乐专卖", Align.CENTER, Size.HUGE, bold=True),
        Rule("="),
        pair("日用口罩", "¥12.50"),
        Space(1),
        Qr("https://shop.example/r/1", "扫我"),
        Barcode("A1-000017"),
        Cut(),
        Text("第二页"),
    ),
)


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts()


def test_the_texts_can_be_searched_and_copied_in_their_order(fonts: FontSet) -> None:
    assert pdf_text(document_pdf(RECEIPT, fonts)).split("\n") == [
        "副本",
        "可口可乐专卖",
        "日用口罩",
        " " * 34 + "¥12.50",
        "扫我",
        "A1-000017",
        "第二页",
    ]


def test_the_font_is_in_the_file_with_its_outlines(fonts: FontSet) -> None:
    assert b"/FontFile2" in document_pdf(RECEIPT, fonts)


def test_each_cut_begins_a_new_page(fonts: FontSet) -> None:
    assert b"/Count 2 " in document_pdf(RECEIPT, fonts)


def test_the_same_document_gives_the_same_bytes(fonts: FontSet) -> None:
    assert document_pdf(RECEIPT, fonts) == document_pdf(RECEIPT, fonts)


def test_an_empty_document_is_an_empty_page(fonts: FontSet) -> None:
    empty = document_pdf(Document(DocumentKind.RECEIPT, ()), fonts)

    assert pdf_text(empty) == ""
    assert b"/Count 1 " in empty
