"""The one gate between texts and printers: nothing that passes it can be taken for a command.

A product name is data of strangers. If its bytes reached the printer as they are, a name with ``ESC p`` in
it would open the drawer. So every text of every document goes through ``clean``, and what leaves as bytes
goes through ``encode``, which knows printable characters only.
"""

import unicodedata

_SPELLINGS = str.maketrans(
    {
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\u2028": " ",
        "\u2029": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u2013": "-",
        "\u2212": "-",
    }
)
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Me"})
_TEXT_MODE_SPELLINGS = str.maketrans({"¥": "￥", "•": "·"})
_FIRST_VARIATION_SELECTOR = 0xFE00
_LAST_VARIATION_SELECTOR = 0xFE0F


def clean(text: str) -> str:
    """Return ``text`` composed (NFC) and without control, format, bidi, private and unassigned characters.

    Line ends and tabs become spaces, typographic apostrophes and dashes plain ones; nothing else is changed.
    """
    composed = unicodedata.normalize("NFC", text.translate(_SPELLINGS))
    return "".join(_clean_char(char) for char in composed)


def _clean_char(char: str) -> str:
    if " " <= char <= "~":
        return char
    category = unicodedata.category(char)
    if category in _DROPPED_CATEGORIES or _FIRST_VARIATION_SELECTOR <= ord(char) <= _LAST_VARIATION_SELECTOR:
        return ""
    if category == "Zs" and char != "\u3000":
        return " "
    return char


def respell_for_text_mode(text: str) -> str:
    """Return ``text`` with signs that Chinese printers lack written as those they have (¥ as the wide ￥)."""
    return text.translate(_TEXT_MODE_SPELLINGS)


def columns_of_char(char: str) -> int:
    """Return how many half-width columns ``char`` takes on paper: 0, 1 or 2.

    Signs of ambiguous width (×, ·, …) are two columns wide, as Chinese printers print them; letters and
    currency signs of ambiguous width are one.
    """
    if " " <= char <= "~":
        return 1
    category = unicodedata.category(char)
    if category in {"Mn", "Me"}:
        return 0
    width = unicodedata.east_asian_width(char)
    if width in "WF":
        return 2
    return 2 if width == "A" and category[0] != "L" and category != "Sc" else 1


def columns_of(text: str) -> int:
    """Return how many half-width columns ``text`` takes on paper."""
    return sum(columns_of_char(char) for char in text)


def fits_text_mode(text: str) -> bool:
    """Return whether a Chinese printer's own characters can print all of ``text``.

    ASCII and the two-byte part of GB18030 count; four-byte characters do not, because cheap printers cannot
    draw them.
    """
    return all(_fits_text_mode(char) for char in text)


def _fits_text_mode(char: str) -> bool:
    if " " <= char <= "~":
        return True
    if columns_of_char(char) != 2:
        return False
    try:
        return len(char.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


def encode(text: str) -> bytes:
    """Return the GB18030 bytes of ``text``, which must fit text mode; no byte of them is a control byte.

    Raises:
        ValueError: ``text`` was not cleaned, or does not fit text mode.
    """
    if not fits_text_mode(text):
        raise ValueError("text_mode")
    return text.encode("gb18030")
