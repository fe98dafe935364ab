"""What the screens of a shift begin with and look at; no fact is named here, so that none is loaded early.

``open_desk``, ``drawer_desk`` and ``closing_desk`` put them together.
"""

from dataclasses import dataclass
from typing import Literal

from pos_app.services.documents import Document
from pos_app.services.records import TenderKind

DrawerKind = Literal["shared", "personal"]


@dataclass(frozen=True, slots=True)
class SuspendedShift:
    """A shift that waits for somebody to go on with it; moments in UTC milliseconds."""

    shift_id: str
    number: int
    opened_by_name: str
    opened_ms: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShiftStart:
    """What opening a shift begins with.

    ``carried_minor`` is what the last close of this drawer left in it, ``None`` before the first one.
    ``denominations`` are faces in minor units, largest first. ``suspended`` are the shifts that this person
    may go on with instead.
    """

    drawer: DrawerKind = "shared"
    carried_minor: int | None = None
    denominations: tuple[int, ...] = ()
    suspended: tuple[SuspendedShift, ...] = ()


UnfinishedKind = Literal["basket", "parked", "expired", "doubts", "ready", "suspended", "unsent"]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that is not finished before a shift is closed; with ``stops`` it cannot be closed yet."""

    kind: UnfinishedKind
    count: int = 1
    stops: bool = False


@dataclass(frozen=True, slots=True)
class CountedTender:
    """What was counted of a tender, and what its entries say; minor units, the difference may be negative."""

    kind: TenderKind
    expected_minor: int
    counted_minor: int

    @property
    def difference_minor(self) -> int:
        """Counted less expected."""
        return self.counted_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class CountResult:
    """A count as it was submitted, with the difference that it made.

    With ``needs_approval`` somebody has to allow a difference above the store's limit of ``limit_minor``:
    ``in_question_minor``, which an earlier count showed where cash was moved after it.
    """

    attempt: int
    attempts_left: int
    tenders: tuple[CountedTender, ...]
    needs_approval: bool = False
    limit_minor: int = 0
    in_question_minor: int = 0

    @property
    def differs(self) -> bool:
        """Whether this count itself differs from what was expected."""
        return any(each.difference_minor for each in self.tenders)

    @property
    def cash_minor(self) -> int:
        """The cash that was counted."""
        return next((each.counted_minor for each in self.tenders if each.kind == "cash"), 0)


MoveKind = Literal["paid_in", "paid_out", "safe_drop", "float_added"]
"""What moves cash into the drawer or out of it beside sales."""

NoteKind = Literal[MoveKind, "no_sale", "x_read", "suspended", "resumed"]


@dataclass(frozen=True, slots=True)
class DrawerNote:
    """One line of what happened at the drawer; ``at_ms`` in UTC, an amount only where cash moved."""

    kind: NoteKind
    at_ms: int
    actor_name: str
    amount_minor: int | None = None
    number: str = ""
    """The number of the slip, where one was printed."""
    reason: str = ""
    note: str = ""
    approved_by_name: str = ""


@dataclass(frozen=True, slots=True)
class DrawerBook:
    """What happened at the drawer in the open shift, newest first."""

    shift_number: int
    opened_ms: int
    opened_by_name: str
    currency: str
    drawer: DrawerKind = "shared"
    denominations: tuple[int, ...] = ()
    notes: tuple[DrawerNote, ...] = ()


@dataclass(frozen=True, slots=True)
class NewMove:
    """Cash that is to move; ``amount_minor`` > 0, pieces by their face where they were counted."""

    kind: MoveKind
    amount_minor: int
    reason: str = ""
    note: str = ""
    denominations: tuple[tuple[int, int], ...] = ()
    movement_id: str = ""
    """Made once under this id, and allowed under it."""


@dataclass(frozen=True, slots=True)
class XRead:
    """An X that was taken: its number and its paper."""

    x_number: int
    paper: Document


@dataclass(frozen=True, slots=True)
class ClosingShift:
    """What closing a shift begins with; nothing expected is in it, the count is blind.

    ``tenders`` are what is counted, ``keep_minor`` what usually stays in the drawer, ``counted`` the counts
    that were submitted already, oldest first.
    """

    shift_id: str
    number: int
    opened_ms: int
    opened_by_name: str
    currency: str
    tenders: tuple[TenderKind, ...]
    denominations: tuple[int, ...] = ()
    keep_minor: int = 0
    counted: tuple[CountResult, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
