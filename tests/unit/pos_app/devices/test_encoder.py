import pytest

from pos_app.devices.encoder import clean, columns_of, encode, fits_text_mode, respell_for_text_mode


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("拿铁\x1bp\x00\x19\x19", "拿铁p"),
        ("a\x1d\x1c\x10\x04\x00\x7fb\x9bc", "abc"),
        ("可\u202e乐\u2066\ufeff\u200d", "可乐"),
        ("one\ttwo\r\nthree\u2028four", "one two  three four"),
        ("non\u00a0breaking\u2003wide", "non breaking wide"),
        ("全角\u3000空格", "全角\u3000空格"),
        ("don\u2019t \u2212 5", "don't - 5"),
        ("cafe\u0301", "café"),
        ("\ud800x\ue000y\U0010fffez", "xyz"),
        ("心\ufe0f", "心"),
    ],
)
def test_what_a_printer_could_take_for_a_command_is_dropped(dirty: str, cleaned: str) -> None:
    assert clean(dirty) == cleaned


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("拿铁", 4),
        ("￥12", 4),
        ("¥12", 3),
        ("€5", 2),
        ("2×3", 4),
        ("é", 1),
        ("（）", 4),
        ("かな", 4),
    ],
)
def test_chinese_characters_take_two_columns(text: str, columns: int) -> None:
    assert columns_of(text) == columns


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("会员：张三，￥12.50", True),
        ("會員點數", True),
        ("Latte 2×", True),
        ("café", False),
        ("¥12.50", False),
        ("龦", False),
        ("㐂", False),
        ("𠮷", False),
        ("한글", False),
        ("a\x1bb", False),
    ],
)
def test_only_ascii_and_two_byte_gb18030_fit_text_mode(text: str, fits: bool) -> None:
    assert fits_text_mode(text) is fits


def test_the_half_width_yuan_sign_is_written_as_the_wide_one_that_printers_have() -> None:
    assert respell_for_text_mode("¥12.50") == "￥12.50"


def test_text_is_encoded_as_gb18030() -> None:
    assert encode("拿铁 12") == b"\xc4\xc3\xcc\xfa 12"


def test_a_text_that_was_not_cleaned_is_never_encoded() -> None:
    with pytest.raises(ValueError, match="text_mode"):
        encode("x\x1bp")
