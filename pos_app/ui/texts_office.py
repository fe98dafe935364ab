"""The words of what head office refuses or cannot do now; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

_ENTRY = QT_TRANSLATE_NOOP(
    "texts", "Head office refused this till's entries. They are kept here; selling goes on. Call support."
)
_ALTERED = QT_TRANSLATE_NOOP(
    "texts", "An entry is not as it was written. Everything is kept here; selling goes on. Call support."
)
_SETTING_UP = QT_TRANSLATE_NOOP(
    "texts", "Head office is not set up yet. Selling goes on; it is tried again by itself."
)
_NOT_UNDERSTOOD = QT_TRANSLATE_NOOP(
    "texts", "Head office did not understand this till. Nothing was lost. Update the till, or call support."
)
_NOT_SIGNED = QT_TRANSLATE_NOOP(
    "texts", "Head office did not see who was asking. It is tried again; if this stays, call support."
)

OFFICE_TEXTS: dict[str, str] = {
    "auth.components": _NOT_SIGNED,
    "auth.missing": _NOT_SIGNED,
    "auth.token": _NOT_SIGNED,
    "catalog.no_such_part": QT_TRANSLATE_NOOP(
        "texts", "The new catalog arrived damaged. The old one stays in use."
    ),
    "catalog.unknown_version": QT_TRANSLATE_NOOP(
        "texts", "This catalog is no longer at head office. The newest one is fetched by itself."
    ),
    "catalog.bad_version": QT_TRANSLATE_NOOP(
        "texts", "The new catalog has a wrong name. The old one stays in use; call support."
    ),
    "catalog.not_staged": QT_TRANSLATE_NOOP(
        "texts", "The new catalog is not complete. The old one stays in use; it is fetched again by itself."
    ),
    "catalog.reset": QT_TRANSLATE_NOOP(
        "texts", "Head office starts its catalog anew. The old one stays in use until the new one is here."
    ),
    "feed.bad_document": QT_TRANSLATE_NOOP(
        "texts", "One message of head office cannot be read and was set aside. Update the till."
    ),
    "chain.body_altered": _ALTERED,
    "chain.personal_altered": _ALTERED,
    "chain.hash_wrong": _ALTERED,
    "chain.fork": _ALTERED,
    "chain.other_till": _ENTRY,
    "chain.gap": _ENTRY,
    "journal.head_signature": _ENTRY,
    "journal.id_taken": _ENTRY,
    "journal.not_consecutive": _ENTRY,
    "journal.other_till": _ENTRY,
    "request.broken_off": QT_TRANSLATE_NOOP(
        "texts", "The connection broke off. Nothing was lost; it is tried again by itself."
    ),
    "report.bad_days": QT_TRANSLATE_NOOP(
        "texts", "No report can be made of these days. Choose other ones, 800 days at most."
    ),
    "report.bad_place": QT_TRANSLATE_NOOP("texts", "This list does not go on here. Open it again."),
    "report.no_entry": QT_TRANSLATE_NOOP(
        "texts", "Head office does not have this entry. Open the list again."
    ),
    "report.nothing_kept": QT_TRANSLATE_NOOP(
        "texts",
        "Head office cannot be reached, and it has told this till nothing of these stores and days in the "
        "last two weeks. Connect the till and ask again, or choose what was looked at before.",
    ),
    "report.no_right": QT_TRANSLATE_NOOP("texts", "Head office says that you may not see this report."),
    "request.in_progress": QT_TRANSLATE_NOOP("texts", "Head office still works on this. Wait a moment."),
    "request.malformed": _NOT_UNDERSTOOD,
    "request.refused": _NOT_UNDERSTOOD,
    "request.unknown_path": _NOT_UNDERSTOOD,
    "request.wrong_method": _NOT_UNDERSTOOD,
    "server.busy": QT_TRANSLATE_NOOP("texts", "Head office is busy. It is tried again by itself."),
    "server.failed": QT_TRANSLATE_NOOP(
        "texts", "Something failed at head office. Selling goes on; it is tried again by itself."
    ),
    "server.no_keys": _SETTING_UP,
    "server.no_tenant": _SETTING_UP,
    "server.not_ready": _SETTING_UP,
    "store.unknown": QT_TRANSLATE_NOOP("texts", "Head office does not know this store. Call head office."),
    "terminal.unknown": QT_TRANSLATE_NOOP(
        "texts", "Head office does not know this till. Ask for a one-time code and enrol it again."
    ),
    "spool.no_job": QT_TRANSLATE_NOOP(
        "texts", "This paper is no longer kept on this till. Its figures are in the report."
    ),
    "storage.fact_is_final": QT_TRANSLATE_NOOP(
        "texts", "What is written in the journal stays as it is. Nothing was changed; call support."
    ),
}
