"""The words of what is wrong with the till's own files; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

SAFETY_TEXTS: dict[str, str] = {
    "disk.full": QT_TRANSLATE_NOOP(
        "texts",
        "The disk is full: no new sales, so that none goes unrecorded. Delete files that are not the till's.",
    ),
    "disk.low": QT_TRANSLATE_NOOP("texts", "The disk is nearly full. Delete files that are not the till's."),
    "disk.room_again": QT_TRANSLATE_NOOP("texts", "There is room on the disk again. Selling goes on."),
    "file.damaged_pages": QT_TRANSLATE_NOOP(
        "texts", "The till's file is damaged (places: {0}). Finish this customer, then call support: restore."
    ),
    "journal.broken": QT_TRANSLATE_NOOP(
        "texts", "Entry {0} of the journal is not as it was written. Call support: enrol this till again."
    ),
    "storage.io": QT_TRANSLATE_NOOP(
        "texts", "The disk reported an error. Nothing of this was saved: try again, then call support."
    ),
}
