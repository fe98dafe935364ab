"""The words of the codes of options, packs, deposits and variants; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

GOODS_TEXTS: dict[str, str] = {
    "basket.deposit_follows": QT_TRANSLATE_NOOP("texts", "The deposit goes with its goods: change those."),
    "basket.no_options": QT_TRANSLATE_NOOP("texts", "There is nothing to choose on this line."),
    "options.too_few": QT_TRANSLATE_NOOP("texts", "{0}: choose at least {1}."),
    "options.too_many": QT_TRANSLATE_NOOP("texts", "{0}: choose at most {1}."),
}
"""Words by code."""
