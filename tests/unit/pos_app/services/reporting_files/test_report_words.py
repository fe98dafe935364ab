import pytest

from pos_app.services.receipt_texts import LANGUAGES
from pos_app.services.reporting_files.words import ReportWords
from retail_core.reporting.figures import FIGURES
from retail_core.reporting.measures import MEASURES


def test_the_three_languages_have_the_same_keys() -> None:
    keys = [
        {
            (section, key)
            for section, entries in ReportWords.load(language).sections.items()
            for key in entries
        }
        for language in LANGUAGES
    ]

    assert keys[0] == keys[1] == keys[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_its_word_and_its_definition(language: str) -> None:
    words = ReportWords.load(language)

    assert [each for each in FIGURES if each not in words.sections["figure"]] == []
    assert [each for each in FIGURES if not words.what(each)] == []


@pytest.mark.parametrize("section", ["dimension", "sheet", "chart"])
def test_every_dimension_has_its_words(section: str) -> None:
    dimensions = {each for measure in MEASURES.values() for each in measure.dimensions} | {"day"}

    assert sorted(dimensions - set(ReportWords.load("en").sections[section])) == []


@pytest.mark.parametrize(
    ("dimension", "key", "text"),
    [
        ("hour", "08", "08:00"),
        ("tax", "1300", "13%"),
        ("tender", "cash", "现金"),
        ("funder", "hq", "总部"),
        ("tier", "", "非会员"),
        ("channel", "pickup", "到店自提"),
        ("delay", "61+", "超过 1 小时"),
        ("product", "", "无码商品"),
        ("reason", "changed_mind", "改变主意"),
        ("reason", "of_our_own", "of_our_own"),
    ],
)
def test_keys_without_a_name_are_said_in_words(dimension: str, key: str, text: str) -> None:
    assert ReportWords.load("zh-Hans").key(dimension, key) == text


def test_a_name_is_said_as_it_is() -> None:
    assert ReportWords.load("en").key("cashier", "m1", name="王芳") == "王芳"


def test_another_language_is_answered_in_english() -> None:
    assert ReportWords.load("de").figure("net_sales") == "Net sales"


def test_traditional_chinese_uses_the_words_of_taiwan() -> None:
    texts = [text for entries in ReportWords.load("zh-Hant").sections.values() for text in entries.values()]
    refused = ("小票", "支付方式", "投庫", "錢箱", "積分", "充值", "短款", "長款", "自提", "堂食", "代金券")

    assert [text for text in texts if any(word in text for word in refused)] == []
