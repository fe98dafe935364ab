from collections.abc import Iterator

import pytest
from sqlcipher3 import dbapi2

from retail_core.search import index_terms, initial_terms, pinyin_terms, query_terms

PRODUCTS = (
    (1, "可口可乐 330ml", ["ke", "kou", "ke", "le", "330ml"], "6901234567892 A-100"),
    (2, "百事可乐 330ml", ["bai", "shi", "ke", "le", "330ml"], "6901234567908 A-200"),
    (3, "口香糖", ["kou", "xiang", "tang"], "6901234567915"),
    (4, "Café Latte 500ml", ["cafe", "latte", "500ml"], "6901234567922 L-1"),
    (5, "𠮷野家牛肉饭", ["ji", "ye", "jia", "niu", "rou", "fan"], "N-7"),
)


class Index:
    """A full-text index as the till has it, in memory."""

    def __init__(self) -> None:
        self._connection = dbapi2.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE product_search USING fts5(name_terms, pinyin, initials, code,"
            " content='', tokenize='unicode61', prefix='1 2 3')"
        )
        for row_id, name, syllables, code in PRODUCTS:
            row = (row_id, index_terms(name), pinyin_terms(syllables), initial_terms(syllables), code)
            self._connection.execute(
                "INSERT INTO product_search(rowid, name_terms, pinyin, initials, code) VALUES (?,?,?,?,?)",
                row,
            )

    def find(self, typed: str) -> list[int]:
        """Return the products that are found, by number."""
        rows = self._connection.execute(
            "SELECT rowid FROM product_search WHERE product_search MATCH ? ORDER BY rowid",
            (query_terms(typed),),
        )
        return [row[0] for row in rows]

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def index() -> Iterator[Index]:
    built = Index()
    yield built
    built.close()


def test_a_chinese_name_becomes_characters_and_pairs() -> None:
    assert index_terms("可口可乐 330ml") == "可 口 乐 可口 口可 可乐 330ml"


def test_words_become_small_and_lose_their_signs() -> None:
    assert index_terms("Coca-Cola 'Zero' ＸＬ") == "coca cola zero xl"


def test_pinyin_starts_at_every_syllable() -> None:
    assert pinyin_terms(["ke", "kou", "ke", "le"]) == "kekoukele koukele kele le"
    assert initial_terms(["ke", "kou", "ke", "le"]) == "kkkl kkl kl l"


def test_nothing_typed_looks_for_nothing() -> None:
    assert query_terms("") == ""
    assert query_terms(" -+*\"'() ") == ""


def test_a_query_is_made_of_quoted_terms_only() -> None:
    assert (
        query_terms("可口可乐 Coca")
        == 'name_terms : "可口" AND name_terms : "口可" AND name_terms : "可乐" AND "coca"*'
    )
    assert query_terms('a" OR name_terms:b') == '"a"* AND "or"* AND "name"* AND "terms"* AND "b"*'


def test_a_long_query_is_cut() -> None:
    assert query_terms(" ".join(f"w{number}" for number in range(50))).count(" AND ") == 11


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("可", [1, 2]),
        ("口", [1, 3]),
        ("可乐", [1, 2]),
        ("口可乐", [1]),
        ("可口可乐", [1]),
        ("百事", [2]),
        ("可乐百", []),
        ("𠮷", [5]),
        ("𠮷野", [5]),
        ("k", [1, 2, 3]),
        ("kkkl", [1]),
        ("KKKL", [1]),
        ("kl", [1, 2]),
        ("kekoukele", [1]),
        ("kekou", [1]),
        ("kele", [1, 2]),
        ("ke le", [1, 2]),
        ("kxt", [3]),
        ("latte", [4]),
        ("LAT", [4]),
        ("ＬＡＴ", [4]),
        ("cafe", [4]),
        ("café", [4]),
        ("330", [1, 2]),
        ("可乐 330", [1, 2]),
        ("可乐 a-100", [1]),
        ("a-2", [2]),
        ("6901234567892", [1]),
        ("69012345679", [2, 3, 4]),
        ("亚", []),
        ("zzz", []),
    ],
)
def test_what_is_typed_finds_what_is_meant(index: Index, typed: str, found: list[int]) -> None:
    assert index.find(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        'a"b',
        "a*",
        "a AND",
        "NOT a",
        "NEAR(a b)",
        "a OR b",
        "{name_terms}: a",
        "^a",
        "a + b",
        "a\x00b",
        "-a",
        "code:a",
    ],
)
def test_nothing_typed_acts_as_syntax(index: Index, typed: str) -> None:
    query = query_terms(typed)
    if query:
        assert index.find(typed) is not None
    else:
        assert typed == '"'
