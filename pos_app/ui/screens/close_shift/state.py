"""What the screen that closes a shift shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos_app.services.close_shift import ShiftToClose
from pos_app.services.records import TenderKind
from pos_app.ui.amount_entry import AmountEntry

if TYPE_CHECKING:  # pydantic is not imported before the first picture.
    from retail_core.wire.facts import ShiftClosed


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted of a tender so far."""

    kind: TenderKind
    entry: AmountEntry


@dataclass(frozen=True, slots=True)
class Message:
    """A code with its arguments, and whether it is good news."""

    code: str
    arguments: tuple[object, ...] = ()
    good: bool = False


@dataclass(frozen=True, slots=True)
class CloseShiftState:
    """The blind count, and once it is closed the Z with the picture of its paper (PNG)."""

    shift: ShiftToClose | None = None
    counts: tuple[Count, ...] = ()
    chosen: TenderKind = "cash"
    unsent: int = 0
    ready_orders: int = 0
    busy: bool = False
    z: ShiftClosed | None = None
    preview: bytes = b""
    message: Message | None = None

    @property
    def next_kind(self) -> TenderKind | None:
        """The tender to count next, when what is chosen is counted and another is not."""
        missing = [count.kind for count in self.counts if count.entry.is_empty]
        return None if not missing or self.chosen in missing else missing[0]
