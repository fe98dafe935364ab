"""What the screen that opens a shift shows."""

from dataclasses import dataclass

from pos_app.ui.amount_entry import AmountEntry


@dataclass(frozen=True, slots=True)
class OpenShiftState:
    """The float as keyed in, and what went wrong as a code with its arguments."""

    entry: AmountEntry
    cashier: str = ""
    busy: bool = False
    code: str = ""
    arguments: tuple[object, ...] = ()
