import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.devices.encoder import clean, columns_of
from pos_app.devices.layout import LaidOut, Line, lay_out, wrap
from pos_app.services.documents import (
    Align,
    Banner,
    Block,
    Cell,
    Cut,
    Document,
    DocumentKind,
    Qr,
    Row,
    Rule,
    Size,
    Space,
    Text,
    pair,
)

NARROW = {Size.NORMAL: 32, Size.LARGE: 32, Size.HUGE: 16}


def laid(*blocks: Block) -> tuple[LaidOut, ...]:
    return lay_out(Document(DocumentKind.RECEIPT, blocks), NARROW, spell=clean)


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("two words", 10, ["two words"]),
        ("two words here", 10, ["two words", "here"]),
        ("拿铁大杯燕麦奶", 8, ["拿铁大杯", "燕麦奶"]),
        ("拿铁大杯，少冰", 8, ["拿铁大", "杯，少冰"]),
        ("拿铁杯（少冰）", 8, ["拿铁杯", "（少冰）"]),
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
        ("  indented text", 12, ["  indented", "text"]),
        ("拿铁abcdef", 8, ["拿铁", "abcdef"]),
    ],
)
def test_text_wraps_at_words_and_between_chinese_characters(
    text: str, columns: int, lines: list[str]
) -> None:
    assert wrap(text, columns) == lines


@given(st.text(max_size=200), st.integers(min_value=2, max_value=48))
def test_no_line_is_wider_than_the_paper_and_nothing_but_spaces_is_lost(text: str, columns: int) -> None:
    cleaned = clean(text)

    lines = wrap(cleaned, columns)

    assert all(columns_of(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == cleaned.replace(" ", "")


def test_an_amount_stands_at_the_right_edge_and_the_name_wraps_beside_it() -> None:
    assert laid(pair("燕麦拿铁大杯去糖少冰加浓缩一份热饮", "¥36.00")) == (
        Line("燕麦拿铁大杯去糖少冰加浓  ¥36.00"),
        Line("缩一份热饮"),
        Cut(),
    )


def test_a_heading_that_does_not_fit_on_one_line_is_printed_smaller() -> None:
    assert laid(Text("麦香咖啡静安店旗舰", Align.CENTER, Size.HUGE)) == (
        Line("麦香咖啡静安店旗舰", Align.CENTER, Size.LARGE),
        Cut(),
    )


def test_an_amount_that_does_not_fit_at_its_size_is_printed_smaller_and_whole() -> None:
    assert laid(pair("合计", "¥1,234,567.00", size=Size.HUGE, bold=True)) == (
        Line("合计               ¥1,234,567.00", size=Size.LARGE, bold=True),
        Cut(),
    )


def test_cells_that_never_fit_side_by_side_stand_below_each_other() -> None:
    assert laid(pair("abcdefghijklmnopqrst", "012345678901234")) == (
        Line("abcdefghijklmnopqrst"),
        Line("012345678901234", Align.RIGHT),
        Cut(),
    )


def test_weighted_columns_share_the_width() -> None:
    row = Row((Cell("13%", weight=1), Cell("28.67", Align.RIGHT, 2), Cell("3.73", Align.RIGHT, 2)))

    assert laid(row) == (Line("13%           28.67         3.73"), Cut())


def test_a_row_without_cells_prints_nothing() -> None:
    assert laid(Row(())) == (Cut(),)


def test_a_banner_is_white_on_black_and_huge() -> None:
    assert laid(Banner("副本")) == (
        Line("副本", Align.CENTER, Size.HUGE, bold=True, inverse=True),
        Cut(),
    )


def test_rules_spaces_and_captions_keep_their_order() -> None:
    assert laid(Rule("="), Space(2), Qr("http://x", caption="扫我")) == (
        Rule("="),
        Space(2),
        Qr("http://x"),
        Line("扫我", Align.CENTER),
        Cut(),
    )


def test_a_line_end_in_a_text_begins_a_new_line() -> None:
    assert laid(Text("one\ntwo"), Cut()) == (Line("one"), Line("two"), Cut())
