"""What the counter can do right now: works, limited or blocked, with the reason and the age of the data."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["works", "limited", "blocked"]
Light = Literal["online", "limited", "offline"]


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing the counter does.

    ``code`` is ``sell``, ``member_code``, ``member_phone``, ``coupon``,
    ``hand_over``, ``new_orders``, ``print``, ``close_shift`` or ``send``; ``reason`` says why not fully,
    empty when it works; ``since_ms`` is 0 when not known.
    """

    code: str
    level: Level
    reason: str = ""
    since_ms: int = 0


@dataclass(frozen=True, slots=True)
class DataAge:
    """How old a kind of data is: ``catalog``, ``stock``, ``keys``, ``orders``; 0 when it never came.

    ``have`` of ``of`` rows are here; both 0 where that means nothing.
    """

    kind: str
    as_of_ms: int
    have: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The light and what is behind it; ``queue_oldest_ms`` is 0 with an empty queue."""

    light: Light
    capabilities: tuple[Capability, ...]
    ages: tuple[DataAge, ...]
    queue_length: int
    queue_oldest_ms: int
    last_contact_ms: int
    last_error: str


class StoreStatus:
    """Puts the status together; a millisecond, may be asked each second."""

    def __call__(self) -> StatusReport:
        """Return the status now."""
        raise NotImplementedError
