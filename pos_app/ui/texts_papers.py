"""The words of reports that leave the till as files and on paper; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

PAPER_TEXTS: dict[str, str] = {
    "report.no_folder": QT_TRANSLATE_NOOP(
        "texts", "The folder {0} is not there. Plug it in or name another."
    ),
    "report.not_written": QT_TRANSLATE_NOOP(
        "texts", "The report could not be written to {0}. Make room or name another folder."
    ),
    "report.no_format": QT_TRANSLATE_NOOP("texts", "No kind of file was chosen. Choose at least one."),
    "page_printer.none": QT_TRANSLATE_NOOP(
        "texts", "This computer has no printer for A4. Save the report as PDF, or set up a printer."
    ),
    "page_printer.failed": QT_TRANSLATE_NOOP(
        "texts", "The printer for A4 did not take the report. Check it, then print again."
    ),
    "day_end.no_folder": QT_TRANSLATE_NOOP(
        "texts",
        "Closes whose files wait: {0}. The folder {1} is not there; they are written when it is back.",
    ),
    "day_end.no_path": QT_TRANSLATE_NOOP(
        "texts", "This is no whole path. Type all of it, or choose the folder."
    ),
    "day_end_news.set": QT_TRANSLATE_NOOP("texts", "Files are written at the next close."),
    "day_end_news.off": QT_TRANSLATE_NOOP("texts", "No files are written by themselves any more."),
    "day_end.waiting": QT_TRANSLATE_NOOP(
        "texts", "Closes whose files wait: {0}. They cannot be written to {1}; it is tried again."
    ),
}
