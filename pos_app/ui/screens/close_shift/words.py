"""What is said about sales that wait while a shift is closed."""

from pos_app.services.close_shift import ShiftToClose
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate


def parked_text(shift: ShiftToClose | None, formats: Formats) -> str:
    """Return what becomes of parked sales; nothing without any."""
    if shift is None or not shift.parked:
        return ""
    said = []
    stay = shift.parked - shift.parked_expired
    if stay:
        text = translate(
            "CloseShift",
            "{count} parked sales stay: recall or give them up, or leave them to the next shift.",
        )
        said.append(text.format(count=formats.number(stay)))
    if shift.parked_expired:
        text = translate("CloseShift", "{count} parked sales have expired and will be given up.")
        said.append(text.format(count=formats.number(shift.parked_expired)))
    return " ".join(said)
