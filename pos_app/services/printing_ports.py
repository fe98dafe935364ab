"""What the services know of a printer and a drawer: three answers to a job, a state that may be unknown."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pos_app.services.documents import Document


class PrintState(StrEnum):
    """What became of a job.

    ``REFUSED`` means that nothing was sent: the same job may be sent again. ``UNKNOWN`` means that it broke
    on the way, so that paper may have come out: it is only printed again marked as a copy.
    """

    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What became of one job, and the code of the reason where it was not sent.

    Attributes:
        state: Sent, refused or unknown.
        detail_code: Empty when sent, otherwise such as ``printer.unreachable`` or ``printer.paper_out``.
    """

    state: PrintState
    detail_code: str = ""


class PrinterState(StrEnum):
    """What a printer says about itself; ``UNKNOWN`` is a printer that does not answer, which is no fault."""

    READY = "ready"
    PAPER_NEAR_END = "paper_near_end"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"


class Printer(Protocol):
    """A receipt printer. Every call may take seconds: only from its own lane."""

    def print_document(self, document: Document) -> PrintOutcome:
        """Print ``document`` in all its copies; never raises for what a printer can do wrong."""
        ...

    def state(self) -> PrinterState:
        """Ask the printer how it is."""
        ...


class DrawerState(StrEnum):
    """What the switch of a drawer says; ``UNKNOWN`` where there is none, or nobody tells."""

    OPEN = "open"
    SHUT = "shut"
    UNKNOWN = "unknown"


class Drawer(Protocol):
    """A cash drawer. Every call may take seconds: only from its own lane."""

    def open(self) -> PrintOutcome:
        """Send one pulse; the caller has the right to it, and never sends it again after ``UNKNOWN``."""
        ...

    def state(self) -> DrawerState:
        """Ask whether it stands open."""
        ...
