from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from retail_core.search import index_terms, query_terms

NAMES = st.text(max_size=30) | st.text("可口乐百事 aB1-𠮷", max_size=20)


def _finds(name: str, typed: str) -> bool:
    with closing(dbapi2.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE s USING fts5(name_terms, pinyin, initials, code,"
            " content='', tokenize='unicode61')"
        )
        connection.execute("INSERT INTO s(rowid, name_terms) VALUES (1, ?)", (index_terms(name),))
        return bool(
            connection.execute("SELECT rowid FROM s WHERE s MATCH ?", (query_terms(typed),)).fetchall()
        )


@given(NAMES)
def test_every_name_finds_itself(name: str) -> None:
    if query_terms(name):
        assert _finds(name, name)


@given(NAMES, NAMES)
def test_no_text_breaks_the_query(name: str, typed: str) -> None:
    if query_terms(typed):
        _finds(name, typed)


@given(st.text("可口乐百事", min_size=1, max_size=12), st.data())
def test_every_part_of_a_chinese_name_finds_it(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    assert _finds(name, name[start:end])
