"""What the sheets for a line and for the sale show, and what the lines say about acts by hand."""

from dataclasses import dataclass, field
from typing import Literal

from pos_app.services.basket_model import HandKind
from pos_app.services.records import Names
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.said import Said
from retail_core.money import Money

HandMode = Literal["percent", "amount", "price", "drop", "note"]

LINE_MODES: tuple[HandMode, ...] = ("percent", "amount", "price", "note")
SALE_MODES: tuple[HandMode, ...] = ("percent", "amount", "drop", "note")
QUICK_BP = (500, 1_000, 1_500, 2_000, 5_000)
"""Percentages that one touch gives."""

_WHOLE_BP = 10_000


@dataclass(frozen=True, slots=True)
class PercentEntry:
    """A percentage as it is keyed in, to hundredths, at most 100; every key gives a new one."""

    text: str = ""

    @classmethod
    def of(cls, basis_points: int) -> "PercentEntry":
        """Return the entry that shows ``basis_points``."""
        whole, rest = divmod(basis_points, 100)
        return cls(f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole))

    @property
    def basis_points(self) -> int:
        """What was keyed in so far; 0 for nothing."""
        whole, _, fraction = self.text.partition(".")
        return int(whole or "0") * 100 + int(fraction.ljust(2, "0"))

    def press(self, key: str) -> "PercentEntry":
        """Return the entry after a key: digits, ``.``, ``back``; what makes no sense does nothing."""
        if key == "back":
            return PercentEntry(self.text[:-1])
        if key == ".":
            return self if "." in self.text else PercentEntry((self.text or "0") + ".")
        entry = self
        for digit in key:
            entry = entry._with_digit(digit)
        return entry

    def _with_digit(self, digit: str) -> "PercentEntry":
        if not (digit.isascii() and digit.isdigit()) or len(self.text.partition(".")[2]) >= 2:
            return self
        grown = PercentEntry(digit if self.text in {"", "0"} else self.text + digit)
        return grown if grown.basis_points <= _WHOLE_BP else self


@dataclass(frozen=True, slots=True)
class Preview:
    """What the act would take off and leave; ``reaches`` tells that nobody has to be asked."""

    off: Money
    left: Money
    reaches: bool


@dataclass(frozen=True, slots=True)
class HandForm:
    """A sheet for one line, or with ``line_id`` ``None`` for the whole sale.

    ``standing`` is the kind of act that stands there already, empty for none; of the sale ``dropped`` tells
    the same of small change. ``drops`` are the amounts of small change that can be dropped with one touch.
    """

    amount: AmountEntry
    percent: PercentEntry = field(default_factory=PercentEntry)
    line_id: str | None = None
    names: Names | None = None
    mode: HandMode = "percent"
    reason: str = ""
    note: str = ""
    standing: HandKind | Literal[""] = ""
    dropped: bool = False
    drops: tuple[Money, ...] = ()
    gift_receipt: bool = False
    preview: Preview | None = None
    error: Said = field(default_factory=Said)

    @property
    def value(self) -> int:
        """What was keyed in: basis points, or minor units."""
        return self.percent.basis_points if self.mode == "percent" else self.amount.money.minor

    @property
    def can_take_off(self) -> bool:
        """Whether there is something to take off again in this mode."""
        return self.dropped if self.mode == "drop" else bool(self.standing) and self.mode != "note"


@dataclass(frozen=True, slots=True)
class HandMark:
    """An act by hand on a line, or with its amount on the sale.

    ``allowed_by`` is another person's name; ``open`` tells that somebody still has to allow it.
    """

    kind: HandKind
    value: int
    amount: Money
    allowed_by: str = ""
    open: bool = False
