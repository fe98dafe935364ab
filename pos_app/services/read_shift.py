"""The X: what the active shift came to so far, as often as wanted; nothing is reset.

Source: docs/rules/shifts.md, "X".
"""

import json
from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval, approver_of, require_allowed
from pos_app.services.close_shift import category_names
from pos_app.services.documents import document_to_json
from pos_app.services.events import EventBus, FactWritten, SpoolChanged
from pos_app.services.identity import drawer_of, terminal_of
from pos_app.services.ports import Catalog, Clock, Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext
from pos_app.services.records import Actor
from pos_app.services.shift_sums import entries_of_shift
from pos_app.services.shift_z import Closing, expected_tenders, z_of
from pos_app.services.write_fact import write_fact
from pos_app.services.z_paper import compose_x
from retail_core.wire import shift_facts
from retail_core.wire.facts import ShiftClosed


@dataclass(frozen=True, slots=True)
class XReport:
    """An X: ``figures`` are those that a Z would have now, with nothing counted.

    ``number`` counts within the shift.
    ``figures.z_number`` is the number that the next Z would have, and ``tenders`` say what is expected.
    """

    figures: ShiftClosed
    number: int
    at_ms: int
    job_id: int | None = None


class ReadShift:
    """Reads the active shift; on the storage lane."""

    def __init__(
        self, *, store: Store, clock: Clock, events: EventBus, catalog: Catalog, texts: ReceiptTexts
    ) -> None:
        self._store = store
        self._clock = clock
        self._events = events
        self._catalog = catalog
        self._texts = texts

    def __call__(self, actor: Actor, *, printed: bool = False, approval: Approval | None = None) -> XReport:
        """Return an X, and write that it was read; right ``shift.x``. ``printed`` puts it on paper, too.

        An approval is for one X: the next one has another number.

        Raises:
            NeedsApproval: ``right.missing``: another person has to allow it.
            RuleError: ``shift.none_open``, ``shift.other_drawer`` (name).
        """
        with self._store.write() as work:
            shift, terminal = drawer_of(work, actor), terminal_of(work)
            before = entries_of_shift(work, shift)
            act = Act(rights.SHIFT_X, shift.shift_id, value=before.x_reads + 1)
            require_allowed(actor, act, approval=approval)
            body = shift_facts.ShiftRead(
                shift_id=shift.shift_id,
                x_number=before.x_reads + 1,
                printed=printed,
                approved_by=approver_of(actor, act, approval=approval),
            )
            entry = write_fact(
                work, self._clock, kind=shift_facts.SHIFT_READ, actor=actor.staff_id, body=body
            )
            entries = entries_of_shift(work, shift)
            closing = Closing(actor.staff_id, actor.name, entry.wall_ms, expected_tenders(entries))
            x = XReport(z_of(work, entries, closing=closing), body.x_number, entry.wall_ms)
            job_id = None
            if printed:
                context = PaperContext(
                    store=terminal.store,
                    till=terminal.label,
                    cashier=actor.name,
                    wall_ms=entry.wall_ms,
                    entry_hash=entry.hash,
                )
                names = category_names(self._catalog, terminal.store.receipt_language)
                document = compose_x(
                    x.figures, context, texts=self._texts, category_names=names, x_number=x.number
                )
                paper = json.dumps(document_to_json(document), ensure_ascii=False)
                reference = f"X{shift.number}-{x.number}"
                job_id = work.spool.add("document", paper, reference=reference, written_ms=entry.wall_ms)
        self._events.publish(FactWritten(entry.seq))
        if printed:
            self._events.publish(SpoolChanged())
        return XReport(x.figures, x.number, x.at_ms, job_id)
