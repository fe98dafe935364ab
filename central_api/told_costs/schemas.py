"""Costs of a time that the owner tells."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["marketing", "delivery"]

KINDS: Final[tuple[Kind, ...]] = ("marketing", "delivery")

CHAIN: Final = "*"
"""The place of what was spent for all stores of a currency together."""


@dataclass(frozen=True, slots=True)
class ToldCost:
    """What something cost from one business day to another, both included.

    ``place`` is a store or the chain.
    """

    kind: Kind
    place: str
    first_day: str
    last_day: str
    currency: str
    minor: int
