"""What the drawer's screen shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pos_app.services.shift_desk import DrawerBook
from pos_app.ui.cash_count import CashCount
from pos_app.ui.said import Said

Act = Literal["paid_in", "paid_out", "safe_drop", "float_added", "no_sale", "suspend"]
"""What is done after a form was filled in."""

ACTS: tuple[Act, ...] = ("paid_in", "paid_out", "safe_drop", "float_added", "no_sale", "suspend")

REASONS: dict[Act, tuple[str, ...]] = {
    "paid_in": ("debt_settled", "found", "correction", "other"),
    "paid_out": ("purchase", "service", "postage", "wages", "correction", "other"),
    "safe_drop": ("too_much_cash", "shift_change", "other"),
    "float_added": ("change_needed", "other"),
    "no_sale": ("change_for_customer", "check", "key_lost", "other"),
    "suspend": ("break", "cashier_change", "other_till", "other"),
}
"""Why, most often; each is one touch."""

WITH_PIECES: frozenset[Act] = frozenset({"safe_drop", "float_added"})
"""Where pieces may be counted instead of typing one amount."""

WITHOUT_AMOUNT: frozenset[Act] = frozenset({"no_sale", "suspend"})


@dataclass(frozen=True, slots=True)
class Form:
    """What is being filled in."""

    act: Act
    count: CashCount
    reason: str = ""
    note: str = ""
    movement_id: str = ""

    @property
    def has_amount(self) -> bool:
        """Whether cash moves."""
        return self.act not in WITHOUT_AMOUNT


@dataclass(frozen=True, slots=True)
class DrawerState:
    """The notes of the shift; the form or the X that is open over them; what was done, or went wrong."""

    book: DrawerBook | None = None
    form: Form | None = None
    x_number: int = 0
    """The number of the X that is shown, 0 for none."""
    preview: bytes = b""
    busy: bool = False
    said: Said = field(default_factory=Said)
    good: bool = False
