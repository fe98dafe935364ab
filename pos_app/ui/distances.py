"""How far a store is, in words."""

from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate

_KILOMETRE_M = 1_000
_TEN_KILOMETRES = 100
"""In tenths of a kilometre; from here on nobody needs the tenths."""


def distance_text(metres: int, formats: Formats) -> str:
    """Return metres below one kilometre, tenths of kilometres below ten, and whole ones from there on."""
    if metres < _KILOMETRE_M:
        return translate("Stock", "{count} m").format(count=formats.number(metres))
    tenths = (metres + 50) // 100
    whole = tenths >= _TEN_KILOMETRES
    figure = formats.number((metres + 500) // 1000) if whole else f"{tenths // 10}.{tenths % 10}"
    return translate("Stock", "{count} km").format(count=figure)
