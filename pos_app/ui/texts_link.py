"""The words of the codes of files, keys, link, devices and pickup steps; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

LINK_TEXTS: dict[str, str] = {
    "auth.revoked": QT_TRANSLATE_NOOP("texts", "Head office has blocked this till. Call head office."),
    "auth.signature": QT_TRANSLATE_NOOP(
        "texts", "Head office does not accept this till's key. Enrol it again."
    ),
    "auth.unknown_key": QT_TRANSLATE_NOOP("texts", "Head office does not know this till. Enrol it again."),
    "auth.stale": QT_TRANSLATE_NOOP("texts", "The clock of this computer is wrong. Set it right."),
    "auth.replayed": QT_TRANSLATE_NOOP("texts", "A request arrived twice and was refused. It is sent again."),
    "clock.skewed": QT_TRANSLATE_NOOP("texts", "The clock of this computer is {0} s off. Set it right."),
    "enrol.code_wrong": QT_TRANSLATE_NOOP(
        "texts", "This one-time code is wrong, used or older than ten minutes. Ask for a new one."
    ),
    "enrol.bad_key": QT_TRANSLATE_NOOP("texts", "The till's new key was refused. Try again."),
    "enrol.no_place": QT_TRANSLATE_NOOP("texts", "This store has no place for another till."),
    "fonts.not_embeddable": QT_TRANSLATE_NOOP("texts", "No font on this computer can be put into a PDF."),
    "keys.missing": QT_TRANSLATE_NOOP(
        "texts", "The till's key is not here. Name its file with --key-file, or call support."
    ),
    "storage.in_use": QT_TRANSLATE_NOOP("texts", "This till is open already. Look for its window."),
    "storage.newer": QT_TRANSLATE_NOOP("texts", "These files are of a newer release. Install it."),
    "journal.quarantined": QT_TRANSLATE_NOOP(
        "texts", "Head office has set this till's entries aside. Call support; selling goes on."
    ),
    "journal.fork": QT_TRANSLATE_NOOP(
        "texts",
        "Two tills write under this name. No sales here, so that no number comes twice: "
        "enrol this till again.",
    ),
    "printer.broke_midway": QT_TRANSLATE_NOOP(
        "texts", "The printer stopped in the middle. Look at the paper; Ctrl+P prints a copy."
    ),
    "printer.cover_open": QT_TRANSLATE_NOOP("texts", "The printer's cover is open. Close it."),
    "printer.no_answer": QT_TRANSLATE_NOOP("texts", "The printer does not say whether it printed. Look."),
    "printer.interrupted": QT_TRANSLATE_NOOP(
        "texts", "The till stopped while printing. Look at the paper; Ctrl+P prints a copy."
    ),
    "printer.bad_document": QT_TRANSLATE_NOOP("texts", "This paper cannot be printed. Ctrl+P makes a copy."),
    "protocol.unknown": QT_TRANSLATE_NOOP("texts", "Head office is of another release. Update the till."),
    "request.too_large": QT_TRANSLATE_NOOP("texts", "Too much was sent at once. Call support."),
    "sale.price_is_old": QT_TRANSLATE_NOOP("texts", "A price has changed. Look at the new total, then pay."),
    "shift.bad_count": QT_TRANSLATE_NOOP("texts", "This count is not possible. Count again."),
    "sync.anchor_unsigned": QT_TRANSLATE_NOOP(
        "texts", "The answer is not signed by head office. Nothing is sent until it is."
    ),
    "sync.busy": QT_TRANSLATE_NOOP("texts", "Head office is busy. It is tried again by itself."),
    "sync.drill": QT_TRANSLATE_NOOP("texts", "The till acts as if it were offline."),
    "order.arrived": QT_TRANSLATE_NOOP("texts", "New pickup order {0}"),
    "pick.incomplete": QT_TRANSLATE_NOOP("texts", "Not everything is picked yet: {0} to go."),
    "pick.ready": QT_TRANSLATE_NOOP("texts", "{0} is ready on shelf {1}."),
    "hand_over.undone": QT_TRANSLATE_NOOP("texts", "{0} is back. The customer's code is good again."),
}
