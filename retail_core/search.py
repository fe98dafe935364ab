"""Product search: the terms that go into the full-text index and the queries that find them again.

SQLite's own tokenizers find nothing inside a run of Chinese, so each run is written as its single
characters and its pairs; other words stay whole and are found by their beginning. The table is

    CREATE VIRTUAL TABLE … USING fts5(name_terms, pinyin, initials, code, content='',
                                      tokenize='unicode61', prefix='1 2 3')

Names and queries pass through the same cutting, so that what is indexed can be found.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

MAX_QUERY_TERMS = 12
"""How many terms of a query count; what comes after only narrows what is already narrow."""

_MAX_WORD = 40
_MAX_NAME = 512
# Han with its extensions, kana, hangul syllables and bopomofo: written without spaces, or searched like it.
_RUNS = re.compile(
    "([\u3005-\u3007\u3040-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff]+)"
)


def index_terms(text: str) -> str:
    """Return the terms of a name, separated by spaces, each one once and in its order.

    ``可口可乐 330ml`` becomes ``可 口 乐 可口 口可 可乐 330ml``.
    """
    terms: dict[str, None] = {}
    for piece, is_run in _pieces(text[:_MAX_NAME]):
        if is_run:
            terms.update(dict.fromkeys(piece))
            terms.update(dict.fromkeys(_pairs(piece)))
        else:
            terms[piece] = None
    return " ".join(terms)


def pinyin_terms(syllables: Sequence[str]) -> str:
    """Return the pinyin column for a name's syllables: from each of them to the end, as one word.

    ``ke kou ke le`` becomes ``kekoukele koukele kele le``, so that a query may start at any syllable.
    """
    words = [word for syllable in syllables for word, _ in _pieces(syllable)]
    return _starts(words)


def initial_terms(syllables: Sequence[str]) -> str:
    """Return the initials column for a name's syllables: ``ke kou ke le`` becomes ``kkkl kkl kl l``."""
    words = [word[0] for syllable in syllables for word, _ in _pieces(syllable)]
    return _starts(words)


def query_terms(text: str) -> str:
    """Return what to MATCH for what was typed; empty when there is nothing to look for.

    A run of Chinese must have all its pairs in the name; any other word is the beginning of a word of the
    name, of its pinyin, of its initials or of its code. All parts of a query must be found. Nothing that
    is typed acts as syntax.
    """
    parts: dict[str, None] = {}
    for piece, is_run in _pieces(text[:_MAX_NAME]):
        if is_run:
            grams = list(_pairs(piece)) or [piece]
            parts.update(dict.fromkeys(f"name_terms : {_quoted(gram)}" for gram in grams))
        else:
            parts[f"{_quoted(piece)}*"] = None
    return " AND ".join(list(parts)[:MAX_QUERY_TERMS])


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of ``text`` in one width and in small letters, and whether each is a run of Han."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    for index, piece in enumerate(_RUNS.split(folded)):
        if index % 2:
            yield piece, True
        else:
            spaced = "".join(character if character.isalnum() else " " for character in piece)
            yield from ((word[:_MAX_WORD], False) for word in spaced.split())


def _pairs(run: str) -> Iterator[str]:
    return (run[start : start + 2] for start in range(len(run) - 1))


def _starts(words: Sequence[str]) -> str:
    return " ".join(dict.fromkeys("".join(words[start:])[:_MAX_WORD] for start in range(len(words))))


def _quoted(term: str) -> str:
    # No term holds a quote after the cutting; doubling it keeps that from being a matter of faith.
    return '"' + term.replace('"', '""') + '"'
