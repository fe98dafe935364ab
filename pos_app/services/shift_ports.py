"""What use cases need of stored shifts, their cash movements and their Z reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from pos_app.services.records import Shift
from retail_core.journal import Entry

if TYPE_CHECKING:  # pydantic is not imported before the first picture; the contracts still count these.
    from retail_core.wire.facts import ShiftClosed
    from retail_core.wire.shift_facts import CashMoved


class ShiftRepository(Protocol):
    """Shifts (state), movements of their cash and Z reports (facts)."""

    def open(self) -> Shift | None:
        """Return the active shift, if one is: neither closed nor suspended."""

    def suspended(self) -> Sequence[Shift]:
        """Return the shifts that are put aside, the oldest first."""

    def get(self, shift_id: str) -> Shift | None:
        """Return a shift."""

    def recent(self, limit: int) -> Sequence[Shift]:
        """Return the newest shifts first."""

    def of_day(self, business_day: str) -> Sequence[Shift]:
        """Return the shifts of a business day, by number."""

    def last_number(self) -> int:
        """Return the highest shift number so far, 0 before the first."""

    def add(self, shift: Shift) -> None:
        """Write a shift that was opened."""

    def mark_suspended(self, shift_id: str, at_ms: int | None) -> None:
        """Put a shift aside, or make it the active one with ``None``."""

    def mark_closed(self, shift_id: str, closed_ms: int, *, left_minor: int | None = None) -> None:
        """Note that a shift is closed, and what it left in its drawer."""

    def left_behind(self, drawer: str, owner: str) -> Shift | None:
        """Return the shift that was closed last of those whose float still waits.

        Args:
            drawer: ``shared`` or ``personal``.
            owner: Whose drawer it is; of no account for a shared one.
        """

    def take_over(self, shift_id: str) -> None:
        """Note that what a closed shift had left is the float of another one now."""

    def forget_left(self) -> None:
        """Forget what all drawers hold: the till starts anew."""

    def next_move_seq(self, incarnation: int) -> int:
        """Return the number of the next slip of a cash movement, from 1 in each incarnation."""

    def is_moved(self, movement_id: str) -> bool:
        """Return whether a movement was made."""

    def add_move(self, body: CashMoved, *, entry: Entry, slip_seq: int) -> None:
        """Write a movement of cash."""

    def moves_of_shift(self, shift_id: str) -> Sequence[CashMoved]:
        """Return the movements of a shift in their order."""

    def last_z(self) -> ShiftClosed | None:
        """Return the newest Z report."""

    def z_of(self, shift_id: str) -> ShiftClosed | None:
        """Return the Z report of a shift."""

    def add_z(self, report: ShiftClosed, seq: int) -> None:
        """Write a Z report, once and for ever."""
