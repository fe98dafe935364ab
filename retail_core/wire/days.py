"""What head office knows of a store's business day over all its tills.

Source: docs/rules/shifts.md, "The day of the store".
"""

from retail_core.wire.base import Id, Message, Millis
from retail_core.wire.reports import Adjustments, Day
from retail_core.wire.shift_facts import DayShift, MissingTill


class DayAsk(Message):
    """``POST /v1/days``: a business day of the asking till's store; right ``day.close`` of ``staff_id``."""

    staff_id: Id
    business_day: Day


class DayReply(Message):
    """The shifts of the day that have a Z, and the tills whose part is not over or not known."""

    business_day: Day
    shifts: tuple[DayShift, ...]
    """In order of their till's label, then of their Z; the asking till's own too, as far as it told them."""
    missing: tuple[MissingTill, ...]
    """Other tills than the asking one: it knows of itself."""
    as_of_ms: Millis
    adjustments: Adjustments = Adjustments()
    """What came for the day, from any till, after it was closed."""
