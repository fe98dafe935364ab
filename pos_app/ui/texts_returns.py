"""The words of codes about returned goods; ``texts.text_of`` looks them up."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

RETURN_TEXTS: dict[str, str] = {
    "coupon.not_given_back": QT_TRANSLATE_NOOP("texts", "This coupon was not used by that receipt."),
}
