"""What is behind a figure: the receipts and entries that added to it, the newest first, a page at a time.

Source: docs/rules/figures.md, "Reports".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pos_app.services import rights
from pos_app.services.ports import Catalog, Store
from pos_app.services.records import Actor, StoreProfile
from pos_app.services.reporting.fold import fact_of, lookups_of, store_time
from pos_app.services.reporting.open_cells import OpenCells, parts_in
from pos_app.services.reporting.ports import CountedEntry, Span
from pos_app.services.reporting.scopes import cells_in, day_scope
from pos_app.services.reporting.walk_entries import (
    CHUNK,
    belongs_to,
    close_of_day,
    late_entries,
    may_be_of,
    person_in,
    spans_in,
)
from pos_app.services.repositories import UnitOfWork
from retail_core.journal import Entry
from retail_core.reporting.cells import Cell, Cells, FactContext, hour_of
from retail_core.reporting.fact_cells import cells_of
from retail_core.reporting.folding import Place, StoreTime
from retail_core.reporting.layout import DAY, LATE
from retail_core.reporting.report import Drill, Scope
from retail_core.reporting.sources import total_of, types_behind, words_behind
from retail_core.wire.base import MAX_SAFE_INT, Message
from retail_core.wire.facts import ORDER_HAND_OVER_UNDONE, SaleCompleted, ShiftClosed

PAGE = 50
"""Receipts on a page."""

MEMBER = "member"
"""Not a dimension of cells, which name no member: the coupons of the one with an alias."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An entry behind a figure: a receipt, a slip, an order, a Z, or none of these.

    ``value`` is what it added to the cell, in the measure's unit; those of all pages sum to the cell.
    ``reference`` is the number that stands on its paper, empty without one; ``total_minor`` is what a
    document came to.
    """

    incarnation: int
    seq: int
    type: str
    at_ms: int
    actor: str
    actor_name: str
    reference: str
    value: int
    total_minor: int | None
    order_id: str = ""
    entry_id: str = ""
    """Of an entry that head office listed, which stands at no place of this till's journal."""
    till: str = ""
    """Which till stated it, where it may be another one."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended."""

    incarnation: int
    place: Place
    before_seq: int


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """A page of what is behind a figure; ``more`` begins the next one."""

    rows: tuple[Evidence, ...]
    more: Cursor | None


@dataclass(frozen=True, slots=True)
class LateFacts:
    """What came for a day after it was closed (``closed_ms``, UTC): how many facts, and their net sales."""

    facts: int
    net_minor: int
    closed_ms: int


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for."""

    cell: Cell
    cashier: str
    time: StoreTime


class FindReceipts:
    """Finds what is behind figures; right ``report.view``. For one thread: the lane of reports."""

    def __init__(self, *, store: Store, catalog: Catalog, profile: StoreProfile) -> None:
        self._store = store
        self._catalog = catalog
        self._profile = profile
        self._open = OpenCells(catalog=catalog, profile=profile)

    def __call__(
        self, actor: Actor, scope: Scope, *, drill: Drill, after: Cursor | None = None, limit: int = PAGE
    ) -> EvidencePage:
        """Return a page of the entries that added to a figure of a scope.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        if drill.dimension == DAY:
            scope = replace(scope, first_day=drill.key, last_day=drill.key)
            drill = Drill(drill.measure)
        search = _Search(
            Cell(drill.measure, drill.dimension, drill.key),
            scope.cashier,
            store_time(self._profile),
        )
        if drill.dimension == MEMBER:
            return self._of_member(scope, drill.key, after=after, limit=limit)
        if drill.dimension == LATE:
            return self._of_late(drill.key, after=after, limit=limit)
        rows: list[Evidence] = []
        end: Cursor | None = None
        with self._store.read() as work:
            for place, span in self._spans(work, scope, cell=search.cell, after=after):
                for entry, fact, value in self._behind(work, search, place=place, span=span):
                    if len(rows) == limit:
                        return EvidencePage(tuple(rows), end)
                    rows.append(_evidence(work, entry, fact=fact, value=value))
                    end = Cursor(entry.incarnation, place, entry.seq)
        return EvidencePage(tuple(rows), None)

    def late(self, actor: Actor, scope: Scope) -> LateFacts | None:
        """Return what this till wrote for a day after it was closed here; ``None`` where it was not.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        if scope.kind != "day" or scope.cashier:
            return None
        with self._store.read() as work:
            closed = close_of_day(work, scope.last_day)
            if closed is None:
                return None
            added = [_net(cells) for _, _, cells in self._late(work, scope.last_day, closed=closed[:2])]
        return LateFacts(len(added), sum(added), closed[2])

    def entry(self, actor: Actor, evidence: Evidence) -> Entry | None:
        """Return the journal entry itself, as it stands in the books.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        with self._store.read() as work:
            return work.journal.of(evidence.incarnation).get(evidence.seq)

    def _late(
        self, work: UnitOfWork, day: str, *, closed: tuple[int, int]
    ) -> Iterator[tuple[CountedEntry, Message, Cells]]:
        within = cells_in(day_scope(day))
        spans = spans_in(work, within, open_parts=list(parts_in(self._open.at(work), within)))
        return late_entries(work, spans, closed=closed, catalog=self._catalog, time=store_time(self._profile))

    def _of_late(self, day: str, *, after: Cursor | None, limit: int) -> EvidencePage:
        """Return what came for a day after its close; each adds its net sales."""
        with self._store.read() as work:
            closed = close_of_day(work, day)
            found = [] if closed is None else list(self._late(work, day, closed=closed[:2]))
            if after is not None:
                end = (after.incarnation, after.before_seq)
                found = [each for each in found if (each[0].incarnation, each[0].seq) < end]
            found.sort(key=lambda each: (each[0].incarnation, each[0].seq), reverse=True)
            rows = tuple(
                _evidence(work, entry, fact=fact, value=_net(cells)) for entry, fact, cells in found[:limit]
            )
        more = None
        if len(found) > limit:
            more = Cursor(rows[-1].incarnation, Place("", day), rows[-1].seq)
        return EvidencePage(rows, more)

    def _of_member(self, scope: Scope, alias: str, *, after: Cursor | None, limit: int) -> EvidencePage:
        """Return the sales in which a member used coupons; each adds as many as it used."""
        before = MAX_SAFE_INT if after is None else after.before_seq
        with self._store.read() as work:
            entries = work.cells.coupon_sales(cells_in(scope), alias, before_seq=before, limit=limit + 1)
            facts = [(entry, fact_of(entry)) for entry in entries]
            rows = [
                _evidence(work, entry, fact=fact, value=len(fact.coupons))
                for entry, fact in facts[:limit]
                if isinstance(fact, SaleCompleted)
            ]
        more = None
        if len(entries) > limit:
            more = Cursor(rows[-1].incarnation, Place("", ""), rows[-1].seq)
        return EvidencePage(tuple(rows), more)

    def _spans(
        self, work: UnitOfWork, scope: Scope, *, cell: Cell, after: Cursor | None
    ) -> Iterator[tuple[Place, Span]]:
        """Yield where something was added to the cell, from the place of ``after`` on."""
        within = cells_in(scope)
        open_parts = list(parts_in(self._open.at(work), within))
        with_cell = set(work.cells.places_with(within, cell))
        with_cell.update(place for place, part in open_parts if cell in part.cells)
        begun = after is None
        for place, span in spans_in(work, within, open_parts=open_parts):
            if after is not None and (span.incarnation, place) == (after.incarnation, after.place):
                begun = True
                yield place, Span(span.incarnation, span.first_seq, after.before_seq - 1)
            elif begun and place in with_cell:
                yield place, span

    def _behind(
        self, work: UnitOfWork, search: _Search, *, place: Place, span: Span
    ) -> Iterator[tuple[CountedEntry, Message, int]]:
        """Yield the entries of a shift and day that added to the cell, the newest first."""
        cell = search.cell
        types, words = types_behind(cell.measure), words_behind(cell.dimension, cell.key)
        lookups = lookups_of(work, self._catalog)
        before = span.last_seq + 1
        while True:
            entries = work.cells.behind(span, types, words=words, before_seq=before, limit=CHUNK)
            for entry in entries:
                fact = fact_of(entry) if _may_add(entry, search) else None
                if fact is None or not belongs_to(work, entry, fact=fact, place=place, time=search.time):
                    continue
                context = FactContext(entry.actor, entry.at_ms, search.time.time_zone, lookups)
                cells = cells_of(entry.type, fact, context=context)
                value = cells.get(cell, 0)
                if value and search.cashier in {"", person_in(cells)}:
                    yield entry, fact, value
            if len(entries) < CHUNK:
                return
            before = entries[-1].seq


def _net(cells: Mapping[Cell, int]) -> int:
    """Return what an entry added to the net sales."""
    return cells.get(Cell("sold"), 0) - cells.get(Cell("returned"), 0)


def _may_add(entry: CountedEntry, search: _Search) -> bool:
    """Return whether an entry is worth being read: most are not of the person or of the hour."""
    cell = search.cell
    wanted = cell.key if cell.dimension == "cashier" else search.cashier
    if wanted and not may_be_of(entry, wanted):
        return False
    if cell.dimension != "hour" or entry.type == ORDER_HAND_OVER_UNDONE:
        return True
    return hour_of(entry.at_ms, search.time.time_zone) == cell.key


def _evidence(work: UnitOfWork, entry: CountedEntry, *, fact: Message, value: int) -> Evidence:
    person = work.staff.get(entry.actor)
    order_id = str(getattr(fact, "order_id", ""))
    order = work.orders.get(order_id) if order_id else None
    return Evidence(
        incarnation=entry.incarnation,
        seq=entry.seq,
        type=entry.type,
        at_ms=entry.at_ms,
        actor=entry.actor,
        actor_name=entry.actor if person is None else person.name,
        reference=_reference(fact) or ("" if order is None else order.number),
        value=value,
        total_minor=total_of(fact),
        order_id=order_id,
    )


def _reference(fact: Message) -> str:
    if isinstance(fact, ShiftClosed):
        return f"Z{fact.z_number}"
    for name in ("receipt_number", "number"):
        found = getattr(fact, name, "")
        if isinstance(found, str) and found:
            return found
    return ""
