"""What the screen that opens a shift shows."""

from dataclasses import dataclass

from pos_app.services.shift_desk import ShiftStart
from pos_app.ui.cash_count import CashCount
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class OpenShiftState:
    """The float as counted, what it starts from, and what went wrong as a code with its arguments."""

    count: CashCount
    start: ShiftStart | None = None
    cashier: str = ""
    busy: bool = False
    code: str = ""
    arguments: tuple[object, ...] = ()

    @property
    def difference(self) -> Money | None:
        """The float less what the last close left; ``None`` when one of them is not known."""
        if self.start is None or self.start.carried_minor is None or self.count.is_empty:
            return None
        return self.count.money - Money(self.start.carried_minor, self.count.currency)
