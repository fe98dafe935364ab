"""Which fonts the till writes with: Chinese first, figures of one width."""

from PySide6.QtGui import QFont, QFontDatabase

_FAMILIES = {
    "zh-Hans": (
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "WenQuanYi Micro Hei",
        "Microsoft YaHei UI",
        "Microsoft YaHei",
        "PingFang SC",
    ),
    "zh-Hant": (
        "Noto Sans CJK TC",
        "Source Han Sans TC",
        "WenQuanYi Micro Hei",
        "Microsoft JhengHei UI",
        "Microsoft JhengHei",
        "PingFang TC",
    ),
}
_MONOSPACED = ("Noto Sans Mono CJK SC", "WenQuanYi Micro Hei Mono", "NSimSun", "Menlo", "DejaVu Sans Mono")


def interface_font(language: str, *, size_px: int = 16) -> QFont:
    """Return the font for ``language``, with figures of one width so that amounts line up.

    A Chinese family is taken for English too: names of goods are Chinese in every language.
    """
    font = QFont()
    font.setFamilies(installed_families(language))
    font.setPixelSize(size_px)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def receipt_families() -> list[str]:
    """Return installed families in which a Chinese character is as wide as two letters, best first."""
    return [family for family in _MONOSPACED if QFontDatabase.hasFamily(family)] or ["monospace"]


def installed_families(language: str) -> list[str]:
    """Return the families for ``language`` that this machine has, best first."""
    wanted = _FAMILIES.get(language, _FAMILIES["zh-Hans"])
    return [family for family in wanted if QFontDatabase.hasFamily(family)] or [QFont().defaultFamily()]
