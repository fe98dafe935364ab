"""What the screen that closes a shift shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pos_app.services.card_comparison import Comparison
from pos_app.services.records import TenderKind
from pos_app.services.shift_desk import ClosingShift, CountResult, Unfinished
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.cash_count import CashCount
from retail_core.money import Money

if TYPE_CHECKING:  # pydantic is not imported before the first picture.
    from retail_core.wire.facts import ShiftClosed

Step = Literal["unfinished", "count", "result", "closed"]
"""What is unfinished; the blind count; the differences and what stays in the drawer; the Z."""


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted of a tender so far."""

    kind: TenderKind
    cash: CashCount


@dataclass(frozen=True, slots=True)
class Message:
    """A code with its arguments, and whether it is good news."""

    code: str
    arguments: tuple[object, ...] = ()
    good: bool = False


@dataclass(frozen=True, slots=True)
class Leaving:
    """How much stays in the drawer, and the words on the difference, once it was counted."""

    left: AmountEntry
    touched: bool = False
    """Whether somebody keyed in what stays; what is suggested gives way to the first digit."""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CloseShiftState:
    """Where closing stands, and once it is closed the Z with the picture of its paper (PNG)."""

    step: Step = "unfinished"
    shift: ClosingShift | None = None
    counts: tuple[Count, ...] = ()
    chosen: TenderKind = "cash"
    outcomes: tuple[CountResult, ...] = ()
    """The counts as they were submitted, oldest first."""
    cards: Comparison | None = None
    """What the provider's list says beside the till's cards; ``None`` while it is asked."""
    leaving: Leaving = field(default_factory=lambda: Leaving(AmountEntry("CNY")))
    busy: bool = False
    z: ShiftClosed | None = None
    preview: bytes = b""
    message: Message | None = None

    @property
    def unfinished(self) -> tuple[Unfinished, ...]:
        """What is unfinished, what stops the close first."""
        return () if self.shift is None else self.shift.unfinished

    @property
    def stops(self) -> bool:
        """Whether something has to be finished first."""
        return any(thing.stops for thing in self.unfinished)

    @property
    def count(self) -> CashCount | None:
        """What was counted of the tender that is chosen."""
        return next((count.cash for count in self.counts if count.kind == self.chosen), None)

    @property
    def next_kind(self) -> TenderKind | None:
        """The tender to count next, when what is chosen is counted and another is not."""
        missing = [count.kind for count in self.counts if count.cash.is_empty]
        return None if not missing or self.chosen in missing else missing[0]

    @property
    def outcome(self) -> CountResult | None:
        """The newest count that was submitted."""
        return self.outcomes[-1] if self.outcomes else None

    @property
    def counted_cash(self) -> Money:
        """The cash of the newest count."""
        counted = 0 if self.outcome is None else self.outcome.cash_minor
        return Money(counted, self.leaving.left.currency)

    @property
    def taken(self) -> Money:
        """What goes to the safe; negative when more is to stay than was counted."""
        return self.counted_cash - self.leaving.left.money
