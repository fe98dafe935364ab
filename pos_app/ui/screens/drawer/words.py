"""What the acts at the drawer are called, and how its notes read."""

from pos_app.services.shift_desk import DrawerBook, DrawerNote
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.drawer.state import REASONS, Act
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.facts_table import Column
from retail_core.money import Money

_OUT = frozenset({"paid_out", "safe_drop"})
_REASONS = frozenset(reason for reasons in REASONS.values() for reason in reasons)


def act_label(act: Act | str) -> str:
    """Return the name of an act, as it stands on its button and in the list."""
    names = {
        "paid_in": translate("Drawer", "Paid in"),
        "paid_out": translate("Drawer", "Paid out"),
        "safe_drop": translate("Drawer", "To the safe"),
        "float_added": translate("Drawer", "More float"),
        "no_sale": translate("Drawer", "Open the drawer"),
        "x_read": translate("Drawer", "X report"),
        "suspend": translate("Drawer", "Suspend the shift"),
        "suspended": translate("Drawer", "Suspended"),
        "resumed": translate("Drawer", "Resumed"),
    }
    return names[act]


def act_hint(act: Act) -> str:
    """Return what an act is for."""
    hints: dict[Act, str] = {
        "paid_in": translate("Drawer", "Cash that comes into the drawer and is no sale."),
        "paid_out": translate("Drawer", "Cash that leaves the drawer for something the shop buys or owes."),
        "safe_drop": translate(
            "Drawer", "Cash that goes from the drawer into the safe; it is not counted again."
        ),
        "float_added": translate("Drawer", "Change that is brought to the drawer."),
        "no_sale": translate("Drawer", "The drawer opens without a sale. It stands in the Z."),
        "suspend": translate("Drawer", "The shift waits. Somebody goes on with it, or it is closed later."),
    }
    return hints[act]


def columns() -> list[Column]:
    """Return the headings of the list."""
    return [
        Column(translate("Drawer", "When")),
        Column(translate("Drawer", "What")),
        Column(translate("Drawer", "Amount"), figures=True),
        Column(translate("Drawer", "Who")),
        Column(translate("Drawer", "Why"), stretch=True),
    ]


def rows(book: DrawerBook, formats: Formats) -> list[list[str]]:
    """Return what happened, newest first."""
    return [_row(note, book.currency, formats=formats) for note in book.notes]


def _row(note: DrawerNote, currency: str, *, formats: Formats) -> list[str]:
    amount = ""
    if note.amount_minor is not None:
        signed = -note.amount_minor if note.kind in _OUT else note.amount_minor
        amount = formats.money(Money(signed, currency))
    who = note.actor_name
    if note.approved_by_name:
        who = translate("Drawer", "{name}, allowed by {other}").format(name=who, other=note.approved_by_name)
    reason = text_of(f"cash_reason.{note.reason}") if note.reason in _REASONS else note.reason
    why = " · ".join(part for part in (reason, note.note) if part)
    return [formats.time(note.at_ms), act_label(note.kind), amount, who, why]
