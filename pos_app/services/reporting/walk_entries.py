"""Walk over the entries of shifts and days that reports count, each in the place that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pos_app.services.ports import Catalog
from pos_app.services.reporting.fold import fact_of, lookups_of
from pos_app.services.reporting.ports import CellScope, CountedEntry, Part, Span
from pos_app.services.repositories import UnitOfWork
from retail_core.business_day import business_day_of
from retail_core.reporting.cells import Cell, Cells, FactContext, add_cells
from retail_core.reporting.fact_cells import COUNTED_TYPES, cells_of
from retail_core.reporting.folding import Place, StoreTime
from retail_core.wire.base import Message
from retail_core.wire.facts import ORDER_HAND_OVER_UNDONE
from retail_core.wire.shift_facts import DAY_CLOSED

CHUNK = 200


def spans_in(
    work: UnitOfWork, within: CellScope, *, open_parts: Sequence[tuple[Place, Part]]
) -> list[tuple[Place, Span]]:
    """Return where the entries of a scope lie, kept or not yet, the newest first."""
    found: dict[tuple[int, Place], Span] = {
        (span.incarnation, place): span for place, span in work.cells.spans(within)
    }
    for place, part in open_parts:
        kept = found.get((part.span.incarnation, place))
        found[part.span.incarnation, place] = part.span if kept is None else kept.with_seq(part.span.last_seq)
    newest = sorted(found.items(), key=lambda each: (each[1].incarnation, each[1].last_seq), reverse=True)
    return [(place, span) for (_, place), span in newest]


def belongs_to(
    work: UnitOfWork, entry: CountedEntry, *, fact: Message, place: Place, time: StoreTime
) -> bool:
    """Return whether an entry belongs to a shift and day: others may lie between its first and last."""
    shift_id = getattr(fact, "shift_id", "") or work.cells.active_shift(entry.incarnation, entry.seq)
    if shift_id != place.shift_id:
        return False
    if shift_id:
        return True
    day = getattr(fact, "business_day", "") or business_day_of(
        entry.at_ms, time.time_zone, day_cutoff_minutes=time.day_cutoff_minutes
    )
    return day == place.business_day


def person_in(cells: Mapping[Cell, int]) -> str:
    """Return whose an entry is by what it adds: who acted, or whose hand-over was taken back."""
    return next((cell.key for cell in cells if cell.dimension == "cashier"), "")


def may_be_of(entry: CountedEntry, cashier: str) -> bool:
    """Return whether an entry may add to the figures of a person; most are not worth being read."""
    return entry.actor == cashier or entry.type == ORDER_HAND_OVER_UNDONE


def cells_of_person(
    work: UnitOfWork,
    spans: Sequence[tuple[Place, Span]],
    *,
    cashier: str,
    catalog: Catalog,
    time: StoreTime,
) -> Cells:
    """Return everything that the entries of one person added, by each dimension.

    Kept cells have one dimension only, so the entries are read: for a day or a week of days, not for a year.
    """
    total: Cells = {}
    lookups = lookups_of(work, catalog)
    for place, span in spans:
        for entry in _newest_first(work, span):
            fact = fact_of(entry) if may_be_of(entry, cashier) else None
            if fact is None or not belongs_to(work, entry, fact=fact, place=place, time=time):
                continue
            context = FactContext(entry.actor, entry.at_ms, time.time_zone, lookups)
            cells = cells_of(entry.type, fact, context=context)
            if person_in(cells) == cashier:
                add_cells(total, cells)
    return total


def close_of_day(work: UnitOfWork, day: str) -> tuple[int, int, int] | None:
    """Return where the first close of a day stands in this till's books: incarnation, entry, and when."""
    for incarnation in range(1, work.journal.head().incarnation + 1):
        for entry in work.journal.of(incarnation).of_types((DAY_CLOSED,)):
            if entry.body["business_day"] == day:
                return incarnation, entry.seq, entry.wall_ms
    return None


def late_entries(
    work: UnitOfWork,
    spans: Sequence[tuple[Place, Span]],
    *,
    closed: tuple[int, int],
    catalog: Catalog,
    time: StoreTime,
) -> Iterator[tuple[CountedEntry, Message, Cells]]:
    """Yield what was added to days behind their close, the newest first.

    Args:
        work: The books.
        spans: Where the entries of the day lie.
        closed: The incarnation and the entry that closed the day.
        catalog: For what goods cost.
        time: The store's.
    """
    lookups = lookups_of(work, catalog)
    for place, span in spans:
        if span.incarnation < closed[0]:
            continue
        first = closed[1] + 1 if span.incarnation == closed[0] else 0
        later = Span(span.incarnation, max(span.first_seq, first), span.last_seq)
        for entry in _newest_first(work, later):
            fact = fact_of(entry)
            if fact is None or not belongs_to(work, entry, fact=fact, place=place, time=time):
                continue
            context = FactContext(entry.actor, entry.at_ms, time.time_zone, lookups)
            cells = cells_of(entry.type, fact, context=context)
            if cells:
                yield entry, fact, cells


def _newest_first(work: UnitOfWork, span: Span) -> Iterator[CountedEntry]:
    before = span.last_seq + 1
    while True:
        entries = work.cells.behind(span, COUNTED_TYPES, words=(), before_seq=before, limit=CHUNK)
        yield from entries
        if len(entries) < CHUNK:
            return
        before = entries[-1].seq
