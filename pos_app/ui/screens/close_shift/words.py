"""What is said about closing a shift: unfinished things, differences, what stays."""

from pos_app.services.shift_desk import CountResult, Unfinished
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.labels import Kind
from retail_core.money import Money

MARKS: dict[bool, str] = {True: "⊘", False: "△"}
"""In front of what stops the close, and of what only should be known."""


def unfinished_text(thing: Unfinished, formats: Formats) -> str:
    """Return what is unfinished, and what becomes of it."""
    texts = {
        "basket": text_of("shift.basket_open"),
        "doubts": translate(
            "CloseShift", "{count} card payments are not settled: they pay for nothing yet, or are in doubt."
        ),
        "parked": translate(
            "CloseShift",
            "{count} parked sales stay: recall or give them up, or leave them to the next shift.",
        ),
        "expired": translate("CloseShift", "{count} parked sales have expired and will be given up."),
        "suspended": translate(
            "CloseShift", "{count} suspended shifts stay open at this till; each is counted on its own."
        ),
        "ready": translate(
            "CloseShift", "Orders waiting to be picked up: {count}. They stay for the next shift."
        ),
        "unsent": translate("CloseShift", "To send: {count}. It is sent later; nothing is lost."),
    }
    return texts[thing.kind].format(count=formats.number(thing.count))


def difference_text(
    expected_minor: int, counted_minor: int, *, currency: str, formats: Formats
) -> tuple[str, str, Kind]:
    """Return the difference in words and figures, what it is made of, and its tone."""
    difference = Money(counted_minor - expected_minor, currency)
    note = translate("CloseShift", "Counted {counted}, expected {expected}").format(
        counted=formats.money(Money(counted_minor, currency)),
        expected=formats.money(Money(expected_minor, currency)),
    )
    if not difference:
        return translate("CloseShift", "Exact"), note, "ok"
    word = translate("CloseShift", "Over") if difference.minor > 0 else translate("CloseShift", "Short")
    return f"{word} {formats.money(abs(difference))}", note, "warn"


def earlier_text(outcomes: tuple[CountResult, ...], currency: str, *, formats: Formats) -> str:
    """Return what was counted before the newest count; nothing after the first."""
    lines = [
        translate("CloseShift", "Count {number}: {amount} cash. It is kept.").format(
            number=outcome.attempt, amount=formats.money(Money(outcome.cash_minor, currency))
        )
        for outcome in outcomes[:-1]
    ]
    return "\n".join(lines)
