"""What an earlier incarnation of this till left behind, on its way to head office."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from retail_core.journal import Entry


@dataclass(frozen=True, slots=True)
class Recovered:
    """How far the server had the old incarnation, and how far it has it now.

    ``gap_before`` is the first entry that cannot be sent, as some before it are missing; 0 for none.
    """

    before: int
    through: int
    gap_before: int = 0

    @property
    def sent(self) -> int:
        """How many entries head office had not seen before."""
        return self.through - self.before


class Recovery(Protocol):
    """The way of old entries to head office.

    Raises:
        Unreachable: Nobody answered; the same can be done again later.
        Rejected: The server refused: the entries tell another past than it knows.
    """

    def stored_through(self, terminal: str, incarnation: int) -> int:
        """Return how far the server has an incarnation."""

    def send(self, terminal: str, incarnation: int, *, entries: Iterable[Entry]) -> Recovered:
        """Send what it lacks; safe to repeat."""
