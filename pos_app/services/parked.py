"""A sale that was parked, as the till keeps it."""

from dataclasses import dataclass

from pos_app.services.basket_model import Basket

MOST_PARKED = 50
"""So many sales may lie on a till; more is a till that is used as a store room."""

MOST_NAME = 40
"""Characters of the name of a parked sale."""


@dataclass(frozen=True, slots=True)
class ParkedSale:
    """A basket that waits. ``name`` may be empty; ``total_minor`` is what it came to when it was parked."""

    basket: Basket
    name: str
    parked_by: str
    parked_by_name: str
    parked_ms: int
    expires_ms: int
    total_minor: int
