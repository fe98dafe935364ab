"""What the enrolment slice tells the others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActiveTill:
    """A till that may send and ask."""

    terminal_id: str
    store_id: str
    incarnation: int
