"""How the shifts of a day read, and what is missing of it."""

from datetime import UTC, date, datetime, time

from pos_app.services.day_model import DayBook, DayRow, UnknownTill
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.widgets.facts_table import Column
from retail_core.money import Money


def columns() -> list[Column]:
    """Return the headings of the shifts."""
    return [
        Column(translate("DayClose", "Till"), stretch=True),
        Column(translate("DayClose", "Shift")),
        Column(translate("DayClose", "Z no.")),
        Column(translate("DayClose", "Closed")),
        Column(translate("DayClose", "Net sales"), figures=True),
        Column(translate("DayClose", "Difference"), figures=True),
        Column(translate("DayClose", "To the safe"), figures=True),
    ]


def rows(book: DayBook, formats: Formats) -> list[list[str]]:
    """Return the shifts, a row each."""
    return [_row(row, book.currency, formats=formats) for row in book.shifts]


def _row(row: DayRow, currency: str, *, formats: Formats) -> list[str]:
    def money(minor: int) -> str:
        return formats.money(Money(minor, currency))

    return [
        row.till,
        str(row.shift_number),
        str(row.z_number),
        formats.time(row.closed_ms),
        money(row.net_minor),
        money(row.difference_minor) if row.difference_minor else translate("DayClose", "Exact"),
        money(row.taken_minor),
    ]


def missing_text(missing: UnknownTill) -> str:
    """Return what is missing of a till, and what to do."""
    texts = {
        "open": translate("DayClose", "{till}: a shift is still open. Close it there first."),
        "silent": translate("DayClose", "{till}: not heard of. What it sold comes later and stands apart."),
    }
    return texts[missing.why].format(till=missing.till)


def day_text(day: str, formats: Formats) -> str:
    """Return a business day as a date."""
    noon = datetime.combine(date.fromisoformat(day), time(12), tzinfo=UTC)
    return formats.date(int(noon.timestamp() * 1000))
