"""Cash into the drawer and out of it without a document of goods, and the drawer opened without a sale.

Each movement has a slip with a line for the signature.
Source: docs/rules/shifts.md, "Movements of the drawer".
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval, approver_of, require_allowed
from pos_app.services.cash_slip import compose_cash_slip
from pos_app.services.documents import document_to_json
from pos_app.services.drawer_pulse import Opening, order_pulse
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, SpoolChanged
from pos_app.services.identity import drawer_of, open_shift_of, receipt_prefix, terminal_of
from pos_app.services.open_shift import stated_pieces
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import write_fact
from retail_core.journal import Entry
from retail_core.wire import shift_facts
from retail_core.wire.shift_facts import CashMoved, MoveKind

MOST_MOVED_MINOR = 100_000_000
"""A movement above this is a slip of the finger."""

MOST_NOTE = 200
OTHER: Final = "other"
"""The reason that needs a note."""

MOVE_REASONS: Final[Mapping[MoveKind, tuple[str, ...]]] = {
    "paid_in": ("debt_settled", "found", "correction", OTHER),
    "paid_out": ("purchase", "service", "postage", "wages", "correction", OTHER),
    "safe_drop": ("too_much_cash", "shift_change", OTHER),
    "float_added": ("change_needed", OTHER),
}
"""Why cash moves, by kind."""

NO_SALE_REASONS: Final = ("change_for_customer", "check", "key_lost", OTHER)
"""Why the drawer is opened without a sale."""


@dataclass(frozen=True, slots=True)
class CashMove:
    """What somebody wants to move; ``pieces`` is value in minor units to how many, empty for a sum."""

    kind: MoveKind
    amount_minor: int
    reason: str
    note: str = ""
    pieces: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MovedCash:
    """A movement that was written, and the job that prints its slip."""

    body: CashMoved
    job_id: int


class MoveCash:
    """Moves cash and opens the drawer; on the storage lane."""

    def __init__(
        self, *, store: Store, clock: Clock, ids: Ids, events: EventBus, texts: ReceiptTexts
    ) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events
        self._texts = texts

    def begin(self) -> str:
        """Return the id of a movement that is about to be made; with it, it is made once."""
        return self._ids.new_id()

    def act(self, move: CashMove, movement_id: str) -> Act:
        """Return what another person would allow, where the right does not reach."""
        verb = shift_facts.RIGHT_OF_MOVE[move.kind]
        return Act(verb, movement_id, value=move.amount_minor, amount=move.amount_minor)

    def moves(self) -> Sequence[CashMoved]:
        """Return the movements of the active shift in their order.

        Raises:
            RuleError: ``shift.none_open``.
        """
        with self._store.read() as work:
            return work.shifts.moves_of_shift(open_shift_of(work).shift_id)

    def __call__(
        self, actor: Actor, move: CashMove, *, movement_id: str, approval: Approval | None = None
    ) -> MovedCash:
        """Write a movement, print its slip and open the drawer; the right of its kind, with its limit.

        Raises:
            NeedsApproval: ``right.missing`` or ``right.over_limit``: another person has to allow it.
            RuleError: ``cash.bad_amount``, ``cash.bad_reason``, ``cash.note_missing``,
                ``cash.already_moved``, ``shift.none_open``, ``shift.other_drawer`` (name).
        """
        if not 0 < move.amount_minor <= MOST_MOVED_MINOR:
            raise RuleError("cash.bad_amount")
        _look_at_reason(move.reason, move.note, allowed=MOVE_REASONS[move.kind])
        denominations = stated_pieces(move.pieces, move.amount_minor, code="cash.bad_amount")
        act = self.act(move, movement_id)
        require_allowed(actor, act, approval=approval)
        with self._store.write() as work:
            if work.shifts.is_moved(movement_id):
                raise RuleError("cash.already_moved")
            shift, terminal = drawer_of(work, actor), terminal_of(work)
            slip_seq = work.shifts.next_move_seq(terminal.incarnation)
            body = CashMoved(
                movement_id=movement_id,
                number=f"{receipt_prefix(terminal)}-M{slip_seq:06d}",
                shift_id=shift.shift_id,
                business_day=shift.business_day,
                currency=shift.currency,
                kind=move.kind,
                amount_minor=move.amount_minor,
                reason=move.reason,
                note=move.note.strip(),
                denominations=denominations,
                approved_by=approver_of(actor, act, approval=approval),
            )
            entry = write_fact(
                work, self._clock, kind=shift_facts.CASH_MOVED, actor=actor.staff_id, body=body
            )
            work.shifts.add_move(body, entry=entry, slip_seq=slip_seq)
            job_id = self._slip(work, body, cashier=actor.name, entry=entry, approval=approval)
        self._tell(entry)
        return MovedCash(body, job_id)

    def no_sale_act(self) -> Act:
        """Return what another person would allow to somebody without the right ``drawer.no_sale``.

        Raises:
            RuleError: ``shift.none_open``.
        """
        with self._store.read() as work:
            return Act(rights.DRAWER_NO_SALE, open_shift_of(work).shift_id)

    def no_sale(self, actor: Actor, *, reason: str, note: str = "", approval: Approval | None = None) -> None:
        """Open the drawer without a sale; right ``drawer.no_sale``.

        Raises:
            NeedsApproval: ``right.missing``: another person has to allow it.
            RuleError: ``cash.bad_reason``, ``cash.note_missing``, ``shift.none_open``,
                ``shift.other_drawer`` (name).
        """
        _look_at_reason(reason, note, allowed=NO_SALE_REASONS)
        with self._store.write() as work:
            shift = drawer_of(work, actor)
            act = Act(rights.DRAWER_NO_SALE, shift.shift_id)
            require_allowed(actor, act, approval=approval)
            body = shift_facts.DrawerOpened(
                shift_id=shift.shift_id,
                reason=reason,
                note=note.strip(),
                approved_by=approver_of(actor, act, approval=approval),
            )
            entry = write_fact(
                work, self._clock, kind=shift_facts.DRAWER_OPENED, actor=actor.staff_id, body=body
            )
            opening = Opening(actor.staff_id, shift.shift_id, "no_sale")
            order_pulse(work, opening, written_ms=entry.wall_ms)
        self._tell(entry)

    def _slip(
        self,
        work: UnitOfWork,
        body: CashMoved,
        *,
        cashier: str,
        entry: Entry,
        approval: Approval | None,
    ) -> int:
        terminal = terminal_of(work)
        context = PaperContext(
            store=terminal.store,
            till=terminal.label,
            cashier=cashier,
            wall_ms=entry.wall_ms,
            entry_hash=entry.hash,
        )
        allowed_by = approval.name if approval is not None and body.approved_by else ""
        slip = compose_cash_slip(body, context, texts=self._texts, allowed_by=allowed_by)
        paper = json.dumps(document_to_json(slip), ensure_ascii=False)
        job_id = work.spool.add("document", paper, reference=body.number, written_ms=entry.wall_ms)
        opening = Opening(entry.actor, body.shift_id, "movement", body.number)
        order_pulse(work, opening, written_ms=entry.wall_ms)
        return job_id

    def _tell(self, entry: Entry) -> None:
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(SpoolChanged())


def _look_at_reason(reason: str, note: str, *, allowed: Sequence[str]) -> None:
    if reason not in allowed or len(note) > MOST_NOTE:
        raise RuleError("cash.bad_reason")
    if reason == OTHER and not note.strip():
        raise RuleError("cash.note_missing")
