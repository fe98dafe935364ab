"""Close the shift: one blind count per tender, then the Z: once, numbered without gaps, never changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.abandon_basket import give_up
from pos_app.services.documents import document_to_json
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, ShiftClosed, SpoolChanged
from pos_app.services.identity import open_shift_of, terminal_of
from pos_app.services.payments import refuse_open_money
from pos_app.services.ports import Catalog, Clock, Store
from pos_app.services.recall_sale import give_up_expired
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext
from pos_app.services.records import Actor, TenderKind
from pos_app.services.reporting.fold import keep_all
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_sums import return_sums, sold_minor
from pos_app.services.shift_sums import (
    COUNTED_KINDS,
    TENDER_KINDS,
    ShiftEntries,
    category_sums,
    discount_sums,
    entries_of_shift,
    expected_minor,
    forfeited_minor,
    hand_sums,
    tax_sums,
    tendered,
    top_up_sums,
    topped_up,
)
from pos_app.services.write_fact import write_fact
from pos_app.services.z_paper import compose_z
from retail_core.wire import facts
from retail_core.wire.facts import TenderCount

MOST_COUNT_MINOR = 10_000_000_000
"""A count above this is a slip of the finger."""

_MOST_ORDERS = 500


@dataclass(frozen=True, slots=True)
class ShiftToClose:
    """What the count starts from; nothing expected is in it, the count is blind."""

    shift_id: str
    number: int
    opened_ms: int
    opened_by_name: str
    currency: str
    tenders: tuple[TenderKind, ...]
    basket_open: bool
    parked: int = 0
    """Sales that wait."""
    parked_expired: int = 0
    """Those among them that have expired; the close gives them up."""


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """The Z and the job that prints it."""

    z: facts.ShiftClosed
    job_id: int


class CloseShift:
    """Counts and closes; on the storage lane."""

    def __init__(
        self, *, store: Store, clock: Clock, events: EventBus, catalog: Catalog, texts: ReceiptTexts
    ) -> None:
        """Keep what a Z needs; ``catalog`` gives the categories their names on paper."""
        self._store = store
        self._clock = clock
        self._events = events
        self._catalog = catalog
        self._texts = texts

    def prepare(self) -> ShiftToClose:
        """Return what is to be counted: cash always, another one when it was used; nothing of a provider.

        Raises:
            RuleError: ``shift.none_open``.
        """
        with self._store.read() as work:
            shift = open_shift_of(work)
            basket = work.baskets.load()
            return ShiftToClose(
                shift_id=shift.shift_id,
                number=shift.number,
                opened_ms=shift.opened_ms,
                opened_by_name=shift.opened_by_name,
                currency=shift.currency,
                tenders=_used(entries_of_shift(work, shift), COUNTED_KINDS),
                basket_open=basket is not None and basket.has_goods,
                parked=work.parked.count(),
                parked_expired=sum(sale.expires_ms <= self._clock.now_ms() for sale in work.parked.all()),
            )

    def __call__(self, actor: Actor, counted_minor: Mapping[TenderKind, int]) -> ClosedShift:
        """Close the open shift; right ``shift.close``. Works offline.

        Args:
            actor: Who closes.
            counted_minor: What was counted of each tender of ``prepare``; cash with the float.

        Raises:
            RuleError: ``right.missing``, ``shift.none_open``, ``shift.count_missing`` (tender),
                ``shift.bad_count`` (tender), ``shift.basket_open``, ``payment.held`` or
                ``payment.in_doubt``: a customer's money is here for no sale, or may be.
        """
        rights.require(actor.rights, rights.SHIFT_CLOSE)
        with self._store.write() as work:
            shift = open_shift_of(work)
            basket = work.baskets.load()
            if basket is not None and basket.has_goods:
                raise RuleError("shift.basket_open")
            refuse_open_money(work)
            if basket is not None:
                # Lines that were taken out of a basket nobody paid must stand somewhere.
                give_up(work, self._clock, actor=actor, basket=basket, total_minor=0)
            give_up_expired(work, self._clock)
            entries = entries_of_shift(work, shift)
            z = self._z(work, actor, entries=entries, tenders=_counts(entries, counted_minor))
            entry = write_fact(work, self._clock, kind=facts.SHIFT_CLOSED, actor=actor.staff_id, body=z)
            work.shifts.mark_closed(shift.shift_id, z.closed_ms)
            work.shifts.add_z(z, entry.seq)
            keep_all(work, self._catalog, profile=terminal_of(work).store)
            paper = self._paper(work, z, cashier=actor.name, entry_hash=entry.hash)
            job_id = work.spool.add("document", paper, reference=f"Z{z.z_number}", written_ms=entry.wall_ms)
        self._events.publish(ShiftClosed(shift.shift_id, z.z_number))
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(SpoolChanged())
        return ClosedShift(z, job_id)

    def print_again(self, actor: Actor, shift_id: str) -> int:
        """Write the Z into the spool once more, marked COPY, and return the job.

        Raises:
            RuleError: ``right.missing``, ``shift.unknown``.
        """
        rights.require(actor.rights, rights.RECEIPT_REPRINT)
        with self._store.write() as work:
            z = work.shifts.z_of(shift_id)
            if z is None:
                raise RuleError("shift.unknown")
            number = f"Z{z.z_number}"
            copy_no = work.sales.copies(number) + 1
            entry = write_fact(
                work,
                self._clock,
                kind=facts.RECEIPT_REPRINTED,
                actor=actor.staff_id,
                body=facts.ReceiptReprinted(receipt_number=number, copy_no=copy_no),
            )
            closer = work.staff.get(z.closed_by)
            name = z.closed_by if closer is None else closer.name
            paper = self._paper(work, z, cashier=name, copy_no=copy_no)
            job_id = work.spool.add("document", paper, reference=number, written_ms=entry.wall_ms)
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(SpoolChanged())
        return job_id

    def _z(
        self, work: UnitOfWork, actor: Actor, *, entries: ShiftEntries, tenders: tuple[TenderCount, ...]
    ) -> facts.ShiftClosed:
        shift, sales = entries.shift, entries.sales
        last = work.shifts.last_z()
        by_hand, returns, paid_in = hand_sums(entries), return_sums(sales), top_up_sums(entries)
        total = sum(sold_minor(sale) for sale, _ in sales)
        return facts.ShiftClosed(
            shift_id=shift.shift_id,
            shift_number=shift.number,
            z_number=1 if last is None else last.z_number + 1,
            business_day=shift.business_day,
            currency=shift.currency,
            opened_ms=shift.opened_ms,
            closed_ms=max(self._clock.now_ms(), shift.opened_ms),
            opened_by=shift.opened_by,
            closed_by=actor.staff_id,
            cashiers=_cashiers(work, entries, actor=actor),
            first_receipt=sales[0][0].receipt_number if sales else None,
            last_receipt=sales[-1][0].receipt_number if sales else None,
            sales_count=sum(bool(sale.lines) for sale, _ in sales),
            items_milli=sum(line.pieces_milli for sale, _ in sales for line in sale.lines),
            list_minor=sum(sale.list_minor for sale, _ in sales),
            discount_minor=sum(sale.discount_minor for sale, _ in sales),
            total_minor=total,
            rounding_minor=sum(sale.rounding_minor for sale, _ in sales),
            tax=tax_sums(sales),
            categories=category_sums(sales),
            discounts=discount_sums(sales),
            tenders=tenders,
            forfeited_minor=forfeited_minor(sales),
            top_ups=paid_in.count,
            top_up_minor=paid_in.principal_minor,
            top_up_bonus_minor=paid_in.bonus_minor,
            float_minor=shift.float_minor,
            removed_lines=entries.removed_lines,
            abandoned_baskets=entries.abandoned_baskets,
            hand_overs=entries.hand_overs,
            hand_over_value_minor=entries.hand_over_value_minor,
            members_sales=sum(sale.member_tier is not None for sale, _ in sales),
            copies=entries.copies,
            open_orders_ready=len(work.orders.in_states(("ready",), _MOST_ORDERS)),
            unsent_entries=work.journal.queue(work.sync_state.get().acked_through).length,
            price_overrides=by_hand.prices,
            hand_discounts=by_hand.discounts,
            hand_discounts_minor=by_hand.discounts_minor,
            drops=by_hand.drops,
            drops_minor=by_hand.drops_minor,
            approvals=by_hand.approvals,
            parked_open=work.parked.count(),
            grand_total_sales_minor=total + (0 if last is None else last.grand_total_sales_minor),
            returns_count=returns.count,
            returns_minor=returns.minor,
            grand_total_returns_minor=returns.minor + (0 if last is None else last.grand_total_returns_minor),
        )

    def _paper(
        self,
        work: UnitOfWork,
        z: facts.ShiftClosed,
        *,
        cashier: str,
        entry_hash: str = "",
        copy_no: int = 0,
    ) -> str:
        terminal = terminal_of(work)
        context = PaperContext(
            store=terminal.store,
            till=terminal.label,
            cashier=cashier,
            wall_ms=z.closed_ms,
            entry_hash=entry_hash,
        )
        language = terminal.store.receipt_language
        names = {
            category.category_id: category.names.in_language(language)
            for category in self._catalog.categories()
        }
        document = compose_z(z, context, texts=self._texts, category_names=names, copy_no=copy_no)
        return json.dumps(document_to_json(document), ensure_ascii=False)


def _used(entries: ShiftEntries, kinds: Sequence[TenderKind]) -> tuple[TenderKind, ...]:
    """Return the tenders of ``kinds`` that stand in the Z: cash always, another one when it was used."""
    return tuple(kind for kind in kinds if kind == "cash" or _times(entries, kind))


def _times(entries: ShiftEntries, kind: TenderKind) -> int:
    """Return in how many sales and top-ups a tender was used."""
    return tendered(entries.sales, kind)[0] + topped_up(entries, kind)[0]


def _counts(entries: ShiftEntries, counted_minor: Mapping[TenderKind, int]) -> tuple[TenderCount, ...]:
    counts = []
    for kind in _used(entries, TENDER_KINDS):
        expected = expected_minor(entries, kind)
        counted = _counted(kind, counted_minor) if kind in COUNTED_KINDS else expected
        counts.append(
            TenderCount(
                kind=kind,
                expected_minor=expected,
                counted_minor=counted,
                difference_minor=counted - expected,
                count=_times(entries, kind),
            )
        )
    return tuple(counts)


def _counted(kind: TenderKind, counted_minor: Mapping[TenderKind, int]) -> int:
    if kind not in counted_minor:
        raise RuleError("shift.count_missing", kind)
    counted = counted_minor[kind]
    # More may have gone back over the shop's own device than came in; no drawer holds less than nothing.
    least = 0 if kind == "cash" else -MOST_COUNT_MINOR
    if not least <= counted <= MOST_COUNT_MINOR:
        raise RuleError("shift.bad_count", kind)
    return counted


def _cashiers(work: UnitOfWork, entries: ShiftEntries, *, actor: Actor) -> tuple[str, ...]:
    people = {staff_id: work.staff.get(staff_id) for staff_id in entries.actors}
    names = [staff_id if person is None else person.name for staff_id, person in people.items()]
    return tuple(names) or (actor.name,)
