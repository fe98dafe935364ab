"""What a till knows of a member's points and balance, and what of it can be spent now."""

from dataclasses import dataclass
from typing import Literal

from retail_core.money import Money

BalanceKind = Literal["points", "stored_value"]


TopUpTender = Literal["cash", "external"]
"""In what money a balance is topped up."""


@dataclass(frozen=True, slots=True)
class ToppedUp:
    """What became of a top-up: the slip's number, and what goes back in cash."""

    number: str
    principal: Money
    bonus: Money
    change: Money


@dataclass(frozen=True, slots=True)
class KnownBalance:
    """The figures of head office, and what this till did since that they do not contain yet.

    ``points`` and ``value_minor`` (of which ``bonus_minor``) are head office's. ``points_pending`` were
    earned here since, >= 0. ``points_since`` and ``value_since_minor`` are everything else since, with their
    sign; ``points_spent`` and ``spent_minor`` what was spent of it here, less what came back, >= 0.
    """

    points: int = 0
    points_pending: int = 0
    points_since: int = 0
    points_spent: int = 0
    value_minor: int = 0
    bonus_minor: int = 0
    value_since_minor: int = 0
    spent_minor: int = 0

    @property
    def points_left(self) -> int:
        """What there is without what is pending; may be below zero."""
        return self.points + self.points_since

    @property
    def value_left_minor(self) -> int:
        """What the balance is with what this till did since."""
        return self.value_minor + self.value_since_minor


@dataclass(frozen=True, slots=True)
class Spendable:
    """What a member can spend of one kind in a sale now: points, or minor units.

    ``most`` is the most that can be said, 0 where ``refusal`` (a code with ``refusal_arguments``) says why.
    ``left`` and ``pending`` are what there is, ``bonus_minor`` of a balance.
    ``is_online`` tells that head office said so just now, ``is_known`` that there are figures at all.
    """

    kind: BalanceKind
    most: int = 0
    left: int = 0
    pending: int = 0
    bonus_minor: int = 0
    is_online: bool = False
    is_known: bool = False
    cap_minor: int | None = None
    """The most that points may pay of the sale; ``None`` without such a limit."""
    refusal: str = ""
    refusal_arguments: tuple[int | Money, ...] = ()
