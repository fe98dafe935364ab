"""Print a receipt again, marked COPY and counted."""

import json
from collections.abc import Sequence

from pos_app.services import rights
from pos_app.services.documents import document_to_json
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, SpoolChanged
from pos_app.services.ports import Clock, Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import Actor, SaleSummary
from pos_app.services.repositories import UnitOfWork
from pos_app.services.sale_paper import sale_paper
from pos_app.services.write_fact import write_fact
from retail_core.wire.facts import RECEIPT_REPRINTED, ReceiptReprinted, SaleCompleted


class ReprintReceipt:
    """Prints copies; on the storage lane."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus, texts: ReceiptTexts) -> None:
        self._store = store
        self._clock = clock
        self._events = events
        self._texts = texts

    def recent(self, limit: int = 20) -> Sequence[SaleSummary]:
        """Return the newest sales of this till, the last one first."""
        with self._store.read() as work:
            return work.sales.recent(limit)

    def __call__(self, actor: Actor, receipt_number: str) -> int:
        """Write a copy into the spool and return its job; right ``receipt.reprint``.

        Raises:
            RuleError: ``right.missing``, ``receipt.unknown``.
        """
        return self._again(actor, receipt_number, gift=False)

    def gift(self, actor: Actor, receipt_number: str) -> int:
        """Write a gift receipt of a sale into the spool and return its job; right ``receipt.reprint``.

        Raises:
            RuleError: ``right.missing``, ``receipt.unknown``, ``receipt.no_goods`` of a return.
        """
        return self._again(actor, receipt_number, gift=True)

    def _again(self, actor: Actor, receipt_number: str, *, gift: bool) -> int:
        rights.require(actor.rights, rights.RECEIPT_REPRINT)
        with self._store.write() as work:
            found = work.sales.by_number(receipt_number)
            if found is None:
                raise RuleError("receipt.unknown")
            sale, seq = found
            if gift and not sale.lines:
                raise RuleError("receipt.no_goods")
            copy_no = work.sales.copies(receipt_number) + 1
            entry = write_fact(
                work,
                self._clock,
                kind=RECEIPT_REPRINTED,
                actor=actor.staff_id,
                body=ReceiptReprinted(receipt_number=receipt_number, copy_no=copy_no, gift=gift),
            )
            document = self._copy(work, sale, seq=seq, copy_no=0 if gift else copy_no)
            job_id = work.spool.add("document", document, reference=receipt_number, written_ms=entry.wall_ms)
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(SpoolChanged())
        return job_id

    def _copy(self, work: UnitOfWork, sale: SaleCompleted, *, seq: int, copy_no: int) -> str:
        """Return a copy as JSON; number 0 is a gift receipt."""
        document = sale_paper(work, sale, seq=seq, texts=self._texts, copy_no=copy_no, gift=not copy_no)
        return json.dumps(document_to_json(document), ensure_ascii=False)
