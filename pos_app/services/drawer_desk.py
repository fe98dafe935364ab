"""What the screen of the drawer needs, put together: its notes of this shift, movements, X, suspension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pos_app.services.act_model import Approval
from pos_app.services.close_shift import category_names
from pos_app.services.documents import Document
from pos_app.services.identity import open_shift_of, terminal_of
from pos_app.services.move_cash import CashMove, MoveCash
from pos_app.services.ports import Catalog, Store
from pos_app.services.read_shift import ReadShift, XReport
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.shift_desk import DrawerBook, DrawerNote, NewMove, NoteKind, XRead
from pos_app.services.shift_walk import active_entries
from pos_app.services.suspend_shift import SuspendShift
from pos_app.services.z_paper import compose_x
from retail_core import drawer
from retail_core.journal import Entry
from retail_core.wire import shift_facts

_KINDS: dict[str, NoteKind] = {
    shift_facts.DRAWER_OPENED: "no_sale",
    shift_facts.SHIFT_READ: "x_read",
    shift_facts.SHIFT_SUSPENDED: "suspended",
    shift_facts.SHIFT_RESUMED: "resumed",
}


@dataclass(frozen=True, slots=True)
class DrawerCases:
    """The use cases at the drawer."""

    cash: MoveCash
    read: ReadShift
    suspend: SuspendShift


class DrawerDesk:
    """Tells what happened at the drawer, and does what is asked there; on the storage lane."""

    def __init__(self, store: Store, cases: DrawerCases, *, catalog: Catalog, texts: ReceiptTexts) -> None:
        """Keep what an X needs to be shown; ``catalog`` gives the categories their names."""
        self._store = store
        self._cases = cases
        self._catalog = catalog
        self._texts = texts

    def book(self) -> DrawerBook:
        """Return what happened in the active shift, newest first.

        Raises:
            RuleError: ``shift.none_open``.
        """
        with self._store.read() as work:
            shift = open_shift_of(work)
            notes = [
                note for entry in active_entries(work, shift) if (note := _note(work, entry)) is not None
            ]
        kind: Literal["shared", "personal"] = "personal" if shift.drawer == "personal" else "shared"
        return DrawerBook(
            shift_number=shift.number,
            opened_ms=shift.opened_ms,
            opened_by_name=shift.opened_by_name,
            currency=shift.currency,
            drawer=kind,
            denominations=drawer.denominations(shift.currency),
            notes=tuple(reversed(notes)),
        )

    def begin(self) -> str:
        """Return the id of a movement that is about to be made."""
        return self._cases.cash.begin()

    def move(self, actor: Actor, move: NewMove, *, approval: Approval | None) -> None:
        """Move cash, see :class:`MoveCash`."""
        asked = CashMove(move.kind, move.amount_minor, move.reason, move.note, dict(move.denominations))
        self._cases.cash(actor, asked, movement_id=move.movement_id, approval=approval)

    def open_drawer(self, actor: Actor, *, reason: str, note: str, approval: Approval | None) -> None:
        """Open the drawer without a sale, see :meth:`MoveCash.no_sale`."""
        self._cases.cash.no_sale(actor, reason=reason, note=note, approval=approval)

    def read_x(self, actor: Actor, *, printed: bool, approval: Approval | None) -> XRead:
        """Take an X, see :class:`ReadShift`, and return it as it prints."""
        x = self._cases.read(actor, printed=printed, approval=approval)
        return XRead(x.number, self._paper(x, cashier=actor.name))

    def suspend(self, actor: Actor, *, reason: str) -> None:
        """Put the active shift aside, see :class:`SuspendShift`."""
        self._cases.suspend(actor, reason=reason)

    def _paper(self, x: XReport, *, cashier: str) -> Document:
        with self._store.read() as work:
            terminal = terminal_of(work)
        context = PaperContext(
            store=terminal.store, till=terminal.label, cashier=cashier, wall_ms=x.at_ms, entry_hash=""
        )
        names = category_names(self._catalog, terminal.store.receipt_language)
        return compose_x(x.figures, context, texts=self._texts, category_names=names, x_number=x.number)


def _note(work: UnitOfWork, entry: Entry) -> DrawerNote | None:
    """Return an entry as a note; ``None`` for everything that is not of the drawer."""
    if entry.type == shift_facts.CASH_MOVED:
        moved = shift_facts.CashMoved.model_validate(entry.body, strict=False)
        return DrawerNote(
            kind=moved.kind,
            at_ms=entry.wall_ms,
            actor_name=_name(work, entry.actor),
            amount_minor=moved.amount_minor,
            number=moved.number,
            reason=moved.reason,
            note=moved.note,
            approved_by_name="" if moved.approved_by is None else _name(work, moved.approved_by),
        )
    if entry.type not in _KINDS:
        return None
    allowed = entry.body.get("approved_by")
    return DrawerNote(
        kind=_KINDS[entry.type],
        at_ms=entry.wall_ms,
        actor_name=_name(work, entry.actor),
        reason=str(entry.body.get("reason", "")),
        note=str(entry.body.get("note", "")),
        approved_by_name="" if allowed is None else _name(work, str(allowed)),
    )


def _name(work: UnitOfWork, staff_id: str) -> str:
    person = work.staff.get(staff_id)
    return staff_id if person is None else person.name
