"""A click-and-collect order: its states, and what became of every piece of every line.

The steps from one state to the next are in :mod:`retail_core.order_steps`.

Source: docs/rules/orders.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from retail_core.money import round_ratio

OrderState = Literal[
    "placed",
    "accepted",
    "rejected",
    "picking",
    "picked",
    "partly_picked",
    "packed",
    "ready",
    "handed_over",
    "partly_handed_over",
    "closed",
    "cancelled",
    "no_show",
    "returned",
]
Preference = Literal["none", "same_or_lower", "within_30", "contact"]
"""What the customer lets a store put in the place of what is not there."""
Fulfilment = Literal["pickup", "courier"]
"""Who takes it out of the store: its customer, or a courier, a platform's or the store's own."""
LateNote = Literal["", "late", "coupon"]
"""Whether an order was later than promised by the store's limit, and whether that earned a coupon."""

WAITING: Final[tuple[OrderState, ...]] = ("placed", "accepted")
"""Nobody has begun."""
AT_WORK: Final[tuple[OrderState, ...]] = ("picking", "partly_picked", "picked", "packed")
"""Somebody is about it."""
OPEN: Final[tuple[OrderState, ...]] = (*WAITING, *AT_WORK, "ready", "partly_handed_over")
"""Something of it may still be handed over."""
ENDED: Final[tuple[OrderState, ...]] = (
    "handed_over",
    "closed",
    "rejected",
    "cancelled",
    "no_show",
    "returned",
)
"""Nothing of it is open."""
HANDED: Final[tuple[OrderState, ...]] = ("handed_over", "partly_handed_over", "closed", "returned")
"""Something of it has left the store."""

_DEARER_PERCENT: Final = 130


class StepRefused(ValueError):  # noqa: N818 - says what became of it.
    """A step does not fit: ``code`` says why, ``arguments`` what of the order it met."""

    def __init__(self, code: str, *arguments: str | int) -> None:
        super().__init__(code, *arguments)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class LineDone:
    """What became of a line: thousandths of its unit, minor units of the order's currency, all >= 0."""

    picked_milli: int = 0
    """Found and laid aside; what was handed over since stays counted."""
    handed_milli: int = 0
    handed_minor: int = 0
    refunded_milli: int = 0
    refunded_minor: int = 0
    """To be given back, also the difference to a cheaper substitute."""
    moved_milli: int = 0
    """What goes on elsewhere: on the line of its substitute, or in an order of another store."""
    moved_minor: int = 0
    returned_milli: int = 0
    """Of ``handed_milli``: what the customer brought back."""
    returned_minor: int = 0
    put_back_milli: int = 0
    """What was picked for nobody and is on the shelf again, or was thrown away."""
    picker: str = ""
    """Whose line it is; nobody else picks it without taking it over."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was ordered and paid, and what became of it.

    A deposit names the line of its goods and shares their fate; there is nothing of its own to hand over.
    """

    line_id: str
    ordered_milli: int
    total_minor: int
    deposit_of: str = ""
    substitutes: str = ""
    """The line in whose place it stands; such a line was paid by what that one had been paid."""
    done: LineDone = LineDone()

    @property
    def is_goods(self) -> bool:
        """Whether there is something to pick."""
        return not self.deposit_of

    @property
    def open_milli(self) -> int:
        """What is neither handed over nor given back nor moved on."""
        done = self.done
        return self.ordered_milli - done.handed_milli - done.refunded_milli - done.moved_milli

    @property
    def left_minor(self) -> int:
        """What was paid for what is open."""
        done = self.done
        return self.total_minor - done.handed_minor - done.refunded_minor - done.moved_minor

    @property
    def laid_aside_milli(self) -> int:
        """What was picked and waits for the customer."""
        return min(self.open_milli, max(0, self.done.picked_milli - self.done.handed_milli))

    @property
    def missing_milli(self) -> int:
        """What is open and not picked."""
        return self.open_milli - self.laid_aside_milli

    @property
    def to_put_back_milli(self) -> int:
        """What was picked and is nobody's any more."""
        done = self.done
        return max(0, done.picked_milli - done.handed_milli - done.put_back_milli - self.open_milli)

    def share_minor(self, qty_milli: int) -> int:
        """Return what was paid for a part of what is open; the last part takes the residual."""
        if qty_milli == self.open_milli:
            return self.left_minor
        return round_ratio(self.left_minor * qty_milli, self.open_milli)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a line and what was paid for it."""

    line_id: str
    qty_milli: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Progress:
    """An order: its state and its lines in their order."""

    state: OrderState
    lines: tuple[Line, ...]

    @property
    def goods(self) -> tuple[Line, ...]:
        """The lines with something to pick."""
        return tuple(line for line in self.lines if line.is_goods)

    @property
    def is_open(self) -> bool:
        """Whether anything of it may still be handed over."""
        return any(line.open_milli for line in self.goods)

    @property
    def goes_on(self) -> bool:
        """Whether a part of it became an order of another store; a substitute stays in this one."""
        return any(self.went_on_milli(line) for line in self.goods)

    def went_on_milli(self, line: Line) -> int:
        """Return what of a line went to another store: what moved on and stands on no line here."""
        here = sum(each.ordered_milli for each in self.lines if each.substitutes == line.line_id)
        return max(0, line.done.moved_milli - here)

    @property
    def was_handed(self) -> bool:
        """Whether anything of it is with the customer, or was."""
        return any(line.done.handed_milli for line in self.goods)

    def line(self, line_id: str) -> Line:
        """Return the line of goods with this id.

        Raises:
            StepRefused: ``order.line_unknown``.
        """
        for line in self.goods:
            if line.line_id == line_id:
                return line
        raise StepRefused("order.line_unknown", line_id)


def substitute_fault(
    preference: Preference, *, share_minor: int, price_minor: int, cap_minor: int = 0, asked: bool = False
) -> str:
    """Return why a substitute is not what the customer wants, or "".

    ``share_minor`` is what was paid for what it stands for, ``price_minor`` what it costs, ``cap_minor`` the
    most that it may cost whatever the preference says, 0 for no such limit; ``asked`` says that the customer
    was asked and wants it.
    """
    if asked:
        return ""
    if preference == "none":
        return "order.no_substitute"
    if preference == "contact":
        return "order.ask_customer"
    most = share_minor if preference == "same_or_lower" else share_minor * _DEARER_PERCENT // 100
    if price_minor > most or (cap_minor and price_minor > cap_minor):
        return "order.substitute_too_dear"
    return ""


def faults(order: Progress) -> list[str]:
    """Return which invariants an order breaks; none ever should. Source: docs/rules/orders.md, "The sums"."""
    found = []
    for line in order.lines:
        done = line.done
        figures = (line.open_milli, line.left_minor, *(n for n in _figures(done)))
        if min(figures) < 0:
            found.append(f"{line.line_id}: below zero")
        if not line.open_milli and line.left_minor:
            found.append(f"{line.line_id}: money without goods")
        if done.returned_milli > done.handed_milli or done.returned_minor > done.handed_minor:
            found.append(f"{line.line_id}: more came back than left")
        if not order.is_open and line.open_milli:
            found.append(f"{line.line_id}: a deposit is left over")
    if (order.state in OPEN) != order.is_open:
        found.append(f"{order.state}: open or not")
    return found


def _figures(done: LineDone) -> Iterator[int]:
    yield from (done.picked_milli, done.handed_milli, done.handed_minor, done.refunded_milli)
    yield from (done.refunded_minor, done.moved_milli, done.moved_minor, done.returned_milli)
    yield from (done.returned_minor, done.put_back_milli)
