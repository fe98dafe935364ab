import re

import pytest

from pos_app.services.receipt_texts import LANGUAGES, ReceiptTexts

MAINLAND_TERMS = (
    *(
        "收银",
        "結算",
        "小票",
        "打印",
        "扫",
        "信息",
        "软件",
        "默認",
        "网络",
        "質量",
        "數據",
        "在線",
        "積分",
        "門店",
    ),
    *("自提", "支付", "備用金", "抹零", "班次", "記錄", "台賬", "购"),
)
FIELD = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys(language: str) -> None:
    assert ReceiptTexts.load(language).labels.keys() == ReceiptTexts.load("en").labels.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_names_the_same_arguments_in_every_language(language: str) -> None:
    english = ReceiptTexts.load("en").labels
    ours = ReceiptTexts.load(language).labels

    assert {key: set(FIELD.findall(label)) for key, label in ours.items()} == {
        key: set(FIELD.findall(label)) for key, label in english.items()
    }


@pytest.mark.parametrize("term", MAINLAND_TERMS)
def test_traditional_chinese_uses_the_words_of_its_own_trade(term: str) -> None:
    labels = ReceiptTexts.load("zh-Hant").labels

    assert [key for key, label in labels.items() if term in label] == []


def test_traditional_chinese_has_no_simplified_characters() -> None:
    # The test page shows both scripts on purpose.
    labels = {
        key: label for key, label in ReceiptTexts.load("zh-Hant").labels.items() if key != "test.chinese"
    }

    assert [key for key, label in labels.items() if not _in_big5(label)] == []


def _in_big5(label: str) -> bool:
    try:
        label.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def test_a_label_fills_in_its_arguments() -> None:
    assert ReceiptTexts.load("zh-Hans").text("receipt.pieces", count=3) == "共 3 件"


def test_an_unknown_language_is_printed_in_english() -> None:
    assert ReceiptTexts.load("de").text("receipt.total") == "TOTAL"


def test_data_without_a_word_stands_for_itself() -> None:
    assert ReceiptTexts.load("en").text_or("funder.acme", "acme") == "acme"
