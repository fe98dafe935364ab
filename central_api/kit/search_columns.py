"""What a till finds a product by: cut names, pinyin and initials, made once when a product is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from retail_core.search import index_terms, initial_terms, pinyin_terms
from retail_core.wire.base import Names

_READINGS: Final = {
    "朝阳": (("cháo",), ("yáng",)),
    "重磅": (("zhòng",), ("bàng",)),
    "生煎": (("shēng",), ("jiān",)),
    "可颂": (("kě",), ("sòng",)),
    "散称": (("sǎn",), ("chēng",)),
    "散装": (("sǎn",), ("zhuāng",)),
    "奶酪": (("nǎi",), ("lào",)),
    "薄荷": (("bò",), ("he",)),
    "蚝油": (("háo",), ("yóu",)),
    "卷纸": (("juǎn",), ("zhǐ",)),
    "藏青": (("zàng",), ("qīng",)),
    "炸鸡": (("zhá",), ("jī",)),
}
"""Readings of the trade that the dictionary gets wrong or leaves open."""


_SURNAMES: Final = {
    "单": "s",
    "單": "s",
    "查": "z",
    "解": "x",
    "仇": "q",
    "覃": "q",
    "尉": "y",
    "区": "o",
    "區": "o",
}
"""Surnames that are read otherwise than the same character elsewhere, with their initial."""


@dataclass(frozen=True, slots=True)
class SearchColumns:
    """The search columns of a product, as ``ProductDoc`` carries them."""

    terms: str
    pinyin: str
    initials: str


class NameIndexer:
    """Makes search columns; built once by whoever saves products, because the dictionary takes 0.2 s."""

    def __init__(self) -> None:
        """Load the dictionary of readings and our own on top of it."""
        from pypinyin import Style, lazy_pinyin, load_phrases_dict

        load_phrases_dict({word: [list(tones) for tones in readings] for word, readings in _READINGS.items()})
        self._read: Callable[[str], Sequence[str]] = lambda text: lazy_pinyin(text, style=Style.NORMAL)

    def columns(self, names: Names) -> SearchColumns:
        """Return what a product of these names is found by; pinyin and initials of the simplified one."""
        syllables = self._read(names.zh_hans)
        return SearchColumns(
            terms=index_terms(" ".join(dict.fromkeys((names.zh_hans, names.zh_hant, names.en)))),
            pinyin=pinyin_terms(syllables),
            initials=initial_terms(syllables),
        )


def name_initials(name: str) -> str:
    """Return the initials of a person's name, lower case: ``lj`` of 李静, ``ms`` of Mary Smith."""
    from pypinyin import Style, lazy_pinyin

    found = ""
    for word in name.lower().split():
        if word.isascii():
            found += word[0] if word[0].isalnum() else ""
            continue
        letters = [syllable[0] for syllable in lazy_pinyin(word, style=Style.FIRST_LETTER) if syllable]
        if not found and word[0] in _SURNAMES:
            letters[0] = _SURNAMES[word[0]]
        found += "".join(letter for letter in letters if letter.isascii() and letter.isalnum())
    return found
