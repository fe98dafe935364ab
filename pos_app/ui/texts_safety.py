"""The words of what is wrong with the till's own files; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

SAFETY_TEXTS: dict[str, str] = {
    "disk.full": QT_TRANSLATE_NOOP(
        "texts",
        "The disk is full: no new sales, so that none goes unrecorded. Delete files that are not the till's.",
    ),
    "display.failed": QT_TRANSLATE_NOOP(
        "texts", "The customer's screen shows nothing any more. Selling goes on; restart the till for it."
    ),
    "disk.low": QT_TRANSLATE_NOOP("texts", "The disk is nearly full. Delete files that are not the till's."),
    "disk.room_again": QT_TRANSLATE_NOOP("texts", "There is room on the disk again. Selling goes on."),
    "file.damaged_pages": QT_TRANSLATE_NOOP(
        "texts", "The till's file is damaged (places: {0}). Finish this customer, then call support: restore."
    ),
    "journal.broken": QT_TRANSLATE_NOOP(
        "texts", "Entry {0} of the journal is not as it was written. Call support: enrol this till again."
    ),
    "mirror.missing": QT_TRANSLATE_NOOP(
        "texts", "The second disk is not there ({0}). Plug it in; selling goes on."
    ),
    "mirror.unwritable": QT_TRANSLATE_NOOP(
        "texts", "The second disk cannot be written ({0}). Selling goes on."
    ),
    "mirror.unreadable": QT_TRANSLATE_NOOP(
        "texts", "The journal on the second disk is damaged ({0}). Set up another second disk."
    ),
    "mirror.not_set_up": QT_TRANSLATE_NOOP(
        "texts", "No second disk was set up. Use pos-app backup --to FOLDER."
    ),
    "mirror.same_place": QT_TRANSLATE_NOOP(
        "texts", "{0} holds the till itself. Name a folder on another disk."
    ),
    "backup.failed": QT_TRANSLATE_NOOP(
        "texts", "The backup could not be made. The earlier ones are still there; it is tried again."
    ),
    "backup.damaged": QT_TRANSLATE_NOOP(
        "texts", "The backup did not verify and was thrown away. Check the second disk."
    ),
    "recovery.wrong_code": QT_TRANSLATE_NOOP(
        "texts", "This is not the recovery code of this till. Look at what backup --to has shown."
    ),
    "restore.folder_in_use": QT_TRANSLATE_NOOP(
        "texts", "{0} holds a till already. Move it aside or name another folder."
    ),
    "restore.no_backup": QT_TRANSLATE_NOOP("texts", "There is no sound backup in {0}. Enrol the till anew."),
    "restore.other_key": QT_TRANSLATE_NOOP(
        "texts", "This computer keeps the key of another till for this folder. Name another folder."
    ),
    "restore.failed": QT_TRANSLATE_NOOP(
        "texts", "The backup could not be copied to this disk. Make room, try again."
    ),
    "till.rolled_back": QT_TRANSLATE_NOOP(
        "texts",
        "This till's files are an old copy: entry {0} exists elsewhere. "
        "No sales, so that no number comes twice. Enrol this till again.",
    ),
    "till.other_till": QT_TRANSLATE_NOOP(
        "texts", "This code is for till {0}, but this folder holds till {1}. Ask for a code for {1}."
    ),
    "till.restored": QT_TRANSLATE_NOOP(
        "texts",
        "This till was put back from a backup. Enrol it again, so that no receipt number comes twice.",
    ),
    "keys.wrong_passphrase": QT_TRANSLATE_NOOP(
        "texts", "This is not the passphrase of this till. Try again."
    ),
    "keys.short_passphrase": QT_TRANSLATE_NOOP(
        "texts", "The passphrase is too short. Use at least {0} characters."
    ),
    "keys.locked": QT_TRANSLATE_NOOP("texts", "Without its passphrase this till stays closed. Try again."),
    "storage.io": QT_TRANSLATE_NOOP(
        "texts", "The disk reported an error. Nothing of this was saved: try again, then call support."
    ),
}
