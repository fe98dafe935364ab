"""What is behind a figure: the receipts and entries that added to it, the newest first, a page at a time.

Source: docs/rules/figures.md, "Reports".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pos_app.services import rights
from pos_app.services.ports import Catalog, Store
from pos_app.services.records import Actor, StoreProfile
from pos_app.services.reporting.fold import fact_of, lookups_of
from pos_app.services.reporting.open_cells import OpenCells, parts_in
from pos_app.services.reporting.ports import CountedEntry, Span
from pos_app.services.reporting.scopes import cells_in
from pos_app.services.repositories import UnitOfWork
from retail_core.journal import Entry
from retail_core.reporting.cells import Cell, FactContext, business_day_of, hour_of
from retail_core.reporting.fact_cells import cells_of
from retail_core.reporting.folding import Place
from retail_core.reporting.layout import DAY
from retail_core.reporting.report import Drill, Scope
from retail_core.reporting.sources import types_behind, words_behind
from retail_core.wire.base import MAX_SAFE_INT, Message
from retail_core.wire.facts import ORDER_HAND_OVER_UNDONE, SaleCompleted, ShiftClosed

PAGE = 50
"""Receipts on a page."""

MEMBER = "member"
"""Not a dimension of cells, which name no member: the coupons of the one with an alias."""

_CHUNK = 200


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
class _Search:
    """What is looked for."""

    cell: Cell
    cashier: str
    time_zone: str
    day_cutoff_minutes: int


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
            self._profile.time_zone,
            self._profile.day_cutoff_minutes,
        )
        if drill.dimension == MEMBER:
            return self._of_member(scope, drill.key, after=after, limit=limit)
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

    def entry(self, actor: Actor, evidence: Evidence) -> Entry | None:
        """Return the journal entry itself, as it stands in the books.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        with self._store.read() as work:
            return work.journal.of(evidence.incarnation).get(evidence.seq)

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
        found: dict[tuple[int, Place], Span] = {
            (span.incarnation, place): span for place, span in work.cells.spans(within)
        }
        with_cell = set(work.cells.places_with(within, cell))
        for place, part in parts_in(self._open.at(work), within):
            kept = found.get((part.span.incarnation, place))
            found[part.span.incarnation, place] = (
                part.span if kept is None else kept.with_seq(part.span.last_seq)
            )
            if cell in part.cells:
                with_cell.add(place)
        newest = sorted(found.items(), key=lambda each: (each[1].incarnation, each[1].last_seq), reverse=True)
        begun = after is None
        for (incarnation, place), span in newest:
            if after is not None and (incarnation, place) == (after.incarnation, after.place):
                begun = True
                yield place, Span(incarnation, span.first_seq, after.before_seq - 1)
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
            entries = work.cells.behind(span, types, words=words, before_seq=before, limit=_CHUNK)
            for entry in entries:
                fact = fact_of(entry) if _may_add(entry, search) else None
                if fact is None or not _is_of(work, entry, fact=fact, place=place, search=search):
                    continue
                context = FactContext(entry.actor, entry.at_ms, search.time_zone, lookups)
                value = cells_of(entry.type, fact, context=context).get(cell, 0)
                if value:
                    yield entry, fact, value
            if len(entries) < _CHUNK:
                return
            before = entries[-1].seq


def _may_add(entry: CountedEntry, search: _Search) -> bool:
    """Return whether an entry is worth being read: most are not of the person or of the hour."""
    cell = search.cell
    if entry.type == ORDER_HAND_OVER_UNDONE:
        return True
    if search.cashier and entry.actor != search.cashier:
        return False
    if cell.dimension == "cashier":
        return entry.actor == cell.key
    return cell.dimension != "hour" or hour_of(entry.at_ms, search.time_zone) == cell.key


def _is_of(work: UnitOfWork, entry: CountedEntry, *, fact: Message, place: Place, search: _Search) -> bool:
    """Return whether an entry belongs to a shift and day: others may lie between its first and last."""
    shift_id = getattr(fact, "shift_id", "") or work.cells.active_shift(entry.incarnation, entry.seq)
    if shift_id != place.shift_id:
        return False
    if shift_id:
        return True
    day = getattr(fact, "business_day", "") or business_day_of(
        entry.at_ms, search.time_zone, day_cutoff_minutes=search.day_cutoff_minutes
    )
    return day == place.business_day


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
        total_minor=_total(fact),
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


_TOTALS: Sequence[str] = ("total_minor", "amount_minor", "value_minor", "principal_minor")


def _total(fact: Message) -> int | None:
    return next((getattr(fact, name) for name in _TOTALS if hasattr(fact, name)), None)
