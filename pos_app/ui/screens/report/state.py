"""What the report screens show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pos_app.services.records import Shift
from pos_app.services.reporting.find_receipts import Cursor, Evidence, LateFacts
from pos_app.services.reporting_files.day_end_desk import DayEndBook
from retail_core.journal import Entry
from retail_core.reporting.report import Drill, Report, Scope, SideBySide
from retail_core.reporting.watch import WatchRow

BesideKind = Literal["shifts", "days", "cashiers", "chosen"]
Side = Literal["left", "right"]
OutWay = Literal["receipt_printer", "a4", "pdf", "xlsx", "csv"]
"""How a report leaves the screen: on paper, or as a file."""


def key_of(row: Evidence) -> str:
    """Return the name of a row among others."""
    return row.entry_id or f"{row.incarnation}:{row.seq}"


@dataclass(frozen=True, slots=True)
class Message:
    """A code with its arguments, and whether it is good news."""

    code: str
    arguments: tuple[object, ...] = ()
    good: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What to report on; without a scope the shift that is open, else the newest."""

    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A figure, bar or row that was touched: what it is, what stands behind, and how it was written.

    ``key_name`` is empty for the figure as a whole. ``is_person`` leads to the page of the person that the
    key of ``drill`` names, instead of to receipts.
    """

    figure_id: str
    drill: Drill
    value: str
    key_name: str = ""
    note: str = ""
    is_person: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """What is behind a row: the receipt as it printed, or what the entry says."""

    row: Evidence
    picture: bytes = b""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """The list behind a figure; ``rows`` is ``None`` until it was read, ``more`` begins the next page."""

    opening: Opening
    scope: Scope
    rows: tuple[Evidence, ...] | None = None
    more: Cursor | None = None
    fault: Message | None = None
    opened: Opened | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Shifts, days or cashiers beside each other; ``table`` is ``None`` until it was read.

    ``left`` and ``right`` are what was chosen to be compared, or would be at first.
    """

    kind: BesideKind = "shifts"
    table: SideBySide | None = None
    fault: Message | None = None
    left: Scope | None = None
    right: Scope | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A cashier whose figures are looked at; ``report`` is ``None`` until it was read."""

    name: str
    scope: Scope
    report: Report | None = None
    fault: Message | None = None


@dataclass(frozen=True, slots=True)
class DayEndForm:
    """The setting of day-end files; ``book`` is ``None`` until it was read."""

    book: DayEndBook | None = None
    busy: bool = False
    said: Message | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """The watch list, and the time that it looks at."""

    scope: Scope
    rows: tuple[WatchRow, ...]


@dataclass(frozen=True, slots=True)
class LateSum:
    """What came for a day from all tills after it was closed, as head office says."""

    facts: int
    net_minor: int


@dataclass(frozen=True, slots=True)
class ReportState:
    """The shifts to choose from, newest first, and the report that is read.

    ``loading`` is true until figures or the reason without them are there; older figures may stand meanwhile.
    ``busy`` while paper is made.
    """

    shifts: tuple[Shift, ...] = ()
    report: Report | None = None
    watched: Watched | None = None
    late: LateFacts | None = None
    late_of_all: LateSum | None = None
    asked: Asked = Asked()
    section: str = "overview"
    loading: bool = True
    busy: bool = False
    fault: Message | None = None
    news: Message | None = None
    behind: Behind | None = None
    beside: Beside = Beside()
    may_see_chain: bool = False
    """Whether head office may be asked about other stores."""
    person: Person | None = None
    day_end: DayEndForm | None = None

    @property
    def shown(self) -> Report | None:
        """The report whose figures are looked at: that of one person on the page of the person."""
        return self.report if self.person is None or self.person.report is None else self.person.report

    @property
    def shift(self) -> Shift | None:
        """The shift that the report is about, if it is about one."""
        if self.report is None:
            return None
        wanted = self.report.scope.shift_id
        return next((each for each in self.shifts if each.shift_id == wanted), None) if wanted else None
