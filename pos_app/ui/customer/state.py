"""What the customer's screen shows; frozen, nothing of a person but the masked name."""

from dataclasses import dataclass
from typing import Literal

from retail_core.money import Money

Phase = Literal["idle", "basket", "pay", "paid"]

MOST_LINES = 7
"""So many fit the smallest screen; those before them are counted."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the basket in the store's language; ``pieces`` is empty for one piece."""

    line_id: str
    name: str
    pieces: str
    total: Money
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class CustomerState:
    """Everything on the screen.

    ``due`` is what is to pay, of a refund what the customer gets (``gives_back``); ``link`` is what the code
    leads to, empty for none, and ``joins`` tells that whoever follows it may become a member.
    """

    phase: Phase
    due: Money
    saving: Money
    change: Money
    lines: tuple[ShownLine, ...] = ()
    earlier: int = 0
    member: str = ""
    points: int = 0
    gives_back: bool = False
    link: str = ""
    joins: bool = False
