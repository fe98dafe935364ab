"""Traditional Chinese uses the words of shops in Taiwan and Hong Kong."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from installer.translations import ts_file

_GLOSSARY = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")


def _rows() -> list[list[str]]:
    lines = _GLOSSARY.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")][
        1:
    ]


def _texts(language: str) -> list[str]:
    messages = ET.parse(ts_file(language)).getroot().iter("message")  # noqa: S314 - our own file
    return [message.findtext("translation", "") for message in messages]


def _mainland_words(texts: list[str]) -> list[str]:
    refused = [row[3] for row in _rows() if row[3]]
    return [f"{word} in {text}" for text in texts for word in refused if word in text]


def _simplified_characters(text: str) -> list[str]:
    """Return characters that Big5, the character set of Taiwan, does not have."""
    return [each for each in _IDEOGRAPH.findall(text) if not each.encode("big5", "ignore")]


def test_the_glossary_has_at_least_150_terms_with_three_languages() -> None:
    rows = _rows()
    assert len(rows) >= 150
    assert [row for row in rows if len(row) != 4 or not all(row[:3])] == []
    assert len({row[0] for row in rows}) == len(rows)


def test_no_word_of_the_mainland_stands_in_traditional_chinese() -> None:
    assert _mainland_words(_texts("zh_Hant")) == []


def test_no_simplified_character_stands_in_traditional_chinese() -> None:
    assert [text for text in _texts("zh_Hant") if _simplified_characters(text)] == []


def test_the_glossary_keeps_its_own_rules() -> None:
    columns = [row[2] for row in _rows()]
    assert _mainland_words(columns) == []
    assert [text for text in columns if _simplified_characters(text)] == []


def test_a_planted_word_and_a_planted_character_are_found() -> None:
    assert _mainland_words(["請檢查打印機"]) == ["打印機 in 請檢查打印機", "打印 in 請檢查打印機"]
    assert _simplified_characters("请檢查") == ["请"]
