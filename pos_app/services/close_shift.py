"""Close the shift: blind counts, then the Z: once, numbered without gaps, never changed.

Source: docs/rules/shifts.md, "Count and close".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pos_app.services import rights
from pos_app.services.abandon_basket import give_up
from pos_app.services.act_model import Act, Approval, require_allowed
from pos_app.services.documents import document_to_json
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, ShiftClosed, SpoolChanged
from pos_app.services.identity import drawer_of, open_shift_of, terminal_of
from pos_app.services.open_shift import stated_pieces
from pos_app.services.payments import refuse_open_money
from pos_app.services.ports import Catalog, Clock, Store
from pos_app.services.recall_sale import give_up_expired
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext
from pos_app.services.records import Actor, Shift, StoreProfile, TenderKind
from pos_app.services.reporting.fold import keep_all
from pos_app.services.repositories import UnitOfWork
from pos_app.services.shift_sums import COUNTED_KINDS, ShiftEntries, entries_of_shift
from pos_app.services.shift_z import (
    Closing,
    expectation,
    expected_tenders,
    orders_ready,
    unsent,
    used_tenders,
    z_of,
)
from pos_app.services.write_fact import write_fact
from pos_app.services.z_paper import compose_z
from retail_core import drawer
from retail_core.wire import facts, shift_facts
from retail_core.wire.facts import TenderCount
from retail_core.wire.shift_facts import ShiftCounted

MOST_COUNT_MINOR = 10_000_000_000
"""A count above this is a slip of the finger."""

MOST_EXPLANATION = 500
_NO_PIECES: Mapping[int, int] = {}
_MOST_PAYMENTS: Final = 500


@dataclass(frozen=True, slots=True)
class CountResult:
    """A count that was submitted, and what it showed.

    ``tenders`` are those that a person counts, with expected and difference. ``attempts_left`` is how often
    it may still be counted. ``largest_minor`` is the largest difference, >= 0; ``needs_approval`` tells that
    one has to be allowed: ``in_question_minor``, that of an earlier count where cash was moved after it.
    """

    attempt: int
    attempts_left: int
    tenders: tuple[TenderCount, ...]
    largest_minor: int
    in_question_minor: int = 0

    @property
    def needs_approval(self) -> bool:
        """Whether somebody has to allow a difference before this count closes the shift."""
        return self.in_question_minor > 0


@dataclass(frozen=True, slots=True)
class ShiftToClose:
    """What the count starts from; nothing expected is in it before a count, which is blind.

    ``counted`` is the last count, where one was submitted and nothing happened to the drawer since: a till
    that was killed goes on from there.
    """

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
    doubtful_payments: int = 0
    """Payments that were set aside with a doubt."""
    unsent: int = 0
    """Facts that head office has not acknowledged."""
    orders_ready: int = 0
    suspended: tuple[Shift, ...] = ()
    """Other shifts that are put aside."""
    denominations: tuple[int, ...] = ()
    """Notes and coins in minor units, the largest first."""
    attempts_left: int = 1
    counted: CountResult | None = None
    leave_minor: int = 0
    """What usually stays in the drawer for the next shift."""


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
        """Return what is to be counted, cash always, another one when it was used, and what is unfinished.

        Raises:
            RuleError: ``shift.none_open``.
        """
        with self._store.read() as work:
            shift, profile = open_shift_of(work), terminal_of(work).store
            basket = work.baskets.load()
            entries = entries_of_shift(work, shift)
            usual = profile.float_minor
            return ShiftToClose(
                shift_id=shift.shift_id,
                number=shift.number,
                opened_ms=shift.opened_ms,
                opened_by_name=shift.opened_by_name,
                currency=shift.currency,
                tenders=used_tenders(entries, COUNTED_KINDS),
                basket_open=basket is not None and basket.has_goods,
                parked=work.parked.count(),
                parked_expired=sum(sale.expires_ms <= self._clock.now_ms() for sale in work.parked.all()),
                doubtful_payments=sum(each.aside for each in work.payments.unfinished(_MOST_PAYMENTS)),
                unsent=unsent(work),
                orders_ready=orders_ready(work),
                suspended=tuple(work.shifts.suspended()),
                denominations=drawer.denominations(shift.currency),
                attempts_left=_attempts_left(entries, profile),
                counted=_still_good(entries, profile),
                leave_minor=shift.float_minor if usual is None else usual,
            )

    def count(
        self, actor: Actor, counted_minor: Mapping[TenderKind, int], *, pieces: Mapping[int, int] = _NO_PIECES
    ) -> CountResult:
        """Submit a count: it is kept whatever follows, and shows the differences; right ``shift.close``.

        Args:
            actor: Who counted.
            counted_minor: What was counted of each tender of ``prepare``; cash with the float.
            pieces: Of the cash: value in minor units to how many; empty for a sum that was keyed in.

        Raises:
            RuleError: ``right.missing``, ``shift.none_open``, ``shift.other_drawer`` (name),
                ``shift.basket_open``, ``payment.held``, ``payment.in_doubt``, ``shift.count_missing``
                (tender), ``shift.bad_count`` (tender), ``shift.counted_out``: no attempt is left, and the
                last count still holds.
        """
        rights.require(actor.rights, rights.SHIFT_CLOSE)
        with self._store.write() as work:
            shift, profile = drawer_of(work, actor), terminal_of(work).store
            _refuse_unfinished(work)
            entries = entries_of_shift(work, shift)
            tenders = _compared(entries, counted_minor)
            if not _attempts_left(entries, profile) and _still_good(entries, profile) is not None:
                raise RuleError("shift.counted_out")
            body = ShiftCounted(
                shift_id=shift.shift_id,
                attempt=len(entries.counts) + 1,
                currency=shift.currency,
                tenders=tenders,
                denominations=_pieces(pieces, tenders),
            )
            entry = write_fact(
                work, self._clock, kind=shift_facts.SHIFT_COUNTED, actor=actor.staff_id, body=body
            )
            result = _still_good(entries_of_shift(work, shift), profile)
        self._events.publish(FactWritten(entry.seq))
        assert result is not None, "it was just counted"
        return result

    def difference_act(self, actor: Actor, counted: CountResult) -> Act:
        """Return what another person would allow to ``actor``, where a difference is above the limit.

        Raises:
            RuleError: ``shift.none_open``.
        """
        with self._store.read() as work:
            shift, profile = open_shift_of(work), terminal_of(work).store
            counted_by = entries_of_shift(work, shift).counts[-1].by
            return _difference_act(actor, shift, profile=profile, counted=counted, counted_by=counted_by)

    def close(
        self,
        actor: Actor,
        *,
        left_minor: int | None = None,
        explanation: str = "",
        approval: Approval | None = None,
    ) -> ClosedShift:
        """Close the active shift with the count that was submitted last; right ``shift.close``.

        Args:
            actor: Who closes.
            left_minor: What stays in the drawer for the next shift, at most the counted cash; as much as the
                float was, if nothing is said. The rest goes to the safe.
            explanation: Why there is a difference; needed above the store's limit.
            approval: Of :meth:`difference_act`; the actor's own right is enough only in a store that lets
                one person allow a difference.

        Raises:
            NeedsApproval: ``right.missing``, ``right.over_limit`` or ``right.own_act``: somebody has to allow
                the difference.
            RuleError: ``right.missing``, ``shift.none_open``, ``shift.other_drawer`` (name),
                ``shift.not_counted``: nothing was counted, or something happened to the drawer since;
                ``shift.explanation_missing``, ``shift.bad_left``, ``shift.basket_open``, ``payment.held``
                or ``payment.in_doubt``: a customer's money is here for no sale, or may be.
        """
        rights.require(actor.rights, rights.SHIFT_CLOSE)
        with self._store.write() as work:
            shift, profile = drawer_of(work, actor), terminal_of(work).store
            _refuse_unfinished(work)
            basket = work.baskets.load()
            if basket is not None:
                # Lines that were taken out of a basket nobody paid must stand somewhere.
                give_up(work, self._clock, actor=actor, basket=basket, total_minor=0)
            give_up_expired(work, self._clock)
            entries = entries_of_shift(work, shift)
            counted = _still_good(entries, profile)
            if counted is None:
                raise RuleError("shift.not_counted")
            last = entries.counts[-1]
            act = _difference_act(actor, shift, profile=profile, counted=counted, counted_by=last.by)
            approver = _allowed(actor, act, counted=counted, explanation=explanation, approval=approval)
            closing = Closing(
                closed_by=actor.staff_id,
                closed_by_name=actor.name,
                at_ms=self._clock.now_ms(),
                tenders=_all_tenders(entries, counted),
                denominations=last.body.denominations,
                limit_minor=_limit(profile),
                counted_by=last.by,
                approved_by=approver,
                allowed_minor=counted.in_question_minor,
                explanation=explanation.strip(),
                left_minor=_left(left_minor, shift, counted=counted),
            )
            z = z_of(work, entries, closing=closing)
            entry = write_fact(work, self._clock, kind=facts.SHIFT_CLOSED, actor=actor.staff_id, body=z)
            work.shifts.mark_closed(shift.shift_id, z.closed_ms, left_minor=z.left_minor)
            work.shifts.add_z(z, entry.seq)
            keep_all(work, self._catalog, profile=terminal_of(work).store)
            paper = self._paper(work, z, cashier=actor.name, entry_hash=entry.hash)
            job_id = work.spool.add("document", paper, reference=f"Z{z.z_number}", written_ms=entry.wall_ms)
        self._events.publish(ShiftClosed(shift.shift_id, z.z_number))
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(SpoolChanged())
        return ClosedShift(z, job_id)

    def __call__(
        self, actor: Actor, counted_minor: Mapping[TenderKind, int], *, explanation: str = ""
    ) -> ClosedShift:
        """Count and close in one go, as :meth:`count` and :meth:`close`; tried again, it counts once."""
        known = self.prepare().counted
        if known is None or {each.kind: each.counted_minor for each in known.tenders} != counted_minor:
            self.count(actor, counted_minor)
        return self.close(actor, explanation=explanation)

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
        involved = [work.staff.get(each) for each in (z.counted_by, z.approved_by) if each is not None]
        context = PaperContext(
            store=terminal.store,
            till=terminal.label,
            cashier=cashier,
            wall_ms=z.closed_ms,
            entry_hash=entry_hash,
        )
        document = compose_z(
            z,
            context,
            texts=self._texts,
            category_names=category_names(self._catalog, terminal.store.receipt_language),
            copy_no=copy_no,
            people={each.staff_id: each.name for each in involved if each is not None},
        )
        return json.dumps(document_to_json(document), ensure_ascii=False)


def category_names(catalog: Catalog, language: str) -> dict[str, str]:
    """Return the names of all categories in a language, by id."""
    return {each.category_id: each.names.in_language(language) for each in catalog.categories()}


def _refuse_unfinished(work: UnitOfWork) -> None:
    basket = work.baskets.load()
    if basket is not None and basket.has_goods:
        raise RuleError("shift.basket_open")
    refuse_open_money(work)


def _limit(profile: StoreProfile) -> int:
    limit = profile.count_limit_minor
    return drawer.usual_limit_minor(profile.currency) if limit is None else limit


def _attempts_left(entries: ShiftEntries, profile: StoreProfile) -> int:
    return max(0, profile.count_attempts - len(entries.counts))


def _still_good(entries: ShiftEntries, profile: StoreProfile) -> CountResult | None:
    """Return the last count, if nothing happened to the drawer since."""
    if not entries.counts:
        return None
    last = entries.counts[-1].body
    if expectation(last.tenders) != expectation(expected_tenders(entries)):
        return None
    steps = [drawer.CountStep(_largest(each.body), each.moved) for each in entries.counts]
    return CountResult(
        attempt=last.attempt,
        attempts_left=_attempts_left(entries, profile),
        tenders=last.tenders,
        largest_minor=steps[-1].largest_minor,
        in_question_minor=drawer.in_question_minor(
            steps, limit_minor=_limit(profile), attempts=profile.count_attempts
        ),
    )


def _largest(count: ShiftCounted) -> int:
    return max(abs(each.difference_minor) for each in count.tenders)


def _compared(entries: ShiftEntries, counted_minor: Mapping[TenderKind, int]) -> tuple[TenderCount, ...]:
    """Return the counted tenders beside what was expected of them."""
    counts = []
    for each in expected_tenders(entries):
        kind = next((known for known in COUNTED_KINDS if known == each.kind), None)
        if kind is not None:
            counted = _counted(kind, counted_minor)
            difference = counted - each.expected_minor
            counts.append(each.model_copy(update={"counted_minor": counted, "difference_minor": difference}))
    return tuple(counts)


def _all_tenders(entries: ShiftEntries, counted: CountResult) -> tuple[TenderCount, ...]:
    by_kind = {each.kind: each for each in counted.tenders}
    return tuple(by_kind.get(each.kind, each) for each in expected_tenders(entries))


def _counted(kind: TenderKind, counted_minor: Mapping[TenderKind, int]) -> int:
    if kind not in counted_minor:
        raise RuleError("shift.count_missing", kind)
    counted = counted_minor[kind]
    # More may have gone back over the shop's own device than came in; no drawer holds less than nothing.
    least = -MOST_COUNT_MINOR if kind == "external" else 0
    if not least <= counted <= MOST_COUNT_MINOR:
        raise RuleError("shift.bad_count", kind)
    return counted


def _pieces(pieces: Mapping[int, int], tenders: tuple[TenderCount, ...]) -> tuple[shift_facts.Pieces, ...]:
    cash = next(each.counted_minor for each in tenders if each.kind == "cash")
    try:
        return stated_pieces(pieces, cash, code="shift.bad_count")
    except RuleError as error:
        raise RuleError("shift.bad_count", "cash") from error


def _difference_act(
    actor: Actor, shift: Shift, *, profile: StoreProfile, counted: CountResult, counted_by: str
) -> Act:
    """Return what has to be allowed: never by who had a part in the difference, if two people are there."""
    involved = [actor.staff_id, counted_by, *([shift.opened_by] if shift.drawer == "personal" else [])]
    return Act(
        rights.SHIFT_APPROVE_DIFFERENCE,
        shift.shift_id,
        value=counted.attempt,
        amount=counted.in_question_minor,
        not_by=() if profile.difference_persons == 1 else tuple(dict.fromkeys(involved)),
    )


def _allowed(
    actor: Actor, act: Act, *, counted: CountResult, explanation: str, approval: Approval | None
) -> str | None:
    """Return who allowed a difference above the limit; within it, nobody has to."""
    if not counted.needs_approval:
        return None
    if not explanation.strip() or len(explanation) > MOST_EXPLANATION:
        raise RuleError("shift.explanation_missing")
    require_allowed(actor, act, approval=approval)
    return actor.staff_id if approval is None else approval.staff_id


def _left(left_minor: int | None, shift: Shift, *, counted: CountResult) -> int:
    cash = next(each.counted_minor for each in counted.tenders if each.kind == "cash")
    if left_minor is None:
        return min(cash, shift.float_minor)
    if not 0 <= left_minor <= cash:
        raise RuleError("shift.bad_left")
    return left_minor
