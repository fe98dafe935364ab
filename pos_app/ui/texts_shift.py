"""The words of the codes of closing a shift, its report and the state of the store; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

SHIFT_TEXTS: dict[str, str] = {
    "z.copy_written": QT_TRANSLATE_NOOP("texts", "The Z prints once more, marked as a copy."),
}
