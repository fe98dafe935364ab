"""What a correction is."""

from dataclasses import dataclass
from typing import Literal

Bucket = Literal["points", "principal", "bonus"]


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A correction of one bucket of a member: ``amount`` points or minor units, below zero takes.

    ``staff_id`` did it at a till of a store, or by the server's command without either.
    """

    request_id: str
    member_id: str
    bucket: Bucket
    amount: int
    reason: str
    staff_id: str
    store_id: str | None = None
    terminal_id: str | None = None
    note: str = ""
    approved_by: str | None = None
    """Who allowed what is above the limit of ``staff_id``."""
