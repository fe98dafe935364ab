"""What is asked of head office about other stores, and what it answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from pos_app.services.documents import Document
from pos_app.services.reporting.find_receipts import Evidence
from retail_core.journal import Entry
from retail_core.reporting.measures import MEASURES
from retail_core.reporting.report import Drill, Report
from retail_core.wire.report_drills import EntryAsk, EntryReply, PartsAsk, PartsReply
from retail_core.wire.reports import EntriesAsk, EntriesReply, ReportAsk, ReportReply

STORE: Final = "store"
"""Not a dimension of cells: the part of a report that one store has."""

_ORIGIN: Final = "origin"
"""Only orders have a place that they come from."""


class ChainReportApi(Protocol):
    """Head office's reports; each raises ``SyncError``."""

    def report(self, ask: ReportAsk) -> ReportReply:
        """Return the report of stores and days."""

    def parts(self, ask: PartsAsk) -> PartsReply:
        """Return what each store added to a figure."""

    def entries(self, ask: EntriesAsk) -> EntriesReply:
        """Return a page of what stands behind a figure of a store."""

    def entry(self, ask: EntryAsk) -> EntryReply:
        """Return one entry of such a list."""


@dataclass(frozen=True, slots=True)
class ChainQuestion:
    """Which stores and days; ``stores`` and ``region`` both empty are all stores of the till's currency.

    ``members`` asks for the figures of members, too, which are counted one by one. ``compare_first_day``
    puts as many days from there on beside; empty compares as a till's own reports do.
    """

    first_day: str
    last_day: str
    stores: tuple[str, ...] = ()
    region: str = ""
    members: bool = False
    compare_first_day: str = ""

    @property
    def is_everywhere(self) -> bool:
        """Whether it is about all stores."""
        return not self.stores and not self.region


def moved_to(question: ChainQuestion, *, first_day: str, last_day: str) -> ChainQuestion:
    """Return a question about other days; what stands beside them keeps its distance."""
    beside = question.compare_first_day
    if beside:
        moved = date.fromisoformat(first_day) - date.fromisoformat(question.first_day)
        beside = (date.fromisoformat(beside) + moved).isoformat()
    return replace(question, first_day=first_day, last_day=last_day, compare_first_day=beside)


@dataclass(frozen=True, slots=True)
class ChainAnswer:
    """What head office said; ``kept_ms`` is when it was heard if it comes from this till's storage.

    ``report`` is what ``told`` says, with the stores as one more picture.
    """

    question: ChainQuestion
    language: str
    report: Report
    told: ReportReply
    kept_ms: int | None = None


def has_rows(drill: Drill) -> bool:
    """Return whether receipts, entries or orders stand behind a figure: members and stock are counted.

    What a newer head office measures, this release cannot open.
    """
    measure = MEASURES.get(drill.measure)
    return measure is not None and (not measure.is_window or _ORIGIN in measure.dimensions)


@dataclass(frozen=True, slots=True)
class Part:
    """What a store added to a figure."""

    store_id: str
    name: str
    value: int


@dataclass(frozen=True, slots=True)
class ChainPage:
    """A page of what stands behind a figure of a store; ``more`` begins the next one, empty at the end."""

    rows: tuple[Evidence, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class OpenedThere:
    """An entry of another till, and its paper where it has one."""

    entry: Entry
    document: Document | None
    actor_name: str
