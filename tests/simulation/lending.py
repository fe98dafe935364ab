"""Customers lend each other their codes: what was shown at one till is shown at the next one, soon after.

A coupon or a parcel that is asked for at two tills at once is what check-and-consume, reservations and the
count of hand-overs are for. By chance alone two tills hardly ever see the same code within five minutes.
"""

from typing import Generic, TypeVar

from tests.simulation.chance import Chance

T = TypeVar("T")

_FRESH_MS = 480_000
"""Longer than a reservation lasts."""
_MOST = 8


class Lent(Generic[T]):
    """What was shown at the tills of each store lately."""

    def __init__(self) -> None:
        self._shown: dict[str, list[tuple[int, str, T]]] = {}

    def show(self, store_id: str, machine: str, thing: T, *, now_ms: int) -> None:
        """Remember that something was shown at a till."""
        kept = self._shown.setdefault(store_id, [])
        kept.append((now_ms, machine, thing))
        del kept[:-_MOST]

    def borrow(self, store_id: str, machine: str, *, now_ms: int, chance: Chance) -> T | None:
        """Return something that another till of the store has seen within eight minutes; ``None`` if none."""
        found = [
            thing
            for shown_ms, where, thing in self._shown.get(store_id, ())
            if where != machine and now_ms - shown_ms < _FRESH_MS
        ]
        return chance.one_of(found) if found else None
