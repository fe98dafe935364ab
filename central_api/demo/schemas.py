"""How large a demo chain is made, and what somebody needs to use it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SeedOptions:
    """The size and the day of a demo chain; the same options give the same chain.

    ``sales`` is the average of a store's day, ``products`` and ``members`` are of the whole chain.
    """

    as_of: date
    stores: int = 3
    products: int = 2_000
    members: int = 500
    days: int = 60
    sales: int = 12
    orders: int = 40
    seed: str = "loop"
