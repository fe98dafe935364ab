"""What the screen that closes the day shows."""

from dataclasses import dataclass, field

from pos_app.services.day_model import DayBook
from pos_app.ui.said import Said


@dataclass(frozen=True, slots=True)
class DayCloseState:
    """The day as it is known now, and what was done or went wrong.

    With ``asking`` an incomplete day is about to be closed all the same.
    """

    book: DayBook | None = None
    asking: bool = False
    busy: bool = False
    said: Said = field(default_factory=Said)
    good: bool = False
