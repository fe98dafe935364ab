"""The words of the codes of closing a shift, its report and the state of the store; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

SHIFT_TEXTS: dict[str, str] = {
    "z.copy_written": QT_TRANSLATE_NOOP("texts", "The Z prints once more, marked as a copy."),
    "report.saved": QT_TRANSLATE_NOOP("texts", "The report is saved as {0}"),
    "bearer.store": QT_TRANSLATE_NOOP("texts", "Store"),
    "bearer.headquarters": QT_TRANSLATE_NOOP("texts", "Head office"),
    "bearer.brand": QT_TRANSLATE_NOOP("texts", "Brand"),
    "bearer.platform": QT_TRANSLATE_NOOP("texts", "Platform"),
}
