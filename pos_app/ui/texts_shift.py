"""The words of the codes of closing a shift, its report and the state of the store; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

SHIFT_TEXTS: dict[str, str] = {
    "z.copy_written": QT_TRANSLATE_NOOP("texts", "The Z prints once more, marked as a copy."),
    "report.printed": QT_TRANSLATE_NOOP("texts", "The report is on its way to the printer."),
    "report.saved": QT_TRANSLATE_NOOP("texts", "The report is saved as {0}"),
    "bearer.store": QT_TRANSLATE_NOOP("texts", "Store"),
    "bearer.headquarters": QT_TRANSLATE_NOOP("texts", "Head office"),
    "bearer.brand": QT_TRANSLATE_NOOP("texts", "Brand"),
    "bearer.platform": QT_TRANSLATE_NOOP("texts", "Platform"),
    "status.server_unreachable": QT_TRANSLATE_NOOP("texts", "Head office cannot be reached."),
    "light.online": QT_TRANSLATE_NOOP("texts", "Online: everything works."),
    "light.limited": QT_TRANSLATE_NOOP("texts", "Online: some things do not work fully, or wait long."),
    "light.offline": QT_TRANSLATE_NOOP("texts", "Offline: selling goes on, and everything is sent later."),
    "status.no_keys": QT_TRANSLATE_NOOP("texts", "The keys for codes have not arrived yet."),
    "status.keys_too_old": QT_TRANSLATE_NOOP("texts", "The keys are old; a new code may not be known here."),
    "status.known_members_only": QT_TRANSLATE_NOOP("texts", "Only members known at this till are found."),
    "status.home_coupons_only": QT_TRANSLATE_NOOP("texts", "Only offline coupons of this store are taken."),
    "status.lists_too_old": QT_TRANSLATE_NOOP("texts", "The lists are too old to take coupons offline."),
    "status.no_catalog": QT_TRANSLATE_NOOP("texts", "No products yet; open items can be sold."),
    "status.catalog_incomplete": QT_TRANSLATE_NOOP("texts", "Not all products have arrived yet."),
    "status.kept_here": QT_TRANSLATE_NOOP("texts", "Kept safely here, and sent when head office answers."),
    "printer.waiting": QT_TRANSLATE_NOOP("texts", "A print waits for the printer."),
}
