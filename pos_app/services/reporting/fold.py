"""Keep the sums that reports are made of: each entry of the journal is added once, in its order.

Source: docs/rules/figures.md, "Cells".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import ValidationError

from pos_app.services.ports import Catalog, Store
from pos_app.services.records import StoreProfile
from pos_app.services.reporting.ports import CellProgress, CountedEntry, Part, Span
from pos_app.services.repositories import UnitOfWork
from retail_core.reporting.cells import KnownOrder, Lookups, add_cells
from retail_core.reporting.folding import Folding, OpenShifts, Place, Stated, StoreTime
from retail_core.wire.base import Message
from retail_core.wire.facts import BODIES, SALE_COMPLETED, SaleCompleted

CHUNK = 500
"""Entries that are taken at once."""

Names = dict[tuple[str, str], str]


@dataclass(slots=True)
class Folded:
    """What some entries came to, and up to where they reach."""

    progress: CellProgress
    parts: dict[tuple[int, Place], Part] = field(default_factory=dict)
    """By incarnation and place: a till that joined anew may go on with the same day."""
    names: Names = field(default_factory=dict)
    taken: int = 0

    def add(self, place: Place, part: Part) -> None:
        """Add a part; its entries lie behind those that were added before."""
        known = self.parts.setdefault((part.span.incarnation, place), part)
        if known is part:
            return
        known.span = known.span.with_seq(part.span.last_seq)
        add_cells(known.cells, part.cells)


def lookups_of(work: UnitOfWork, catalog: Catalog) -> Lookups:
    """Return what the till knows beside the facts."""

    def order(order_id: str) -> KnownOrder | None:
        known = work.orders.get(order_id)
        return None if known is None else KnownOrder(known.fulfilment, known.promised_ms)

    def unit_cost(product_id: str) -> int | None:
        product = catalog.by_id(product_id)
        return None if product is None else product.cost_minor

    return Lookups(order=order, hand_over=work.cells.hand_over, unit_cost=unit_cost)


def store_time(profile: StoreProfile) -> StoreTime:
    """Return the clock and the cut-off of a store."""
    return StoreTime(profile.time_zone, profile.day_cutoff_minutes)


def fact_of(entry: CountedEntry) -> Message | None:
    """Return an entry's fact; ``None`` for one that somebody altered: the verifier names it."""
    body = BODIES.get((entry.type, entry.version))
    if body is None:
        return None
    try:
        return body.model_validate_json(entry.body)
    except ValidationError:
        return None


def take_entries(work: UnitOfWork, catalog: Catalog, *, into: Folded, time: StoreTime, limit: int) -> int:
    """Add up to ``limit`` entries behind those that ``into`` has; return how many there were."""
    progress = into.progress
    entries = work.cells.entries(progress.incarnation, progress.through_seq, limit=limit)
    folding = Folding(time, lookups=lookups_of(work, catalog), shifts=progress.shifts)
    for entry in entries:
        fact = fact_of(entry)
        if fact is None:
            continue
        place, cells = folding.take(Stated(entry.type, fact, entry.actor, entry.at_ms))
        if cells:
            into.add(place, Part(Span(entry.incarnation, entry.seq, entry.seq), cells))
        if entry.type == SALE_COMPLETED and isinstance(fact, SaleCompleted):
            _take_names(fact, into.names)
    if len(entries) == limit:
        into.progress = CellProgress(progress.incarnation, entries[-1].seq, folding.shifts)
    else:
        # What lies behind the last one is counted by no report: it need not be read again.
        last = work.cells.last_seq(progress.incarnation)
        into.progress = CellProgress(progress.incarnation, max(last, progress.through_seq), folding.shifts)
        if progress.incarnation < work.journal.head().incarnation:
            # A shift that an older incarnation left open ends without a Z.
            into.progress = CellProgress(progress.incarnation + 1, 0, OpenShifts())
    into.taken += len(entries)
    return len(entries)


def is_through(work: UnitOfWork, progress: CellProgress) -> bool:
    """Return whether nothing lies behind a place."""
    head = work.journal.head()
    return (progress.incarnation, progress.through_seq) >= (head.incarnation, head.seq)


def take_all(work: UnitOfWork, catalog: Catalog, *, into: Folded, time: StoreTime) -> None:
    """Add every entry behind those that ``into`` has."""
    while not is_through(work, into.progress):
        take_entries(work, catalog, into=into, time=time, limit=CHUNK)


def keep(work: UnitOfWork, folded: Folded) -> None:
    """Write what was added, and up to where; in the transaction of ``work``."""
    for (_, place), part in folded.parts.items():
        work.cells.add(place, part)
    work.cells.add_names(folded.names)
    work.cells.put_progress(folded.progress)


def keep_all(work: UnitOfWork, catalog: Catalog, *, profile: StoreProfile) -> None:
    """Keep the cells of every entry so far: in the transaction that closes a shift."""
    folded = Folded(work.cells.progress())
    take_all(work, catalog, into=folded, time=store_time(profile))
    keep(work, folded)


class KeepCells:
    """Adds entries that wait, a few at a time, so that a close and a report find little left to do.

    Entries are read and added up beside everything else; only the sums are written, in a millisecond or two.
    """

    def __init__(self, *, store: Store, catalog: Catalog, profile: StoreProfile) -> None:
        self._store = store
        self._catalog = catalog
        self._time = store_time(profile)

    def __call__(self, *, most: int = CHUNK) -> bool:
        """Add up to ``most`` entries; return whether more are waiting."""
        with self._store.read() as work:
            before = work.cells.progress()
            if is_through(work, before):
                return False
            folded = Folded(before)
            take_entries(work, self._catalog, into=folded, time=self._time, limit=most)
            more = not is_through(work, folded.progress)
        with self._store.write() as work:
            # A shift that was closed meanwhile has added them already.
            if work.cells.progress() == before:
                keep(work, folded)
        return more

    def anew(self) -> None:
        """Make everything anew from the journal; minutes for a long one, the counter goes on beside it."""
        with self._store.write() as work:
            work.cells.clear()
        while self():
            pass


def _take_names(sale: SaleCompleted, names: Names) -> None:
    for line in sale.lines:
        if line.product_id is not None:
            names["product", line.product_id] = line.name
        for discount in line.discounts:
            names["campaign", discount.rule_id] = discount.name
